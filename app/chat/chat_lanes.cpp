// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked again, where lanes go on from, and the lanes themselves.
#include "app/chat/chat_private.h"
#include "app/chat/lane_changes.h"

#include <algorithm>

namespace app {

void Chat::retry(LaneId lane, MessageId reply)
{
    d->stopBeforeAnother(lane);
    d->resumeReplay(lane, reply);
    d->begin(planRetry(*d->conversation, lane, reply, {}, d->now()));
}

void Chat::runAgain(LaneId lane, MessageId reply)
{
    d->stopBeforeAnother(lane);
    d->resumeReplay(lane, reply);
    d->begin(planAgain(*d->conversation, lane, reply, d->now()));
}

void Chat::retryRound(RoundId round)
{
    for (const Lane &lane : QList<Lane>(d->conversation->lanes())) {
        if (answeredIn(*d->conversation, lane.id, round))
            d->stopBeforeAnother(lane.id);
    }
    d->begin(planRoundAgain(*d->conversation, round, d->now()));
}

void Chat::retryWithout(LaneId lane, MessageId reply, const Error &error)
{
    d->stopBeforeAnother(lane);
    d->resumeReplay(lane, reply);
    const Omission refused = omissionFor(error, requestedFeatures(*d->conversation, lane, reply));
    d->begin(planRetry(*d->conversation, lane, reply, refused, d->now()));
}

void Chat::continueReply(LaneId lane, MessageId reply)
{
    d->stopBeforeAnother(lane);
    d->resumeReplay(lane, reply);
    d->begin(planContinuation(*d->conversation, lane, reply, d->now()));
}

bool Chat::editPrompt(MessageId prompt, const Prompt &edited)
{
    if (edited.isEmpty())
        return false;
    for (const Lane &lane : QList<Lane>(d->conversation->lanes())) {
        if (d->conversation->path(lane.id).contains(prompt))
            d->stopBeforeAnother(lane.id);
    }
    RoundPlan plan = planEditedPrompt(*d->conversation, prompt, edited, d->now());
    const bool isSent = !plan.turns.isEmpty();
    d->veil(plan);
    d->begin(std::move(plan));
    return isSent;
}

bool Chat::editAnswer(LaneId lane, MessageId answer, const QString &text)
{
    const bool stopped = d->stopBeforeAnother(lane);
    const Changes changes = planEditedAnswer(*d->conversation, lane, answer, text, d->now());
    if (!changes.isEmpty())
        d->writer.commit(changes);
    if (stopped)
        d->goOn();
    return !changes.isEmpty();
}

void Chat::showBranch(LaneId lane, MessageId sibling)
{
    if (d->conversation->message(sibling))
        moveHeads({{lane, d->conversation->tip(lane, sibling)}});
}

void Chat::moveHeads(const QHash<LaneId, MessageId> &heads)
{
    Changes changes;
    for (const Lane &lane : d->conversation->lanes()) {
        const auto head = heads.constFind(lane.id);
        if (head == heads.cend() || *head == lane.head || d->turn(lane.id))
            continue;
        Lane moved = lane;
        moved.head = *head;
        changes.append(PutLane{moved});
    }
    if (!changes.isEmpty())
        d->writer.commit(changes);
}

void Chat::goOnWith(LaneId lane, MessageId answer)
{
    const MessageId end = endOfTurn(*d->conversation, lane, answer);
    if (!end)
        return;
    bool stopped = false;
    QHash<LaneId, MessageId> heads;
    for (const Lane &each : QList<Lane>(d->conversation->lanes())) {
        if (each.detached && each.id != lane)
            continue;
        stopped = d->stopBeforeAnother(each.id) || stopped;
        heads.insert(each.id, end);
    }
    moveHeads(heads);
    if (stopped)
        d->goOn();
}

LaneId Chat::addLane(LaneId beside, const QString &providerId, const QString &model)
{
    const auto added = changesToAddLane(*d->conversation, beside, providerId, model);
    d->change(added.changes);
    return added.lane;
}

void Chat::removeLane(LaneId lane)
{
    if (d->conversation->lanes().size() < 2 || !d->conversation->lane(lane))
        return;
    // What is queued waits until the lane is gone: nobody could stop what it begins there.
    const bool stopped = d->stopBeforeAnother(lane);
    d->choices.stop(lane);
    d->change(changesToRemoveLane(*d->conversation, lane));
    d->held.remove(lane);
    if (stopped)
        d->goOn();
}

void Chat::arrangeLanes(const Changes &changes)
{
    if (!changes.isEmpty())
        d->change(changes);
}

void Chat::updateLane(const Lane &lane)
{
    const Lane *known = d->conversation->lane(lane.id);
    if (!known)
        return;
    Lane updated = *known;
    updated.providerId = lane.providerId;
    updated.model = lane.model;
    takeSettings(updated, lane);
    Changes changes;
    if (updated != *known)
        changes.append(PutLane{updated});
    if (d->conversation->summary().sameSettings)
        changes += changesToEqualSettings(*d->conversation, updated);
    arrangeLanes(changes);
}

void Chat::setSameSettings(bool same, LaneId pattern)
{
    const Lane *lane = d->conversation->lane(pattern);
    ConversationSummary summary = d->conversation->summary();
    if (!lane || summary.sameSettings == same)
        return;
    summary.sameSettings = same;
    Changes changes{PutConversation{summary}};
    if (same)
        changes += changesToEqualSettings(*d->conversation, *lane);
    d->change(changes);
}

} // namespace app
