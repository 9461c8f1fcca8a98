// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// What is looked for in a text. White space of any kind matches white space, so that a line break
/// does not hide a phrase. A value.
struct FindQuery
{
    QString text;
    bool matchCase = false;
    bool wholeWords = false;

    struct Match
    {
        int start = 0; ///< in UTF-16 units
        int length = 0;
        bool operator==(const Match &) const = default;
    };

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    /// From the start on, none overlapping another.
    [[nodiscard]] QList<Match> matches(const QString &in) const;

    /// A piece of a longer text, and what stands around it: reach() units, where there are so many.
    struct Piece
    {
        QString before;
        QString text;
        QString after;
    };
    /// How far a match can lie from a piece, the character that ends a word included.
    [[nodiscard]] int reach() const { return int(text.size()) + 1; }
    /// What a piece has of the matches of the whole: those that begin in it, which may end behind
    /// it. It follows from the piece and its surroundings alone; where two pieces meet, a match
    /// that lies on both goes before those beside it.
    [[nodiscard]] QList<Match> matches(const Piece &in) const;
    /// The units at the start of a piece that belong to a match which began before it.
    [[nodiscard]] int reachesInto(const Piece &piece) const;

    bool operator==(const FindQuery &) const = default;

private:
    [[nodiscard]] QList<Match> matchesBetween(const QString &in, qsizetype from,
                                              qsizetype to) const;
    /// The first match over the border between two texts; its start counts from the border.
    [[nodiscard]] Match matchAcross(const QString &before, const QString &after) const;
};

} // namespace ui
