// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"
#include "app/chat/request_preparation.h"
#include "app/chat/turn_plan.h"
#include "app/chat/turn_state.h"

#include <QPointer>

namespace app {

class ConversationWriter;
class ReplyWriter;
class RunPermit;
class ToolStep;

/// One lane answering one prompt: waits for the prompt to be committed, prepares the request, runs
/// it, and leaves replies and run as they stay; where the reply calls tools, these are called, and
/// another run follows with what they gave. States and events are those of nextTurnState().
/// GUI thread. ended() comes exactly once and last, synchronously from stop(); destruction is
/// silent and leaves the reply as far as it was flushed.
class Turn : public QObject
{
    Q_OBJECT
public:
    /// The rows of `plan` are applied to the conversation already.
    Turn(TurnPlan plan, Conversation &conversation, ConversationWriter &writer,
         SpendingLedger &ledger, const ChatDependencies &dependencies, QObject *parent = nullptr);
    ~Turn() override;

    /// Run and reply are those of now.
    [[nodiscard]] const TurnPlan &plan() const { return m_plan; }
    [[nodiscard]] TurnState state() const { return m_state; }
    [[nodiscard]] LaneActivity activity() const;
    [[nodiscard]] RunStatus status() const { return m_outcome.status; } ///< once ended
    /// The calls that are being made; null while there are none.
    [[nodiscard]] CallRound *calls() const;
    /// Why calls that were taken up could not be made, once ended.
    [[nodiscard]] const std::optional<Error> &callsError() const { return m_callsError; }

    /// The commit of the prompt came to its end.
    void saved(const Result<void> &outcome);
    void sendWithoutSaving();
    void retryNow();
    void sendOnce(); ///< although it may pass a ceiling
    void stop();

signals:
    void changed(); ///< state or activity
    void callsChanged(); ///< any of calls()
    void ended();

private:
    void advance(TurnEvent event);
    void act(TurnEvent event);
    void prepare();
    void offerTools();
    [[nodiscard]] QJsonArray offeredJson() const;
    void prepareRequest();
    [[nodiscard]] RequestPlan requestPlan() const;
    void prepareAgain();
    void start(RequestPlan request);
    void failBeforeRequest(const Error &error);
    void enqueue();
    void weigh();
    void allow();
    void settle();
    void launch();
    void noteWait();
    void follow(Generation &generation);
    void takeDelta(const Delta &delta);
    void growCall(int choice, int call);
    void generationMoved(Generation::State state);
    void concludeRun();
    void keepExchange(Generation &generation);
    void learn();
    [[nodiscard]] bool mayMakeCalls() const;
    void takeUpCalls();
    void makeCalls();
    void callMoved();
    void goOn();
    void planNextRun(MessageId results);

    TurnPlan m_plan;
    Conversation &m_conversation;
    ConversationWriter &m_writer;
    SpendingLedger &m_ledger;
    const ChatDependencies m_dependencies;
    TurnState m_state = TurnState::Saving;
    LaneActivity m_activity;
    Run m_run;
    Provider m_provider;
    PreparedRequest m_request;
    std::optional<double> m_estimateUsd; ///< of the request, once it is prepared
    RunPermit *m_permit = nullptr; ///< a child
    ReplyWriter *m_replies; ///< a child
    QPointer<Generation> m_generation; ///< a child
    RunOutcome m_outcome;
    bool m_isRunOpen = true; ///< its record is still to be completed
    OfferedTools m_offered; ///< in the request
    ToolStep *m_tools = nullptr; ///< a child
    int m_toolRounds = 0; ///< how often tools were called
    std::optional<Error> m_callsError;
};

} // namespace app
