// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn_plan.h"

class QRandomGenerator;

namespace app {

// A blind round is veiled until its names show. As long as any round is veiled, no lane of the
// conversation may be told from another: they stand in the order of the newest veiled round and
// have its letters.

/// A lane under the letter that it is shown with.
struct ShownLane
{
    LaneId lane;
    int letter = 0; ///< 0 = A

    bool operator==(const ShownLane &) const = default;
};

/// All lanes in the order in which they stand: by position, with letters of their own; under a veil
/// those of the veiled round first (A, B, …), then the others.
[[nodiscard]] QList<ShownLane> shownLanes(const Conversation &conversation);
/// 0 for an unknown lane.
[[nodiscard]] int shownLetter(const Conversation &conversation, LaneId lane);

/// Whether it belongs to a round whose names are hidden.
[[nodiscard]] bool isVeiled(const Conversation &conversation, const Message &message);

enum class Answers { Shown, HeldBack };

/// The path of a lane as far as it gives nothing away: of what was said before the veiled round,
/// the messages that all its lanes share and the prompts that went to all of them. `answers`: those
/// of the veiled round. The whole path where no round is veiled, or where the lane is not in it.
[[nodiscard]] QList<MessageId> shownPath(const Conversation &conversation, LaneId lane,
                                         Answers answers);

/// Puts a new round under a veil, its lanes in a random order: in blind mode, and as long as
/// another round is veiled. Nothing for one lane alone, which cannot be blind.
[[nodiscard]] Changes changesToVeil(const Conversation &conversation, const RoundPlan &plan,
                                    QRandomGenerator &random);
/// The names of all veiled rounds show.
[[nodiscard]] Changes changesToReveal(const Conversation &conversation, qint64 nowMs);

} // namespace app
