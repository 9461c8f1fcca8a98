// SPDX-License-Identifier: GPL-3.0-or-later
// How keys walk the tokens.
#include "ui/tokens/token_view.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace ui {

void TokenView::keyPressEvent(QKeyEvent *event)
{
    const auto go = [this](int cell) {
        setCurrentCell(std::clamp(cell, 0, std::max(0, int(m_cells.size()) - 1)));
    };
    const int page = std::max(1, viewport()->height() / m_layout.lineStep() - 1);
    switch (event->key()) {
    case Qt::Key_Left:
        return go(m_current - 1);
    case Qt::Key_Right:
        return go(m_current + 1);
    case Qt::Key_Up:
        return stepLine(-1);
    case Qt::Key_Down:
        return stepLine(1);
    case Qt::Key_PageUp:
        return stepLine(-page);
    case Qt::Key_PageDown:
        return stepLine(page);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(int(m_cells.size()) - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

/// To what stands above or below, in lines.
void TokenView::stepLine(int by)
{
    if (m_current < 0)
        return;
    showCell(m_current);
    const QRect here = rectOf(m_current);
    const int away = by * m_layout.lineStep();
    if (here.top() + away < 0 || here.bottom() + away >= viewport()->height())
        verticalScrollBar()->setValue(top() + away);
    const QRect seen = rectOf(m_current);
    if (seen.isEmpty())
        return;
    const QPoint place = toLayout(QPoint(here.left() + 1, seen.center().y() + away));
    const int bottom = std::max(0, m_layout.height() - 1);
    const QPoint within(place.x(), std::clamp(place.y(), 0, bottom));
    // A line may be shorter than where one comes from.
    int cell = -1;
    for (int x = within.x(); x >= 0 && cell < 0; x -= m_layout.lineStep() / 2)
        cell = m_layout.cellAt({x, within.y()});
    if (cell < 0)
        cell = m_layout.cellAt({0, within.y()});
    if (cell >= 0)
        setCurrentCell(cell);
}

void TokenView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TokenView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui
