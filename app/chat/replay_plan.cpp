// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/replay_plan.h"

#include "app/chat/lane_changes.h"
#include "app/chat/round_planner.h"
#include "app/chat/spending.h"

#include <QJsonObject>

#include <algorithm>

namespace app {

namespace {

/// The changes of a plan without those to its lane: that one is put as a whole.
RoundPlan roundOf(const Conversation &conversation, const Lane &lane, const ReplayPlace &place,
                  qint64 nowMs)
{
    RoundPlanner planner(nowMs);
    const RoundId round = planner.addRound(RoundKind::Replay);
    const Message &original = *conversation.message(place.prompt);
    const MessageId prompt = planner.addPrompt(original.parts, lane.head, round);
    const TurnId turn = planner.addTurn(lane.id, round, coordinatesOf(place));
    planner.addReply(lane, turn, round, prompt, false, place.omission);
    return planner.take();
}

/// The lane among the changes that add it, to be altered.
Lane *addedLane(Changes &changes, LaneId id)
{
    for (Change &change : changes) {
        auto *put = std::get_if<PutLane>(&change);
        if (put && put->lane.id == id)
            return &put->lane;
    }
    return nullptr;
}

} // namespace

PlannedReplay planReplay(const Conversation &conversation, const ReplayOrder &order, qint64 nowMs)
{
    const Lane *original = conversation.lane(order.original);
    const QList<MessageId> prompts =
        original ? promptsOf(conversation, original->head) : QList<MessageId>();
    if (prompts.isEmpty())
        return {};
    AddedLane added = changesToAddLane(conversation, order.original, order.settings.providerId,
                                       order.settings.model);
    Lane *lane = addedLane(added.changes, added.lane);
    if (!lane)
        return {};
    lane->head = {};
    if (!conversation.summary().sameSettings)
        takeSettings(*lane, order.settings);
    RoundPlan plan =
        roundOf(conversation, *lane, {prompts.first(), original->head, order.history, {}}, nowMs);
    plan.changes = added.changes + plan.changes;
    return {added.lane, plan};
}

RoundPlan planReplayStep(const Conversation &conversation, LaneId laneId, qint64 nowMs)
{
    const auto progress = replayProgress(conversation, laneId);
    if (!progress || progress->isDone())
        return {};
    const Lane &lane = *conversation.lane(laneId);
    ReplayPlace place = *replayPlace(conversation, conversation.message(lane.head)->turn);
    const QList<MessageId> prompts = promptsOf(conversation, place.end);
    const MessageId next = prompts.at(progress->answered);
    if (next == place.prompt)
        return planRetry(conversation, laneId, lane.head, {}, nowMs);
    place.prompt = next;
    return roundOf(conversation, lane, place, nowMs);
}

std::optional<double> replayCost(const Conversation &conversation, const ReplayOrder &order,
                                 const ModelInfo &model, const Provider &provider)
{
    const Lane *original = conversation.lane(order.original);
    if (!original)
        return {};
    const QJsonObject parameters = order.settings.parameters.toJson();
    RequestSize size{order.settings.systemPrompt.toUtf8().size()};
    double sum = 0;
    for (const MessageId id : pathTo(conversation, original->head)) {
        const Message &message = *conversation.message(id);
        size.textBytes += textOf(message.parts).size();
        size.images += int(std::ranges::count_if(message.parts, [](const Part &part) {
            return std::holds_alternative<ImagePart>(part);
        }));
        if (message.role != Role::User)
            continue;
        const auto cost = estimateCost(size, parameters, model, provider);
        if (!cost)
            return {};
        sum += *cost;
    }
    return sum;
}

} // namespace app
