// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/turn_plan.h"

#include "app/chat/chat.h"

namespace app {

namespace {

Parts partsOf(const Prompt &prompt)
{
    Parts parts;
    for (const ImagePart &image : prompt.images)
        parts.append(image);
    if (!prompt.text.isEmpty())
        parts.append(TextPart{prompt.text.toUtf8()});
    return parts;
}

/// Collects the rows of a round in the order in which they refer to each other.
class RoundPlanner
{
public:
    explicit RoundPlanner(qint64 nowMs) : m_nowMs(nowMs) { }

    RoundId addRound()
    {
        const Round round{RoundId::next(), RoundKind::Chat, m_nowMs};
        m_plan.changes.append(PutRound{round});
        return round.id;
    }

    MessageId addPrompt(const Prompt &prompt, MessageId parent, RoundId round)
    {
        const Message message = plannedPrompt(prompt, parent, round, m_nowMs);
        m_plan.changes.append(PutMessage{message});
        return message.id;
    }

    TurnId addTurn(const Lane &lane, RoundId round)
    {
        const TurnRecord turn{TurnId::next(), round, lane.id, {}};
        m_plan.changes.append(PutTurn{turn});
        return turn.id;
    }

    void addReply(const Lane &lane, TurnId turn, RoundId round, MessageId answers,
                  bool continues = false, const Omission &omission = {})
    {
        const Run run = plannedRun(lane, turn, m_nowMs);
        m_plan.changes.append(PutRun{run});
        Message reply = plannedReply(run, round, answers);
        if (continues)
            reply.continues = answers;
        m_plan.changes.append(PutMessage{reply});
        moveHead(lane, reply.id);
        m_plan.turns.append({lane, turn, run.id, reply.id, answers, continues, omission});
    }

    void moveHead(Lane lane, MessageId head)
    {
        lane.head = head;
        m_plan.changes.append(PutLane{lane});
    }

    [[nodiscard]] RoundPlan take() { return std::move(m_plan); }

private:
    qint64 m_nowMs;
    RoundPlan m_plan;
};

/// The reply that a chain of continuations began with.
MessageId beginning(const Conversation &conversation, MessageId reply)
{
    for (const Message *message = conversation.message(reply); message && message->continues;
         message = conversation.message(reply))
        reply = message->continues;
    return reply;
}

} // namespace

Message plannedPrompt(const Prompt &prompt, MessageId parent, RoundId round, qint64 nowMs)
{
    Message message;
    message.id = MessageId::next();
    message.parent = parent;
    message.role = Role::User;
    message.parts = partsOf(prompt);
    message.createdMs = nowMs;
    message.round = round;
    return message;
}

Run plannedRun(const Lane &lane, TurnId turn, qint64 nowMs)
{
    Run run;
    run.id = RunId::next();
    run.turn = turn;
    run.lane = lane.id;
    run.providerId = lane.providerId;
    run.model = lane.model;
    run.startedMs = nowMs;
    run.version = QStringLiteral(DIPTYCH_VERSION);
    return run;
}

Message plannedReply(const Run &run, RoundId round, MessageId answers)
{
    Message reply;
    reply.id = MessageId::next();
    reply.parent = answers;
    reply.role = Role::Assistant;
    reply.state = MessageState::Streaming;
    reply.createdMs = run.startedMs;
    reply.round = round;
    reply.turn = run.turn;
    reply.run = run.id;
    return reply;
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
            promptBelow.insert(head, planner.addPrompt(prompt, head, round));
    }
    for (const LaneId id : lanes) {
        const Lane &lane = *conversation.lane(id);
        planner.addReply(lane, planner.addTurn(lane, round), round, promptBelow.value(lane.head));
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
    const MessageId sibling = planner.addPrompt(prompt, original->parent, round);
    for (const Lane &lane : conversation.lanes()) {
        if (conversation.path(lane.id).contains(edited))
            planner.addReply(lane, planner.addTurn(lane, round), round, sibling);
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
    RoundPlanner planner(nowMs);
    if (reply->continues) {
        planner.addReply(*lane, reply->turn, reply->round, reply->parent, true, omission);
    } else {
        planner.addReply(*lane, planner.addTurn(*lane, reply->round), reply->round, reply->parent,
                         false, omission);
    }
    return planner.take();
}

MessageId answeredIn(const Conversation &conversation, LaneId lane, RoundId round)
{
    // From the end: rounds that are asked again are mostly new.
    MessageId answered;
    const QList<MessageId> &path = conversation.path(lane);
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const Message *message = conversation.message(*it);
        const bool isReply = message && message->role != Role::User && message->round == round;
        if (isReply)
            answered = message->parent;
        else if (answered)
            break;
    }
    return answered;
}

RoundPlan planRoundAgain(const Conversation &conversation, RoundId round, qint64 nowMs)
{
    RoundPlanner planner(nowMs);
    for (const Lane &lane : conversation.lanes()) {
        if (const MessageId prompt = answeredIn(conversation, lane.id, round))
            planner.addReply(lane, planner.addTurn(lane, round), round, prompt);
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
    RoundPlanner planner(nowMs);
    planner.addReply(*lane, reply->turn, reply->round, replyId, true);
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
    planner.addReply(*lane, planner.addTurn(*lane, round), round, answers);
    return planner.take();
}

Changes planEditedAnswer(const Conversation &conversation, LaneId laneId, MessageId answer,
                         const QString &text, qint64 nowMs)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *original = conversation.message(beginning(conversation, answer));
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
    edited.turn = planner.addTurn(*lane, original->round);
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
    if (const Lane *lane = conversation.lane(laneId))
        features.parameters = lane->parameters.names() + lane->extraJson.keys();
    for (const MessageId id : pathTo(conversation, reply)) {
        const Parts &parts = conversation.message(id)->parts;
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
    if (!run || !run->error || run->error->kind != ErrorKind::Unsupported)
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
