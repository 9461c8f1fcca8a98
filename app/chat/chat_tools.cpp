// SPDX-License-Identifier: GPL-3.0-or-later
// The calls that turns make, for whoever decides about them.
#include "app/chat/chat_private.h"
#include "app/chat/tool_step.h"
#include "app/settings/settings.h"

#include <algorithm>

namespace app {

namespace {

/// How often the turn has called tools on the way to this reply.
int toolRoundsUpTo(const Conversation &conversation, const Message &reply)
{
    int rounds = 0;
    for (const Message *step = &reply; step && step->turn == reply.turn;
         step = conversation.message(step->parent)) {
        const auto isCall = [](const Part &part) {
            return std::holds_alternative<ToolCallPart>(part);
        };
        if (step->role == Role::Assistant && std::ranges::any_of(step->parts, isCall))
            ++rounds;
    }
    return rounds;
}

} // namespace

CallRound *Chat::Private::callsOf(LaneId lane) const
{
    const Turn *running = turn(lane);
    return running ? running->calls() : nullptr;
}

QList<CallActivity> Chat::calls(LaneId lane) const
{
    const CallRound *round = d->callsOf(lane);
    return round ? round->calls() : QList<CallActivity>();
}

int Chat::waitingCalls(LaneId lane) const
{
    const QList<CallActivity> all = calls(lane);
    return int(std::ranges::count_if(all, &CallActivity::waitsForUser));
}

Result<void> Chat::approveCall(LaneId lane, qsizetype call, const QByteArray &arguments,
                               AfterCall after)
{
    CallRound *round = d->callsOf(lane);
    return round ? round->approve(call, arguments, after) : Result<void>();
}

void Chat::refuseCall(LaneId lane, qsizetype call, const QString &reason)
{
    if (CallRound *round = d->callsOf(lane))
        round->refuse(call, reason);
}

void Chat::answerCall(LaneId lane, qsizetype call, const QByteArray &text, CallRound::Answer kind)
{
    if (CallRound *round = d->callsOf(lane))
        round->answer(call, text, kind);
}

void Chat::acceptResult(LaneId lane, qsizetype call, const QByteArray &text)
{
    if (CallRound *round = d->callsOf(lane))
        round->accept(call, text);
}

void Chat::stopCall(LaneId lane, qsizetype call)
{
    if (CallRound *round = d->callsOf(lane))
        round->stop(call);
}

OpenCalls Chat::openCalls(LaneId laneId) const
{
    const Lane *lane = d->conversation->lane(laneId);
    if (!lane || d->turn(laneId))
        return {};
    const Message *end = d->conversation->message(lane->head);
    const bool someWereMade = end && end->role == Role::Tool;
    const MessageId reply = someWereMade ? end->parent : lane->head;
    const Message *calling = d->conversation->message(reply);
    const auto count = openCallsOf(*d->conversation, reply).size();
    if (!calling || calling->state != MessageState::Complete || (count == 0 && !someWereMade))
        return {};
    const int most = d->dependencies.settings.preferences().toolRounds;
    return {reply, int(count), toolRoundsUpTo(*d->conversation, *calling) > most};
}

void Chat::makeOpenCalls(LaneId lane)
{
    const OpenCalls open = openCalls(lane);
    if (open.reply && d->dependencies.tools)
        d->begin(planOpenCalls(*d->conversation, lane, open.reply));
}

} // namespace app
