// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chat.h"

#include "app/base/when_done.h"
#include "app/chat/ceiling.h"
#include "app/chat/chat_private.h"
#include "app/chat/prompt_title.h"

#include <QFuture>

#include <algorithm>

namespace app {

namespace {

constexpr std::chrono::milliseconds kDraftDelay{400};

bool cameToItsEnd(RunStatus status)
{
    return status == RunStatus::Complete || status == RunStatus::CutOff;
}

} // namespace

Chat::Private::Private(Chat &chat, ConversationPtr opened, const ChatDependencies &given)
    : q(chat), conversation(std::move(opened)), dependencies(given),
      writer(given.store, *conversation), ledger(*conversation, given.settings),
      cells(std::make_unique<CellRunner>(*conversation, writer, ledger, given)),
      judges(*conversation, writer, ledger, given), choices(*conversation, writer, ledger, given)
{
    draftDelay.setSingleShot(true);
    draftDelay.setInterval(kDraftDelay);
    connect(&draftDelay, &QTimer::timeout, &q, [this] { writeDrafts(); });
    connect(&writer, &ConversationWriter::failed, &q, &Chat::writeFailed);
    connect(conversation.get(), &Conversation::queueChanged, &q, &Chat::queueChanged);
    connect(cells.get(), &CellRunner::roundEnded, &q, [this] { noteEnd(); });
    connect(&judges, &JudgeRuns::ended, &q, [this] { noteEnd(); });
    connect(&judges, &JudgeRuns::allEnded, &q, [this] { tellIfIdle(); });
    connect(&choices, &ChoiceRuns::changed, &q, &Chat::activityChanged);
    connect(&choices, &ChoiceRuns::allEnded, &q, [this] {
        noteEnd();
        tellIfIdle();
    });
    if (conversation->queue().isEmpty())
        return;
    for (const Lane &lane : conversation->lanes())
        held.insert(lane.id); // it was left by a program that ended meanwhile
}

ConversationSummary Chat::Private::changedNow() const
{
    ConversationSummary summary = conversation->summary();
    summary.changedMs = now();
    return summary;
}

/// Lanes of a conversation that nothing was said in are not worth a row.
void Chat::Private::change(Changes changes)
{
    if (writer.isIntroduced())
        writer.commit(std::move(changes));
    else
        conversation->apply(changes);
}

/// `alongside` is committed together with the plan.
void Chat::Private::begin(RoundPlan plan, const Prompt *prompt, const Changes &alongside)
{
    if (plan.turns.isEmpty()) {
        tellIfIdle(); // a turn may have been stopped to make room
        return;
    }
    ConversationSummary summary = changedNow();
    if (prompt && summary.title.isEmpty())
        summary.title = titleFromPrompt(prompt->text);
    plan.changes.prepend(PutConversation{summary});
    // Cleared by the same commit: a crash leaves the prompt in one place, not two.
    if (prompt && isDraft(*prompt))
        plan.changes.append(PutDraft{{}, prompt->lane});
    plan.changes += alongside;
    const QList<TurnPlan> furtherAnswers = takeChoicesApart(plan);

    const QFuture<Result<void>> saved =
        writer.commit(std::move(plan.changes), Store::Urgency::Prompt);
    QList<QPointer<Turn>> begun;
    for (TurnPlan &turnPlan : plan.turns) {
        auto turn = std::make_unique<Turn>(std::move(turnPlan), *conversation, writer, ledger,
                                           dependencies);
        begun.append(turn.get());
        held.remove(turn->plan().lane.id);
        follow(*turn);
        turns.insert_or_assign(turn->plan().lane.id, std::move(turn));
    }
    choices.start(furtherAnswers, saved);
    for (const auto &turn : begun) {
        if (turn)
            emit q.activityChanged(turn->plan().lane.id);
    }
    whenDone(saved, &q, [begun](const Result<void> &outcome) {
        for (const auto &turn : begun) {
            if (turn)
                turn->saved(outcome);
        }
    });
}

void Chat::Private::follow(Turn &turn)
{
    connect(&turn, &Turn::changed, &q, [this, &turn] {
        if (turn.state() != TurnState::Ended)
            emit q.activityChanged(turn.plan().lane.id);
    });
    connect(&turn, &Turn::callsChanged, &q,
            [this, &turn] { emit q.callsChanged(turn.plan().lane.id); });
    connect(&turn, &Turn::ended, &q, [this, &turn] { turnEnded(turn); });
}

void Chat::Private::turnEnded(Turn &turn)
{
    const LaneId lane = turn.plan().lane.id;
    const MessageId reply = turn.plan().reply;
    // The turn may be gone when it is told.
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    const std::optional<Error> callsError = turn.callsError();
    turns.extract(lane).mapped().release()->deleteLater(); // its signal is on the stack
    if (followsByItself(turn.plan(), turn.status()))
        return;
    if (!cameToItsEnd(turn.status())) {
        held.insert(lane);
        replaying.remove(lane);
    }

    noteEnd();
    const QPointer<Chat> self(&q);
    emit q.activityChanged(lane);
    if (self)
        endHolding();
    if (self)
        emit q.turnEnded(lane, reply);
    if (self && callsError)
        emit q.callsFailed(lane, *callsError);
    if (self && replaying.contains(lane))
        replayNext(lane); // before what is queued
    if (self && !anotherFollows)
        goOn();
}

void Chat::Private::tellIfIdle()
{
    if (!q.isBusy())
        emit q.idle();
}

/// Something came that the user may not have seen.
void Chat::Private::noteEnd()
{
    ConversationSummary summary = changedNow();
    summary.unread = summary.unread || !shown;
    writer.commit({PutConversation{summary}});
}

/// Lanes that are prompted alone go on at their own pace.
void Chat::Private::goOn()
{
    for (qsizetype next = nextInQueue(); next >= 0; next = nextInQueue()) {
        QList<Prompt> rest = conversation->queue();
        const Prompt prompt = rest.takeAt(next);
        sendNow(prompt, {PutQueue{rest}});
    }
    tellIfIdle();
}

/// The first prompt that has somebody to go to: its lanes are free, and not all of them hold it.
/// -1: none.
qsizetype Chat::Private::nextInQueue() const
{
    const QList<Prompt> &queue = conversation->queue();
    const auto ready = std::ranges::find_if(queue, [this](const Prompt &prompt) {
        const QList<LaneId> lanes = lanesFor(*conversation, prompt);
        return isFree(lanes)
               && !std::ranges::all_of(lanes, [this](LaneId lane) { return held.contains(lane); });
    });
    return ready == queue.end() ? -1 : ready - queue.begin();
}

bool Chat::Private::isFree(const QList<LaneId> &lanes) const
{
    return std::ranges::none_of(lanes, [this](LaneId lane) { return turn(lane) != nullptr; });
}

void Chat::Private::sendNow(const Prompt &prompt, const Changes &alongside)
{
    RoundPlan plan = planPrompt(*conversation, prompt, now());
    veil(plan);
    begin(std::move(plan), &prompt, alongside);
}

void Chat::Private::putQueue(const QList<Prompt> &queue, Changes alongside)
{
    alongside.append(PutQueue{queue});
    writer.commit(std::move(alongside));
}

bool Chat::Private::isDraft(const Prompt &prompt) const
{
    return conversation->draft(prompt.lane) == Draft{prompt.text, prompt.images};
}

Turn *Chat::Private::turn(LaneId lane) const
{
    const auto found = turns.find(lane);
    return found == turns.end() ? nullptr : found->second.get();
}

bool Chat::Private::stopBeforeAnother(LaneId lane)
{
    Turn *running = turn(lane);
    if (!running)
        return false;
    anotherFollows = true;
    running->stop();
    anotherFollows = false;
    return true;
}

void Chat::Private::writeDrafts()
{
    draftDelay.stop();
    for (const LaneId lane : std::exchange(unwrittenDrafts, {})) {
        if (writer.isIntroduced() || !conversation->draft(lane).isEmpty())
            writer.write({PutDraft{conversation->draft(lane), lane}});
    }
}

Chat::Chat(ConversationPtr conversation, const ChatDependencies &dependencies, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(conversation), dependencies))
{
}

