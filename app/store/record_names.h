// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

namespace app {

// The words of the tables for what is an enumeration in the program. They are part of the file
// format: a word once written keeps its meaning. A word of a newer version reads as the first value
// that says least: Complete, Chat, Failed, AllBad, Off.

[[nodiscard]] QLatin1StringView storedName(MessageState state);
[[nodiscard]] QLatin1StringView storedName(RoundKind kind);
[[nodiscard]] QLatin1StringView storedName(RunStatus status);
[[nodiscard]] QLatin1StringView storedName(VoteOutcome outcome);
[[nodiscard]] QLatin1StringView storedName(BlindMode mode);
[[nodiscard]] MessageState messageStateOf(QStringView name);
[[nodiscard]] RoundKind roundKindOf(QStringView name);
[[nodiscard]] RunStatus runStatusOf(QStringView name);
[[nodiscard]] VoteOutcome voteOutcomeOf(QStringView name);
[[nodiscard]] BlindMode blindModeOf(QStringView name);

/// An Error as JSON and back; its key-free message included.
[[nodiscard]] QByteArray storedError(const Error &error);
[[nodiscard]] std::optional<Error> errorOf(const QByteArray &json);

} // namespace app
