// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader does: pointing, selecting, copying, keys.
#include "ui/transcript/transcript_view.h"

#include "app/markdown/plain_text.h"
#include "ui/transcript/link_opener.h"
#include "ui/transcript/transcript_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace ui {

namespace {
constexpr int kDragScrollMs = 16;
} // namespace

TranscriptView::Hit TranscriptView::hitAt(QPoint onViewport) const
{
    Hit hit;
    if (!m_layout)
        return hit;
    const QPoint point = toLayout(onViewport);
    m_layout->visit(point.y(), point.y() + 1, [&](const TranscriptLayout::Visible &visible) {
        if (point.y() < visible.top || point.y() >= visible.top + visible.layout.height())
            return;
        const QPointF inSlice = point - QPoint(0, visible.top);
        hit.message = visible.message;
        hit.slice = &visible.slice;
        hit.control = visible.layout.controlAt(inSlice);
        if (hit.control && hit.control->item.look == SliceItem::Look::Plain)
            hit.control = nullptr;
        hit.link = visible.layout.linkAt(inSlice);
        hit.overText = visible.layout.isOverText(inSlice);
    });
    return hit;
}

void TranscriptView::updateHover(QPoint onViewport)
{
    m_pointer = onViewport;
    const Hit hit = viewport()->underMouse() ? hitAt(onViewport) : Hit();
    const bool clickable = hit.control || !hit.link.isEmpty();
    viewport()->setCursor(clickable      ? Qt::PointingHandCursor
                          : hit.overText ? Qt::IBeamCursor
                                         : Qt::ArrowCursor);
    if (m_paintState.hovered == hit.control && m_paintState.hoveredMessage == hit.message)
        return;
    m_paintState.hovered = hit.control;
    m_paintState.hoveredMessage = hit.message;
    viewport()->update();
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_layout)
        return;
    const int moved = (event->pos() - std::exchange(m_pressedAt, event->pos())).manhattanLength();
    const bool isTriple = m_sinceDoubleClick.isValid() && moved < QApplication::startDragDistance()
                          && m_sinceDoubleClick.elapsed() < QApplication::doubleClickInterval();
    m_sinceDoubleClick.invalidate();
    if (!isTriple && hitAt(event->pos()).control)
        return;
    startSelection(event->pos(), isTriple ? SelectBy::Slice : SelectBy::Character,
                   event->modifiers() & Qt::ShiftModifier);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_layout || hitAt(event->pos()).control)
        return mousePressEvent(event);
    m_pressedAt = event->pos();
    m_sinceDoubleClick.start();
    startSelection(event->pos(), SelectBy::Word, false);
}

void TranscriptView::startSelection(QPoint onViewport, SelectBy by, bool extends)
{
    const std::optional<TextPosition> position = m_layout->positionAt(toLayout(onViewport));
    if (!position)
        return;
    m_selecting = true;
    m_selectBy = by;
    if (extends && m_selectionAnchor.message) {
        extendSelection(onViewport);
        return;
    }
    m_selectionAnchor = m_selectionAnchorEnd = m_selectionHead = *position;
    if (by != SelectBy::Character) {
        const auto unit =
            by == SelectBy::Word ? TranscriptLayout::Unit::Word : TranscriptLayout::Unit::Slice;
        std::tie(m_selectionAnchor, m_selectionAnchorEnd) = m_layout->unitAround(*position, unit);
        m_selectionHead = m_selectionAnchorEnd;
    }
    viewport()->update();
}

void TranscriptView::extendSelection(QPoint onViewport)
{
    const std::optional<TextPosition> position = m_layout->positionAt(toLayout(onViewport));
    if (!position)
        return;
    m_selectionHead = *position;
    if (m_selectBy != SelectBy::Character) {
        const auto unit = m_selectBy == SelectBy::Word ? TranscriptLayout::Unit::Word
                                                       : TranscriptLayout::Unit::Slice;
        const auto [first, last] = m_layout->unitAround(*position, unit);
        const bool backwards = m_layout->compare(*position, m_selectionAnchor) < 0;
        m_selectionHead = backwards ? first : last;
    }
    viewport()->update();
}

