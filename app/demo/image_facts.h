// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

#include <array>

namespace app {

/// A field of the 3×3 grid laid over a picture, row by row: 0 is top left, 8 bottom right.
using Grid = std::array<double, 9>;

/// What can be measured in a picture without knowing what it shows. Shares are 0 … 1.
struct ImageFacts
{
    struct Colour
    {
        QColor mean;
        double share = 0;
        Grid fields{}; ///< how its pixels are spread; their sum is 1
    };

    QSize size;
    QList<Colour> colours; ///< five at most, the most common first
    double brightness = 0;
    Grid brightnessOfFields{};
    double edges = 0; ///< share of pixels where the brightness changes sharply
    Grid edgesOfFields{};
};

/// `size` is that of the original where `image` was scaled down to be measured.
[[nodiscard]] ImageFacts measured(const QImage &image, const QSize &size);
/// "dark green"; the nearest word for a colour.
[[nodiscard]] QString colourName(const QColor &colour);
/// The same in words: Markdown with a table.
[[nodiscard]] QString describe(const ImageFacts &facts);

} // namespace app
