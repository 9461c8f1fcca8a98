// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/turn_state.h"

#include <QMap>
#include <QTest>

using namespace app;

namespace {

using State = TurnState;
using Event = TurnEvent;

const QList<State> kStates{
    State::Saving,       State::Blocked,      State::Preparing, State::Withheld, State::Queued,
    State::Connecting,   State::Waiting,      State::RetryWait, State::Thinking, State::Answering,
    State::ToolsRunning, State::ToolsPending, State::Ended};
const QList<Event> kEvents{Event::Saved,       Event::SaveFailed,        Event::SavingSkipped,
                           Event::Prepared,    Event::PreparationFailed, Event::CeilingMet,
                           Event::Allowed,     Event::Granted,           Event::AttemptBegan,
                           Event::RequestLeft, Event::AttemptFailed,     Event::ReasoningArrived,
                           Event::TextArrived, Event::RunFinished,       Event::CallsArrived,
                           Event::UserAwaited, Event::UserDone,          Event::ResultsArrived,
                           Event::Stopped};

/// Every transition there is. What is not in it must not happen.
const QMap<std::pair<State, Event>, State> kTransitions{
    {{State::Saving, Event::Saved}, State::Preparing},
    {{State::Saving, Event::SaveFailed}, State::Blocked},
    {{State::Saving, Event::CallsArrived}, State::ToolsRunning},
    {{State::Saving, Event::Stopped}, State::Ended},
    {{State::Blocked, Event::SavingSkipped}, State::Preparing},
    {{State::Blocked, Event::Stopped}, State::Ended},
    {{State::Preparing, Event::Prepared}, State::Queued},
    {{State::Preparing, Event::PreparationFailed}, State::Ended},
    {{State::Preparing, Event::Stopped}, State::Ended},
    {{State::Preparing, Event::CeilingMet}, State::Withheld},
    {{State::Withheld, Event::Allowed}, State::Queued},
    {{State::Withheld, Event::Stopped}, State::Ended},
    {{State::Queued, Event::Granted}, State::Connecting},
    {{State::Queued, Event::Stopped}, State::Ended},
    {{State::Connecting, Event::AttemptBegan}, State::Connecting},
    {{State::Connecting, Event::RequestLeft}, State::Waiting},
    {{State::Connecting, Event::AttemptFailed}, State::RetryWait},
    {{State::Connecting, Event::ReasoningArrived}, State::Thinking},
    {{State::Connecting, Event::TextArrived}, State::Answering},
    {{State::Connecting, Event::RunFinished}, State::Ended},
    {{State::Connecting, Event::CallsArrived}, State::ToolsRunning},
    {{State::Connecting, Event::Stopped}, State::Ended},
    {{State::Waiting, Event::AttemptBegan}, State::Connecting},
    {{State::Waiting, Event::RequestLeft}, State::Waiting},
    {{State::Waiting, Event::AttemptFailed}, State::RetryWait},
    {{State::Waiting, Event::ReasoningArrived}, State::Thinking},
    {{State::Waiting, Event::TextArrived}, State::Answering},
    {{State::Waiting, Event::RunFinished}, State::Ended},
    {{State::Waiting, Event::CallsArrived}, State::ToolsRunning},
    {{State::Waiting, Event::Stopped}, State::Ended},
    {{State::RetryWait, Event::AttemptBegan}, State::Connecting},
    {{State::RetryWait, Event::RequestLeft}, State::Waiting},
    {{State::RetryWait, Event::AttemptFailed}, State::RetryWait},
    {{State::RetryWait, Event::ReasoningArrived}, State::Thinking},
    {{State::RetryWait, Event::TextArrived}, State::Answering},
    {{State::RetryWait, Event::RunFinished}, State::Ended},
    {{State::RetryWait, Event::CallsArrived}, State::ToolsRunning},
    {{State::RetryWait, Event::Stopped}, State::Ended},
    {{State::Thinking, Event::ReasoningArrived}, State::Thinking},
    {{State::Thinking, Event::TextArrived}, State::Answering},
    {{State::Thinking, Event::RunFinished}, State::Ended},
    {{State::Thinking, Event::CallsArrived}, State::ToolsRunning},
    {{State::Thinking, Event::Stopped}, State::Ended},
    {{State::Answering, Event::ReasoningArrived}, State::Thinking},
    {{State::Answering, Event::TextArrived}, State::Answering},
    {{State::Answering, Event::RunFinished}, State::Ended},
    {{State::Answering, Event::CallsArrived}, State::ToolsRunning},
    {{State::Answering, Event::Stopped}, State::Ended},
    {{State::ToolsRunning, Event::UserAwaited}, State::ToolsPending},
    {{State::ToolsRunning, Event::UserDone}, State::ToolsRunning},
    {{State::ToolsRunning, Event::ResultsArrived}, State::Saving},
    {{State::ToolsRunning, Event::Stopped}, State::Ended},
    {{State::ToolsPending, Event::UserAwaited}, State::ToolsPending},
    {{State::ToolsPending, Event::UserDone}, State::ToolsRunning},
    {{State::ToolsPending, Event::Stopped}, State::Ended},
};

} // namespace

class TurnStateTest : public QObject
{
    Q_OBJECT
private slots:
    void everyEventInEveryState_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("event");
        QTest::addColumn<int>("next");
        for (const State state : kStates) {
            for (const Event event : kEvents) {
                const auto found = kTransitions.constFind({state, event});
                QTest::addRow("state %d, event %d", int(state), int(event))
                    << int(state) << int(event)
                    << (found == kTransitions.cend() ? -1 : int(*found));
            }
        }
    }
    void everyEventInEveryState()
    {
        QFETCH(int, state);
        QFETCH(int, event);
        QFETCH(int, next);
        const auto went = nextTurnState(State(state), Event(event));
        QCOMPARE(went ? int(*went) : -1, next);
    }

    void nothingLeavesTheEnd()
    {
        for (const Event event : kEvents)
            QVERIFY(!nextTurnState(State::Ended, event));
    }
};

QTEST_GUILESS_MAIN(TurnStateTest)
#include "turn_state_test.moc"
