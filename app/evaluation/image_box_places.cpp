// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbers of boxes mean on the images that were sent.
#include "app/evaluation/image_boxes.h"

#include <algorithm>

namespace app {

QList<int> imagesOfBoxes(const QList<ImageBox> &boxes, int count)
{
    const bool isFromZero =
        std::ranges::any_of(boxes, [](const ImageBox &box) { return box.image == 0; });
    QList<int> images;
    for (const ImageBox &box : boxes) {
        const int image = isFromZero || box.image < 0 ? box.image : box.image - 1;
        images.append(image < count ? image : -1);
    }
    return images;
}

BoxScale likelyBoxScale(const QList<ImageBox> &boxes, QSize image)
{
    double most = 0;
    bool isRelative = false;
    for (const ImageBox &box : boxes) {
        most = std::max({most, box.right, box.bottom});
        isRelative |= box.form != ImageBox::Form::Plain || box.right > image.width()
                      || box.bottom > image.height();
    }
    if (most <= 1)
        return BoxScale::Unit;
    if (most > 1000)
        return BoxScale::Pixels;
    return isRelative ? BoxScale::Thousand : BoxScale::Pixels;
}

std::optional<QRectF> boxOnImage(const ImageBox &box, BoxScale scale, QSize image)
{
    const double whole = scale == BoxScale::Unit ? 1 : 1000;
    const double x = scale == BoxScale::Pixels ? 1 : image.width() / whole;
    const double y = scale == BoxScale::Pixels ? 1 : image.height() / whole;
    const QRectF place(QPointF(box.left * x, box.top * y), QPointF(box.right * x, box.bottom * y));
    const QRectF seen = place & QRectF(QPointF(), QSizeF(image));
    return seen.isEmpty() ? std::nullopt : std::optional(seen);
}

} // namespace app
