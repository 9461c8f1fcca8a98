// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/lane_changes.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

int firstFreeLetter(const QList<Lane> &lanes)
{
    int letter = 0;
    while (std::any_of(lanes.begin(), lanes.end(),
                       [&](const Lane &lane) { return lane.letter == letter; }))
        ++letter;
    return letter;
}

/// Rows for those lanes whose place changed, and the count in the list of conversations.
Changes placed(const Conversation &conversation, const QList<Lane> &order)
{
    Changes changes;
    for (int position = 0; position < order.size(); ++position) {
        Lane lane = order.at(position);
        const bool isNew = !conversation.lane(lane.id);
        if (lane.position == position && !isNew)
            continue;
        lane.position = position;
        changes.append(PutLane{lane});
    }
    ConversationSummary summary = conversation.summary();
    summary.laneCount = static_cast<int>(order.size());
    changes.append(PutConversation{summary});
    return changes;
}

} // namespace

AddedLane changesToAddLane(const Conversation &conversation, LaneId beside,
                           const QString &providerId, const QString &model)
{
    const Lane *left = conversation.lane(beside);
    if (!left)
        return {};
    QList<Lane> order = conversation.lanes();
    Lane added = *left;
    added.id = LaneId::next();
    added.letter = firstFreeLetter(order);
    added.detached = false;
    added.providerId = providerId;
    added.model = model;
    order.insert(left->position + 1, added);
    return {added.id, placed(conversation, order)};
}

Changes changesToRemoveLane(const Conversation &conversation, LaneId lane)
{
    QList<Lane> order = conversation.lanes();
    order.removeIf([&](const Lane &each) { return each.id == lane; });
    Changes changes{RemoveLane{lane}};
    changes.append(placed(conversation, order));
    if (order.size() == 1 && order.first().detached) {
        order.first().position = 0;
        order.first().detached = false; // there is nothing to be apart from
        changes.append(PutLane{order.first()});
    }
    QList<Prompt> queue = conversation.queue();
    if (queue.removeIf([&](const Prompt &prompt) { return prompt.lane == lane; }) > 0)
        changes.append(PutQueue{queue});
    return changes;
}

Changes changesToRestoreLane(const Conversation &conversation, const Lane &lane)
{
    if (conversation.lane(lane.id))
        return {};
    QList<Lane> order = conversation.lanes();
    Lane restored = lane;
    const bool isTaken = std::any_of(
        order.begin(), order.end(), [&](const Lane &other) { return other.letter == lane.letter; });
    if (isTaken)
        restored.letter = firstFreeLetter(order);
    if (conversation.summary().sameSettings && !order.isEmpty())
        takeSettings(restored, order.first());
    order.insert(std::clamp<qsizetype>(lane.position, 0, order.size()), restored);
    return placed(conversation, order);
}

Changes changesToMoveLane(const Conversation &conversation, LaneId lane, int position)
{
    const Lane *moved = conversation.lane(lane);
    QList<Lane> order = conversation.lanes();
    if (!moved || position < 0 || position >= order.size() || position == moved->position)
        return {};
    order.move(moved->position, position);
    return placed(conversation, order);
}

Changes changesToDetachLane(const Conversation &conversation, LaneId lane, bool detached)
{
    const Lane *known = conversation.lane(lane);
    if (!known || known->detached == detached)
        return {};
    Lane changed = *known;
    changed.detached = detached;
    return {PutLane{changed}};
}

Changes changesToWidenLanes(const Conversation &conversation, const QHash<LaneId, int> &widths)
{
    Changes changes;
    for (Lane lane : conversation.lanes()) {
        const int width = widths.value(lane.id, lane.width);
        if (std::exchange(lane.width, width) != width)
            changes.append(PutLane{lane});
    }
    return changes;
}

Changes changesToEqualSettings(const Conversation &conversation, const Lane &pattern)
{
    Changes changes;
    for (const Lane &lane : conversation.lanes()) {
        Lane equal = lane;
        takeSettings(equal, pattern);
        if (lane.id != pattern.id && equal != lane)
            changes.append(PutLane{equal});
    }
    return changes;
}

void takeSettings(Lane &lane, const Lane &from)
{
    lane.parameters = from.parameters;
    lane.sendAnyway = from.sendAnyway;
    lane.extraJson = from.extraJson;
    lane.systemPrompt = from.systemPrompt;
    lane.tools = from.tools;
}

} // namespace app
