// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace app {

enum class JudgeChoice { First, Second, Tie };

/// What a judge said about two answers, by the order in which it saw them. Its words are untrusted.
struct JudgeVerdict
{
    JudgeChoice choice = JudgeChoice::Tie;
    QString reason; ///< empty: none was given
    std::optional<std::array<double, 2>> scores; ///< of the first and the second

    bool operator==(const JudgeVerdict &) const = default;
};

/// The verdict in a judge's reply: one JSON object with a winner, alone, in a fence, or with text
/// around it. Nothing where there is none, where its winner is none of 1, 2 and tie, or where
/// several objects name different ones: it is never guessed.
/// Looks at the last 32 KB only.
[[nodiscard]] std::optional<JudgeVerdict> readVerdict(const QByteArray &reply);

} // namespace app
