// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/message_tree.h"

#include <QSet>

#include <algorithm>

namespace app {

namespace {
template <typename Key, typename Value>
const Value *find(const QHash<Key, Value> &hash, Key id)
{
    const auto found = hash.constFind(id);
    return found == hash.cend() ? nullptr : &*found;
}
} // namespace

const Message *MessageTree::message(MessageId id) const
{
    return find(m_messages, id);
}

const TurnRecord *MessageTree::turn(TurnId id) const
{
    return find(m_turns, id);
}

const Round *MessageTree::round(RoundId id) const
{
    return find(m_rounds, id);
}

Message *MessageTree::edit(MessageId id)
{
    const auto found = m_messages.find(id);
    return found == m_messages.end() ? nullptr : &*found;
}

void MessageTree::put(const Round &round)
{
    m_rounds.insert(round.id, round);
}

void MessageTree::put(const TurnRecord &turn)
{
    if (!m_turns.contains(turn.id))
        m_turnsOf[turn.round].append(turn.id);
    m_turns.insert(turn.id, turn);
}

void MessageTree::put(const Message &message)
{
    const Message *known = this->message(message.id);
    if (known && known->parent != message.parent)
        m_children[known->parent].removeOne(message.id);
    if (!known || known->parent != message.parent) {
        QList<MessageId> &siblings = m_children[message.parent];
        siblings.insert(std::ranges::upper_bound(siblings, message.id), message.id);
    }
    m_messages.insert(message.id, message);
    if (message.turn && !m_firstReply.contains(message.turn)) // parents come before children
        m_firstReply.insert(message.turn, message.id);
}

QList<RoundId> MessageTree::rounds(const QList<RoundKind> &kinds) const
{
    QList<RoundId> found;
    for (const Round &round : m_rounds) {
        if (kinds.contains(round.kind))
            found.append(round.id);
    }
    std::ranges::sort(found);
    return found;
}

QList<MessageId> MessageTree::children(MessageId parent) const
{
    QList<MessageId> visible = m_children.value(parent);
    visible.removeIf([this](MessageId id) { return message(id)->hidden; });
    return visible;
}

QList<MessageId> MessageTree::pathTo(MessageId head) const
{
    QList<MessageId> path;
    QSet<MessageId> seen; // a damaged file may hold a circle
    for (const Message *step = message(head); step && !seen.contains(step->id);
         step = message(step->parent)) {
        seen.insert(step->id);
        if (step->hidden)
            path.clear();
        else
            path.append(step->id);
    }
    std::ranges::reverse(path);
    return path;
}

/// None for prompts, and for what no lane wrote.
LaneId MessageTree::laneOf(const Message &message) const
{
    const TurnRecord *record = turn(message.turn);
    return record ? record->lane : LaneId();
}

RoundKind MessageTree::kindOf(const Message &message) const
{
    const TurnRecord *record = turn(message.turn);
    const Round *found = round(message.round.isValid() || !record ? message.round : record->round);
    return found ? found->kind : RoundKind::Chat;
}

/// Rounds of a chat. A replay has its retries only, so that its copies do not crowd the original; a
/// lane that went on with a cell of a sweep finds its way back at the prompt.
bool MessageTree::areAlternatives(const Message &shown, const Message &other) const
{
    const RoundKind kind = kindOf(shown);
    if (kind == RoundKind::Replay)
        return shown.round == other.round;
    return kindOf(other) == RoundKind::Chat
           && (kind == RoundKind::Chat || shown.role == Role::User);
}

QList<MessageId> MessageTree::siblings(MessageId id) const
{
    const Message *self = message(id);
    if (!self || self->hidden)
        return {};
    if (self->role == Role::Tool)
        return {id};
    QList<MessageId> result = children(self->parent);
    result.removeIf([&](MessageId candidate) {
        const Message &other = *message(candidate);
        return candidate != id
               && (other.role != self->role || laneOf(other) != laneOf(*self)
                   || !areAlternatives(*self, other));
    });
    return result;
}

/// Whether a lane went this way: its own replies, and prompts that it answered.
bool MessageTree::isFollowedBy(LaneId lane, const Message &message) const
{
    if (message.role != Role::User)
        return laneOf(message) == lane;
    return std::ranges::any_of(m_children.value(message.id), [&](MessageId child) {
        const Message &reply = *this->message(child);
        return !reply.hidden && laneOf(reply) == lane;
    });
}

/// The newest, but of the choices of one run the first: that is the one a head follows.
MessageId MessageTree::firstChoice(const QList<MessageId> &candidates) const
{
    const Message &newest = *message(candidates.constLast());
    if (!newest.run.isValid())
        return newest.id;
    const auto first = std::ranges::find(candidates, newest.run,
                                         [this](MessageId id) { return message(id)->run; });
    return *first;
}

/// A cell of a sweep that a lane went on with, or its prompt.
bool MessageTree::leadsToAChat(const Message &message) const
{
    return std::ranges::any_of(m_children.value(message.id), [this](MessageId child) {
        const Message &below = *this->message(child);
        return !below.hidden && (kindOf(below) == RoundKind::Chat || leadsToAChat(below));
    });
}

MessageId MessageTree::newestBelow(LaneId lane, MessageId parent) const
{
    QList<MessageId> candidates = children(parent);
    candidates.removeIf([&](MessageId id) {
        const Message &candidate = *message(id);
        switch (kindOf(candidate)) {
        case RoundKind::Chat:
            return false;
        case RoundKind::Replay:
            return !isFollowedBy(lane, candidate);
        default:
            return !leadsToAChat(candidate);
        }
    });
    QList<MessageId> own = candidates;
    own.removeIf([&](MessageId id) { return !isFollowedBy(lane, *message(id)); });
    if (!own.isEmpty())
        return firstChoice(own);
    return candidates.isEmpty() ? MessageId() : firstChoice(candidates);
}

MessageId MessageTree::tip(LaneId lane, MessageId id) const
{
    if (!message(id))
        return {};
    QSet<MessageId> seen;
    while (!seen.contains(id)) {
        seen.insert(id);
        const MessageId next = newestBelow(lane, id);
        if (!next.isValid())
            break;
        id = next;
    }
    return id;
}

} // namespace app
