// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/chat/replay.h"
#include "app/chat/turn_plan.h"
#include "app/settings/provider.h"

namespace app {

/// What the user wants to see again.
struct ReplayOrder
{
    LaneId original;
    Lane settings; ///< model, parameters, system prompt; all else of it is of no account
    ReplayHistory history = ReplayHistory::Own;
};

/// The lane of a replay and its first turn. Without turns: there is nothing to replay.
struct PlannedReplay
{
    LaneId lane;
    RoundPlan plan;
};

/// A lane to the right of the original with its first prompt. While the settings of all lanes are
/// kept the same, it has those too.
[[nodiscard]] PlannedReplay planReplay(const Conversation &conversation, const ReplayOrder &order,
                                       qint64 nowMs);
/// What comes next in the replay of a lane: the last prompt again where its answer failed, else the
/// one after it. Without turns: the replay is done, or there is none.
[[nodiscard]] RoundPlan planReplayStep(const Conversation &conversation, LaneId lane, qint64 nowMs);

/// USD for all requests of a replay, guessed on the high side, as if the new answers were as long
/// as the old ones before them; nothing where no price is known.
[[nodiscard]] std::optional<double> replayCost(const Conversation &conversation,
                                               const ReplayOrder &order, const ModelInfo &model,
                                               const Provider &provider);

} // namespace app
