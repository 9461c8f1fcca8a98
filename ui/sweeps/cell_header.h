// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace ui {

/// Rows or columns of a grid of answers: calm words on the ground of a panel, at the top of a row.
class CellHeader : public QHeaderView
{
    Q_OBJECT
public:
    CellHeader(const Theme &theme, Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    QSize sectionSizeFromContents(int section) const override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void restyle();
    [[nodiscard]] QString text(int section) const;

    const Theme &m_theme;
};

} // namespace ui
