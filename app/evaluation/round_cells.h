// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/repeat_statistics.h"
#include "app/library/conversation.h"

namespace app {

// What a round of cells (a sweep, or repeats) holds, as values: for a grid of answers, for an
// export. Coordinates say what a cell varies: the wire name of a parameter and its value;
// `provider` and `model`; `prompt` and `repeat`, numbers from 1.

namespace coordinate {
inline constexpr auto kProvider = QLatin1StringView("provider");
inline constexpr auto kModel = QLatin1StringView("model");
inline constexpr auto kPrompt = QLatin1StringView("prompt");
inline constexpr auto kRepeat = QLatin1StringView("repeat");
} // namespace coordinate

/// The kinds of rounds whose turns are cells.
[[nodiscard]] const QList<RoundKind> &cellKinds();

/// What all cells of a round have in common. It is kept as a turn of its own in which nothing is
/// asked: settings of the lane change later, and a cell that is asked again must not.
struct CellSettings
{
    QStringList dimensions; ///< in the order of their loops; `model` stands for the provider too
    QJsonObject lanes; ///< a set of one lane, see lane_set.h

    bool operator==(const CellSettings &) const = default;
};
[[nodiscard]] QJsonObject cellSettingsToJson(const CellSettings &settings);
/// Nothing where the turn is a cell.
[[nodiscard]] std::optional<CellSettings> cellSettingsOf(const TurnRecord &turn);

struct RoundCell
{
    QJsonObject coordinates; ///< empty: nobody asked for it
    TurnId turn; ///< the newest one at these coordinates
    MessageId prompt;
    MessageId reply; ///< the first of its turn

    bool operator==(const RoundCell &) const = default;
};

/// The cells of a round as a table. The last dimension makes columns, all before it rows; where
/// there is but one it makes rows.
struct RoundGrid
{
    RoundId round;
    RoundKind kind = RoundKind::Sweep;
    LaneId lane; ///< whose settings it began with; the lane may be gone
    qint64 createdMs = 0;
    QStringList rowDimensions;
    QString columnDimension; ///< empty: none
    QList<QJsonObject> rows; ///< their coordinates, in order
    QList<QJsonObject> columns; ///< likewise; one without any where there is no such dimension
    QList<RoundCell> cells; ///< row by row

    [[nodiscard]] const RoundCell &cell(qsizetype row, qsizetype column) const
    {
        return cells.at(row * columns.size() + column);
    }
    bool operator==(const RoundGrid &) const = default;
};

/// Takes time in proportion to the cells. No cells for an unknown round, or one of another kind.
[[nodiscard]] RoundGrid roundGrid(const Conversation &conversation, RoundId round);

/// The last message of the turn of a cell: where a lane goes on.
[[nodiscard]] MessageId endOfCell(const Conversation &conversation, const RoundCell &cell);
/// Its newest run; null where there is none.
[[nodiscard]] const Run *runOfCell(const Conversation &conversation, const RoundCell &cell);
/// The whole answer; what was continued is joined.
[[nodiscard]] QByteArray textOfCell(const Conversation &conversation, const RoundCell &cell);
/// How it ended, or that it is being written.
[[nodiscard]] MessageState stateOfCell(const Conversation &conversation, const RoundCell &cell);
/// It came to no end of its own: failed, was stopped, or was cut by the end of the program.
[[nodiscard]] bool isUnanswered(const Conversation &conversation, const RoundCell &cell);

/// For repeatStatistics(): the cells that are not being written any more.
[[nodiscard]] QList<RepeatedAnswer> repeatedAnswers(const Conversation &conversation,
                                                    const QList<RoundCell> &cells);

} // namespace app
