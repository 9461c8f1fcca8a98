// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/box_painting.h"

#include "ui/widgets/badge_label.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

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

QString chipText(const ShownBox &box, const QFontMetricsF &metrics, bool withLabel)
{
    QString text = laneLetter(box.letter);
    if (withLabel && !box.label.isEmpty())
        text += u"  "_s + box.label;
    return metrics.elidedText(text, Qt::ElideRight, kWidestChip);
}

/// At a corner of the box where no other chip stands, and never out of sight while the box is in
/// it.
QRectF chipPlace(const QRectF &box, QSizeF size, const QRectF &seen, const QList<QRectF> &others)
{
    const double left = box.left() - kOutline / 2;
    const double right = box.right() + kOutline / 2 - size.width();
    const double above = box.top() - size.height();
    QRectF first;
    for (const QPointF corner :
         {QPointF(left, above), QPointF(left, box.bottom()), QPointF(right, above),
          QPointF(right, box.bottom()), QPointF(left, box.top())}) {
        QRectF chip(corner, size);
        chip.moveLeft(
            qBound(seen.left(), chip.left(), qMax(seen.left(), seen.right() - size.width())));
        chip.moveTop(
            qBound(seen.top(), chip.top(), qMax(seen.top(), seen.bottom() - size.height())));
        if (first.isNull())
            first = chip;
        if (std::ranges::none_of(others,
                                 [&](const QRectF &other) { return other.intersects(chip); }))
            return chip;
    }
    return first;
}

void paintChip(QPainter &painter, const QRectF &chip, const QString &text, int letter,
               const Colours &colours)
{
    painter.setPen(QPen(colours.transcript, kSeam));
    painter.setBrush(laneColour(colours, letter));
    painter.drawRoundedRect(chip, kChipCorner, kChipCorner);
    painter.setPen(onLaneColour(colours, letter));
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
    const QFontMetricsF metrics(painter.font());
    QList<QRectF> chips;
    for (const int i : std::as_const(visible)) {
        const QString text = chipText(boxes[i], metrics, withLabels || i == hovered);
        const QSizeF size(metrics.horizontalAdvance(text) + 2 * kChipPadding, metrics.height() + 3);
        const QRectF chip = chipPlace(view.toWidget(boxes[i].place), size, seen,
                                      withLabels ? chips : QList<QRectF>());
        paintChip(painter, chip, text, boxes[i].letter, colours);
        chips.append(chip);
    }
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
