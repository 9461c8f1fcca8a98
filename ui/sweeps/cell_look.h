// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"
#include "app/evaluation/round_cells.h"
#include "ui/lanes/lane_figures.h"

namespace ui {

/// What the grid shows of a cell. A value; made when it is looked at, again when something came.
struct CellLook
{
    enum class Kind { Missing, Running, Answered, Unanswered };
    struct Item
    {
        QString text; ///< "412 tokens"
        Standing standing = Standing::Usual;

        bool operator==(const Item &) const = default;
    };

    Kind kind = Kind::Missing;
    QString state; ///< "answering", "failed"; empty where the answer speaks for itself
    QString problem; ///< why it is not answered, one sentence
    QString beginning; ///< of the answer
    QList<Item> figures;

    /// All of it for a screen reader.
    [[nodiscard]] QString spoken() const;
    bool operator==(const CellLook &) const = default;
};

struct CellStandings
{
    Standing firstToken = Standing::Usual;
    Standing speed = Standing::Usual;
    Standing cost = Standing::Usual;

    bool operator==(const CellStandings &) const = default;
};

/// `providerName`: for the sentence about a failure.
[[nodiscard]] CellLook lookOf(const app::Conversation &conversation, const app::RoundCell &cell,
                              const app::LaneActivity &activity, const CellStandings &standings,
                              const QString &providerName);

} // namespace ui
