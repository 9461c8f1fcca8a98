// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/text_diff.h"

#include <QFuture>

namespace app {

/// What differs within a line.
struct DiffSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    DiffPiece::Kind kind = DiffPiece::Kind::Removed;

    bool operator==(const DiffSpan &) const = default;
};

/// A line longer than this is cut into several cells, so that a view never lays out a megabyte.
inline constexpr qsizetype kLongestCell = 4'000;

/// A line of text as it is shown.
struct DiffCell
{
    int line = 0; ///< in its text, from 1; 0: there is none here, or it goes on from above
    bool isThere = false;
    QString text;
    QList<DiffSpan> spans;

    bool operator==(const DiffCell &) const = default;
};

/// A line of the view: two cells side by side; of the inline view only the left one is used.
struct DiffRow
{
    DiffCell left;
    DiffCell right;
    bool differs = false;
    int folded = 0; ///< above 0: stands for that many equal rows

    bool operator==(const DiffRow &) const = default;
};

/// Left and right text beside each other. Lines that hold the same line end stand beside each
/// other, and what lies between two such places begins together.
[[nodiscard]] QList<DiffRow> sideBySideRows(const TextDiff &diff);

/// Both in one column: what is removed before what stands in its place. Equal text is that of the
/// left; lines are counted through.
[[nodiscard]] QList<DiffRow> inlineRows(const TextDiff &diff);

/// Only rows that differ, with up to `context` equal ones around each; what lies between becomes
/// one row that stands for them.
[[nodiscard]] QList<DiffRow> onlyDifferences(const QList<DiffRow> &rows, int context = 1);

/// The rows of sideBySideRows() as text: equal lines behind two spaces, removed ones behind "- ",
/// then what was added behind "+ ".
[[nodiscard]] QString unifiedText(const QList<DiffRow> &rows);

/// A comparison with all that a view of it needs.
struct PreparedDiff
{
    TextDiff diff;
    QList<DiffRow> sideBySide;
    QList<DiffRow> inlined;
};
/// On a thread of the pool.
[[nodiscard]] QFuture<PreparedDiff> prepareDiff(QString left, QString right, DiffOptions options);

} // namespace app
