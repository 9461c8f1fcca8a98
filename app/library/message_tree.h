// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

#include <QHash>

namespace app {

/// The messages of a conversation as a tree, with the rounds and turns that say who wrote what. A
/// value. Looking up and growing cost the same however long the history is; walks cost their
/// length.
class MessageTree
{
public:
    [[nodiscard]] const Message *message(MessageId id) const;
    [[nodiscard]] const TurnRecord *turn(TurnId id) const;
    [[nodiscard]] const Round *round(RoundId id) const;
    /// Of these kinds, oldest first.
    [[nodiscard]] QList<RoundId> rounds(const QList<RoundKind> &kinds) const;
    /// Oldest first.
    [[nodiscard]] QList<TurnId> turnsOf(RoundId round) const { return m_turnsOf.value(round); }
    [[nodiscard]] MessageId firstReply(TurnId turn) const { return m_firstReply.value(turn); }

    /// Visible ones, oldest first.
    [[nodiscard]] QList<MessageId> children(MessageId parent) const;
    /// From the first prompt to `head`; ends above a hidden message. Empty for an unknown head.
    [[nodiscard]] QList<MessageId> pathTo(MessageId head) const;
    [[nodiscard]] QList<MessageId> siblings(MessageId message) const;
    [[nodiscard]] MessageId tip(LaneId lane, MessageId message) const;

    void put(const Round &round);
    void put(const TurnRecord &turn);
    void put(const Message &message);
    /// For changes that leave its place in the tree alone. Null for an unknown id.
    [[nodiscard]] Message *edit(MessageId id);

private:
    [[nodiscard]] LaneId laneOf(const Message &message) const;
    [[nodiscard]] RoundKind kindOf(const Message &message) const;
    [[nodiscard]] bool areAlternatives(const Message &shown, const Message &other) const;
    [[nodiscard]] bool leadsToAChat(const Message &message) const;
    [[nodiscard]] bool isFollowedBy(LaneId lane, const Message &message) const;
    [[nodiscard]] MessageId newestBelow(LaneId lane, MessageId parent) const;
    [[nodiscard]] MessageId firstChoice(const QList<MessageId> &candidates) const;

    QHash<MessageId, Message> m_messages;
    QHash<MessageId, QList<MessageId>> m_children; ///< by id: ids rise with time
    QHash<TurnId, TurnRecord> m_turns;
    QHash<RoundId, Round> m_rounds;
    QHash<RoundId, QList<TurnId>> m_turnsOf;
    QHash<TurnId, MessageId> m_firstReply;
};

} // namespace app
