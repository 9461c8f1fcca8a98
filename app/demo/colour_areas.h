// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/image_facts.h"

#include <QRect>

namespace app {

/// The largest connected area of one colour, as a rectangle around it.
struct ColourArea
{
    QColor colour;
    double share = 0; ///< of the picture
    QRect box; ///< in pixels of the original
};

/// Of the dominant colours, without what fills (nearly) the whole picture and what is too small to
/// be seen; the most common colour first. `facts` are those of the picture.
[[nodiscard]] QList<ColourArea> colourAreas(const QImage &image, const ImageFacts &facts);
/// The same as JSON in a fence, as vision models answer: labels and boxes in pixels. Empty where
/// there are none.
[[nodiscard]] QString describe(const QList<ColourArea> &areas);

} // namespace app