std::pair<TextPosition, TextPosition> TranscriptView::selection() const
{
    if (!m_layout || !m_selectionAnchor.message)
        return {};
    const bool backwards = m_layout->compare(m_selectionHead, m_selectionAnchor) < 0;
    if (backwards)
        return {m_selectionHead, m_selectionAnchorEnd};
    return {m_selectionAnchor, m_selectionHead};
}

bool TranscriptView::hasSelection() const
{
    const auto [from, to] = selection();
    return !(from == to);
}

void TranscriptView::selectAll()
{
    if (!m_layout)
        return;
    m_selectionAnchor = m_selectionAnchorEnd = m_layout->start();
    m_selectionHead = m_layout->end();
    viewport()->update();
}

void TranscriptView::clearSelection()
{
    m_selectionAnchor = m_selectionAnchorEnd = m_selectionHead = {};
    viewport()->update();
}

QString TranscriptView::selectedText() const
{
    const auto [from, to] = selection();
    return from == to ? QString() : app::toPlainText(m_layout->blocksBetween(from, to));
}

void TranscriptView::copy()
{
    const auto [from, to] = selection();
    if (!(from == to))
        putOnClipboard(m_layout->blocksBetween(from, to));
}

void TranscriptView::copyMessage(app::MessageId message)
{
    if (m_layout)
        putOnClipboard(m_layout->blocksOf(message));
}

void TranscriptView::putOnClipboard(const app::Blocks &blocks) const
{
    if (!blocks.isEmpty())
        QApplication::clipboard()->setMimeData(clipboardData(blocks).release());
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selecting || !(event->buttons() & Qt::LeftButton)) {
        updateHover(event->pos());
        return;
    }
    m_pointer = event->pos();
    const bool moved = (event->pos() - m_pressedAt).manhattanLength() >= 2;
    if (moved || m_selectBy != SelectBy::Character)
        extendSelection(event->pos());
    const bool outside = event->pos().y() < 0 || event->pos().y() >= viewport()->height();
    if (outside && !m_dragScroll.isActive())
        m_dragScroll.start(kDragScrollMs, this);
    else if (!outside)
        m_dragScroll.stop();
}

/// The pointer is dragged past an edge: the further, the faster.
void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const int height = viewport()->height();
    const int beyond = m_pointer.y() < 0 ? m_pointer.y() : qMax(0, m_pointer.y() - height + 1);
    if (beyond == 0)
        return m_dragScroll.stop();
    verticalScrollBar()->setValue(top() + qBound(-60, beyond / 3 + (beyond > 0 ? 1 : -1), 60));
    extendSelection({m_pointer.x(), qBound(0, m_pointer.y(), height - 1)});
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragScroll.stop();
    if (event->button() != Qt::LeftButton || !m_layout)
        return;
    m_selecting = false;
    if (hasSelection() && QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
    const bool clicked = (event->pos() - m_pressedAt).manhattanLength() < 4;
    const Hit hit = hitAt(event->pos());
    if (clicked && (hit.control || (!hit.link.isEmpty() && !hasSelection())))
        activate(hit);
}

void TranscriptView::activate(const Hit &hit)
{
    if (!hit.control) {
        const QUrl link = openableLink(hit.link);
        if (link.isEmpty())
            return;
        emit linkActivated(link);
        return askToOpenLink(link, this);
    }
    const SliceControl control = *hit.control; // laying out replaces it
    const Slice slice = *hit.slice;
    const TranscriptLayout::Anchor anchor = m_layout->anchorAt(top());
    switch (control.item.action) {
    case SliceAction::Fold:
        m_layout->toggleFold(hit.message, control.item.value);
        break;
    case SliceAction::WrapCode:
        m_layout->toggleWrap(hit.message, slice);
        break;
    case SliceAction::CopyCode:
        QApplication::clipboard()->setText(QString::fromUtf8(m_layout->codeOf(hit.message, slice)));
        return;
    case SliceAction::OpenImage:
        emit imageActivated(slice.images.value(control.item.value).sha256);
        return;
    default:
        if (const ShownMessage *shown = shownMessage(hit.message))
            activateReplyAction(*shown, control);
        return;
    }
    setFollowing(false); // what was clicked stays under the pointer
    settle(anchor);
    const QScrollBar *bar = verticalScrollBar();
    setFollowing(bar->value() >= bar->maximum());
    viewport()->update();
}

