// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: the caret, and the focus that goes from message to message.
#include "ui/transcript/transcript_view.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace ui {

namespace {

struct MoveKeys
{
    CaretMove move;
    QKeySequence::StandardKey moves;
    QKeySequence::StandardKey selects;
};

constexpr std::array kMoveKeys{
    MoveKeys{CaretMove::Left, QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar},
    MoveKeys{CaretMove::Right, QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar},
    MoveKeys{CaretMove::WordLeft, QKeySequence::MoveToPreviousWord,
             QKeySequence::SelectPreviousWord},
    MoveKeys{CaretMove::WordRight, QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord},
    MoveKeys{CaretMove::Up, QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine},
    MoveKeys{CaretMove::Down, QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine},
    MoveKeys{CaretMove::PageUp, QKeySequence::MoveToPreviousPage, QKeySequence::SelectPreviousPage},
    MoveKeys{CaretMove::PageDown, QKeySequence::MoveToNextPage, QKeySequence::SelectNextPage},
    MoveKeys{CaretMove::LineStart, QKeySequence::MoveToStartOfLine,
             QKeySequence::SelectStartOfLine},
    MoveKeys{CaretMove::LineEnd, QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine},
    MoveKeys{CaretMove::Start, QKeySequence::MoveToStartOfDocument,
             QKeySequence::SelectStartOfDocument},
    MoveKeys{CaretMove::End, QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument},
};

} // namespace

/// Without a caret the arrows scroll; with Shift they select all the same.
bool TranscriptView::moveCaretByKey(const QKeyEvent *event)
{
    for (const MoveKeys &keys : kMoveKeys) {
        if (event->matches(keys.selects)) {
            moveCaret(keys.move, CaretMode::Select);
            return true;
        }
        if (m_paintState.caretShown && event->matches(keys.moves)) {
            moveCaret(keys.move, CaretMode::Move);
            return true;
        }
    }
    return false;
}

void TranscriptView::moveCaret(CaretMove move, CaretMode mode)
{
    if (!m_layout || !placeCaret())
        return;
    const TranscriptLayout::Anchor anchor = m_layout->anchorAt(top());
    const int page = viewport()->height() - 2 * m_layout->style().lineHeight;
    const TextPosition caret = m_caretMover.moved(*m_layout, m_selection.caret(), move, page);
    m_selection.set(mode == CaretMode::Select ? m_selection.anchor() : caret, caret);
    m_focused = caret.message;
    settle(anchor);
    scrollToCaret();
    viewport()->update();
    emit selectionChanged();
}

/// Where the reader clicked last, else where the focus is, else at the first line in sight.
bool TranscriptView::placeCaret()
{
    if (m_selection.hasCaret())
        return true;
    std::optional<TextPosition> start;
    if (m_focused)
        start = m_layout->resolved({m_focused, m_layout->start().at});
    else if (const auto seen = m_layout->positionAt(QPointF(0, top())))
        start = m_layout->resolved(*seen);
    if (start)
        m_selection.set(*start, *start);
    return start.has_value();
}

void TranscriptView::scrollToCaret()
{
    showPosition(m_selection.caret(), m_layout->style().lineHeight);
}

void TranscriptView::showPosition(const TextPosition &position, int margin)
{
    std::optional<QRectF> rect = m_layout->caretRect(position);
    if (!rect)
        return;
    m_layout->revealSideways(position);
    const int screen = viewport()->height();
    const bool above = rect->top() < top() + margin;
    const bool below = rect->bottom() > top() + screen - margin;
    if (!above && !below)
        return;
    const int offset = above ? -margin : int(rect->height()) + margin - screen;
    setFollowing(false);
    // What lies between gets its heights only now: the text counts, not the pixel.
    for (int round = 0; round < 2; ++round) {
        settle(m_layout->anchorAt(qMax(0, int(rect->top()) + offset)));
        rect = m_layout->caretRect(position);
    }
    followIfAtEnd();
}

void TranscriptView::setCaretShown(bool shown)
{
    m_paintState.caretShown = shown;
    if (shown && m_layout && placeCaret())
        scrollToCaret();
    viewport()->update();
}

void TranscriptView::focusMessage(app::MessageId message)
{
    const std::optional<QRect> rect = m_layout ? m_layout->rectOf(message) : std::nullopt;
    if (!rect)
        return;
    m_focused = message;
    m_paintState.focusShown = true;
    if (const auto start = m_layout->resolved({message, m_layout->start().at}))
        m_selection.set(*start, *start);
    m_caretMover.forget();
    const bool seen = rect->top() >= top() && rect->bottom() < top() + viewport()->height();
    if (!seen)
        scrollToMessage(message);
    viewport()->update();
    emit focusedMessageChanged(message);
    emit selectionChanged();
}

/// To the message before or behind the one with the focus.
void TranscriptView::stepFocus(Step step)
{
    if (!m_layout || m_layout->shown().isEmpty())
        return;
    const QList<ShownMessage> &shown = m_layout->shown();
    const app::MessageId from = m_focused ? m_focused : m_layout->anchorAt(top()).message;
    const auto at = m_layout->numberOf(from).value_or(0);
    const int next = !m_focused ? at : step == Step::Forward ? at + 1 : at - 1;
    focusMessage(shown[qBound(0, next, int(shown.size()) - 1)].id());
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_F7)
        setCaretShown(!m_paintState.caretShown);
    else if (control && event->key() == Qt::Key_Up)
        stepFocus(Step::Back);
    else if (control && event->key() == Qt::Key_Down)
        stepFocus(Step::Forward);
    else if (moveCaretByKey(event))
        event->accept();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        scrollToEnd();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        showFocusedMenu();
    else if (event->key() == Qt::Key_Escape && hasSelection())
        clearSelection();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

bool TranscriptView::event(QEvent *event)
{
    // Escape gives up the selection before it stops replies.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && hasSelection())
        event->accept();
    return QAbstractScrollArea::event(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    const bool byKey = event->reason() == Qt::TabFocusReason
                       || event->reason() == Qt::BacktabFocusReason
                       || event->reason() == Qt::ShortcutFocusReason;
    m_paintState.hasFocus = true;
    m_paintState.focusShown = byKey || event->reason() == Qt::PopupFocusReason;
    if (byKey && m_layout && !m_focused && !m_layout->shown().isEmpty())
        m_focused = m_layout->anchorAt(top() + viewport()->height() - 1).message;
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    m_paintState.hasFocus = false;
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace ui
