// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

namespace app {

struct AddedLane
{
    LaneId lane; ///< none where there is no lane to stand beside
    Changes changes;
};

/// A copy of `beside` with another model, to its right; its letter is the first free one.
[[nodiscard]] AddedLane changesToAddLane(const Conversation &conversation, LaneId beside,
                                         const QString &providerId, const QString &model);
/// What was queued for it goes with it.
[[nodiscard]] Changes changesToRemoveLane(const Conversation &conversation, LaneId lane);
/// Puts a removed lane back where it was; with another letter where its own was given away.
[[nodiscard]] Changes changesToRestoreLane(const Conversation &conversation, const Lane &lane);
/// `position`: among all lanes, the moved one included.
[[nodiscard]] Changes changesToMoveLane(const Conversation &conversation, LaneId lane,
                                        int position);
[[nodiscard]] Changes changesToDetachLane(const Conversation &conversation, LaneId lane,
                                          bool detached);
[[nodiscard]] Changes changesToWidenLanes(const Conversation &conversation,
                                          const QHash<LaneId, int> &widths);
/// Parameters, system prompt and tools of every other lane become those of `pattern`.
[[nodiscard]] Changes changesToEqualSettings(const Conversation &conversation, const Lane &pattern);

/// All that a lane sends besides messages and model.
void takeSettings(Lane &lane, const Lane &from);

} // namespace app
