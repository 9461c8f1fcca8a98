// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/spending_ledger.h"
#include "app/chat/turn.h"

#include <QObject>

#include <map>
#include <memory>

namespace app {

class ConversationWriter;

/// Runs turns that belong to no lane, many of them, a few at a time: what a judge is asked. They
/// are committed together, so that a program that is killed finds each of them interrupted, and
/// begin in their order as places become free; scheduler and ceilings hold as for lanes. GUI
/// thread. Owned by the chat; destruction is silent.
class JudgeRuns : public QObject
{
    Q_OBJECT
public:
    /// So many turns of one chat are prepared or asked at once, whatever the limits allow.
    static constexpr int kAtOnce = 8;

    JudgeRuns(Conversation &conversation, ConversationWriter &writer, SpendingLedger &ledger,
              const ChatDependencies &dependencies, QObject *parent = nullptr);
    ~JudgeRuns() override;

    /// Turns of one round, one at least.
    RoundId start(RoundPlan plan);
    void stop(RoundId round);
    void stopAll();

    [[nodiscard]] bool isBusy() const { return !m_turns.empty(); }
    [[nodiscard]] bool isBusy(RoundId round) const;
    /// What holds a round up: the first of its turns that waits for the user, else for a server.
    /// Idle where nothing does.
    [[nodiscard]] LaneActivity obstacle(RoundId round) const;

    // What the user says to an obstacle goes for all turns of the round, those to come included.
    void sendOnce(RoundId round);
    void raiseCeiling(RoundId round);
    void sendWithoutSaving(RoundId round);
    void retryNow(RoundId round);

signals:
    /// A turn of it moved on, or ended.
    void changed(app::RoundId round);
    /// The last turn of a round ended.
    void ended(app::RoundId round);
    /// Of all rounds; comes behind that.
    void allEnded();

private:
    /// In the order in which they begin; ids rise.
    struct Entry
    {
        std::unique_ptr<Turn> turn;
        RoundId round;
        std::optional<Result<void>> saved; ///< how the commit went; nothing: not known yet
        bool isBegun = false;
    };

    void follow(TurnId id);
    void startMore();
    void turnMoved(TurnId id);
    void turnEnded(TurnId id);
    [[nodiscard]] QList<QPointer<Turn>> turnsOf(RoundId round) const;

    Conversation &m_conversation;
    ConversationWriter &m_writer;
    SpendingLedger &m_ledger;
    const ChatDependencies m_dependencies;
    std::map<TurnId, Entry> m_turns;
    QList<RoundId> m_allowed; ///< to pass a ceiling
    QList<RoundId> m_unsaved; ///< to go on although nothing is saved
};

} // namespace app
