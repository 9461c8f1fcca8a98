// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/judge_runs.h"

#include "app/base/when_done.h"
#include "app/chat/ceiling.h"
#include "app/chat/conversation_writer.h"

#include <algorithm>

namespace app {

using State = LaneActivity::State;

JudgeRuns::JudgeRuns(Conversation &conversation, ConversationWriter &writer, SpendingLedger &ledger,
                     const ChatDependencies &dependencies, QObject *parent)
    : QObject(parent), m_conversation(conversation), m_writer(writer), m_ledger(ledger),
      m_dependencies(dependencies)
{
}

JudgeRuns::~JudgeRuns() = default;

RoundId JudgeRuns::start(RoundPlan plan)
{
    const auto saved = m_writer.commit(std::move(plan.changes), Store::Urgency::Prompt);
    const RoundId round = m_conversation.turn(plan.turns.first().turn)->round;
    QList<TurnId> begun;
    for (TurnPlan &turnPlan : plan.turns) {
        const TurnId id = turnPlan.turn;
        auto turn = std::make_unique<Turn>(std::move(turnPlan), m_conversation, m_writer, m_ledger,
                                           m_dependencies);
        m_turns.emplace(id, Entry{std::move(turn), round, {}, false});
        begun.append(id);
        follow(id);
    }
    whenDone(saved, this, [this, begun](const Result<void> &outcome) {
        for (const TurnId id : begun) {
            if (const auto known = m_turns.find(id); known != m_turns.end())
                known->second.saved = outcome;
        }
        startMore();
    });
    return round;
}

void JudgeRuns::follow(TurnId id)
{
    Turn *turn = m_turns.at(id).turn.get();
    connect(turn, &Turn::changed, this, [this, id] { turnMoved(id); });
    connect(turn, &Turn::ended, this, [this, id] { turnEnded(id); });
}

void JudgeRuns::startMore()
{
    auto running =
        std::ranges::count_if(m_turns, [](const auto &each) { return each.second.isBegun; });
    QList<std::pair<QPointer<Turn>, Result<void>>> next;
    for (auto &[id, entry] : m_turns) {
        if (running >= kAtOnce)
            break;
        if (entry.isBegun || !entry.saved)
            continue;
        entry.isBegun = true;
        next.append({entry.turn.get(), *entry.saved});
        ++running;
    }
    // What they do may end others.
    for (const auto &[turn, saved] : next) {
        if (turn)
            turn->saved(saved);
    }
}

void JudgeRuns::turnMoved(TurnId id)
{
    const auto found = m_turns.find(id);
    if (found == m_turns.end() || found->second.turn->state() == TurnState::Ended)
        return;
    const QPointer<Turn> turn = found->second.turn.get();
    const RoundId round = found->second.round;
    const QPointer<JudgeRuns> self(this);
    if (turn->state() == TurnState::Withheld && m_allowed.contains(round))
        turn->sendOnce();
    else if (turn->state() == TurnState::Blocked && m_unsaved.contains(round))
        turn->sendWithoutSaving();
    if (self)
        emit changed(round);
}

void JudgeRuns::turnEnded(TurnId id)
{
    const auto found = m_turns.find(id);
    const RoundId round = found->second.round;
    found->second.turn.release()->deleteLater(); // its signal is on the stack
    m_turns.erase(found);
    const QPointer<JudgeRuns> self(this);
    startMore();
    if (self)
        emit changed(round);
    if (!self || isBusy(round))
        return;
    m_allowed.removeAll(round);
    m_unsaved.removeAll(round);
    emit ended(round);
    if (self && m_turns.empty())
        emit allEnded();
}

bool JudgeRuns::isBusy(RoundId round) const
{
    return std::ranges::any_of(m_turns,
                               [&](const auto &each) { return each.second.round == round; });
}

QList<QPointer<Turn>> JudgeRuns::turnsOf(RoundId round) const
{
    QList<QPointer<Turn>> turns;
    for (const auto &[id, entry] : m_turns) {
        if (entry.round == round)
            turns.append(entry.turn.get());
    }
    return turns;
}

LaneActivity JudgeRuns::obstacle(RoundId round) const
{
    LaneActivity waiting;
    for (const auto &turn : turnsOf(round)) {
        const LaneActivity activity = turn->activity();
        if (activity.state == State::Blocked)
            return activity;
        const bool isPaused = activity.state == State::Paused;
        if (waiting.state == State::Idle && (activity.waitsForServer() || isPaused))
            waiting = activity;
    }
    return waiting;
}

void JudgeRuns::stop(RoundId round)
{
    // From the end: what has not begun does not take the place of what is stopped.
    QList<QPointer<Turn>> turns = turnsOf(round);
    std::ranges::reverse(turns);
    for (const auto &turn : turns) {
        if (turn)
            turn->stop();
    }
}

void JudgeRuns::stopAll()
{
    QList<RoundId> rounds;
    for (const auto &[id, entry] : m_turns) {
        if (!rounds.contains(entry.round))
            rounds.append(entry.round);
    }
    for (const RoundId round : rounds)
        stop(round);
}

void JudgeRuns::sendOnce(RoundId round)
{
    m_allowed.append(round);
    for (const auto &turn : turnsOf(round)) {
        if (turn)
            turn->sendOnce();
    }
}

void JudgeRuns::raiseCeiling(RoundId round)
{
    if (const auto block = obstacle(round).spending)
        app::raiseCeiling(*block, m_conversation, m_writer, m_dependencies.settings);
}

void JudgeRuns::sendWithoutSaving(RoundId round)
{
    m_unsaved.append(round);
    for (const auto &turn : turnsOf(round)) {
        if (turn && turn->state() == TurnState::Blocked)
            turn->sendWithoutSaving();
    }
}

void JudgeRuns::retryNow(RoundId round)
{
    for (const auto &turn : turnsOf(round)) {
        if (turn)
            turn->retryNow();
    }
}

} // namespace app
