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
constexpr int kFolderArrow = 14;
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
    if (index.data(ConversationListModel::FolderRole).isValid())
        paintFolder(painter, option, index);
    else if (index.data(ConversationListModel::IdRole).isValid())
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

void ConversationDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
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
}

void ConversationDelegate::paintFolder(QPainter *painter, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    paintGround(painter, option);
    const Colours &colours = m_theme.colours();
    const QRect text = option.rect.adjusted(kTextInset, 0, -kTextInset, 0);
    const auto place = [&](QRect box) { return QStyle::visualRect(option.direction, text, box); };
    const bool folded = index.data(ConversationListModel::FoldedRole).toBool();
    const QString arrow = !folded                               ? u"chevron-down"_s
                          : option.direction == Qt::RightToLeft ? u"chevron-left"_s
                                                                : u"chevron-right"_s;
    QRect arrowBox(text.left(), 0, kFolderArrow, kFolderArrow);
    arrowBox.moveTop(text.center().y() - kFolderArrow / 2);
    m_theme.icon(arrow, colours.secondary).paint(painter, place(arrowBox));

    const QFont small = m_theme.font(TextRole::Small);
    const QString count = QLocale().toString(index.data(ConversationListModel::CountRole).toInt());
    const int countWidth = QFontMetrics(small).horizontalAdvance(count);
    painter->setFont(small);
    painter->setPen(colours.faint);
    painter->drawText(place(text.adjusted(text.width() - countWidth, 0, 0, 0)),
                      Qt::AlignVCenter | Qt::AlignTrailing, count);

    const QFont font = m_theme.font(TextRole::Body);
    const QRect name =
        text.adjusted(kFolderArrow + metrics::kStep1, 0, -countWidth - metrics::kStep2, 0);
    painter->setFont(font);
    painter->setPen(colours.text);
    painter->drawText(
        place(name), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, name.width()));
}

void ConversationDelegate::paintConversation(QPainter *painter, const QStyleOptionViewItem &option,
                                             const QModelIndex &index) const
{
    paintGround(painter, option);
    const Colours &colours = m_theme.colours();
    const int indent = index.data(ConversationListModel::IndentedRole).toBool()
                           ? kFolderArrow + metrics::kStep1
                           : 0;
    const QRect row = option.rect.adjusted(kTextInset, 0, -kTextInset, 0);
    const QRect text = QStyle::visualRect(option.direction, row, row.adjusted(indent, 0, 0, 0));
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
