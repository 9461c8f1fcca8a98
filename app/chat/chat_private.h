// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/cell_runner.h"
#include "app/chat/chat.h"
#include "app/chat/choice_runs.h"
#include "app/chat/conversation_writer.h"
#include "app/chat/judge_runs.h"
#include "app/chat/turn.h"

#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace app {

/// What the sources of Chat share.
struct Chat::Private
{
    Private(Chat &chat, ConversationPtr opened, const ChatDependencies &given);

    void change(Changes changes);
    void begin(RoundPlan plan, const Prompt *prompt = nullptr, const Changes &alongside = {});
    void follow(Turn &turn);
    void turnEnded(Turn &turn);
    void noteEnd();
    bool followsByItself(const TurnPlan &plan, RunStatus status);
    bool retryOneByOne(const TurnPlan &plan);
    void askForTheRest(const TurnPlan &plan);
    void learnOneAnswer(const TurnPlan &plan) const;
    [[nodiscard]] QList<TurnPlan> takeChoicesApart(RoundPlan &plan) const;
    [[nodiscard]] bool givesOneAnswer(const Lane &lane) const;
    void goOn();
    void veil(RoundPlan &plan);
    void endHolding();
    void sendNow(const Prompt &prompt, const Changes &alongside = {});
    void putQueue(const QList<Prompt> &queue, Changes alongside = {});
    [[nodiscard]] qsizetype nextInQueue() const;
    [[nodiscard]] bool isFree(const QList<LaneId> &lanes) const;
    [[nodiscard]] bool isDraft(const Prompt &prompt) const;
    bool stopBeforeAnother(LaneId lane);
    void replayNext(LaneId lane);
    void resumeReplay(LaneId lane, MessageId reply);
    void tellIfIdle();
    [[nodiscard]] Turn *turn(LaneId lane) const;
    [[nodiscard]] CallRound *callsOf(LaneId lane) const;
    void writeDrafts();
    [[nodiscard]] ConversationSummary changedNow() const;
    [[nodiscard]] qint64 now() const { return dependencies.clock.nowMs(); }

    Chat &q;
    ConversationPtr conversation;
    ChatDependencies dependencies;
    ConversationWriter writer;
    SpendingLedger ledger;
    QTimer draftDelay;
    QSet<LaneId> unwrittenDrafts; ///< no lane: the composer of those that are not detached
    bool shown = true;
    RoundId heldBack; ///< its answers are to be seen together
    QSet<LaneId> held; ///< lanes whose last turn failed or was stopped: what is queued waits
    QSet<LaneId> replaying; ///< the next prompt follows when the last one is answered
    bool anotherFollows = false; ///< a turn is stopped only to make room
    std::map<LaneId, std::unique_ptr<Turn>> turns; ///< that have not ended; they use the writer
    std::unique_ptr<CellRunner> cells; ///< uses the writer
    JudgeRuns judges; ///< likewise
    ChoiceRuns choices; ///< likewise
};

} // namespace app
