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
[[nodiscard]] Changes changesToRemoveLane(const Conversation &conversation, LaneId lane);

} // namespace app
