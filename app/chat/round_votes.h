// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

namespace app {

/// What a lane said in a round, as its path holds it now.
struct RoundAnswer
{
    LaneId lane;
    MessageId reply; ///< the first of its turn
};

// The answers of a replay stand beside those that it replays: see pairedRound().

/// The round that the newest answer on any lane's path belongs to; none: nothing was said yet.
[[nodiscard]] RoundId newestRound(const Conversation &conversation);
/// The complete answers of a round, in the order in which their lanes are shown. One is no
/// comparison.
[[nodiscard]] QList<RoundAnswer> answersIn(const Conversation &conversation, RoundId round);
/// The vote for `winner` among these answers (none with an outcome that has no winner); nothing
/// where there are fewer than two of them, or where a blind vote is given already. A vote under a
/// veil is blind, and lifts it.
[[nodiscard]] Changes changesToVote(const Conversation &conversation, RoundId round,
                                    VoteOutcome outcome, LaneId winner, qint64 nowMs);

} // namespace app
