// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What is known of an ability. Unknown is tried, and learnt from 405 and 422 answers.
enum class Ability { Unknown, No, Yes };

/// USD per million tokens.
struct Prices
{
    std::optional<double> input;
    std::optional<double> output;
    std::optional<double> cacheRead;
    std::optional<double> priorityFactor; ///< of the tier `priority`, e.g. 1.5
    std::optional<double> flexFactor;

    bool operator==(const Prices &) const = default;
};

/// One row of a provider's catalogue. A value; everything but the id may be missing.
struct ModelInfo
{
    QString id;
    QString description = {};
    std::optional<qint64> contextLength = {}; ///< tokens
    Prices prices = {};
    Ability chat = Ability::Unknown;
    Ability images = Ability::Unknown;
    Ability tools = Ability::Unknown;
    Ability json = Ability::Unknown;
    Ability reasoning = Ability::Unknown;
    Ability reasoningEffort = Ability::Unknown;
    Ability tiers = Ability::Unknown;
    QStringList tags = {};
    QString replacedBy = {}; ///< of a deprecated model
    bool deprecated = false;

    bool operator==(const ModelInfo &) const = default;
};

/// The last path segment, for narrow places: "DeepSeek-V4-Flash-0731".
[[nodiscard]] QString shortModelName(const QString &id);

} // namespace app
