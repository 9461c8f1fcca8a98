// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/box_painting.h"

#include "ui/widgets/badge_label.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kOutline = 2;
constexpr double kHoveredOutline = 3.5;
constexpr double kSeam = 1.25; ///< of the ground, at both sides of the outline
constexpr double kEdgeReach = 4; ///< from an edge that still counts as the box
constexpr double kChipPadding = 5;
constexpr double kChipCorner = 4;
constexpr double kWidestChip = 220;
constexpr int kMostLabels = 60; ///< of boxes in sight; of more only the letters stand there
constexpr float kHoverStrength = 0.22F;

void paintOutline(QPainter &painter, const QRectF &rect, const QColor &colour, const QColor &ground,
                  bool isHovered)
{
    const double width = isHovered ? kHoveredOutline : kOutline;
    if (isHovered) {
        QColor fill = colour;
        fill.setAlphaF(kHoverStrength);
        painter.fillRect(rect, fill);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ground, width + 2 * kSeam, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
}

/// On the upper edge of the box, but never out of sight while the box is in it.
void paintChip(QPainter &painter, const QRectF &box, const ShownBox &shown, const Colours &colours,
               const QRectF &seen, bool withLabel)
{
    const QFontMetricsF metrics(painter.font());
    QString text = laneLetter(shown.letter);
    if (withLabel && !shown.label.isEmpty())
        text += u"  "_s + shown.label;
    text = metrics.elidedText(text, Qt::ElideRight, kWidestChip);
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * kChipPadding, metrics.height() + 3);
    const double above = box.top() - size.height();
    QRectF chip(QPointF(box.left() - kOutline / 2, above >= seen.top() ? above : box.top()), size);
    chip.moveLeft(qBound(seen.left(), chip.left(), qMax(seen.left(), seen.right() - size.width())));
    chip.moveTop(qBound(seen.top(), chip.top(), qMax(seen.top(), seen.bottom() - size.height())));
    painter.setPen(QPen(colours.transcript, kSeam));
    painter.setBrush(laneColour(colours, shown.letter));
    painter.drawRoundedRect(chip, kChipCorner, kChipCorner);
    painter.setPen(onLaneColour(colours, shown.letter));
    painter.drawText(chip.adjusted(kChipPadding, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace

QRectF ImageView::toWidget(const QRectF &onImage) const
{
    return {origin + onImage.topLeft() * scale, onImage.size() * scale};
}

QPointF ImageView::toImage(QPointF onWidget) const
{
    return (onWidget - origin) / scale;
}

void paintBoxes(QPainter &painter, const QList<ShownBox> &boxes, const ImageView &view,
                const Theme &theme, const QRectF &seen, int hovered)
{
    QList<int> visible;
    for (int i = 0; i < boxes.size(); ++i) {
        if (i != hovered && view.toWidget(boxes[i].place).intersects(seen))
            visible.append(i);
    }
    if (hovered >= 0 && hovered < boxes.size()) // on top of all others
        visible.append(hovered);
    const Colours &colours = theme.colours();
    painter.setFont(theme.font(TextRole::Caption));
    for (const int i : std::as_const(visible))
        paintOutline(painter, view.toWidget(boxes[i].place), laneColour(colours, boxes[i].letter),
                     colours.transcript, i == hovered);
    const bool withLabels = visible.size() <= kMostLabels;
    for (const int i : std::as_const(visible))
        paintChip(painter, view.toWidget(boxes[i].place), boxes[i], colours, seen,
                  withLabels || i == hovered);
}

int boxAt(const QList<ShownBox> &boxes, const ImageView &view, QPointF onWidget)
{
    int found = -1;
    double smallest = 0;
    for (int i = 0; i < boxes.size(); ++i) {
        const QRectF rect = view.toWidget(boxes[i].place);
        const double area = rect.width() * rect.height();
        const bool isHere =
            rect.adjusted(-kEdgeReach, -kEdgeReach, kEdgeReach, kEdgeReach).contains(onWidget);
        if (isHere && (found < 0 || area < smallest)) {
            found = i;
            smallest = area;
        }
    }
    return found;
}

} // namespace ui
