// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/round_planner.h"

namespace app {

Message plannedPrompt(const Parts &parts, MessageId parent, RoundId round, qint64 nowMs)
{
    Message message;
    message.id = MessageId::next();
    message.parent = parent;
    message.role = Role::User;
    message.parts = parts;
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

RoundId RoundPlanner::addRound(RoundKind kind)
{
    const Round round{RoundId::next(), kind, m_nowMs};
    m_plan.changes.append(PutRound{round});
    return round.id;
}

MessageId RoundPlanner::addPrompt(const Parts &parts, MessageId parent, RoundId round)
{
    const Message message = plannedPrompt(parts, parent, round, m_nowMs);
    m_plan.changes.append(PutMessage{message});
    return message.id;
}

TurnId RoundPlanner::addTurn(LaneId lane, RoundId round, const QJsonObject &coordinates)
{
    const TurnRecord turn{TurnId::next(), round, lane, coordinates};
    m_plan.changes.append(PutTurn{turn});
    return turn.id;
}

void RoundPlanner::addReply(const Lane &lane, TurnId turn, RoundId round, MessageId answers,
                            bool continues, const Omission &omission)
{
    const Run run = plannedRun(lane, turn, m_nowMs);
    m_plan.changes.append(PutRun{run});
    Message reply = plannedReply(run, round, answers);
    if (continues)
        reply.continues = answers;
    m_plan.changes.append(PutMessage{reply});
    if (lane.id) {
        Lane moved = lane;
        moved.head = reply.id;
        m_plan.changes.append(PutLane{moved});
    }
    const bool makesCalls = lane.id.isValid();
    m_plan.turns.append({lane, turn, run.id, reply.id, answers, continues, omission, makesCalls});
}

} // namespace app
