// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/choice_runs.h"

#include "app/base/when_done.h"
#include "app/chat/conversation_writer.h"

namespace app {

ChoiceRuns::ChoiceRuns(Conversation &conversation, ConversationWriter &writer,
                       SpendingLedger &ledger, const ChatDependencies &dependencies,
                       QObject *parent)
    : QObject(parent), m_conversation(conversation), m_writer(writer), m_ledger(ledger),
      m_dependencies(dependencies)
{
}

ChoiceRuns::~ChoiceRuns() = default;

void ChoiceRuns::start(const QList<TurnPlan> &plans, const QFuture<Result<void>> &saved)
{
    QList<QPointer<Turn>> begun;
    for (const TurnPlan &plan : plans) {
        auto turn =
            std::make_unique<Turn>(plan, m_conversation, m_writer, m_ledger, m_dependencies);
        begun.append(turn.get());
        m_turns.emplace(plan.run, std::move(turn));
        follow(plan.run);
    }
    whenDone(saved, this, [begun](const Result<void> &outcome) {
        for (const auto &turn : begun) {
            if (turn)
                turn->saved(outcome);
        }
    });
}

void ChoiceRuns::follow(RunId id)
{
    Turn *turn = m_turns.at(id).get();
    connect(turn, &Turn::changed, this, [this, turn] {
        if (turn->state() != TurnState::Ended)
            emit changed(turn->plan().lane.id);
    });
    connect(turn, &Turn::ended, this, [this, id] { turnEnded(id); });
}

void ChoiceRuns::turnEnded(RunId id)
{
    Turn *turn = m_turns.extract(id).mapped().release();
    turn->deleteLater(); // its signal is on the stack
    const LaneId lane = turn->plan().lane.id;
    const QPointer<ChoiceRuns> self(this);
    emit changed(lane);
    if (self && m_turns.empty())
        emit allEnded();
}

QList<QPointer<Turn>> ChoiceRuns::turnsOf(LaneId lane) const
{
    QList<QPointer<Turn>> turns;
    for (const auto &[id, turn] : m_turns) {
        if (turn->plan().lane.id == lane)
            turns.append(turn.get());
    }
    return turns;
}

LaneActivity ChoiceRuns::activity(LaneId lane) const
{
    LaneActivity first;
    for (const auto &turn : turnsOf(lane)) {
        const LaneActivity activity = turn->activity();
        if (activity.state == LaneActivity::State::Blocked)
            return activity;
        if (first.state == LaneActivity::State::Idle)
            first = activity;
    }
    return first;
}

template <typename Act>
void ChoiceRuns::forAll(LaneId lane, Act act)
{
    for (const auto &turn : turnsOf(lane)) {
        if (turn) // what one does may end others
            (turn->*act)();
    }
}

void ChoiceRuns::stop(LaneId lane)
{
    forAll(lane, &Turn::stop);
}

void ChoiceRuns::sendWithoutSaving(LaneId lane)
{
    forAll(lane, &Turn::sendWithoutSaving);
}

void ChoiceRuns::sendOnce(LaneId lane)
{
    forAll(lane, &Turn::sendOnce);
}

void ChoiceRuns::retryNow(LaneId lane)
{
    forAll(lane, &Turn::retryNow);
}

} // namespace app
