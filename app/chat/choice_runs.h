// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn.h"

#include <QFuture>
#include <QObject>

#include <map>
#include <memory>

namespace app {

class ConversationWriter;

/// Further answers to the prompt of a lane, of servers that give one answer to a request: each is a
/// request of its own beside that of the lane, and all stream at once. No head follows them. Owned
/// by the chat; GUI thread; destruction is silent and leaves replies as far as they were flushed.
class ChoiceRuns : public QObject
{
    Q_OBJECT
public:
    ChoiceRuns(Conversation &conversation, ConversationWriter &writer, SpendingLedger &ledger,
               const ChatDependencies &dependencies, QObject *parent = nullptr);
    ~ChoiceRuns() override;

    /// Their rows are applied; `saved` is the commit of them.
    void start(const QList<TurnPlan> &plans, const QFuture<Result<void>> &saved);

    [[nodiscard]] bool isBusy() const { return !m_turns.empty(); }
    /// Of the answer that waits for the user, else of the first one that is not ended; Idle: none.
    [[nodiscard]] LaneActivity activity(LaneId lane) const;

    // As of the turn of the lane, for all of its answers.
    void stop(LaneId lane);
    void sendWithoutSaving(LaneId lane);
    void sendOnce(LaneId lane);
    void retryNow(LaneId lane);

signals:
    void changed(app::LaneId lane); ///< one of its answers moved on, or ended
    void allEnded(); ///< of all lanes; comes behind that

private:
    void follow(RunId id);
    void turnEnded(RunId id);
    [[nodiscard]] QList<QPointer<Turn>> turnsOf(LaneId lane) const;
    template <typename Act>
    void forAll(LaneId lane, Act act);

    Conversation &m_conversation;
    ConversationWriter &m_writer;
    SpendingLedger &m_ledger;
    const ChatDependencies m_dependencies;
    std::map<RunId, std::unique_ptr<Turn>> m_turns;
};

} // namespace app
