// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/diff_pieces.h"

namespace app {

void DiffPieces::addSame(QStringView left, QStringView right)
{
    if (left.isEmpty() && right.isEmpty())
        return;
    endDifference();
    const bool isEqual = left == right;
    const bool joins = !m_pieces.isEmpty() && m_pieces.constLast().kind == DiffPiece::Kind::Same
                       && isEqual && m_lastIsEqual;
    m_lastIsEqual = isEqual;
    if (!joins)
        m_pieces.append({DiffPiece::Kind::Same, {}, {}});
    m_pieces.last().left += left;
    m_pieces.last().right += right;
}

void DiffPieces::endDifference()
{
    if (m_removed.isEmpty() && m_added.isEmpty())
        return;
    ++m_differences;
    if (!m_removed.isEmpty())
        m_pieces.append({DiffPiece::Kind::Removed, std::exchange(m_removed, {}), {}});
    if (!m_added.isEmpty())
        m_pieces.append({DiffPiece::Kind::Added, {}, std::exchange(m_added, {})});
}

void DiffPieces::moveInto(TextDiff &diff)
{
    endDifference();
    diff.pieces = std::exchange(m_pieces, {});
    diff.differences = std::exchange(m_differences, 0);
}

} // namespace app
