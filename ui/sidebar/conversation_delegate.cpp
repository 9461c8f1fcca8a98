// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/conversation_delegate.h"

#include "ui/sidebar/conversation_list_model.h"

#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kRowPadding = 17; ///< above and below the text together
constexpr int kInset = 8; ///< of the row's ground from the panel's edge
constexpr int kTextInset = 16;
constexpr double kDot = 7;
} // namespace

ConversationDelegate::ConversationDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const QFontMetrics text(m_theme.font(TextRole::Body));
    return {100, text.height() + kRowPadding};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(ConversationListModel::IdRole).isValid())
        paintConversation(painter, option, index);
    else
        paintHeading(painter, option.rect, index);
    painter->restore();
}

void ConversationDelegate::paintHeading(QPainter *painter, const QRect &row,
                                        const QModelIndex &index) const
{
    painter->setFont(m_theme.font(TextRole::Caption));
    painter->setPen(m_theme.colours().secondary);
    painter->drawText(row.adjusted(kTextInset, 0, -kTextInset, -5),
                      Qt::AlignBottom | Qt::AlignLeading | Qt::TextSingleLine,
                      index.data().toString());
}

void ConversationDelegate::paintConversation(QPainter *painter, const QStyleOptionViewItem &option,
                                             const QModelIndex &index) const
{
    const Colours &colours = m_theme.colours();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRectF ground = QRectF(option.rect).adjusted(kInset, 0.5, -kInset, -0.5);
    painter->setPen(Qt::NoPen);
    if (selected || hovered) {
        painter->setBrush(selected ? colours.selectedRow : colours.hoveredRow);
        painter->drawRoundedRect(ground, metrics::kSmallRadius, metrics::kSmallRadius);
    }
    if ((option.state & QStyle::State_HasFocus)
        && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colours.accent, 1.5));
        painter->drawRoundedRect(ground, metrics::kSmallRadius, metrics::kSmallRadius);
    }

    const QRect text = option.rect.adjusted(kTextInset, 0, -kTextInset, 0);
    const int signs = paintSigns(painter, option, text, index);
    QFont font = m_theme.font(TextRole::Body);
    if (index.data(ConversationListModel::UnreadRole).toBool())
        font.setWeight(QFont::DemiBold);
    const QRect title = QStyle::visualRect(option.direction, text, text.adjusted(0, 0, -signs, 0));
    const QString shown = QFontMetrics(font).elidedText(index.data().toString().simplified(),
                                                        Qt::ElideRight, title.width());
    painter->setFont(font);
    painter->setPen(colours.text);
    // At the edge that the window reads from, but each title in its own direction.
    const auto edge = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignAbsolute;
    painter->setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(title, int(edge | Qt::AlignVCenter | Qt::TextSingleLine), shown);
}

int ConversationDelegate::paintSigns(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QRect &text, const QModelIndex &index) const
{
    const Colours &colours = m_theme.colours();
    int used = 0;
    const auto place = [&](int width) {
        const QRect box(text.right() - used - width + 1, text.top(), width, text.height());
        used += width + metrics::kStep2;
        return QStyle::visualRect(option.direction, text, box);
    };
    const bool busy = index.data(ConversationListModel::BusyRole).toBool();
    const bool unread = index.data(ConversationListModel::UnreadRole).toBool();
    if (busy || unread) {
        QRectF dot(0, 0, kDot, kDot);
        dot.moveCenter(QRectF(place(int(kDot) + 2)).center());
        // A ring while it is being written, a full dot when it is there: told apart by shape.
        painter->setPen(QPen(colours.accent, 2));
        painter->setBrush(busy ? QBrush(Qt::NoBrush) : QBrush(colours.accent));
        painter->drawEllipse(dot);
    }
    const int lanes = index.data(ConversationListModel::LaneCountRole).toInt();
    if (lanes > 1) {
        const QFont font = m_theme.font(TextRole::Small);
        const QString count = QLocale().toString(lanes);
        painter->setFont(font);
        painter->setPen(colours.faint);
        painter->drawText(place(QFontMetrics(font).horizontalAdvance(count)),
                          Qt::AlignVCenter | Qt::AlignTrailing, count);
    }
    return used;
}

QWidget *ConversationDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                            const QModelIndex &index) const
{
    // The usual one has no frame: the old title would show through.
    auto *editor = new QLineEdit(parent);
    editor->setFont(m_theme.font(TextRole::Body));
    editor->setPlaceholderText(index.data().toString());
    return editor;
}

void ConversationDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                                const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(kInset, 1, -kInset, -1));
}

} // namespace ui
