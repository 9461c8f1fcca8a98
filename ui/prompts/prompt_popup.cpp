// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_popup.h"

#include "ui/prompts/prompt_delegate.h"
#include "ui/widgets/themed_label.h"

#include <QAccessible>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr int kMostRowsShown = 8;
constexpr int kWidestPopup = 560;
constexpr int kNarrowestPopup = 240;
} // namespace

PromptPopup::PromptPopup(const Theme &theme, QWidget *window)
    : QFrame(window), m_theme(theme), m_delegate(new PromptDelegate(m_model, theme, this)),
      m_view(new QListView(this)),
      m_hint(new ThemedLabel(theme, TextRole::Caption, &Colours::secondary, this))
{
    setAccessibleName(tr("Prompts"));
    setFrameShape(QFrame::NoFrame);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Prompts"));
    m_hint->setText(tr("Enter inserts the prompt · Esc closes"));
    m_hint->setContentsMargins(metrics::kStep3, 0, metrics::kStep3, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, metrics::kStep1, 1, metrics::kStep1 + 1);
    layout->setSpacing(metrics::kStep1);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_hint);
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit chosen(m_model.entry(index.row()).id); });
    connect(m_view, &QListView::entered, m_view, &QListView::setCurrentIndex);
    hide();
}

void PromptPopup::setEntries(const QList<app::PromptEntry> &entries)
{
    const QString before = selected();
    m_model.setEntries(entries);
    select(std::max(0, m_model.rowOf(before)));
}

bool PromptPopup::setFilter(const QString &filter)
{
    m_model.setFilter(filter);
    select(0);
    m_view->scrollToTop();
    return m_model.rowCount() > 0;
}

void PromptPopup::showAt(const QWidget &anchor)
{
    const QWidget *window = parentWidget();
    const QRect field(anchor.mapTo(window, QPoint(0, 0)), anchor.size());
    const int rows = std::clamp(m_model.rowCount(), 1, kMostRowsShown);
    const int wanted =
        rows * m_delegate->rowHeight() + m_hint->sizeHint().height() + 3 * metrics::kStep1 + 1;
    const int above = field.top() - 2 * metrics::kStep1;
    const int below = window->height() - field.bottom() - 2 * metrics::kStep1;
    const bool isAbove = above >= wanted || above >= below;
    const int height = std::min(wanted, isAbove ? above : below);
    const int width = std::min(std::clamp(field.width(), kNarrowestPopup, kWidestPopup),
                               window->width() - 2 * metrics::kStep2);
    const int wantedLeft = isRightToLeft() ? field.right() + 1 - width : field.left();
    const int left = std::clamp(wantedLeft, 0, std::max(0, window->width() - width));
    const int top =
        isAbove ? field.top() - metrics::kStep1 - height : field.bottom() + 1 + metrics::kStep1;
    setGeometry(left, top, width, height);
    show();
    raise();
}

void PromptPopup::select(int row)
{
    const bool isThere = row < m_model.rowCount();
    m_view->setCurrentIndex(isThere ? m_model.index(row) : QModelIndex());
    if (!isThere)
        return;
    m_view->scrollTo(m_model.index(row));
    // The focus is in the field; a screen reader hears of the row all the same.
    if (isVisible() && QAccessible::isActive()) {
        QAccessibleEvent event(m_view, QAccessible::Focus);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    }
}

void PromptPopup::moveSelection(int step)
{
    const int last = m_model.rowCount() - 1;
    if (last >= 0)
        select(std::clamp(m_view->currentIndex().row() + step, 0, last));
}

QString PromptPopup::selected() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model.entry(index.row()).id : QString();
}

void PromptPopup::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.fillRect(rect(), colours.transcript);
    painter.setPen(colours.hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ui
