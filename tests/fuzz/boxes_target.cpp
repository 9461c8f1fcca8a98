// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes in an answer: each one encloses something, and stands where it says it does.
#include "app/evaluation/image_boxes.h"

#include <cmath>
#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QList<app::ImageBox> boxes = app::imageBoxes(text);
    require(boxes.size() <= app::box_limits::kBoxes);
    const QSize image(640, 480);
    for (const app::ImageBox &box : boxes) {
        require(box.left < box.right && box.top < box.bottom);
        require(std::isfinite(box.left) && std::isfinite(box.bottom));
        require(box.start >= 0 && box.length > 0 && box.start + box.length <= text.size());
        require(box.label.size() <= app::box_limits::kLabel && !box.label.contains(u'\n'));
        for (const auto scale :
             {app::BoxScale::Pixels, app::BoxScale::Unit, app::BoxScale::Thousand}) {
            const auto place = app::boxOnImage(box, scale, image);
            require(!place || QRectF(-0.001, -0.001, 640.002, 480.002).contains(*place));
        }
    }
    (void)app::likelyBoxScale(boxes, image);
    return 0;
}
