// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/tool_source.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace app {

/// One function that a model may call. Everything but `ref` may come from a stranger's server.
struct Tool
{
    ToolRef ref;
    QString sourceName; ///< for people
    ToolSourceKind kind = ToolSourceKind::ByHand;
    QString title; ///< for people; empty: none was given
    QString description;
    QJsonObject schema; ///< of the arguments

    bool operator==(const Tool &) const = default;
};

struct ToolImage
{
    QByteArray bytes; ///< as the tool gave them: untrusted
    QString mimeType;

    bool operator==(const ToolImage &) const = default;
};

/// What a call came to.
struct ToolOutcome
{
    QByteArray text; ///< what the model is told; UTF-8
    QList<ToolImage> images = {};
    QJsonObject structured = {}; ///< the same as data, where the tool gave it
    bool isError = false; ///< the tool says so, or there is no result: then `failure` says why
    /// Why there is no result: the tool was not called, or did not answer. Its message is a whole
    /// sentence in English and part of `text`.
    std::optional<Error> failure = {};
    std::chrono::milliseconds duration{-1}; ///< -1: nothing was called

    bool operator==(const ToolOutcome &) const = default;
};

/// How far a call that runs has come, as its tool says.
struct ToolProgress
{
    double progress = 0;
    std::optional<double> total = {};
    QString message = {};

    bool operator==(const ToolProgress &) const = default;
};

// What ToolOutcome::failure holds in its code, and Error::code of a host that cannot be used.

inline constexpr QLatin1StringView kToolRefusedCode{"tool_refused"}; ///< by the user
inline constexpr QLatin1StringView kToolUnknownCode{"tool_unknown"}; ///< the model made it up
inline constexpr QLatin1StringView kToolArgumentsCode{"tool_arguments"}; ///< are no JSON object
inline constexpr QLatin1StringView kToolStoppedCode{"tool_stopped"}; ///< by the user
inline constexpr QLatin1StringView kToolTimeCode{"tool_time"}; ///< took too long
inline constexpr QLatin1StringView kToolOutputCode{"tool_output"}; ///< said too much
inline constexpr QLatin1StringView kToolFailedCode{"tool_failed"}; ///< the program or server did
inline constexpr QLatin1StringView kToolUnconfirmedCode{"tool_unconfirmed"}; ///< ask the user

/// The outcome of a call without a result. `sentence`: for the user and the model.
[[nodiscard]] ToolOutcome failedCall(const QString &code, const QString &sentence,
                                     ErrorKind kind = ErrorKind::Server);

/// `text` if it has at most so many bytes, else its beginning, cut between characters.
[[nodiscard]] QByteArray cutText(const QByteArray &text, qsizetype mostBytes);

} // namespace app
