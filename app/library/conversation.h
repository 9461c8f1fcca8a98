// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace app {

/// A conversation that is open: the tree, its lanes, its draft. It changes by apply() only and
/// knows no store; whoever changes it also writes the same Changes to the store (see Chat). Held by
/// std::shared_ptr because two kinds of owner come and go independently: whoever shows it, and
/// the replies running in it. GUI thread; may be made on another one and moved there.
class Conversation : public QObject
{
    Q_OBJECT
public:
    explicit Conversation(ConversationRecord record);
    ~Conversation() override;

    [[nodiscard]] ConversationId id() const;
    [[nodiscard]] const ConversationSummary &summary() const;
    /// Of a detached lane, or of the composer for all others.
    [[nodiscard]] const Draft &draft(LaneId lane = {}) const;
    /// Prompts that wait for the replies to end; see Chat.
    [[nodiscard]] const QList<Prompt> &queue() const;

    /// By position.
    [[nodiscard]] const QList<Lane> &lanes() const;
    [[nodiscard]] const Lane *lane(LaneId id) const;
    /// First prompt to head. Hidden messages are not in it.
    [[nodiscard]] const QList<MessageId> &path(LaneId id) const;

    /// Null for an unknown id. Valid until the next apply(); while a reply streams, copying its
    /// parts makes the next delta copy the whole text: read views instead.
    [[nodiscard]] const Message *message(MessageId id) const;
    [[nodiscard]] const Run *run(RunId id) const;
    /// USD, of all runs that say what they cost.
    [[nodiscard]] double costUsd() const;
    [[nodiscard]] const TurnRecord *turn(TurnId id) const;
    [[nodiscard]] const Round *round(RoundId id) const;
    /// Those of these kinds, oldest first. Takes time in proportion to all rounds.
    [[nodiscard]] QList<RoundId> rounds(const QList<RoundKind> &kinds) const;
    /// Oldest first.
    [[nodiscard]] QList<TurnId> turnsOf(RoundId round) const;
    /// What the turn began with; none: nothing was asked in it.
    [[nodiscard]] MessageId firstReply(TurnId turn) const;
    /// Where the round has letters for names.
    [[nodiscard]] const BlindRound *blindRound(RoundId id) const;
    /// Blind rounds whose names are hidden, the oldest first.
    [[nodiscard]] QList<BlindRound> veiledRounds() const;
    /// The newest of them; null: names may show.
    [[nodiscard]] const BlindRound *veiledRound() const;
    [[nodiscard]] const Vote *vote(RoundId id) const;
    /// Whether the store has tokens of this reply.
    [[nodiscard]] bool hasTokens(MessageId id) const;
    /// Oldest first, without hidden ones; with no parent the first prompts.
    [[nodiscard]] QList<MessageId> children(MessageId parent) const;

    /// What the branch switcher of a message walks, itself included, oldest first: for a prompt the
    /// prompts beside it, for a reply the replies beside it that came from the same lane as it did
    /// (retries, edits, the choices of one run, other continuations). Rounds of kind Chat only,
    /// from the prompt of another kind back to those of a chat, and of a replay what was retried in
    /// one round; empty for unknown and hidden messages.
    [[nodiscard]] QList<MessageId> siblings(LaneId lane, MessageId message) const;
    /// The newest end below a message, following this lane's turns: where its head goes when that
    /// sibling is chosen. Where the lane has no turn (it was added as a copy later) it follows the
    /// newest of any lane.
    [[nodiscard]] MessageId tip(LaneId lane, MessageId message) const;

    /// Signals come when all of it is in place: first those of messages in the order of the
    /// changes, then runs, rounds, lanes, paths, draft, queue and summary.
    void apply(const Change &change);
    void apply(const Changes &changes);

signals:
    void summaryChanged();
    void draftChanged(); ///< any of them
    void queueChanged();
    void lanesChanged(); ///< added, removed or reordered
    void laneChanged(app::LaneId lane); ///< model, parameters, system prompt
    /// The path differs now. With only new messages at its end this comes after messageInserted().
    void pathChanged(app::LaneId lane);
    void messageInserted(app::MessageId message);
    void messageChanged(app::MessageId message); ///< state, parts as a whole
    void messageGrew(app::MessageId message); ///< more text or more of a call, in its last parts
    void runChanged(app::RunId run);
    void roundChanged(app::RoundId round); ///< its vote, or whether names are hidden

private:
    struct Private;
    std::unique_ptr<Private> d;
};

using ConversationPtr = std::shared_ptr<Conversation>;

} // namespace app
