// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace ui {

/// A box as it lies on an image, with the lane that it comes from.
struct ShownBox
{
    QRectF place; ///< pixels of the image
    int letter = 0; ///< of the lane: its colour, and its name on the box
    QString label; ///< plain text; may be empty
    int answer = 0; ///< place of the answer in the viewer
    int number = 0; ///< of the box in that answer

    bool operator==(const ShownBox &) const = default;
};

/// From pixels of the image to those of the widget.
struct ImageView
{
    QPointF origin; ///< of the image's corner
    double scale = 1;

    [[nodiscard]] QRectF toWidget(const QRectF &onImage) const;
    [[nodiscard]] QPointF toImage(QPointF onWidget) const;
};

/// Outlines in the colours of the lanes on a seam that keeps them apart from any picture, with the
/// letter and the label as a chip. `hovered`: a place in the list; −1: none.
void paintBoxes(QPainter &painter, const QList<ShownBox> &boxes, const ImageView &view,
                const Theme &theme, const QRectF &seen, int hovered);

/// The smallest box at a point of the widget, its edge included; −1: none.
[[nodiscard]] int boxAt(const QList<ShownBox> &boxes, const ImageView &view, QPointF onWidget);

} // namespace ui
