// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/round_cells.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kSettings = "settings"_L1;
constexpr auto kDimensions = "dimensions"_L1;
constexpr auto kLaneSet = "lanes"_L1;

/// Members are in order once they are in an object.
QByteArray keyOf(const QJsonObject &coordinates)
{
    return QJsonDocument(coordinates).toJson(QJsonDocument::Compact);
}

QJsonObject along(const QStringList &dimensions, const QJsonObject &coordinates)
{
    QJsonObject part;
    for (const QString &dimension : dimensions) {
        part.insert(dimension, coordinates.value(dimension));
        if (dimension == coordinate::kModel)
            part.insert(coordinate::kProvider, coordinates.value(coordinate::kProvider));
    }
    return part;
}

/// GridPlaces in a table, in the order in which they are met.
class GridPlaces
{
public:
    int placeOf(const QJsonObject &coordinates)
    {
        const auto known = m_places.constFind(keyOf(coordinates));
        if (known != m_places.cend())
            return *known;
        m_places.insert(keyOf(coordinates), int(m_order.size()));
        m_order.append(coordinates);
        return int(m_order.size()) - 1;
    }
    [[nodiscard]] const QList<QJsonObject> &order() const { return m_order; }

private:
    QHash<QByteArray, int> m_places;
    QList<QJsonObject> m_order;
};

struct FoundCells
{
    QStringList dimensions;
    LaneId lane;
    QList<RoundCell> cells; ///< each place once
};

FoundCells findCells(const Conversation &conversation, RoundId round)
{
    FoundCells found;
    GridPlaces places;
    for (const TurnId id : conversation.turnsOf(round)) {
        const TurnRecord &turn = *conversation.turn(id);
        if (const auto settings = cellSettingsOf(turn)) {
            found.dimensions = settings->dimensions;
            found.lane = turn.lane;
            continue;
        }
        // An answer that was asked again from a lane it went on in has no place in the grid.
        const Message *reply = conversation.message(conversation.firstReply(id));
        if (turn.coordinates.isEmpty() || !reply)
            continue;
        const int place = places.placeOf(turn.coordinates);
        if (place == found.cells.size())
            found.cells.append(RoundCell());
        found.cells[place] = {turn.coordinates, id, reply->parent, reply->id};
        found.lane = turn.lane;
    }
    if (found.dimensions.isEmpty() && !found.cells.isEmpty()) {
        found.dimensions = found.cells.first().coordinates.keys();
        found.dimensions.removeAll(QString(coordinate::kProvider));
    }
    return found;
}

template <typename Visitor>
void visitReplies(const Conversation &conversation, const RoundCell &cell, Visitor visit)
{
    for (const Message *reply = conversation.message(cell.reply); reply;) {
        visit(*reply);
        const Message *next = nullptr;
        for (const MessageId child : conversation.children(reply->id)) {
            const Message *candidate = conversation.message(child);
            if (candidate && candidate->turn == cell.turn)
                next = candidate;
        }
        reply = next;
    }
}

} // namespace

const QList<RoundKind> &cellKinds()
{
    static const QList<RoundKind> kinds{RoundKind::Sweep, RoundKind::Repeat};
    return kinds;
}

QJsonObject cellSettingsToJson(const CellSettings &settings)
{
    const QJsonObject kept{{kDimensions, QJsonArray::fromStringList(settings.dimensions)},
                           {kLaneSet, settings.lanes}};
    return {{kSettings, kept}};
}

std::optional<CellSettings> cellSettingsOf(const TurnRecord &turn)
{
    const QJsonValue kept = turn.coordinates.value(kSettings);
    if (!kept.isObject())
        return {};
    CellSettings settings;
    for (const QJsonValue &dimension : kept[kDimensions].toArray())
        settings.dimensions.append(dimension.toString());
    settings.lanes = kept[kLaneSet].toObject();
    return settings;
}

RoundGrid roundGrid(const Conversation &conversation, RoundId id)
{
    RoundGrid grid;
    const Round *round = conversation.round(id);
    if (!round || !cellKinds().contains(round->kind))
        return grid;
    const FoundCells found = findCells(conversation, id);
    grid.round = id;
    grid.kind = round->kind;
    grid.lane = found.lane;
    grid.createdMs = round->createdMs;
    grid.rowDimensions = found.dimensions;
    if (found.dimensions.size() > 1)
        grid.columnDimension = grid.rowDimensions.takeLast();
    const QStringList columns =
        grid.columnDimension.isEmpty() ? QStringList() : QStringList{grid.columnDimension};
    GridPlaces rowPlaces;
    GridPlaces columnPlaces;
    QList<std::pair<int, int>> placed;
    for (const RoundCell &cell : found.cells) {
        placed.append({rowPlaces.placeOf(along(grid.rowDimensions, cell.coordinates)),
                       columnPlaces.placeOf(along(columns, cell.coordinates))});
    }
    grid.rows = rowPlaces.order();
    grid.columns = columnPlaces.order();
    grid.cells.resize(grid.rows.size() * grid.columns.size());
    for (qsizetype i = 0; i < placed.size(); ++i) {
        const auto [row, column] = placed.at(i);
        grid.cells[row * grid.columns.size() + column] = found.cells.at(i);
    }
    return grid;
}

MessageId endOfCell(const Conversation &conversation, const RoundCell &cell)
{
    MessageId end;
    visitReplies(conversation, cell, [&](const Message &reply) { end = reply.id; });
    return end;
}

const Run *runOfCell(const Conversation &conversation, const RoundCell &cell)
{
    const Run *newest = nullptr;
    visitReplies(conversation, cell, [&](const Message &reply) {
        if (const Run *run = conversation.run(reply.run))
            newest = run;
    });
    return newest;
}

QByteArray textOfCell(const Conversation &conversation, const RoundCell &cell)
{
    QByteArray text;
    visitReplies(conversation, cell, [&](const Message &reply) {
        if (reply.role == Role::Assistant)
            text += textOf(reply.parts);
    });
    return text;
}

MessageState stateOfCell(const Conversation &conversation, const RoundCell &cell)
{
    const Message *end = conversation.message(endOfCell(conversation, cell));
    return end ? end->state : MessageState::Interrupted;
}

bool isUnanswered(const Conversation &conversation, const RoundCell &cell)
{
    const MessageState state = stateOfCell(conversation, cell);
    return cell.turn
           && (state == MessageState::Failed || state == MessageState::Cancelled
               || state == MessageState::Interrupted);
}

QList<RepeatedAnswer> repeatedAnswers(const Conversation &conversation,
                                      const QList<RoundCell> &cells)
{
    QList<RepeatedAnswer> answers;
    for (const RoundCell &cell : cells) {
        const Run *run = runOfCell(conversation, cell);
        if (!run || stateOfCell(conversation, cell) == MessageState::Streaming)
            continue;
        const bool isInterrupted = stateOfCell(conversation, cell) == MessageState::Interrupted;
        answers.append({textOfCell(conversation, cell), run->usage, run->timings, run->costUsd,
                        isInterrupted ? RunStatus::Failed : run->status});
    }
    return answers;
}

} // namespace app
