// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/diff_rows.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace app {

namespace {
/// The lines of one side as they come, until they are put into rows.
class CellWriter
{
public:
    /// Ends a line at each line end.
    void add(QStringView text, DiffPiece::Kind kind)
    {
        for (;;) {
            const qsizetype end = text.indexOf(u'\n');
            const QStringView part = end < 0 ? text : text.first(end);
            addPart(part, kind);
            m_isOpen |= !text.isEmpty();
            if (end < 0)
                return;
            // Of an empty line its end is all there is; another one that is the same up to its end
            // is the same.
            m_differs |= kind != DiffPiece::Kind::Same && m_current.text.isEmpty();
            endLine();
            text = text.sliced(end + 1);
        }
    }

    void endLine()
    {
        endCell();
        m_isOpen = false;
        m_isContinued = false;
    }

    void endText()
    {
        if (m_isOpen || m_line == 0)
            endLine();
    }

    [[nodiscard]] QList<DiffRow> takeDone() { return std::exchange(m_done, {}); }

private:
    void addPart(QStringView part, DiffPiece::Kind kind)
    {
        while (!part.isEmpty()) {
            qsizetype length = std::min(part.size(), kLongestCell - m_current.text.size());
            if (length < part.size() && length > 1 && part.at(length - 1).isHighSurrogate())
                --length;
            if (kind != DiffPiece::Kind::Same)
                m_current.spans.append({m_current.text.size(), length, kind});
            m_differs |= kind != DiffPiece::Kind::Same;
            m_current.text += part.first(length);
            part = part.sliced(length);
            if (!part.isEmpty()) {
                endCell();
                m_isContinued = true;
            }
        }
    }

    void endCell()
    {
        m_current.line = m_isContinued ? 0 : ++m_line;
        m_current.isThere = true;
        m_done.append({std::move(m_current), {}, std::exchange(m_differs, false), 0});
        m_current = {};
    }

    DiffCell m_current;
    QList<DiffRow> m_done; ///< with their left cell only
    int m_line = 0;
    bool m_isOpen = false;
    bool m_isContinued = false;
    bool m_differs = false;
};

void appendRows(QList<DiffRow> &rows, const QList<DiffRow> &left, const QList<DiffRow> &right)
{
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        DiffRow row;
        row.differs = i >= left.size() || i >= right.size();
        if (i < left.size()) {
            row.left = left.at(i).left;
            row.differs |= left.at(i).differs;
        }
        if (i < right.size()) {
            row.right = right.at(i).left;
            row.differs |= right.at(i).differs;
        }
        rows.append(row);
    }
}
} // namespace

QList<DiffRow> sideBySideRows(const TextDiff &diff)
{
    QList<DiffRow> rows;
    CellWriter left;
    CellWriter right;
    for (const DiffPiece &piece : diff.pieces) {
        if (piece.kind == DiffPiece::Kind::Removed) {
            left.add(piece.left, piece.kind);
            continue;
        }
        if (piece.kind == DiffPiece::Kind::Added) {
            right.add(piece.right, piece.kind);
            continue;
        }
        // Line by line: each line end that both have is a place where the sides meet.
        QStringView leftRest = piece.left;
        QStringView rightRest = piece.right;
        for (;;) {
            const qsizetype leftEnd = leftRest.indexOf(u'\n');
            const qsizetype rightEnd = rightRest.indexOf(u'\n');
            if (leftEnd < 0 || rightEnd < 0)
                break;
            left.add(leftRest.first(leftEnd + 1), piece.kind);
            right.add(rightRest.first(rightEnd + 1), piece.kind);
            appendRows(rows, left.takeDone(), right.takeDone());
            leftRest = leftRest.sliced(leftEnd + 1);
            rightRest = rightRest.sliced(rightEnd + 1);
        }
        left.add(leftRest, piece.kind);
        right.add(rightRest, piece.kind);
    }
    left.endText();
    right.endText();
    appendRows(rows, left.takeDone(), right.takeDone());
    return rows;
}

QList<DiffRow> inlineRows(const TextDiff &diff)
{
    CellWriter both;
    for (const DiffPiece &piece : diff.pieces)
        both.add(piece.kind == DiffPiece::Kind::Added ? piece.right : piece.left, piece.kind);
    both.endText();
    return both.takeDone();
}

QString unifiedText(const QList<DiffRow> &rows)
{
    QString text;
    const auto add = [&text](QStringView sign, const QString &line) {
        text += sign;
        text += line;
        text += u'\n';
    };
    for (qsizetype i = 0; i < rows.size();) {
        if (!rows.at(i).differs) {
            add(u"  ", rows.at(i++).left.text);
            continue;
        }
        const qsizetype first = i;
        for (; i < rows.size() && rows.at(i).differs; ++i) {
            if (rows.at(i).left.isThere)
                add(u"- ", rows.at(i).left.text);
        }
        for (qsizetype row = first; row < i; ++row) {
            if (rows.at(row).right.isThere)
                add(u"+ ", rows.at(row).right.text);
        }
    }
    return text;
}

QFuture<PreparedDiff> prepareDiff(QString left, QString right, DiffOptions options)
{
    return QtConcurrent::run([left = std::move(left), right = std::move(right), options] {
        PreparedDiff prepared{diffTexts(left, right, options), {}, {}};
        prepared.sideBySide = sideBySideRows(prepared.diff);
        prepared.inlined = inlineRows(prepared.diff);
        return prepared;
    });
}

QList<DiffRow> onlyDifferences(const QList<DiffRow> &rows, int context)
{
    QList<DiffRow> kept;
    qsizetype shownUpTo = 0;
    const auto foldUpTo = [&](qsizetype row) {
        if (row > shownUpTo) {
            DiffRow fold;
            fold.folded = int(row - shownUpTo);
            kept.append(fold);
        }
        shownUpTo = std::max(shownUpTo, row);
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!rows.at(i).differs)
            continue;
        const qsizetype from = std::max(shownUpTo, i - context);
        const qsizetype to = std::min(rows.size(), i + 1 + context);
        foldUpTo(from);
        for (; shownUpTo < to; ++shownUpTo)
            kept.append(rows.at(shownUpTo));
    }
    foldUpTo(rows.size());
    return kept;
}

} // namespace app
