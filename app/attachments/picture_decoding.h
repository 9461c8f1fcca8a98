// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QList>
#include <QSize>

namespace app {

namespace decoding_limits {
inline constexpr qint64 kMostShownPixels =
    24'000'000; ///< held to be looked at; more is scaled down
} // namespace decoding_limits

/// A picture to be looked at.
struct DecodedPicture
{
    enum class Problem {
        None,
        Empty,
        Unknown, ///< no picture, or of a kind that is not shown: SVG and PDF reach for other files
        Broken, ///< or cut off
        TooLarge,
    };
    Problem problem = Problem::None;
    QSize size; ///< of the file, upright; what coordinates refer to
    /// The first one as large as it may be, each other one half of that before it, so that painting
    /// costs what is seen. Empty where there is a problem.
    QList<QImage> levels;

    [[nodiscard]] bool isNull() const { return levels.isEmpty(); }
};

/// By the same limits as attached images: what it is and how large is checked before anything is
/// decoded, whoever sent it. Of an animation the first picture. Any thread.
[[nodiscard]] DecodedPicture decodedPicture(const QByteArray &file);
/// No larger than `bounds`; no levels below.
[[nodiscard]] DecodedPicture decodedThumbnail(const QByteArray &file, QSize bounds);
/// The first one on a worker.
[[nodiscard]] QFuture<DecodedPicture> decodePictureLater(const QByteArray &file);

} // namespace app
