// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/turn_ways.h"

#include "app/export/exported.h"

#include <QMap>

#include <algorithm>
#include <tuple>

namespace app {

namespace {

using WayChain = QList<MessageId>;

class TurnWayFinder
{
public:
    TurnWayFinder(const Conversation &conversation, const QSet<MessageId> &onPath)
        : m_conversation(conversation), m_onPath(onPath)
    {
    }

    [[nodiscard]] QList<TurnWay> find(const QList<WayChain> &turns, const WayChoice &choice) const;

private:
    [[nodiscard]] QList<TurnWay> waysThrough(const WayChain &messages) const;
    void keepPaths(QList<TurnWay> &ways) const;
    static void keepNewestOfLanesGone(QList<TurnWay> &ways);
    void keepNewestCells(QList<TurnWay> &ways) const;
    void sort(QList<TurnWay> &ways, RoundKind kind) const;
    [[nodiscard]] int place(LaneId lane) const;

    const Conversation &m_conversation;
    const QSet<MessageId> &m_onPath;
};

QList<TurnWay> TurnWayFinder::waysThrough(const WayChain &messages) const
{
    const TurnId turn = m_conversation.message(messages.constFirst())->turn;
    const QSet<MessageId> inTurn(messages.begin(), messages.end());
    QSet<MessageId> goneOnWith;
    for (const MessageId id : messages)
        goneOnWith.insert(m_conversation.message(id)->parent);
    const TurnRecord *record = m_conversation.turn(turn);
    QList<TurnWay> ways;
    for (const MessageId end : messages) {
        if (goneOnWith.contains(end))
            continue;
        TurnWay way{turn, record ? record->lane : LaneId(), {}, false};
        for (MessageId id = end; inTurn.contains(id); id = m_conversation.message(id)->parent)
            way.messages.append(id);
        std::ranges::reverse(way.messages);
        way.isShown = m_onPath.contains(end);
        ways.append(way);
    }
    return ways;
}

QList<TurnWay> TurnWayFinder::find(const QList<WayChain> &turns, const WayChoice &choice) const
{
    QList<TurnWay> ways;
    for (const WayChain &turn : turns)
        ways += waysThrough(turn);
    if (isCellKind(choice.kind)) {
        for (TurnWay &way : ways)
            way.isShown = true;
        if (choice.extent == WayChoice::Shown)
            keepNewestCells(ways);
    } else if (choice.extent == WayChoice::Shown) {
        keepPaths(ways);
        keepNewestOfLanesGone(ways);
    }
    sort(ways, choice.kind);
    return ways;
}

/// Cuts each way where the lanes leave it; of those that none of them takes the whole stays.
void TurnWayFinder::keepPaths(QList<TurnWay> &ways) const
{
    QList<WayChain> known;
    for (TurnWay &way : ways) {
        qsizetype length = 0;
        while (length < way.messages.size() && m_onPath.contains(way.messages.at(length)))
            ++length;
        way.isShown = length > 0;
        if (way.isShown)
            way.messages.resize(length);
    }
    ways.removeIf([&](const TurnWay &way) {
        const bool isKnown = known.contains(way.messages);
        known.append(way.messages);
        return isKnown;
    });
}

/// A lane that went on with another lane's answer gave one all the same.
void TurnWayFinder::keepNewestOfLanesGone(QList<TurnWay> &ways)
{
    QHash<LaneId, TurnId> newest;
    QSet<LaneId> onPath;
    for (const TurnWay &way : std::as_const(ways)) {
        if (way.isShown)
            onPath.insert(way.lane);
        newest[way.lane] = std::max(newest.value(way.lane), way.turn);
    }
    QSet<TurnId> taken;
    ways.removeIf([&](const TurnWay &way) {
        if (way.isShown)
            return false;
        const bool isKept = !onPath.contains(way.lane) && newest.value(way.lane) == way.turn
                            && !taken.contains(way.turn);
        taken.insert(way.turn);
        return !isKept;
    });
}

/// A cell that was asked for again is what came last. Cells without coordinates are repeats.
void TurnWayFinder::keepNewestCells(QList<TurnWay> &ways) const
{
    const auto coordinates = [this](const TurnWay &way) {
        const TurnRecord *turn = m_conversation.turn(way.turn);
        return turn ? turn->coordinates : QJsonObject();
    };
    const auto above = [this](const TurnWay &way) {
        return m_conversation.message(way.messages.constFirst())->parent;
    };
    using Cell = std::tuple<LaneId, MessageId, QByteArray>;
    const auto cellOf = [&](const TurnWay &way) {
        return Cell{way.lane, above(way), coordinatesText(coordinates(way)).toUtf8()};
    };
    QMap<Cell, TurnId> newest;
    for (const TurnWay &way : std::as_const(ways)) {
        TurnId &turn = newest[cellOf(way)];
        turn = std::max(turn, way.turn);
    }
    ways.removeIf([&](const TurnWay &way) {
        return !coordinates(way).isEmpty() && newest.value(cellOf(way)) != way.turn;
    });
}

int TurnWayFinder::place(LaneId id) const
{
    const Lane *lane = m_conversation.lane(id);
    return lane ? lane->position : int(m_conversation.lanes().size());
}

void TurnWayFinder::sort(QList<TurnWay> &ways, RoundKind kind) const
{
    std::ranges::stable_sort(ways, [&](const TurnWay &one, const TurnWay &other) {
        const bool isByLane = !isCellKind(kind) && place(one.lane) != place(other.lane);
        return isByLane ? place(one.lane) < place(other.lane) : one.turn < other.turn;
    });
}

} // namespace

bool isCellKind(RoundKind kind)
{
    return kind == RoundKind::Sweep || kind == RoundKind::Repeat || kind == RoundKind::Judge;
}

QList<TurnWay> turnWays(const Conversation &conversation, const QList<QList<MessageId>> &turns,
                        const QSet<MessageId> &onPath, const WayChoice &choice)
{
    return TurnWayFinder(conversation, onPath).find(turns, choice);
}

} // namespace app
