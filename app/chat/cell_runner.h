// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/cell_plan.h"
#include "app/chat/chat.h"
#include "app/chat/turn.h"

#include <QHash>
#include <QObject>

#include <map>
#include <memory>

namespace app {

class ConversationWriter;

/// Asks the cells of the sweeps and repeats of one conversation: many turns below one prompt, which
/// concern no lane and stream beside them. A round is committed whole before its first request
/// leaves, so that one that is killed is found with every cell that is missing. Part of a Chat,
/// which owns what it works with and keeps it while it is busy. GUI thread.
class CellRunner : public QObject
{
    Q_OBJECT
public:
    CellRunner(Conversation &conversation, ConversationWriter &writer, SpendingLedger &ledger,
               const ChatDependencies &dependencies, QObject *parent = nullptr);
    /// Silent; leaves replies as far as they were flushed.
    ~CellRunner() override;

    /// The round that began; InvalidRequest as planCells() says.
    Result<RoundId> start(const CellsSpec &spec);
    /// New turns at the places of these cells; those that still run are left alone.
    void retry(RoundId round, const QList<TurnId> &cells);

    [[nodiscard]] bool isBusy() const { return !m_rounds.isEmpty(); }
    /// Cells of the round that have not come to an end.
    [[nodiscard]] qsizetype running(RoundId round) const { return m_rounds.value(round); }
    /// Idle for a cell that has come to its end.
    [[nodiscard]] LaneActivity activity(TurnId cell) const;

    void stop(TurnId cell);
    void stop(RoundId round);
    void stopAll();
    /// Without waiting for moments that a server asked for.
    void retryNow(RoundId round);

    /// Why the round cannot be saved and therefore waits.
    [[nodiscard]] std::optional<Error> notSaved(RoundId round) const;
    void sendWithoutSaving(RoundId round);

    /// What holds cells of the round back, with an estimate for all that have not been sent: it is
    /// decided once for them.
    [[nodiscard]] std::optional<SpendingBlock> spending(RoundId round) const;
    /// Although it may pass a ceiling: those that are held and those that follow in the round.
    void sendAnyway(RoundId round);
    /// Raises the ceiling, in the preferences, so far that all of it fits.
    void raiseCeiling(RoundId round);

signals:
    void roundBegan(app::RoundId round); ///< or goes on; all of it is in the conversation
    void cellChanged(app::TurnId cell); ///< its activity
    void roundEnded(app::RoundId round); ///< no cell of it runs any more
    void idle();

private:
    /// Cells that wait for the disk.
    struct Unsaved
    {
        RoundId round;
        QList<TurnPlan> cells;
        std::optional<Error> error;
    };

    void begin(RoundId round, RoundPlan plan);
    void saved(RoundId round, const QList<TurnPlan> &cells, const Result<void> &outcome);
    void serve();
    Turn &makeTurn(TurnPlan plan);
    void changed(Turn &turn);
    void ended(Turn &turn);
    void stopCells(const QList<TurnId> &cells);
    std::optional<TurnPlan> takeWaiting(TurnId cell);
    [[nodiscard]] QList<TurnId> cellsOf(RoundId round) const;
    [[nodiscard]] QList<Turn *> heldTurns(RoundId round) const;

    Conversation &m_conversation;
    ConversationWriter &m_writer;
    SpendingLedger &m_ledger;
    const ChatDependencies m_dependencies;
    QList<Unsaved> m_unsaved;
    QList<TurnPlan> m_waiting; ///< for a place among the turns
    std::map<TurnId, std::unique_ptr<Turn>> m_turns;
    QHash<QString, int> m_places; ///< taken, by provider
    QHash<TurnId, RoundId> m_cells; ///< that have not ended, wherever they are
    QHash<RoundId, qsizetype> m_rounds; ///< likewise: how many
    QList<RoundId> m_sentAnyway;
    bool m_stopping = false; ///< nothing takes the places that become free
};

} // namespace app
