// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweeps/cell_look.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints a cell of CellGridModel: the beginning of the answer, and its figures below. The best of
/// the round has a tick, the worst an arrow, besides their colours.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(const Theme &theme, QObject *parent = nullptr);

    /// With room for some lines of text.
    [[nodiscard]] int usualHeight() const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintText(QPainter &painter, const QRect &rect, const CellLook &look) const;
    void paintFigures(QPainter &painter, const QRect &rect, const CellLook &look,
                      Qt::LayoutDirection direction) const;

    const Theme &m_theme;
};

} // namespace ui
