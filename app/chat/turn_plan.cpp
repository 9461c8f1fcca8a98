// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/turn_plan.h"

#include "app/chat/chat.h"
#include "app/chat/continuation.h"
#include "app/chat/replay.h"
#include "app/chat/round_planner.h"
#include "app/chat/tool_step.h"

namespace app {

namespace {

/// The coordinates of a turn that does once more what the one of this reply did. A cell of a sweep
/// has its place alone: what is asked again in a lane has the settings of the lane.
QJsonObject coordinatesAgain(const Conversation &conversation, const Message &reply,
                             const Omission &omission = {})
{
    const TurnRecord *turn = conversation.turn(reply.turn);
    auto place = turn ? replayPlace(turn->coordinates) : std::nullopt;
    if (!place)
        return {};
    // What comes after it in the replay would be refused for the same reason.
    place->omission.parameters += omission.parameters;
    place->omission.images |= omission.images;
    return coordinatesOf(*place);
}

/// The lane's reply in this round whose parent is what it answered to; null: it went another way.
const Message *firstReplyIn(const Conversation &conversation, LaneId lane, RoundId round)
{
    // From the end: rounds that are asked again are mostly new.
    const Message *first = nullptr;
    const QList<MessageId> &path = conversation.path(lane);
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const Message *message = conversation.message(*it);
        const bool isReply = message && message->role != Role::User && message->round == round;
        if (isReply)
            first = message;
        else if (first)
            break;
    }
    return first;
}

} // namespace

Parts partsOf(const Prompt &prompt)
{
    Parts parts;
    for (const ImagePart &image : prompt.images)
        parts.append(image);
    if (!prompt.text.isEmpty())
        parts.append(TextPart{prompt.text.toUtf8()});
    return parts;
}

QList<LaneId> lanesFor(const Conversation &conversation, const Prompt &prompt)
{
    QList<LaneId> lanes;
    for (const Lane &lane : conversation.lanes()) {
        if (prompt.lane ? lane.id == prompt.lane : !lane.detached)
            lanes.append(lane.id);
    }
    return lanes;
}

RoundPlan planPrompt(const Conversation &conversation, const Prompt &prompt, qint64 nowMs)
{
    const QList<LaneId> lanes = lanesFor(conversation, prompt);
    if (lanes.isEmpty())
        return {};
    RoundPlanner planner(nowMs);
    const RoundId round = planner.addRound();
    QHash<MessageId, MessageId> promptBelow;
    for (const LaneId id : lanes) {
        const MessageId head = conversation.lane(id)->head;
        if (!promptBelow.contains(head))
            promptBelow.insert(head, planner.addPrompt(partsOf(prompt), head, round));
    }
    for (const LaneId id : lanes) {
        const Lane &lane = *conversation.lane(id);
        planner.addReply(lane, planner.addTurn(lane.id, round), round,
                         promptBelow.value(lane.head));
    }
    return planner.take();
}

RoundPlan planEditedPrompt(const Conversation &conversation, MessageId edited, const Prompt &prompt,
                           qint64 nowMs)
{
    const Message *original = conversation.message(edited);
    if (!original || original->role != Role::User)
        return {};
    RoundPlanner planner(nowMs);
    const RoundId round = planner.addRound();
    const MessageId sibling = planner.addPrompt(partsOf(prompt), original->parent, round);
    for (const Lane &lane : conversation.lanes()) {
        if (conversation.path(lane.id).contains(edited))
            planner.addReply(lane, planner.addTurn(lane.id, round), round, sibling);
    }
    RoundPlan plan = planner.take();
    return plan.turns.isEmpty() ? RoundPlan{} : plan;
}

RoundPlan planRetry(const Conversation &conversation, LaneId laneId, MessageId replyId,
                    const Omission &omission, qint64 nowMs)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *reply = conversation.message(replyId);
    if (!lane || !reply || reply->role != Role::Assistant)
        return {};
    const QJsonObject coordinates = coordinatesAgain(conversation, *reply, omission);
    const auto place = replayPlace(coordinates);
    const Omission &refused = place ? place->omission : omission;
    RoundPlanner planner(nowMs);
    if (reply->continues) {
        planner.addReply(*lane, reply->turn, reply->round, reply->parent, true, refused);
    } else {
        const TurnId turn = planner.addTurn(lane->id, reply->round, coordinates);
        planner.addReply(*lane, turn, reply->round, reply->parent, false, refused);
    }
    return planner.take();
}

RoundPlan planAgain(const Conversation &conversation, LaneId laneId, MessageId replyId,
                    qint64 nowMs)
{
    const Message *reply = conversation.message(replyId);
    const Run *run = reply ? conversation.run(reply->run) : nullptr;
    if (!run)
        return {};
    RoundPlan plan = planRetry(conversation, laneId, replyId, {}, nowMs);
    for (TurnPlan &turn : plan.turns) {
        turn.again = run->id;
        turn.lane.providerId = run->providerId;
        turn.lane.model = run->model;
    }
    for (Change &change : plan.changes) {
        if (auto *put = std::get_if<PutRun>(&change)) {
            put->run.providerId = run->providerId;
            put->run.model = run->model;
        }
    }
    return plan;
}

MessageId answeredIn(const Conversation &conversation, LaneId lane, RoundId round)
{
    const Message *reply = firstReplyIn(conversation, lane, round);
    return reply ? reply->parent : MessageId();
}

