// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/chat.h"

#include "app/base/when_done.h"
#include "app/chat/conversation_writer.h"
#include "app/chat/lane_changes.h"
#include "app/chat/prompt_title.h"
#include "app/chat/turn.h"

#include <QFuture>

#include <map>

namespace app {

namespace {

constexpr std::chrono::milliseconds kDraftDelay{400};

bool cameToItsEnd(RunStatus status)
{
    return status == RunStatus::Complete || status == RunStatus::CutOff;
}

} // namespace

struct Chat::Private
{
    Private(Chat &chat, ConversationPtr shown, const ChatDependencies &given);

    void change(Changes changes);
    void begin(RoundPlan plan, const Prompt *prompt = nullptr, const Changes &alongside = {});
    void follow(Turn &turn);
    void turnEnded(Turn &turn);
    void goOn();
    void sendNow(const Prompt &prompt, const Changes &alongside = {});
    void putQueue(const QList<Prompt> &queue, Changes alongside = {});
    [[nodiscard]] bool isDraft(const Prompt &prompt) const;
    bool stopBeforeAnother(LaneId lane);
    [[nodiscard]] Turn *turn(LaneId lane) const;
    void writeDraft();
    [[nodiscard]] ConversationSummary changedNow() const;

    Chat &q;
    ConversationPtr conversation;
    ChatDependencies dependencies;
    ConversationWriter writer;
    QTimer draftDelay;
    bool shown = true;
    bool someTurnWorked = false; ///< came to its own end, since all were idle: the queue goes on
    bool anotherFollows = false; ///< a turn is stopped only to make room
    std::map<LaneId, std::unique_ptr<Turn>> turns; ///< that have not ended; they use the writer
};

Chat::Private::Private(Chat &chat, ConversationPtr opened, const ChatDependencies &given)
    : q(chat), conversation(std::move(opened)), dependencies(given),
      writer(given.store, *conversation)
{
    draftDelay.setSingleShot(true);
    draftDelay.setInterval(kDraftDelay);
    connect(&draftDelay, &QTimer::timeout, &q, [this] { writeDraft(); });
    connect(&writer, &ConversationWriter::failed, &q, &Chat::writeFailed);
    connect(conversation.get(), &Conversation::queueChanged, &q, &Chat::queueChanged);
}

ConversationSummary Chat::Private::changedNow() const
{
    ConversationSummary summary = conversation->summary();
    summary.changedMs = dependencies.clock.nowMs();
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
        if (turns.empty())
            emit q.idle(); // a turn may have been stopped to make room
        return;
    }
    ConversationSummary summary = changedNow();
    if (prompt && summary.title.isEmpty())
        summary.title = titleFromPrompt(prompt->text);
    plan.changes.prepend(PutConversation{summary});
    // Cleared by the same commit: a crash leaves the prompt in one place, not two.
    if (prompt && isDraft(*prompt))
        plan.changes.append(PutDraft{});
    plan.changes += alongside;

    if (turns.empty())
        someTurnWorked = false;
    const QFuture<Result<void>> saved =
        writer.commit(std::move(plan.changes), Store::Urgency::Prompt);
    QList<QPointer<Turn>> begun;
    for (TurnPlan &turnPlan : plan.turns) {
        auto turn =
            std::make_unique<Turn>(std::move(turnPlan), *conversation, writer, dependencies);
        begun.append(turn.get());
        follow(*turn);
        turns.insert_or_assign(turn->plan().lane.id, std::move(turn));
    }
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
    connect(&turn, &Turn::ended, &q, [this, &turn] { turnEnded(turn); });
}

void Chat::Private::turnEnded(Turn &turn)
{
    const LaneId lane = turn.plan().lane.id;
    const MessageId reply = turn.plan().reply;
    turns.extract(lane).mapped().release()->deleteLater(); // its signal is on the stack
    someTurnWorked = someTurnWorked || cameToItsEnd(turn.status());

    ConversationSummary summary = changedNow();
    summary.unread = summary.unread || !shown;
    writer.commit({PutConversation{summary}});

    const QPointer<Chat> self(&q);
    emit q.activityChanged(lane);
    if (self)
        emit q.turnEnded(lane, reply);
    if (self && turns.empty() && !anotherFollows)
        goOn();
}

void Chat::Private::goOn()
{
    const QList<Prompt> queue = conversation->queue();
    if (queue.isEmpty() || !someTurnWorked) {
        emit q.idle();
        return;
    }
    sendNow(queue.constFirst(), {PutQueue{queue.sliced(1)}});
}

void Chat::Private::sendNow(const Prompt &prompt, const Changes &alongside)
{
    begin(planPrompt(*conversation, prompt, dependencies.clock.nowMs()), &prompt, alongside);
}

void Chat::Private::putQueue(const QList<Prompt> &queue, Changes alongside)
{
    alongside.append(PutQueue{queue});
    writer.commit(std::move(alongside));
}

