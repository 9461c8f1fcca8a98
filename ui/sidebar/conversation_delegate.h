// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints one row of the sidebar: a heading, a folder with its size, or a title with its number of
/// lanes, a sign while a reply runs and a mark when one ended unseen.
class ConversationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ConversationDelegate(Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QRect &row, const QModelIndex &index) const;
    void paintFolder(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    /// Under the pointer, selected or with the focus.
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintConversation(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const;
    /// Gives how much room it took at the end of the row.
    int paintSigns(QPainter *painter, const QStyleOptionViewItem &option, const QRect &text,
                   const QModelIndex &index) const;

    Theme &m_theme;
};

} // namespace ui
