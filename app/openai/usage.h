// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

class QJsonObject;

namespace app {

/// Tokens and cost as the server counted them. Counted once per run, not per choice.
struct Usage
{
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    qint64 totalTokens = 0;
    std::optional<qint64> cachedTokens = {};
    std::optional<qint64> cacheWriteTokens = {};
    std::optional<qint64> reasoningTokens = {};
    /// `estimated_cost` or `cost`, as the server said it, even where it cannot be: possible_cost.h
    std::optional<double> costUsd = {};

    bool operator==(const Usage &) const = default;
};

/// Reads a `usage` object; tolerates nulls and missing members. Where reasoning tokens exceed the
/// completion tokens they were counted beside them and are added (seen with Gemini and Gemma).
[[nodiscard]] std::optional<Usage> usageFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject usageToJson(const Usage &usage);

} // namespace app
