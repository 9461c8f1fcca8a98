// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/prompt_delegate.h"

#include "ui/prompts/prompt_list_model.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPromptSide = metrics::kStep3;
constexpr int kPromptAbove = 5;
constexpr double kMostForTags = 0.5; ///< of a row

void drawElided(QPainter &painter, const QRect &room, Qt::Alignment side,
                Qt::LayoutDirection direction, const QString &text)
{
    const auto alignment = QStyle::visualAlignment(direction, side);
    painter.drawText(room, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace

PromptDelegate::PromptDelegate(const PromptListModel &model, const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
{
}

int PromptDelegate::rowHeight() const
{
    const int body = QFontMetrics(m_theme.font(TextRole::Body)).height();
    const int small = QFontMetrics(m_theme.font(TextRole::Small)).height();
    return body + small + 2 * kPromptAbove + 1;
}

QSize PromptDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight()};
}

void PromptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Colours &colours = m_theme.colours();
    const app::PromptEntry &entry = m_model.entry(index.row());
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.selectedRow);
        painter->drawRoundedRect(option.rect.adjusted(4, 0, -4, 0), metrics::kSmallRadius,
                                 metrics::kSmallRadius);
    }
    const QRect room = option.rect.adjusted(kPromptSide, kPromptAbove, -kPromptSide, -kPromptAbove);
    const int body = QFontMetrics(m_theme.font(TextRole::Body)).height();
    QRect first(room.left(), room.top(), room.width(), body);
    const QRect second(room.left(), room.top() + body + 1, room.width(), room.height() - body - 1);

    painter->setFont(m_theme.font(TextRole::Small));
    painter->setPen(colours.secondary);
    drawElided(*painter, second, Qt::AlignLeft, option.direction, entry.beginning);
    if (const QString tags = entry.tags.join(u", "_s); !tags.isEmpty()) {
        const int width = std::min(painter->fontMetrics().horizontalAdvance(tags) + 1,
                                   int(first.width() * kMostForTags));
        const QRect trailing(first.right() - width + 1, first.top(), width, first.height());
        drawElided(*painter, QStyle::visualRect(option.direction, first, trailing), Qt::AlignRight,
                   option.direction, tags);
        QRect left = first;
        left.setWidth(first.width() - width - metrics::kStep2);
        first = QStyle::visualRect(option.direction, first, left);
    }
    painter->setFont(m_theme.font(TextRole::Body));
    painter->setPen(colours.text);
    drawElided(*painter, first, Qt::AlignLeft, option.direction, entry.name);
    painter->restore();
}

} // namespace ui
