// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

namespace app {

/// Twelve hex digits that stand for what a lane asks beside the prompt: parameters, extra JSON and
/// system prompt. The same on every machine, whatever the order in which they were set.
[[nodiscard]] QByteArray settingsFingerprint(const Lane &lane);

/// The side of a vote that this turn is.
[[nodiscard]] VoteSide voteSide(const Lane &lane, TurnId turn, int letter,
                                const QString &providerName);

} // namespace app
