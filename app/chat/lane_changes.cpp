// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/lane_changes.h"

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
    return changes;
}

} // namespace app
