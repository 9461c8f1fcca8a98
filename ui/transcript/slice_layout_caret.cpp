// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a slice, as a caret walks them; and how far wide ones are moved sideways.
#include "ui/transcript/slice_layout.h"

#include <QtMath>

#include <algorithm>

namespace ui {

namespace {

constexpr qreal kThumbMargin = 8;
constexpr qreal kShortestThumb = 24;

const TextBox *boxWith(const std::vector<TextBox> &boxes, int offset)
{
    const auto behind =
        std::upper_bound(boxes.begin(), boxes.end(), offset,
                         [](int wanted, const TextBox &box) { return wanted < box.start; });
    return behind == boxes.begin() ? nullptr : &*std::prev(behind);
}

bool isMirrored(const TextBox &box)
{
    return box.layout->textOption().textDirection() == Qt::RightToLeft;
}

} // namespace

int SliceLayout::topOfLineAt(int characters) const
{
    // What is written behind a line may still pull its last word down.
    constexpr int kLookBehind = 2;
    if (m_boxes.empty() || characters <= kLookBehind)
        return 0;
    return qFloor(caretRect(characters - kLookBehind).top());
}

int SliceLayout::firstLineUnlike(const SliceLayout &other) const
{
    if (m_boxes.size() != 1 || other.m_boxes.size() != 1 || m_text != other.m_text)
        return 0;
    const Formats now = m_boxes.front().layout->formats();
    const Formats before = other.m_boxes.front().layout->formats();
    const auto [mine, theirs] = std::mismatch(now.begin(), now.end(), before.begin(), before.end());
    int start = int(m_text.size());
    if (mine != now.end())
        start = mine->start;
    if (theirs != before.end())
        start = qMin(start, theirs->start);
    return topOfLineAt(start);
}

std::pair<int, int> SliceLayout::lineAround(int offset) const
{
    const TextBox *box = boxWith(m_boxes, offset);
    if (!box)
        return {offset, offset};
    const QTextLine line =
        box->layout->lineForTextPosition(qBound(0, offset - box->start, box->length));
    if (!line.isValid())
        return {offset, offset};
    const int from = box->start + line.textStart();
    const int to = from + line.textLength();
    const bool isLast = line.lineNumber() + 1 == box->layout->lineCount();
    // Where a line was broken, the place behind its last character is the start of the next.
    return {from, isLast || to == from ? to : to - 1};
}

std::optional<int> SliceLayout::offsetOnNextLine(const QRectF &from, qreal x, Step step) const
{
    const bool down = step == Step::Forward;
    std::optional<int> best;
    qreal bestRow = 0;
    qreal bestBeside = 0;
    for (const TextBox &box : m_boxes) {
        const qreal beside =
            qMax(0.0, qMax(box.position.x() - x, x - box.position.x() - box.width));
        for (int i = 0; i < box.layout->lineCount(); ++i) {
            const QTextLine line = box.layout->lineAt(i);
            const QRectF rect = caretRect(box.start + line.textStart());
            const qreal row =
                down ? rect.center().y() - from.bottom() : from.top() - rect.center().y();
            if (row < 0 || (best && std::pair(row, beside) >= std::pair(bestRow, bestBeside)))
                continue;
            best = offsetOnLine(box, line, x);
            bestRow = row;
            bestBeside = beside;
        }
    }
    return best;
}

int SliceLayout::offsetOnLine(const TextBox &box, const QTextLine &line, qreal x) const
{
    const qreal inBox = x - box.position.x() + (box.scrolls ? scrolled() : 0);
    const QRectF text = line.naturalTextRect();
    // Beside the text QTextLine takes every line for one from left to right.
    const bool mirrored = ui::isMirrored(box);
    if (mirrored && inBox >= text.right())
        return box.start + line.textStart();
    if (mirrored && inBox <= text.left())
        return lineAround(box.start + line.textStart()).second;
    return box.start + qMin(line.xToCursor(inBox), box.length);
}

QRectF SliceLayout::scrollThumb() const
{
    const qreal track = m_scrollRect.width() - 2 * kThumbMargin;
    const qreal width = qMax(kShortestThumb, track * m_codeViewWidth / qMax(1, blockWidth()));
    const int beyond = qMax(1, blockWidth() - m_codeViewWidth);
    const qreal moved = (track - width) * m_look.scrolled / beyond;
    const qreal x = m_startsRight ? track - width - moved : moved;
    return {m_scrollRect.left() + kThumbMargin + x, m_scrollRect.bottom() - 6, width, 3};
}

int SliceLayout::scrollForThumb(int pixels) const
{
    const qreal room = m_scrollRect.width() - 2 * kThumbMargin - scrollThumb().width();
    return room <= 0 ? 0 : qRound(pixels * (blockWidth() - m_codeViewWidth) / room);
}

bool SliceLayout::isRightToLeft(int offset) const
{
    const TextBox *box = boxWith(m_boxes, offset);
    return box && ui::isMirrored(*box);
}

} // namespace ui
