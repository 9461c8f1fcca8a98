// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/cell_runner.h"

#include "app/base/when_done.h"
#include "app/chat/ceiling.h"
#include "app/chat/conversation_writer.h"
#include "app/chat/prompt_title.h"

#include <QFuture>
#include <QPointer>

#include <algorithm>

namespace app {

namespace {
/// A turn holds its whole request. More of them at once would wait for the scheduler anyway.
constexpr int kMostTurnsOfAProvider = 16;

ConversationSummary titled(ConversationSummary summary, const RoundPlan &plan, qint64 nowMs)
{
    summary.changedMs = nowMs;
    if (!summary.title.isEmpty())
        return summary;
    for (const Change &change : plan.changes) {
        const auto *put = std::get_if<PutMessage>(&change);
        if (put && put->message.role == Role::User) {
            summary.title = titleFromPrompt(QString::fromUtf8(textOf(put->message.parts)));
            break;
        }
    }
    return summary;
}
} // namespace

CellRunner::CellRunner(Conversation &conversation, ConversationWriter &writer,
                       SpendingLedger &ledger, const ChatDependencies &dependencies,
                       QObject *parent)
    : QObject(parent), m_conversation(conversation), m_writer(writer), m_ledger(ledger),
      m_dependencies(dependencies)
{
}

CellRunner::~CellRunner() = default;

Result<RoundId> CellRunner::start(const CellsSpec &spec)
{
    auto plan = planCells(m_conversation, spec, m_dependencies.clock.nowMs());
    if (!plan)
        return fail(plan.error());
    const RoundId round = std::get<PutRound>(plan->changes.first()).round.id;
    begin(round, std::move(*plan));
    return round;
}

void CellRunner::retry(RoundId round, const QList<TurnId> &cells)
{
    QList<TurnId> ended = cells;
    ended.removeIf([this](TurnId cell) { return m_cells.contains(cell); });
    RoundPlan plan = planCellsAgain(m_conversation, round, ended, m_dependencies.clock.nowMs());
    if (!plan.turns.isEmpty())
        begin(round, std::move(plan));
}

void CellRunner::begin(RoundId round, RoundPlan plan)
{
    plan.changes.prepend(
        PutConversation{titled(m_conversation.summary(), plan, m_dependencies.clock.nowMs())});
    for (const TurnPlan &cell : std::as_const(plan.turns))
        m_cells.insert(cell.turn, round);
    m_rounds[round] += plan.turns.size();
    m_unsaved.append({round, plan.turns, {}});
    const QFuture<Result<void>> commit =
        m_writer.commit(std::move(plan.changes), Store::Urgency::Prompt);
    whenDone(commit, this, [this, round, cells = plan.turns](const Result<void> &outcome) {
        saved(round, cells, outcome);
    });
    emit roundBegan(round);
}

/// Cells that were stopped meanwhile are not among the unsaved ones any more.
void CellRunner::saved(RoundId round, const QList<TurnPlan> &cells, const Result<void> &outcome)
{
    const auto batch = std::ranges::find_if(m_unsaved, [&](const Unsaved &each) {
        return each.round == round && !each.cells.isEmpty()
               && std::ranges::find(cells, each.cells.first().turn, &TurnPlan::turn) != cells.end();
    });
    if (batch == m_unsaved.end())
        return;
    if (outcome) {
        m_waiting += batch->cells;
        m_unsaved.erase(batch);
        return serve();
    }
    batch->error = outcome.error();
    for (const TurnPlan &cell : QList<TurnPlan>(batch->cells))
        emit cellChanged(cell.turn);
}

void CellRunner::serve()
{
    if (m_stopping)
        return;
    QList<TurnPlan> begun;
    for (auto cell = m_waiting.begin(); cell != m_waiting.end();) {
        int &taken = m_places[cell->lane.providerId];
        if (taken >= kMostTurnsOfAProvider) {
            ++cell;
            continue;
        }
        ++taken;
        begun.append(std::move(*cell));
        cell = m_waiting.erase(cell);
    }
    QList<QPointer<Turn>> turns;
    for (TurnPlan &cell : begun)
        turns.append(&makeTurn(std::move(cell)));
    for (const QPointer<Turn> &turn : std::as_const(turns)) {
        if (turn)
            turn->saved({});
    }
}

Turn &CellRunner::makeTurn(TurnPlan plan)
{
    const TurnId id = plan.turn;
    auto made =
        std::make_unique<Turn>(std::move(plan), m_conversation, m_writer, m_ledger, m_dependencies);
    Turn &turn = *made;
    m_turns.insert_or_assign(id, std::move(made));
    connect(&turn, &Turn::changed, this, [this, &turn] { changed(turn); });
    connect(&turn, &Turn::ended, this, [this, &turn] { ended(turn); });
    return turn;
}

void CellRunner::changed(Turn &turn)
{
    const TurnId cell = turn.plan().turn;
    if (turn.state() == TurnState::Ended) // told by ended()
        return;
    if (turn.state() == TurnState::Withheld && m_sentAnyway.contains(m_cells.value(cell)))
        return turn.sendOnce();
    emit cellChanged(cell);
}

void CellRunner::ended(Turn &turn)
{
    const TurnId cell = turn.plan().turn;
    --m_places[turn.plan().lane.providerId];
    m_turns.extract(cell).mapped().release()->deleteLater(); // its signal is on the stack
    const RoundId round = m_cells.take(cell);
    const bool isLast = --m_rounds[round] == 0;
    if (isLast) {
        m_rounds.remove(round);
        m_sentAnyway.removeAll(round);
    }
    const QPointer<CellRunner> self(this);
    emit cellChanged(cell);
    if (self && isLast)
        emit roundEnded(round);
    if (self && isLast && m_rounds.isEmpty())
        emit idle();
    if (self)
        serve();
}

LaneActivity CellRunner::activity(TurnId cell) const
{
    const auto turn = m_turns.find(cell);
    if (turn != m_turns.end())
        return turn->second->activity();
    LaneActivity activity;
    if (!m_cells.contains(cell))
        return activity;
    activity.state = LaneActivity::State::Queued;
    for (const Unsaved &batch : m_unsaved) {
        if (std::ranges::find(batch.cells, cell, &TurnPlan::turn) == batch.cells.end())
            continue;
        activity.state = batch.error ? LaneActivity::State::Blocked : LaneActivity::State::Saving;
        activity.error = batch.error;
    }
    return activity;
}

std::optional<TurnPlan> CellRunner::takeWaiting(TurnId cell)
{
    const auto takeFrom = [cell](QList<TurnPlan> &plans) -> std::optional<TurnPlan> {
        const auto found = std::ranges::find(plans, cell, &TurnPlan::turn);
        if (found == plans.end())
            return {};
        TurnPlan taken = std::move(*found);
        plans.erase(found);
        return taken;
    };
    if (auto taken = takeFrom(m_waiting))
        return taken;
    for (Unsaved &batch : m_unsaved) {
        if (auto taken = takeFrom(batch.cells))
            return taken;
    }
    return {};
}

void CellRunner::stop(TurnId cell)
{
    if (m_cells.contains(cell))
        stopCells({cell});
}

void CellRunner::stop(RoundId round)
{
    stopCells(cellsOf(round));
}

void CellRunner::stopAll()
{
    stopCells(m_cells.keys());
}

void CellRunner::stopCells(const QList<TurnId> &cells)
{
    const QPointer<CellRunner> self(this);
    const bool wasStopping = std::exchange(m_stopping, true);
    for (const TurnId cell : cells) {
        // What has not begun ends as every turn does, so that it is kept as stopped.
        if (auto waiting = takeWaiting(cell)) {
            ++m_places[waiting->lane.providerId];
            makeTurn(std::move(*waiting));
        }
        const auto turn = m_turns.find(cell);
        if (turn != m_turns.end())
            turn->second->stop();
        if (!self)
            return;
    }
    m_stopping = wasStopping;
    serve();
}

QList<TurnId> CellRunner::cellsOf(RoundId round) const
{
    QList<TurnId> cells = m_cells.keys(round);
    std::ranges::sort(cells);
    return cells;
}

void CellRunner::retryNow(RoundId round)
{
    for (const TurnId cell : cellsOf(round)) {
        const auto turn = m_turns.find(cell);
        if (turn != m_turns.end())
            turn->second->retryNow();
    }
}

std::optional<Error> CellRunner::notSaved(RoundId round) const
{
    for (const Unsaved &batch : m_unsaved) {
        if (batch.round == round && batch.error && !batch.cells.isEmpty())
            return batch.error;
    }
    return {};
}

void CellRunner::sendWithoutSaving(RoundId round)
{
    for (Unsaved &batch : m_unsaved) {
        if (batch.round == round && batch.error)
            m_waiting += std::exchange(batch.cells, {});
    }
    m_unsaved.removeIf([](const Unsaved &batch) { return batch.cells.isEmpty(); });
    serve();
}

QList<Turn *> CellRunner::heldTurns(RoundId round) const
{
    QList<Turn *> held;
    for (const auto &[cell, turn] : m_turns) {
        if (turn->state() == TurnState::Withheld && m_cells.value(cell) == round)
            held.append(turn.get());
    }
    return held;
}

std::optional<SpendingBlock> CellRunner::spending(RoundId round) const
{
    const QList<Turn *> held = heldTurns(round);
    if (held.isEmpty())
        return {};
    SpendingBlock all = *held.first()->activity().spending;
    double sum = 0;
    double dearest = 0;
    for (const Turn *turn : held) {
        const SpendingBlock block = *turn->activity().spending;
        if (block.scope == SpendingBlock::Scope::Run)
            all = block;
        if (!block.estimateUsd) {
            all.estimateUsd.reset();
            return all;
        }
        sum += *block.estimateUsd;
        dearest = std::max(dearest, *block.estimateUsd);
    }
    // Those that wait have not been weighed yet.
    const auto waiting = std::ranges::count_if(
        m_waiting, [&](const TurnPlan &cell) { return m_cells.value(cell.turn) == round; });
    all.estimateUsd = all.scope == SpendingBlock::Scope::Run
                          ? dearest
                          : sum + sum / double(held.size()) * double(waiting);
    return all;
}

void CellRunner::sendAnyway(RoundId round)
{
    if (!m_rounds.contains(round))
        return;
    m_sentAnyway.append(round);
    for (Turn *turn : heldTurns(round))
        turn->sendOnce();
}

void CellRunner::raiseCeiling(RoundId round)
{
    if (const auto block = spending(round))
        app::raiseCeiling(*block, m_conversation, m_writer, m_dependencies.settings);
}

} // namespace app
