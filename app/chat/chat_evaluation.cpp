// SPDX-License-Identifier: GPL-3.0-or-later
// Replays, and judges of a round.
#include "app/chat/chat_private.h"
#include "app/chat/judge_plan.h"
#include "app/chat/replay_plan.h"

namespace app {

void Chat::Private::replayNext(LaneId lane)
{
    RoundPlan step = planReplayStep(*conversation, lane, now());
    if (step.turns.isEmpty())
        replaying.remove(lane);
    else
        begin(std::move(step));
}

/// What it was halted by is asked again.
void Chat::Private::resumeReplay(LaneId lane, MessageId reply)
{
    if (haltsReplay(*conversation, lane, reply))
        replaying.insert(lane);
}

LaneId Chat::replay(const ReplayOrder &order)
{
    PlannedReplay planned = planReplay(*d->conversation, order, d->now());
    if (planned.plan.turns.isEmpty())
        return {};
    d->replaying.insert(planned.lane);
    d->begin(std::move(planned.plan));
    return planned.lane;
}

void Chat::goOnWithReplay(LaneId lane)
{
    if (d->turn(lane))
        return;
    d->replaying.insert(lane);
    d->replayNext(lane);
}

bool Chat::isReplaying(LaneId lane) const
{
    return d->replaying.contains(lane);
}

RoundId Chat::judge(const JudgeOrder &order)
{
    RoundPlan plan = planJudging(*d->conversation, order, d->now());
    if (plan.turns.isEmpty())
        return {};
    plan.changes.prepend(PutConversation{d->changedNow()});
    const RoundId judging = d->judges.start(std::move(plan));
    emit activityChanged({});
    return judging;
}

void Chat::judgeAgain(RoundId judging)
{
    if (d->judges.isBusy(judging))
        return;
    RoundPlan plan = planJudgingAgain(*d->conversation, judging, d->now());
    if (plan.turns.isEmpty())
        return;
    d->judges.start(std::move(plan));
    emit activityChanged({});
}

JudgeRuns &Chat::judgeRuns() const
{
    return d->judges;
}

} // namespace app
