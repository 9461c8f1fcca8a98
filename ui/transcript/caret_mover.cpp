// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/caret_mover.h"

#include <QTextBoundaryFinder>

namespace ui {

namespace {

TextPosition at(TextPosition position, qsizetype offset)
{
    position.at.offset = int(offset);
    return position;
}

TextPosition byCharacter(TranscriptLayout &layout, const TextPosition &from, Step step)
{
    const SliceLayout *slice = layout.textAt(from);
    if (!slice)
        return from;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, slice->text());
    finder.setPosition(from.at.offset);
    const qsizetype next =
        step == Step::Forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return next >= 0 ? at(from, next) : layout.nextText(from, step).value_or(from);
}

/// To the next start of a word.
TextPosition byWord(TranscriptLayout &layout, const TextPosition &from, Step step)
{
    const SliceLayout *slice = layout.textAt(from);
    if (!slice)
        return from;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, slice->text());
    finder.setPosition(from.at.offset);
    qsizetype next = 0;
    do {
        next = step == Step::Forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    } while (next > 0 && next < slice->text().size()
             && !(finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem));
    return next >= 0 ? at(from, next) : layout.nextText(from, step).value_or(from);
}

} // namespace

TextPosition CaretMover::byLine(TranscriptLayout &layout, const TextPosition &from, Step step) const
{
    const SliceLayout *slice = layout.textAt(from);
    if (!slice)
        return from;
    const QRectF caret = slice->caretRect(from.at.offset);
    if (const auto offset = slice->offsetOnNextLine(caret, *m_x, step))
        return at(from, *offset);
    const std::optional<TextPosition> next = layout.nextText(from, step);
    const SliceLayout *other = next ? layout.textAt(*next) : nullptr;
    if (!other)
        return from;
    const qreal edge = step == Step::Forward ? -1 : other->height() + 1;
    return at(*next, other->offsetOnNextLine({0, edge, 1, 0}, *m_x, step).value_or(0));
}

TextPosition CaretMover::byPage(TranscriptLayout &layout, const TextPosition &from,
                                int pixels) const
{
    const std::optional<QRectF> caret = layout.caretRect(from);
    if (!caret)
        return from;
    const double y = qBound(0.0, caret->center().y() + pixels, layout.height() - 1.0);
    const TranscriptLayout::Anchor aim = layout.anchorAt(int(y));
    while (layout.layOut(layout.topFor(aim), layout.topFor(aim) + 1)) { }
    const auto there = layout.positionAt({*m_x, double(layout.topFor(aim))});
    return there ? layout.resolved(*there).value_or(from) : from;
}

TextPosition CaretMover::moved(TranscriptLayout &layout, const TextPosition &position,
                               CaretMove move, int page)
{
    const std::optional<TextPosition> resolved = layout.resolved(position);
    if (!resolved)
        return position;
    const TextPosition &from = *resolved;
    const SliceLayout *slice = layout.textAt(from);
    if (!slice)
        return from;
    const bool mirrored = slice->isRightToLeft(from.at.offset);
    const bool vertical = move == CaretMove::Up || move == CaretMove::Down
                          || move == CaretMove::PageUp || move == CaretMove::PageDown;
    if (!vertical)
        m_x.reset();
    else if (!m_x)
        m_x = slice->caretRect(from.at.offset).left();
    switch (move) {
    case CaretMove::Left:
        return byCharacter(layout, from, mirrored ? Step::Forward : Step::Back);
    case CaretMove::Right:
        return byCharacter(layout, from, mirrored ? Step::Back : Step::Forward);
    case CaretMove::WordLeft:
        return byWord(layout, from, mirrored ? Step::Forward : Step::Back);
    case CaretMove::WordRight:
        return byWord(layout, from, mirrored ? Step::Back : Step::Forward);
    case CaretMove::Up:
        return byLine(layout, from, Step::Back);
    case CaretMove::Down:
        return byLine(layout, from, Step::Forward);
    case CaretMove::PageUp:
        return byPage(layout, from, -page);
    case CaretMove::PageDown:
        return byPage(layout, from, page);
    case CaretMove::LineStart:
        return at(from, slice->lineAround(from.at.offset).first);
    case CaretMove::LineEnd:
        return at(from, slice->lineAround(from.at.offset).second);
    case CaretMove::Start:
        return layout.resolved(layout.start()).value_or(from);
    case CaretMove::End:
        return layout.resolved(layout.end()).value_or(from);
    }
    return from;
}

} // namespace ui