RoundPlan planRoundAgain(const Conversation &conversation, RoundId round, qint64 nowMs)
{
    RoundPlanner planner(nowMs);
    for (const Lane &lane : conversation.lanes()) {
        const Message *reply = firstReplyIn(conversation, lane.id, round);
        if (!reply)
            continue;
        const QJsonObject coordinates = coordinatesAgain(conversation, *reply);
        const auto place = replayPlace(coordinates);
        planner.addReply(lane, planner.addTurn(lane.id, round, coordinates), round, reply->parent,
                         false, place ? place->omission : Omission());
    }
    return planner.take();
}

MessageId endOfTurn(const Conversation &conversation, LaneId lane, MessageId reply)
{
    const Message *message = conversation.message(reply);
    const QList<MessageId> &path = conversation.path(lane);
    if (!message || message->role != Role::Assistant || !path.contains(reply))
        return {};
    MessageId end = reply;
    for (qsizetype i = path.indexOf(reply) + 1; i < path.size(); ++i) {
        if (conversation.message(path.at(i))->turn != message->turn)
            break;
        end = path.at(i);
    }
    return end;
}

RoundPlan planContinuation(const Conversation &conversation, LaneId laneId, MessageId replyId,
                           qint64 nowMs)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *reply = conversation.message(replyId);
    if (!lane || !reply || reply->role != Role::Assistant)
        return {};
    const auto place = replayPlace(conversation, reply->turn);
    RoundPlanner planner(nowMs);
    planner.addReply(*lane, reply->turn, reply->round, replyId, true,
                     place ? place->omission : Omission());
    return planner.take();
}

RoundPlan planReply(const Conversation &conversation, LaneId laneId, MessageId answers,
                    qint64 nowMs)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *answered = conversation.message(answers);
    if (!lane || !answered)
        return {};
    RoundPlanner planner(nowMs);
    const RoundId round = answered->round ? answered->round : planner.addRound();
    planner.addReply(*lane, planner.addTurn(lane->id, round), round, answers);
    return planner.take();
}

RoundPlan planOpenCalls(const Conversation &conversation, LaneId laneId, MessageId replyId)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *reply = conversation.message(replyId);
    const bool hasCalls =
        !openCallsOf(conversation, replyId).isEmpty() || resultsOf(conversation, replyId);
    if (!lane || !reply || !hasCalls || !conversation.run(reply->run))
        return {};
    const auto place = replayPlace(conversation, reply->turn);
    TurnPlan plan{*lane,
                  reply->turn,
                  reply->run,
                  reply->id,
                  reply->parent,
                  false,
                  place ? place->omission : Omission(),
                  true};
    plan.takesUpCalls = true;
    return {{}, {plan}};
}

Changes planEditedAnswer(const Conversation &conversation, LaneId laneId, MessageId answer,
                         const QString &text, qint64 nowMs)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *original = conversation.message(firstPiece(conversation, answer));
    if (!lane || !original || original->role != Role::Assistant)
        return {};
    RoundPlanner planner(nowMs);
    Message edited;
    edited.id = MessageId::next();
    edited.parent = original->parent;
    edited.role = Role::Assistant;
    edited.parts = {TextPart{text.toUtf8()}};
    edited.createdMs = nowMs;
    edited.round = original->round;
    edited.turn =
        planner.addTurn(lane->id, original->round, coordinatesAgain(conversation, *original));
    edited.edited = true;
    Changes changes = planner.take().changes;
    changes.append(PutMessage{edited});
    Lane moved = *lane;
    moved.head = edited.id;
    changes.append(PutLane{moved});
    return changes;
}

RequestedFeatures requestedFeatures(const Conversation &conversation, LaneId laneId,
                                    MessageId reply)
{
    RequestedFeatures features;
    if (const Lane *lane = conversation.lane(laneId)) {
        features.parameters = lane->parameters.names() + lane->extraJson.keys();
        if (!lane->tools.isEmpty() && !lane->parameters.isSet(u"tools"))
            features.parameters.append(QStringLiteral("tools"));
    }
    const Message *asked = conversation.message(reply);
    for (const MessageId id : requestPath(conversation, asked ? asked->turn : TurnId(), reply)) {
        const Message *message = conversation.message(id);
        if (message->role == Role::Assistant)
            continue; // its pictures are not sent
        const Parts &parts = message->parts;
        features.images =
            features.images || std::any_of(parts.begin(), parts.end(), [](const Part &part) {
                return std::holds_alternative<ImagePart>(part);
            });
    }
    return features;
}

Omission refusedFeatures(const Conversation &conversation, LaneId lane, MessageId replyId)
{
    const Message *reply = conversation.message(replyId);
    const Run *run = reply ? conversation.run(reply->run) : nullptr;
    if (!run || !run->error || !mayGoWithout(*run->error))
        return {};
    return omissionFor(*run->error, requestedFeatures(conversation, lane, replyId));
}

QList<MessageId> pathTo(const Conversation &conversation, MessageId end)
{
    QList<MessageId> path;
    for (const Message *message = conversation.message(end); message;
         message = conversation.message(message->parent)) {
        if (!message->hidden)
            path.prepend(message->id);
    }
    return path;
}

} // namespace app
