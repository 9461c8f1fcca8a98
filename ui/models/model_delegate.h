// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/model_list.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints the rows of a ModelList, all of one height: id and context length above, abilities and
/// prices below.
class ModelDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ModelDelegate(const ModelList &list, const Theme &theme, QObject *parent = nullptr);

    /// The row with the tick.
    void setCurrent(const QString &providerId, const QString &modelId);

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
    void paintHandTyped(QPainter &painter, const Lines &lines, const QString &text) const;
    void paintId(QPainter &painter, QRect room, Qt::LayoutDirection direction,
                 const QString &id) const;

    const ModelList &m_list;
    const Theme &m_theme;
    QString m_currentProvider;
    QString m_currentModel;
};

} // namespace ui
