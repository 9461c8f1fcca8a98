// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/text_diff.h"

namespace app {

/// Builds the pieces of a TextDiff: joins neighbours of one kind and keeps what is removed before
/// what is added.
class DiffPieces
{
public:
    void addSame(QStringView left, QStringView right);
    void addRemoved(QStringView left) { m_removed += left; }
    void addAdded(QStringView right) { m_added += right; }
    /// Puts pieces and the number of differences into `diff`; leaves nothing behind.
    void moveInto(TextDiff &diff);

private:
    void endDifference();

    QList<DiffPiece> m_pieces;
    QString m_removed;
    QString m_added;
    bool m_lastIsEqual = false; ///< of the last piece, when it is a same one: both sides
    int m_differences = 0;
};

} // namespace app
