// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cell_delegate.h"

#include "ui/sweeps/cell_grid_model.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kUsualLines = 4;
constexpr int kFigureGap = 12;
} // namespace

CellDelegate::CellDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

int CellDelegate::usualHeight() const
{
    const int line = QFontMetrics(m_theme.font(TextRole::Body)).lineSpacing();
    const int figures = QFontMetrics(m_theme.font(TextRole::Small)).lineSpacing();
    return 2 * metrics::kStep2 + kUsualLines * line + metrics::kStep1 + figures;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *model = qobject_cast<const CellGridModel *>(index.model());
    if (!model)
        return;
    const CellLook &look = model->look(index);
    const Colours &colours = m_theme.colours();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, isSelected ? colours.accentGround : colours.transcript);
    painter->setPen(colours.hairline);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool leftToRight = option.direction == Qt::LeftToRight;
    painter->drawLine(leftToRight ? option.rect.topRight() : option.rect.topLeft(),
                      leftToRight ? option.rect.bottomRight() : option.rect.bottomLeft());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colours.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    QRect inner =
        option.rect.adjusted(metrics::kStep2, metrics::kStep2, -metrics::kStep2, -metrics::kStep2);
    const int small = QFontMetrics(m_theme.font(TextRole::Small)).lineSpacing();
    const QRect figures(inner.left(), inner.bottom() - small + 1, inner.width(), small);
    inner.setBottom(figures.top() - metrics::kStep1);
    paintText(*painter, inner, look);
    paintFigures(*painter, figures, look, option.direction);
    painter->restore();
}

/// Whole lines only.
void CellDelegate::paintText(QPainter &painter, const QRect &rect, const CellLook &look) const
{
    const bool hasText = !look.beginning.isEmpty();
    const QFont font = m_theme.font(TextRole::Body);
    const int line = QFontMetrics(font).lineSpacing();
    const QRect room(rect.left(), rect.top(), rect.width(), rect.height() / line * line);
    painter.setClipRect(room);
    painter.setFont(font);
    painter.setPen(hasText ? m_theme.colours().text : m_theme.colours().secondary);
    painter.drawText(room, Qt::TextWordWrap | Qt::AlignTop,
                     hasText ? look.beginning : look.problem);
    painter.setClipping(false);
}

void CellDelegate::paintFigures(QPainter &painter, const QRect &rect, const CellLook &look,
                                Qt::LayoutDirection direction) const
{
    const Colours &colours = m_theme.colours();
    const QFont font = m_theme.font(TextRole::Small);
    painter.setFont(font);
    int x = 0;
    const auto write = [&](const QString &text, const QColor &ink, int gap) {
        const int width = QFontMetrics(font).horizontalAdvance(text);
        if (x + width > rect.width())
            return;
        const int left =
            direction == Qt::LeftToRight ? rect.left() + x : rect.right() + 1 - x - width;
        painter.setPen(ink);
        painter.drawText(QRect(left, rect.top(), width + 1, rect.height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, text);
        x += width + gap;
    };
    const bool isUnanswered = look.kind == CellLook::Kind::Unanswered;
    if (isUnanswered)
        write(u"!"_s, colours.danger, metrics::kStep1);
    const bool isRunning = look.kind == CellLook::Kind::Running;
    if (!look.state.isEmpty()) {
        write(look.state,
              isUnanswered ? colours.danger
              : isRunning  ? colours.accent
                           : colours.warning,
              kFigureGap);
    }
    for (const CellLook::Item &item : look.figures) {
        if (item.standing == Standing::Best)
            write(item.text + u" ✓"_s, colours.good, kFigureGap);
        else if (item.standing == Standing::Worst)
            write(item.text + u" ↓"_s, colours.warning, kFigureGap);
        else
            write(item.text, colours.secondary, kFigureGap);
    }
}

} // namespace ui