Chat::~Chat()
{
    if (d->draftDelay.isActive())
        d->writeDrafts();
    // Turns hand over what they have not flushed; nothing of it is told any more.
    d->writer.disconnect(this);
    d->cells.reset();
    d->judges.disconnect(this);
    d->choices.disconnect(this);
    d->turns.clear();
}

Conversation &Chat::conversation() const
{
    return *d->conversation;
}

LaneActivity Chat::activity(LaneId lane) const
{
    const Turn *turn = d->turn(lane);
    return turn ? turn->activity() : d->choices.activity(lane);
}

bool Chat::isBusy() const
{
    return hasBusyLane() || d->judges.isBusy();
}

bool Chat::hasBusyLane() const
{
    return !d->turns.empty() || d->choices.isBusy();
}

CellRunner &Chat::cells() const
{
    return *d->cells;
}

void Chat::send(const Prompt &prompt)
{
    const QList<LaneId> lanes = lanesFor(*d->conversation, prompt);
    if (prompt.isEmpty() || lanes.isEmpty())
        return;
    const bool isFirst = std::ranges::none_of(
        queue(), [&](const Prompt &queued) { return queued.lane == prompt.lane; });
    if (isFirst && d->isFree(lanes)) {
        d->sendNow(prompt);
        return;
    }
    d->putQueue(queue() + QList{prompt},
                d->isDraft(prompt) ? Changes{PutDraft{{}, prompt.lane}} : Changes{});
    if (d->isFree(lanes))
        sendQueued();
}