void TranscriptView::activateReplyAction(const ShownMessage &shown, const SliceControl &control)
{
    app::MessageId reply = shown.id();
    for (const app::MessageId id : shown.messages) {
        const app::Message *message = m_source->message(id);
        if (message && message->role == app::Role::Assistant)
            reply = id;
    }
    switch (control.item.action) {
    case SliceAction::Copy:
        copyMessage(shown.id());
        break;
    case SliceAction::Retry:
        emit retryRequested(reply);
        break;
    case SliceAction::Edit:
        emit editRequested(reply);
        break;
    case SliceAction::Continue:
        emit continueRequested(reply);
        break;
    case SliceAction::SolveError:
        emit errorActionRequested(reply, ErrorAction(control.item.value));
        break;
    case SliceAction::PreviousBranch:
        showBranch(shown, -1);
        break;
    case SliceAction::NextBranch:
        showBranch(shown, 1);
        break;
    default:
        break;
    }
}

void TranscriptView::showBranch(const ShownMessage &shown, int step)
{
    const app::MessageId current = shown.isPrompt ? shown.id() : shown.turnStart;
    const QList<app::MessageId> siblings = m_source->siblings(current);
    const qsizetype wanted = siblings.indexOf(current) + step;
    if (wanted >= 0 && wanted < siblings.size())
        emit branchRequested(siblings[wanted]);
}

const ShownMessage *TranscriptView::shownMessage(app::MessageId id) const
{
    const QList<ShownMessage> &shown = m_layout->shown();
    const auto found = std::find_if(shown.begin(), shown.end(), [&](const ShownMessage &message) {
        return message.messages.contains(id);
    });
    return found == shown.end() ? nullptr : &*found;
}

void TranscriptView::leaveEvent(QEvent *event)
{
    updateHover({-1, -1});
    QAbstractScrollArea::leaveEvent(event);
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (const int delta = event->angleDelta().y(); delta != 0)
            emit zoomRequested(delta > 0 ? 1 : -1);
        return event->accept();
    }
    const bool sideways = event->modifiers() & Qt::ShiftModifier
                          || qAbs(event->angleDelta().x()) > qAbs(event->angleDelta().y());
    if (!sideways)
        return QAbstractScrollArea::wheelEvent(event);
    const Hit hit = hitAt(event->position().toPoint());
    const QPoint pixels =
        event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const int by = pixels.x() != 0 ? pixels.x() : pixels.y();
    if (hit.slice && hit.slice->kind == Slice::Kind::Code
        && m_layout->scrollCode(hit.message, *hit.slice, -by))
        viewport()->update();
    event->accept();
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        scrollToEnd();
    else if (event->key() == Qt::Key_Escape && hasSelection())
        clearSelection();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_layout)
        return;
    const Hit hit = hitAt(event->pos());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copySelection =
        menu->addAction(tr("Copy"), QKeySequence::Copy, this, &TranscriptView::copy);
    copySelection->setEnabled(hasSelection());
    if (const QUrl link = openableLink(hit.link); !link.isEmpty()) {
        menu->addAction(tr("Copy link address"), this, [link] {
            QApplication::clipboard()->setText(QString::fromUtf8(link.toEncoded()));
        });
    }
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &TranscriptView::selectAll);
    if (const ShownMessage *shown = hit.message ? shownMessage(hit.message) : nullptr) {
        menu->addSeparator();
        const auto add = [&](const QString &text, SliceAction what) {
            menu->addAction(text, this, [this, id = shown->id(), what] {
                if (const ShownMessage *now = shownMessage(id))
                    activateReplyAction(*now, {{{}, SliceItem::Look::Action, what, 0}, {}, {}});
            });
        };
        add(tr("Copy message"), SliceAction::Copy);
        add(tr("Edit…"), SliceAction::Edit);
        if (!shown->isPrompt)
            add(tr("Retry"), SliceAction::Retry);
    }
    menu->popup(event->globalPos());
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    m_paintState.hasFocus = true;
    QAbstractScrollArea::focusInEvent(event);
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    m_paintState.hasFocus = false;
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace ui
