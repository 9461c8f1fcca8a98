// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"
#include "app/store/database.h"

// Statements of the tables lanes, rounds and turns.

namespace app {

// These two keep conversations.lane_count.
[[nodiscard]] Result<void> putLane(Database &database, ConversationId conversation,
                                   const Lane &lane);
[[nodiscard]] Result<void> removeLane(Database &database, ConversationId conversation, LaneId id);
/// By position.
[[nodiscard]] Result<QList<Lane>> readLanes(Database &database, ConversationId conversation);

[[nodiscard]] Result<void> putRound(Database &database, ConversationId conversation,
                                    const Round &round);
[[nodiscard]] Result<QList<Round>> readRounds(Database &database, ConversationId conversation);

[[nodiscard]] Result<void> putTurn(Database &database, ConversationId conversation,
                                   const TurnRecord &turn);
[[nodiscard]] Result<QList<TurnRecord>> readTurns(Database &database, ConversationId conversation);

} // namespace app