void Chat::sendQueued()
{
    for (const Lane &lane : d->conversation->lanes()) {
        if (!d->turn(lane.id))
            d->held.remove(lane.id); // the user wants it to go on
    }
    if (d->nextInQueue() < 0)
        return;
    d->goOn();
}

const QList<Prompt> &Chat::queue() const
{
    return d->conversation->queue();
}

void Chat::removeQueued(int index)
{
    QList<Prompt> rest = queue();
    if (index < 0 || index >= rest.size())
        return;
    rest.removeAt(index);
    d->putQueue(rest);
}

void Chat::shelveQueue()
{
    QHash<LaneId, Draft> queued;
    for (const Prompt &prompt : queue()) {
        Draft &draft = queued[prompt.lane];
        draft.text += prompt.text + QStringLiteral("\n\n");
        draft.images.append(prompt.images);
    }
    Changes drafts;
    for (auto [lane, draft] : queued.asKeyValueRange()) {
        const Draft &written = d->conversation->draft(lane);
        draft.text = (draft.text + written.text).trimmed();
        draft.images = written.images + draft.images;
        drafts.append(PutDraft{draft, lane});
    }
    if (!drafts.isEmpty())
        d->putQueue({}, drafts);
}

void Chat::stop(LaneId lane)
{
    if (Turn *turn = d->turn(lane))
        turn->stop();
    d->choices.stop(lane);
}

void Chat::stopAll()
{
    const QList<Lane> lanes = d->conversation->lanes();
    for (const Lane &lane : lanes)
        d->held.insert(lane.id); // all of them, before the first one that ends lets others go on
    for (const Lane &lane : lanes)
        stop(lane.id);
    d->judges.stopAll();
}

void Chat::retryNow(LaneId lane)
{
    if (Turn *turn = d->turn(lane))
        turn->retryNow();
    d->choices.retryNow(lane);
}

void Chat::sendWithoutSaving(LaneId lane)
{
    if (Turn *turn = d->turn(lane))
        turn->sendWithoutSaving();
    d->choices.sendWithoutSaving(lane);
}

void Chat::sendOnce(LaneId lane)
{
    if (Turn *turn = d->turn(lane))
        turn->sendOnce();
    d->choices.sendOnce(lane);
}

void Chat::raiseCeiling(LaneId lane)
{
    if (const auto block = activity(lane).spending)
        app::raiseCeiling(*block, *d->conversation, d->writer, d->dependencies.settings);
}

void Chat::setDraft(const Draft &draft, LaneId lane)
{
    if (draft == d->conversation->draft(lane))
        return;
    d->conversation->apply(PutDraft{draft, lane});
    d->unwrittenDrafts.insert(lane);
    if (!d->draftDelay.isActive()) // not started again: typing on and on must be written too
        d->draftDelay.start();
}

void Chat::setShown(bool shown)
{
    d->shown = shown;
}

} // namespace app
