// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/database.h"
#include "app/store/vote.h"

// Statements of the tables votes, vote_sides and blind_rounds.

namespace app {

/// Takes the place of an open vote of its round; nothing happens where that one was blind.
[[nodiscard]] Result<void> putVote(Database &database, ConversationId conversation,
                                   const Vote &vote);
/// All of them, the oldest first.
[[nodiscard]] Result<QList<Vote>> readVotes(Database &database);
[[nodiscard]] Result<QList<Vote>> readVotes(Database &database, ConversationId conversation);

[[nodiscard]] Result<void> putBlindRound(Database &database, ConversationId conversation,
                                         const BlindRound &round);
[[nodiscard]] Result<QList<BlindRound>> readBlindRounds(Database &database,
                                                        ConversationId conversation);

} // namespace app
