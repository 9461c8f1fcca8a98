// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_list.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints the rows of a ModelList: a star, id and context length above, abilities and prices below.
class ModelDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ModelDelegate(const ModelList &list, const Theme &theme, QObject *parent = nullptr);

    /// The row with the tick.
    void setCurrent(const QString &providerId, const QString &modelId);

    /// Where the star of a row is clicked.
    [[nodiscard]] QRect starRect(const QRect &row, Qt::LayoutDirection direction) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    /// Where the two lines of a row go.
    struct Lines
    {
        QRect first;
        QRect second;
        Qt::LayoutDirection direction = Qt::LeftToRight;
    };
    [[nodiscard]] Lines linesOf(const QStyleOptionViewItem &option) const;
    void paintHeading(QPainter &painter, const Lines &lines, const ModelList::Row &row) const;
    void paintModel(QPainter &painter, const Lines &lines, const ModelList::Row &row) const;
    void paintStar(QPainter &painter, const QStyleOptionViewItem &option,
                   const ModelList::Row &row) const;
    [[nodiscard]] QString belowText(const ModelList::Row &row) const;
    void paintOffer(QPainter &painter, const Lines &lines, const QString &text) const;
    void paintId(QPainter &painter, QRect room, Qt::LayoutDirection direction,
                 const QString &id) const;

    const ModelList &m_list;
    const Theme &m_theme;
    QString m_currentProvider;
    QString m_currentModel;
};

} // namespace ui
