// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/blind_rounds.h"

#include <QRandomGenerator>

#include <algorithm>

namespace app {

namespace {

/// The lanes of the round that are still there.
QList<LaneId> lanesLeft(const Conversation &conversation, const BlindRound &round)
{
    QList<LaneId> lanes = round.lanes;
    lanes.removeIf([&](LaneId lane) { return conversation.lane(lane) == nullptr; });
    return lanes;
}

/// How many messages at the beginning all these lanes have in common.
qsizetype sharedLength(const Conversation &conversation, const QList<LaneId> &lanes)
{
    const QList<MessageId> &first = conversation.path(lanes.first());
    qsizetype shared = first.size();
    for (const LaneId lane : lanes) {
        const QList<MessageId> &other = conversation.path(lane);
        const auto [end, unused] =
            std::mismatch(first.begin(), first.begin() + shared, other.begin(), other.end());
        shared = end - first.begin();
    }
    return shared;
}

bool wasPrompted(const Conversation &conversation, LaneId lane, RoundId round)
{
    // A round is never older than the one above it, and begins with its prompt.
    const QList<MessageId> &path = conversation.path(lane);
    const auto found = std::ranges::lower_bound(
        path, round, {}, [&](MessageId id) { return conversation.message(id)->round; });
    return found != path.end() && conversation.message(*found)->round == round
           && conversation.message(*found)->role == Role::User;
}

/// What a path may show behind the messages that its lanes share.
class OwnMessages
{
public:
    OwnMessages(const Conversation &conversation, const BlindRound &veiled,
                const QList<LaneId> &lanes, Answers answers)
        : m_conversation(conversation), m_veiled(veiled), m_lanes(lanes), m_answers(answers)
    {
    }

    [[nodiscard]] bool contain(const Message &message) const
    {
        if (message.role != Role::User)
            return message.round == m_veiled.round ? m_answers == Answers::Shown
                                                   : message.round > m_veiled.round;
        return message.round >= m_veiled.round || std::ranges::all_of(m_lanes, [&](LaneId lane) {
                   return wasPrompted(m_conversation, lane, message.round);
               });
    }

private:
    const Conversation &m_conversation;
    const BlindRound &m_veiled;
    const QList<LaneId> &m_lanes;
    const Answers m_answers;
};

RoundId newRoundOf(const RoundPlan &plan)
{
    for (const Change &change : plan.changes) {
        if (const auto *put = std::get_if<PutRound>(&change))
            return put->round.id;
    }
    return {};
}

} // namespace

QList<ShownLane> shownLanes(const Conversation &conversation)
{
    QList<ShownLane> shown;
    const BlindRound *veiled = conversation.veiledRound();
    if (!veiled) {
        for (const Lane &lane : conversation.lanes())
            shown.append({lane.id, lane.letter});
        return shown;
    }
    // A letter stays with its lane when another one is removed.
    for (int place = 0; place < veiled->lanes.size(); ++place) {
        if (conversation.lane(veiled->lanes.at(place)))
            shown.append({veiled->lanes.at(place), place});
    }
    auto letter = int(veiled->lanes.size());
    for (const Lane &lane : conversation.lanes()) {
        if (!veiled->lanes.contains(lane.id))
            shown.append({lane.id, letter++});
    }
    return shown;
}

int shownLetter(const Conversation &conversation, LaneId lane)
{
    const QList<ShownLane> shown = shownLanes(conversation);
    const auto found = std::ranges::find(shown, lane, &ShownLane::lane);
    return found == shown.end() ? 0 : found->letter;
}

bool isVeiled(const Conversation &conversation, const Message &message)
{
    const BlindRound *round = conversation.blindRound(message.round);
    return round && round->revealedMs == 0;
}

QList<MessageId> shownPath(const Conversation &conversation, LaneId lane, Answers answers)
{
    const QList<MessageId> &path = conversation.path(lane);
    const BlindRound *veiled = conversation.veiledRound();
    if (!veiled || !veiled->lanes.contains(lane) || path.isEmpty())
        return path;
    const QList<LaneId> lanes = lanesLeft(conversation, *veiled);
    const OwnMessages own(conversation, *veiled, lanes, answers);
    const qsizetype shared = sharedLength(conversation, lanes);
    QList<MessageId> shown = path.first(shared);
    for (qsizetype i = shared; i < path.size(); ++i) {
        if (own.contain(*conversation.message(path.at(i))))
            shown.append(path.at(i));
    }
    return shown;
}

Changes changesToVeil(const Conversation &conversation, const RoundPlan &plan,
                      QRandomGenerator &random)
{
    const bool isWanted =
        conversation.summary().blindMode != BlindMode::Off || conversation.veiledRound();
    BlindRound veiled;
    veiled.round = newRoundOf(plan);
    for (const TurnPlan &turn : plan.turns)
        veiled.lanes.append(turn.lane.id);
    if (!isWanted || !veiled.round || veiled.lanes.size() < 2)
        return {};
    std::ranges::shuffle(veiled.lanes, random);
    return {PutBlindRound{veiled}};
}

Changes changesToReveal(const Conversation &conversation, qint64 nowMs)
{
    Changes changes;
    for (BlindRound round : conversation.veiledRounds()) {
        round.revealedMs = nowMs;
        changes.append(PutBlindRound{round});
    }
    return changes;
}

} // namespace app
