// SPDX-License-Identifier: GPL-3.0-or-later
// The pointer: what it hovers over, clicks and drags.
#include "ui/transcript/long_copy.h"
#include "ui/transcript/transcript_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>

namespace ui {

namespace {
constexpr int kDragScrollMs = 16;

/// How far a place lies before (negative) or behind a stretch; 0: inside.
int distanceTo(int place, int first, int last)
{
    return place < first ? place - first : qMax(0, place - last);
}

/// Words that nothing happens at.
bool isOnlyRead(const SliceItem &item)
{
    using Look = SliceItem::Look;
    return item.look == Look::Plain || item.look == Look::Good || item.look == Look::Warning;
}

int dragStep(int distance)
{
    return qBound(-60, distance / 3 + (distance > 0 ? 1 : -1), 60);
}
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
        if (hit.control && isOnlyRead(hit.control->item))
            hit.control = nullptr;
        hit.link = visible.layout.linkAt(inSlice);
        hit.overText = visible.layout.isOverText(inSlice);
        hit.overThumb = visible.layout.isOfWideBlock() && visible.slice.isLast
                        && visible.layout.scrollThumb().adjusted(0, -4, 0, 3).contains(inSlice);
    });
    return hit;
}

void TranscriptView::updateHover(QPoint onViewport)
{
    m_pointer = onViewport;
    const Hit hit = viewport()->underMouse() ? hitAt(onViewport) : Hit();
    const bool clickable = hit.control || !hit.link.isEmpty();
    const Qt::CursorShape shape = m_longCopy->isRunning() ? Qt::BusyCursor
                                  : clickable             ? Qt::PointingHandCursor
                                  : hit.overText          ? Qt::IBeamCursor
                                                          : Qt::ArrowCursor;
    if (viewport()->cursor().shape() != shape)
        viewport()->setCursor(shape);
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
    if (const Hit hit = hitAt(event->pos()); hit.overThumb) {
        m_draggedThumb = {hit.message, hit.slice->origin, event->pos().x()};
        return;
    }
    if (!isTriple && hitAt(event->pos()).control)
        return;
    if (event->modifiers() & Qt::ShiftModifier && m_selection.hasCaret()) {
        m_selecting = true;
        m_selection.setUnit(TranscriptSelection::Unit::Character);
        return extendSelection(event->pos());
    }
    startSelection(event->pos(), isTriple ? TranscriptSelection::Unit::Slice
                                          : TranscriptSelection::Unit::Character);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_layout || hitAt(event->pos()).control)
        return mousePressEvent(event);
    m_pressedAt = event->pos();
    m_sinceDoubleClick.start();
    startSelection(event->pos(), TranscriptSelection::Unit::Word);
}

/// Finds the block anew every time: what arrives may have laid it out again.
void TranscriptView::dragThumb(QPoint onViewport)
{
    const int by = onViewport.x() - std::exchange(m_draggedThumb->x, onViewport.x());
    m_layout->visit(
        top(), top() + viewport()->height(), [&](const TranscriptLayout::Visible &visible) {
            if (visible.message == m_draggedThumb->message && visible.layout.isOfWideBlock()
                && visible.slice.origin == m_draggedThumb->origin && visible.slice.isLast)
                m_layout->scrollCode(visible.message, visible.slice,
                                     visible.layout.scrollForThumb(by));
        });
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_draggedThumb)
        return dragThumb(event->pos());
    if (!m_selecting || !(event->buttons() & Qt::LeftButton)) {
        updateHover(event->pos());
        return;
    }
    m_pointer = event->pos();
    // A hand that trembles while it clicks selects nothing.
    if ((event->pos() - m_pressedAt).manhattanLength() >= 2)
        extendSelection(event->pos());
    const bool outside =
        distanceTo(event->pos().y(), 0, viewport()->height() - 1) != 0 || draggedPastSide();
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
    const int below = distanceTo(m_pointer.y(), 0, height - 1);
    const std::optional<PastSide> side = draggedPastSide();
    if (below == 0 && !side)
        return m_dragScroll.stop();
    if (below != 0)
        verticalScrollBar()->setValue(top() + dragStep(below));
    if (side && m_layout->scrollCode(side->message, side->slice, dragStep(side->distance)))
        viewport()->update();
    extendSelection({m_pointer.x(), qBound(0, m_pointer.y(), height - 1)});
}

/// The code or table at the height of the pointer, which is wider than what is seen of it.
std::optional<TranscriptView::PastSide> TranscriptView::draggedPastSide() const
{
    std::optional<PastSide> found;
    const QPoint point = toLayout(m_pointer);
    m_layout->visit(point.y(), point.y() + 1, [&](const TranscriptLayout::Visible &visible) {
        const QRectF &seen = visible.layout.scrollRect();
        const int distance = distanceTo(point.x(), int(seen.left()), int(seen.right()));
        const bool isHere =
            point.y() >= visible.top && point.y() < visible.top + visible.layout.height();
        if (isHere && distance != 0 && visible.layout.isOfWideBlock())
            found = PastSide{visible.message, visible.slice, distance};
    });
    return found;
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragScroll.stop();
    if (std::exchange(m_draggedThumb, std::nullopt))
        return;
    if (event->button() != Qt::LeftButton || !m_layout)
        return;
    m_selecting = false;
    holdSelection();
    offerSelection();
    const bool clicked = (event->pos() - m_pressedAt).manhattanLength() < 4;
    const Hit hit = hitAt(event->pos());
    if (clicked && (hit.control || (!hit.link.isEmpty() && !hasSelection())))
        activate(hit);
}

/// What is selected stays where it is while more is written below.
void TranscriptView::holdSelection()
{
    const bool wasHeld = std::exchange(m_heldWhileFollowing, false);
    if (hasSelection())
        setFollowing(false);
    else if (wasHeld)
        scrollToEnd(); // it was only a click
    else if (isEndInSight())
        setFollowing(true);
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
    const bool moves =
        hit.slice
        && (hit.slice->kind == Slice::Kind::Code || hit.slice->kind == Slice::Kind::Table);
    if (moves && m_layout->scrollCode(hit.message, *hit.slice, -by))
        viewport()->update();
    event->accept();
}

} // namespace ui
