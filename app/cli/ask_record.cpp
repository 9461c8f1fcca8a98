// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_record.h"

#include "app/chat/prompt_title.h"
#include "app/chat/reply_writer.h"
#include "app/chat/round_planner.h"

namespace app {

namespace {

ConversationRecord emptyConversation(const Lane &lane, const QList<Message> &messages, qint64 nowMs)
{
    ConversationRecord record;
    record.summary.id = ConversationId::next();
    record.summary.createdMs = nowMs;
    record.summary.changedMs = nowMs;
    for (const Message &message : messages) {
        if (message.role == Role::User && record.summary.title.isEmpty())
            record.summary.title = titleFromPrompt(QString::fromUtf8(textOf(message.parts)));
    }
    record.lanes = {lane};
    return record;
}

/// The run has an id and a turn by the plan; what was asked comes from outside.
Run withPlannedIds(Run run, const Run &planned)
{
    run.id = planned.id;
    run.turn = planned.turn;
    run.lane = planned.lane;
    return run;
}

} // namespace

AskRecord::AskRecord(const Lane &lane, const QList<Message> &messages, qint64 nowMs)
    : m_conversation(std::make_unique<Conversation>(emptyConversation(lane, messages, nowMs)))
{
    const Round given{RoundId::next(), RoundKind::Chat, nowMs};
    Changes changes{PutConversation{m_conversation->summary()}, PutLane{lane}, PutRound{given}};
    for (Message message : messages) {
        message.round = given.id;
        changes.append(PutMessage{message});
    }
    m_conversation->apply(changes);
    m_plan = planReply(*m_conversation, lane.id, messages.last().id, nowMs);
    m_conversation->apply(m_plan.changes);
    m_plan.changes = changes + m_plan.changes;
    m_turn = m_plan.turns.first();
}

AskRecord::~AskRecord() = default;

ConversationId AskRecord::conversation() const
{
    return m_conversation->id();
}

RunId AskRecord::run() const
{
    return m_turn.run;
}

Changes AskRecord::beginning(const Run &asked) const
{
    Changes changes = m_plan.changes;
    changes.append(PutRun{withPlannedIds(asked, *m_conversation->run(m_turn.run))});
    return changes;
}

Changes AskRecord::nextRun(const Message &given, const Run &asked)
{
    Message results = given;
    const Message &answer = *m_conversation->message(m_turn.reply);
    results.parent = answer.id;
    results.round = answer.round;
    results.turn = m_turn.turn;
    const Run run = withPlannedIds(asked, plannedRun(m_turn.lane, m_turn.turn, asked.startedMs));
    const Message reply = plannedReply(run, answer.round, results.id);
    Lane lane = m_turn.lane;
    lane.head = reply.id;
    m_turn.run = run.id;
    m_turn.reply = reply.id;
    m_turn.answers = results.id;
    const Changes changes{PutMessage{results}, PutRun{run}, PutMessage{reply}, PutLane{lane}};
    m_conversation->apply(changes);
    return changes;
}

FoldedReplies AskRecord::end(const Run &run, const RunOutcome &outcome) const
{
    FoldedReplies folded = foldedReplies(*m_conversation->message(m_turn.reply), outcome);
    folded.changes.prepend(PutRun{withPlannedIds(run, *m_conversation->run(m_turn.run))});
    m_conversation->apply(folded.changes);
    return folded;
}

void AskRecord::goOn(AskAnswers::Kind kind, qint64 nowMs)
{
    if (kind == AskAnswers::Kind::Piece) {
        m_plan = planContinuation(*m_conversation, m_turn.lane.id, m_turn.reply, nowMs);
        m_turn = m_plan.turns.first();
    } else {
        const RoundId round = m_conversation->message(m_turn.reply)->round;
        const Run run = plannedRun(m_turn.lane, m_turn.turn, nowMs);
        const Message reply = plannedReply(run, round, m_turn.answers);
        m_turn.run = run.id;
        m_turn.reply = reply.id;
        m_plan = {{PutRun{run}, PutMessage{reply}}, {m_turn}};
    }
    m_conversation->apply(m_plan.changes);
}

} // namespace app
