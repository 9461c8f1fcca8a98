// SPDX-License-Identifier: GPL-3.0-or-later
// What follows an answer by itself: the rest of one that was cut, further answers where a server
// gives one at a time. And what is done with the pieces of an answer.
#include "app/catalogue/catalogue.h"
#include "app/chat/chat_private.h"
#include "app/chat/continuation.h"
#include "app/chat/provider_lookup.h"
#include "app/chat/round_planner.h"
#include "app/settings/settings.h"

#include <algorithm>

namespace app {

namespace {

constexpr QStringView kChoices = u"n";

/// How many answers a turn was to bring.
int choicesWanted(const TurnPlan &plan)
{
    const bool asks = !plan.continues && !plan.omission.parameters.contains(kChoices);
    return asks ? std::max(plan.lane.parameters.value(kChoices).toInt(1), 1) : 1;
}

/// The plans of so many further answers beside that one, without its `n`.
QList<TurnPlan> furtherAnswers(const TurnPlan &plan, RoundId round, int count, qint64 nowMs,
                               Changes &changes)
{
    QList<TurnPlan> plans;
    for (int i = 0; i < count; ++i) {
        const Run run = plannedRun(plan.lane, plan.turn, nowMs);
        const Message reply = plannedReply(run, round, plan.answers);
        changes.append(PutRun{run});
        changes.append(PutMessage{reply});
        TurnPlan further = plan;
        further.run = run.id;
        further.reply = reply.id;
        if (!further.omission.parameters.contains(kChoices))
            further.omission.parameters.append(kChoices.toString());
        plans.append(further);
    }
    return plans;
}

RoundId roundOf(const Changes &changes, const TurnPlan &plan)
{
    for (const Change &change : changes) {
        const auto *put = std::get_if<PutMessage>(&change);
        if (put && put->message.id == plan.reply)
            return put->message.round;
    }
    return {};
}

} // namespace

/// As was learnt, or as its dialect has it.
bool Chat::Private::givesOneAnswer(const Lane &lane) const
{
    const Ability several = dependencies.catalogue.model(lane.providerId, lane.model).choices;
    if (several != Ability::Unknown)
        return several == Ability::No;
    const auto provider = findProvider(dependencies.settings, lane.providerId);
    const ParameterSpec *spec = findParameter(kChoices);
    return provider && spec && !takesParameter(provider->dialect, *spec)
           && !lane.sendAnyway.contains(kChoices);
}

/// One request for each answer where the server is known to give no more to one.
QList<TurnPlan> Chat::Private::takeChoicesApart(RoundPlan &plan) const
{
    QList<TurnPlan> beside;
    for (TurnPlan &turn : plan.turns) {
        const int wanted = choicesWanted(turn);
        if (wanted < 2 || !givesOneAnswer(turn.lane))
            continue;
        turn.omission.parameters.append(kChoices.toString());
        beside +=
            furtherAnswers(turn, roundOf(plan.changes, turn), wanted - 1, now(), plan.changes);
    }
    return beside;
}

void Chat::Private::learnOneAnswer(const TurnPlan &plan) const
{
    dependencies.catalogue.learn(plan.lane.providerId, plan.lane.model, &ModelInfo::choices,
                                 Ability::No);
}

/// Asks again, one request for each answer; what was refused is put out of sight.
bool Chat::Private::retryOneByOne(const TurnPlan &plan)
{
    const Message *reply = conversation->message(plan.reply);
    const Run *run = reply ? conversation->run(reply->run) : nullptr;
    const bool isRefused = run && run->status == RunStatus::Failed && run->error
                           && (run->error->kind == ErrorKind::Unsupported
                               || run->error->kind == ErrorKind::InvalidRequest);
    if (!isRefused || choicesWanted(plan) < 2
        || omissionFor(*run->error, requestedFeatures(*conversation, plan.lane.id, plan.reply))
               != Omission{{kChoices.toString()}, false})
        return false;
    learnOneAnswer(plan);
    RoundPlan again = planRetry(*conversation, plan.lane.id, plan.reply, plan.omission, now());
    if (again.turns.isEmpty())
        return false;
    again.changes.append(SetHidden{plan.reply});
    begin(std::move(again));
    return true;
}

/// Where one answer came although more were asked for.
void Chat::Private::askForTheRest(const TurnPlan &plan)
{
    const int wanted = choicesWanted(plan);
    const Message *reply = conversation->message(plan.reply);
    if (wanted < 2 || !reply || reply->state != MessageState::Complete)
        return;
    const QList<MessageId> beside = conversation->children(reply->parent);
    const auto came = std::ranges::count_if(
        beside, [&](MessageId id) { return conversation->message(id)->run == plan.run; });
    if (came != 1)
        return;
    learnOneAnswer(plan);
    Changes changes;
    const QList<TurnPlan> further = furtherAnswers(plan, reply->round, wanted - 1, now(), changes);
    choices.start(further, writer.commit(std::move(changes), Store::Urgency::Prompt));
}

bool Chat::Private::followsByItself(const TurnPlan &plan, RunStatus status)
{
    if (status == RunStatus::Cancelled || anotherFollows)
        return false;
    if (retryOneByOne(plan))
        return true;
    askForTheRest(plan);
    const Lane *lane = conversation->lane(plan.lane.id);
    if (!lane || lane->head != plan.reply
        || !goesOnByItself(*conversation, lane->parameters, plan.reply))
        return false;
    begin(planContinuation(*conversation, lane->id, plan.reply, now()));
    return true;
}

void Chat::retryWith(const Lane &settings, MessageId reply)
{
    d->stopBeforeAnother(settings.id);
    updateLane(settings);
    retry(settings.id, reply);
}

void Chat::branchFrom(LaneId laneId, MessageId answer, const QByteArray &beginning)
{
    d->stopBeforeAnother(laneId);
    const Changes branch =
        planEditedAnswer(*d->conversation, laneId, answer, QString::fromUtf8(beginning), d->now());
    if (branch.isEmpty())
        return;
    d->writer.commit(branch);
    const MessageId head = d->conversation->lane(laneId)->head;
    d->begin(planContinuation(*d->conversation, laneId, head, d->now()));
}

void Chat::keepPiece(LaneId lane, MessageId piece)
{
    const bool stopped = d->stopBeforeAnother(lane);
    const Changes changes = planKeptPiece(*d->conversation, lane, piece);
    if (!changes.isEmpty())
        d->writer.commit(changes);
    if (stopped)
        d->goOn();
}

} // namespace app
