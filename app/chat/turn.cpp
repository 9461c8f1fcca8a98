// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/turn.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/conversation_writer.h"
#include "app/chat/reply_writer.h"
#include "app/chat/run_record.h"
#include "app/chat/scheduler.h"
#include "app/chat/tool_step.h"
#include "app/settings/settings.h"
#include "app/store/raw_pieces.h"
#include "app/store/store.h"

namespace app {

namespace {

LaneActivity::State activityIn(TurnState state)
{
    switch (state) {
    case TurnState::Saving:
        return LaneActivity::State::Saving;
    case TurnState::Blocked:
    case TurnState::Withheld:
        return LaneActivity::State::Blocked;
    case TurnState::Preparing:
        return LaneActivity::State::Preparing;
    case TurnState::Queued:
        return LaneActivity::State::Queued;
    case TurnState::Connecting:
        return LaneActivity::State::Connecting;
    case TurnState::Waiting:
        return LaneActivity::State::Waiting;
    case TurnState::RetryWait:
        return LaneActivity::State::RetryWait;
    case TurnState::Thinking:
        return LaneActivity::State::Thinking;
    case TurnState::Answering:
        return LaneActivity::State::Answering;
    case TurnState::ToolsRunning:
        return LaneActivity::State::CallsRunning;
    case TurnState::ToolsPending:
        return LaneActivity::State::CallsPending;
    case TurnState::Ended:
        return LaneActivity::State::Idle;
    }
    return LaneActivity::State::Idle;
}

bool waitsForPermit(TurnState state)
{
    return state == TurnState::Queued || state == TurnState::RetryWait;
}

} // namespace

Turn::Turn(TurnPlan plan, Conversation &conversation, ConversationWriter &writer,
           SpendingLedger &ledger, const ChatDependencies &dependencies, QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_conversation(conversation), m_writer(writer),
      m_ledger(ledger), m_dependencies(dependencies), m_run(*conversation.run(m_plan.run)),
      m_replies(new ReplyWriter(conversation, writer, *conversation.message(m_plan.reply), this)),
      m_isRunOpen(!m_plan.takesUpCalls)
{
    m_activity.state = activityIn(m_state);
    m_activity.reply = m_plan.reply;
    m_activity.sinceMs = dependencies.clock.nowMs();
}

Turn::~Turn() = default;

LaneActivity Turn::activity() const
{
    return m_activity;
}

void Turn::saved(const Result<void> &outcome)
{
    if (!outcome)
        m_activity.error = outcome.error();
    if (!m_isRunOpen)
        advance(TurnEvent::CallsArrived);
    else
        advance(outcome ? TurnEvent::Saved : TurnEvent::SaveFailed);
}

void Turn::sendWithoutSaving()
{
    advance(TurnEvent::SavingSkipped);
}

void Turn::retryNow()
{
    if (m_permit)
        m_permit->hurry();
}

void Turn::stop()
{
    if (m_state == TurnState::Ended)
        return;
    if (m_generation) {
        m_generation->cancel();
        return;
    }
    if (m_tools)
        m_tools->stop();
    m_outcome = outcomeWithoutRequest(Error{ErrorKind::Cancelled, {}});
    advance(TurnEvent::Stopped);
}

void Turn::advance(TurnEvent event)
{
    const auto next = nextTurnState(m_state, event);
    if (!next || *next == m_state)
        return;
    m_state = *next;
    m_activity.state = activityIn(m_state);
    if (m_state != TurnState::Blocked)
        m_activity.error.reset();
    if (m_state != TurnState::Withheld)
        m_activity.spending.reset();
    noteWait();
    if (m_state == TurnState::Ended || event == TurnEvent::CallsArrived)
        concludeRun();

    const QPointer<Turn> self(this);
    emit changed();
    if (self && m_state == *next) // nobody stopped it, or let go of it
        act(event);
}

/// What a state that was just entered is for.
void Turn::act(TurnEvent event)
{
    if (m_state == TurnState::Preparing)
        prepare();
    else if (m_state == TurnState::Queued && m_permit->state() == RunPermit::State::Granted)
        advance(TurnEvent::Granted);
    else if (m_state == TurnState::Connecting && event == TurnEvent::Granted)
        launch();
    else if (m_state == TurnState::ToolsRunning && event == TurnEvent::CallsArrived)
        takeUpCalls();
    else if (m_state == TurnState::Ended)
        emit ended();
}

/// Before the request is prepared: the lanes of a round come in their order, not in that of their
/// pictures.
void Turn::enqueue()
{
    const PermitRequest wanted{m_provider.id, m_plan.lane.model, runLimits(m_provider),
                               m_conversation.id().value()};
    m_permit = m_dependencies.scheduler.request(wanted, this);
    connect(m_permit, &RunPermit::granted, this, [this] {
        if (m_generation)
            m_generation->retryNow();
        else
            advance(TurnEvent::Granted);
    });
    connect(m_permit, &RunPermit::waitChanged, this, [this] {
        noteWait();
        emit changed();
    });
}

/// What the lane waits for is the scheduler's to say.
void Turn::noteWait()
{
    m_activity.retryAtMs = 0;
    if (!m_permit || !waitsForPermit(m_state))
        return;
    const RunPermit::Wait wait = m_permit->wait();
    m_activity.error.reset();
    switch (wait.reason) {
    case RunPermit::Reason::Turn:
        m_activity.state = LaneActivity::State::Queued;
        return;
    case RunPermit::Reason::Pause:
        m_activity.state = LaneActivity::State::Paused;
        return;
    case RunPermit::Reason::Delay:
        m_activity.state = activityIn(m_state);
        m_activity.retryAtMs = wait.untilMs;
        m_activity.error = wait.error;
        return;
    }
}

void Turn::launch()
{
    m_run.recipe = m_request.recipe;
    m_run.tierAsked = m_request.recipe.body.value(QLatin1StringView("service_tier")).toString();
    m_writer.commit({PutRun{m_run}});
    m_request.spec.retries = GenerationSpec::Retries::OnSign;
    if (m_dependencies.settings.preferences().keepRawStreams)
        m_request.spec.keepRawBytes = kMostRawBytes;
    m_generation = new Generation(m_dependencies.http, std::exchange(m_request.spec, {}), this);
    follow(*m_generation);
    m_generation->start();
}

void Turn::follow(Generation &generation)
{
    connect(&generation, &Generation::stateChanged, this, &Turn::generationMoved);
    connect(&generation, &Generation::deltaArrived, this, &Turn::takeDelta);
    connect(&generation, &Generation::toolCallChanged, this, &Turn::growCall);
    connect(&generation, &Generation::retryScheduled, this,
            [this](int attempt, std::chrono::milliseconds delay, const Error &reason) {
                m_activity.attempt = attempt;
                m_permit->tryAgainAfter(delay, reason);
                advance(TurnEvent::AttemptFailed);
            });
    connect(&generation, &Generation::finished, this, [this](const RunOutcome &outcome) {
        m_outcome = outcome;
        advance(mayMakeCalls() ? TurnEvent::CallsArrived : TurnEvent::RunFinished);
    });
}

void Turn::takeDelta(const Delta &delta)
{
    if (!delta.reclassified) {
        m_replies->append(delta);
        return;
    }
    for (const Choice &choice : m_generation->outcome().choices) {
        if (choice.index == delta.choice)
            m_replies->replace(choice);
    }
}

void Turn::growCall(int choice, int call)
{
    for (const Choice &grown : m_generation->outcome().choices) {
        if (grown.index == choice)
            m_replies->appendCall(choice, call, grown.toolCalls.at(call));
    }
}

void Turn::generationMoved(Generation::State state)
{
    switch (state) {
    case Generation::State::Connecting:
        advance(TurnEvent::AttemptBegan);
        break;
    case Generation::State::Waiting:
        advance(TurnEvent::RequestLeft);
        break;
    case Generation::State::Thinking:
        advance(TurnEvent::ReasoningArrived);
        break;
    case Generation::State::Answering:
        advance(TurnEvent::TextArrived);
        break;
    case Generation::State::RetryWait: // told with its reason by retryScheduled()
    case Generation::State::Idle:
    case Generation::State::Finished:
        break;
    }
}

void Turn::concludeRun()
{
    if (!std::exchange(m_isRunOpen, false))
        return;
    if (m_permit)
        m_permit->giveBack(m_outcome.error);
    if (m_generation) {
        keepExchange(*m_generation);
        m_generation->deleteLater(); // its signal is on the stack
    }
    m_generation.clear(); // from now on a stop ends something else
    m_run.recipe = {}; // written already, and as long as the history
    const ModelInfo model =
        m_dependencies.catalogue.model(m_plan.lane.providerId, m_plan.lane.model);
    completeRun(m_run, m_outcome, model);
    settle();
    Changes changes = m_replies->fold(m_outcome);
    changes.prepend(PutRun{m_run});
    m_writer.commit(std::move(changes));
    learn();
}

/// Past the writer of the conversation: it would gather the pieces into one long write. The run has
/// its row since the prompt was committed.
void Turn::keepExchange(Generation &generation)
{
    const ConversationId conversation = m_conversation.id();
    m_dependencies.store.putExchange(conversation, m_run.id, generation.exchange());
    for (const RawPiece &piece : rawPieces(m_run.id, generation.takeRaw()))
        m_dependencies.store.appendRaw(conversation, piece);
}

void Turn::learn()
{
    if (!m_outcome.error || !tellsOfLack(*m_outcome.error))
        return;
    const Omission refused = omissionFor(*m_outcome.error, featuresOf(m_request.recipe));
    for (const auto ability : missingAbilities(refused)) {
        m_dependencies.catalogue.learn(m_plan.lane.providerId, m_plan.lane.model, ability,
                                       Ability::No, m_outcome.error->message);
    }
}

} // namespace app