bool Chat::Private::isDraft(const Prompt &prompt) const
{
    return conversation->draft() == Draft{prompt.text, prompt.images};
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

void Chat::Private::writeDraft()
{
    draftDelay.stop();
    if (writer.isIntroduced() || !conversation->draft().isEmpty())
        writer.write({PutDraft{conversation->draft()}});
}

Chat::Chat(ConversationPtr conversation, const ChatDependencies &dependencies, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(conversation), dependencies))
{
}

Chat::~Chat()
{
    if (d->draftDelay.isActive())
        d->writeDraft();
    // Turns hand over what they have not flushed; nothing of it is told any more.
    d->writer.disconnect(this);
    d->turns.clear();
}

Conversation &Chat::conversation() const
{
    return *d->conversation;
}

LaneActivity Chat::activity(LaneId lane) const
{
    const Turn *turn = d->turn(lane);
    return turn ? turn->activity() : LaneActivity{};
}

bool Chat::isBusy() const
{
    return !d->turns.empty();
}

void Chat::send(const Prompt &prompt)
{
    if (prompt.isEmpty())
        return;
    if (d->turns.empty() && queue().isEmpty()) {
        d->sendNow(prompt);
        return;
    }
    d->putQueue(queue() + QList{prompt}, d->isDraft(prompt) ? Changes{PutDraft{}} : Changes{});
    sendQueued();
}

void Chat::sendQueued()
{
    if (!d->turns.empty() || queue().isEmpty())
        return;
    d->someTurnWorked = true; // the user wants it to go on
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
    if (queue().isEmpty())
        return;
    Draft draft = d->conversation->draft();
    QStringList texts;
    for (const Prompt &prompt : queue()) {
        texts.append(prompt.text);
        draft.images.append(prompt.images);
    }
    texts.append(draft.text);
    texts.removeAll(QString());
    draft.text = texts.join(QStringLiteral("\n\n"));
    d->putQueue({}, {PutDraft{draft}});
}

void Chat::stop(LaneId lane)
{
    if (Turn *turn = d->turn(lane))
        turn->stop();
}

void Chat::stopAll()
{
    d->someTurnWorked = false;
    for (const Lane &lane : QList<Lane>(d->conversation->lanes()))
        stop(lane.id);
}

void Chat::retryNow(LaneId lane)
{
    if (Turn *turn = d->turn(lane))
        turn->retryNow();
}

void Chat::sendWithoutSaving(LaneId lane)
{
    if (Turn *turn = d->turn(lane))
        turn->sendWithoutSaving();
}

void Chat::retry(LaneId lane, MessageId reply)
{
    d->stopBeforeAnother(lane);
    d->begin(planRetry(*d->conversation, lane, reply, {}, d->dependencies.clock.nowMs()));
}

void Chat::retryWithout(LaneId lane, MessageId reply, const Error &error)
{
    d->stopBeforeAnother(lane);
    const Omission refused = omissionFor(error, requestedFeatures(*d->conversation, lane, reply));
    d->begin(planRetry(*d->conversation, lane, reply, refused, d->dependencies.clock.nowMs()));
}

void Chat::continueReply(LaneId lane, MessageId reply)
{
    d->stopBeforeAnother(lane);
    d->begin(planContinuation(*d->conversation, lane, reply, d->dependencies.clock.nowMs()));
}

void Chat::editPrompt(MessageId prompt, const Prompt &edited)
{
    if (edited.isEmpty())
        return;
    for (const Lane &lane : QList<Lane>(d->conversation->lanes())) {
        if (d->conversation->path(lane.id).contains(prompt))
            d->stopBeforeAnother(lane.id);
    }
    d->begin(planEditedPrompt(*d->conversation, prompt, edited, d->dependencies.clock.nowMs()));
}

void Chat::editAnswer(LaneId lane, MessageId answer, const QString &text)
{
    const bool stopped = d->stopBeforeAnother(lane);
    d->writer.commit(
        planEditedAnswer(*d->conversation, lane, answer, text, d->dependencies.clock.nowMs()));
    if (stopped && d->turns.empty())
        d->goOn();
}

void Chat::showBranch(LaneId laneId, MessageId sibling)
{
    const Lane *lane = d->conversation->lane(laneId);
    if (!lane || d->turn(laneId) || !d->conversation->message(sibling))
        return;
    Lane moved = *lane;
    moved.head = d->conversation->tip(laneId, sibling);
    d->writer.commit({PutLane{moved}});
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
    stop(lane);
    d->change(changesToRemoveLane(*d->conversation, lane));
}

void Chat::updateLane(const Lane &lane)
{
    const Lane *known = d->conversation->lane(lane.id);
    if (!known)
        return;
    Lane updated = lane;
    updated.letter = known->letter;
    updated.position = known->position;
    updated.head = known->head;
    if (updated != *known)
        d->change({PutLane{updated}});
}

void Chat::setDraft(const Draft &draft)
{
    if (draft == d->conversation->draft())
        return;
    d->conversation->apply(PutDraft{draft});
    if (!d->draftDelay.isActive()) // not started again: typing on and on must be written too
        d->draftDelay.start();
}

void Chat::setShown(bool shown)
{
    d->shown = shown;
}

} // namespace app
