// SPDX-License-Identifier: GPL-3.0-or-later
// The loop of a turn: tools are offered, called, and what they gave is answered to.
#include "app/base/when_done.h"
#include "app/chat/conversation_writer.h"
#include "app/chat/reply_writer.h"
#include "app/chat/round_planner.h"
#include "app/chat/run_permit.h"
#include "app/chat/tool_step.h"
#include "app/chat/turn.h"
#include "app/settings/settings.h"
#include "app/tools/tool_registry.h"

#include <QFuture>

namespace app {

namespace {

QStringList namesOf(const OfferedTools &tools)
{
    QStringList names;
    for (const OfferedTool &tool : tools)
        names.append(tool.wireName);
    return names;
}

} // namespace

CallRound *Turn::calls() const
{
    const bool areMade = m_state == TurnState::ToolsRunning || m_state == TurnState::ToolsPending;
    return m_tools && areMade ? m_tools->round() : nullptr;
}

/// Those of the request's own come first, as they are; a person answers them.
void Turn::offerTools()
{
    m_offered.clear();
    const bool isWanted = m_dependencies.tools && !m_plan.lane.tools.isEmpty()
                          && !m_plan.omission.parameters.contains(QStringLiteral("tools"));
    if (!isWanted)
        return prepareRequest();
    const OfferedTools own = handToolsFromJson(m_plan.lane.parameters.value(u"tools").toArray());
    whenDone(m_dependencies.tools->offer(m_plan.lane.tools, namesOf(own)), this,
             [this, own](const Result<OfferedTools> &offered) {
                 if (m_state != TurnState::Preparing)
                     return;
                 if (!offered)
                     return failBeforeRequest(offered.error());
                 m_offered = own + *offered;
                 prepareRequest();
             });
}

/// The request's own stay as the user wrote them.
QJsonArray Turn::offeredJson() const
{
    QJsonArray tools = m_plan.lane.parameters.value(u"tools").toArray();
    OfferedTools others = m_offered;
    others.removeIf([](const OfferedTool &each) { return each.tool.ref.source.isEmpty(); });
    for (const QJsonValue &tool : toolsToJson(others))
        tools.append(tool);
    return tools;
}

/// Whether the run that has finished is followed by calls. Calls of a lane that offers nothing end
/// its turn, as do those of an answer that was cut.
bool Turn::mayMakeCalls() const
{
    const Choice &first = m_outcome.choices.first();
    return !m_offered.isEmpty() && m_outcome.status == RunStatus::Complete
           && !first.toolCalls.isEmpty() && first.finishReason != QLatin1StringView("length")
           && m_toolRounds < m_dependencies.settings.preferences().toolRounds;
}

/// Of a reply that was there before this turn, the tools are to be found first.
void Turn::takeUpCalls()
{
    if (!m_plan.takesUpCalls || m_toolRounds > 0 || !m_dependencies.tools)
        return makeCalls();
    const OfferedTools own = handToolsFromJson(m_plan.lane.parameters.value(u"tools").toArray());
    whenDone(m_dependencies.tools->offer(m_plan.lane.tools, namesOf(own)), this,
             [this, own](const Result<OfferedTools> &offered) {
                 if (m_state != TurnState::ToolsRunning)
                     return;
                 if (offered) {
                     m_offered = own + *offered;
                     return makeCalls();
                 }
                 m_callsError = offered.error();
                 m_outcome.status = RunStatus::Failed;
                 advance(TurnEvent::Stopped);
             });
}

void Turn::makeCalls()
{
    ++m_toolRounds;
    m_tools = new ToolStep(m_conversation, m_writer, m_dependencies, m_plan.reply, this);
    connect(m_tools, &ToolStep::changed, this, &Turn::callMoved);
    connect(m_tools, &ToolStep::finished, this, &Turn::goOn);
    m_tools->start(m_offered);
}

void Turn::callMoved()
{
    const QPointer<Turn> self(this);
    advance(m_tools->round()->waitsForUser() ? TurnEvent::UserAwaited : TurnEvent::UserDone);
    if (self)
        emit callsChanged();
}

void Turn::goOn()
{
    const MessageId results = m_tools->message();
    m_tools->deleteLater(); // its signal is on the stack
    m_tools = nullptr;
    if (m_permit)
        m_permit->deleteLater();
    m_permit = nullptr;
    planNextRun(results);
}

/// A reply to the results, committed before its request leaves, as a prompt is.
void Turn::planNextRun(MessageId results)
{
    const Message &answered = *m_conversation.message(results);
    const qint64 now = m_dependencies.clock.nowMs();
    m_run = plannedRun(m_plan.lane, m_plan.turn, now);
    const Message reply = plannedReply(m_run, answered.round, results);
    m_plan.run = m_run.id;
    m_plan.reply = reply.id;
    m_plan.answers = results;
    m_plan.continues = false;
    m_plan.again = {};
    Changes changes{PutRun{m_run}, PutMessage{reply}};
    // As it is by now: its settings may have been changed meanwhile.
    const Lane *lane = m_conversation.lane(m_plan.lane.id);
    if (lane && lane->head == results) {
        Lane moved = *lane;
        moved.head = reply.id;
        changes.append(PutLane{moved});
    }
    const QFuture<Result<void>> commit =
        m_writer.commit(std::move(changes), Store::Urgency::Prompt);
    m_replies->deleteLater();
    m_replies = new ReplyWriter(m_conversation, m_writer, reply, this);
    m_request = {};
    m_outcome = {};
    m_estimateUsd.reset();
    m_isRunOpen = true;
    m_activity.reply = reply.id;
    m_activity.attempt = 0;
    whenDone(commit, this, [this](const Result<void> &outcome) { saved(outcome); });
    advance(TurnEvent::ResultsArrived);
}

} // namespace app
