// SPDX-License-Identifier: GPL-3.0-or-later
// The keys and clicks that the picker takes.
#include "ui/models/model_delegate.h"
#include "ui/models/model_picker.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>

#include <algorithm>

namespace ui {

namespace {
constexpr int kPickerPageRows = 8;
} // namespace

void ModelPicker::moveSelection(int step)
{
    m_awaitsCurrent = false;
    const int direction = step < 0 ? -1 : 1;
    const int last = m_list.rowCount() - 1;
    int row = std::clamp(selectedRow() + step, 0, std::max(0, last));
    // Headings are passed over, and at the ends the last row that can be chosen is kept.
    while (row >= 0 && row <= last && !m_list.isChoosable(row))
        row += direction;
    if (!m_list.isChoosable(row))
        return;
    select(row);
    m_view->scrollTo(m_list.index(row));
}

bool ModelPicker::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Up:
        moveSelection(-1);
        return true;
    case Qt::Key_Down:
        moveSelection(1);
        return true;
    case Qt::Key_PageUp:
        moveSelection(-kPickerPageRows);
        return true;
    case Qt::Key_PageDown:
        moveSelection(kPickerPageRows);
        return true;
    case Qt::Key_S:
        if (modifiers != Qt::ControlModifier)
            return false;
        toggleFavourite(selectedRow());
        return true;
    default:
        return false;
    }
}

/// A click on the star is none on the row.
bool ModelPicker::takeListEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_rest.stop();
    if (event->type() != QEvent::MouseButtonPress)
        return false;
    const auto *press = static_cast<QMouseEvent *>(event);
    const QModelIndex index = m_view->indexAt(press->pos());
    const bool isStar = press->button() == Qt::LeftButton && m_list.isModel(index.row())
                        && m_delegate->starRect(m_view->visualRect(index), layoutDirection())
                               .contains(press->pos());
    if (isStar)
        toggleFavourite(index.row());
    return isStar;
}

bool ModelPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (m_view && watched == m_view->viewport())
        return takeListEvent(event) || QFrame::eventFilter(watched, event);
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool isReturn = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (watched == m_search && isReturn) {
        choose(selectedRow());
        return true;
    }
    return takeKey(press->key(), press->modifiers()) || QFrame::eventFilter(watched, event);
}

} // namespace ui
