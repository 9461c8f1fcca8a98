// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace tests {

// Files as people attach them.

/// Left half red, right half blue, with enough going on to keep an encoder busy.
[[nodiscard]] QImage halves(int width, int height, QImage::Format format = QImage::Format_RGB32);
/// A picture that is hard to compress, as photos are; the same for the same number.
[[nodiscard]] QImage photo(int width, int height, quint32 number = 1);
[[nodiscard]] QByteArray encodedAs(const QImage &image, const QByteArray &format, int quality = -1);

/// What jpegWithExif() hides in the metadata.
inline constexpr char kSecretPlace[] = "SECRETPLACE";
/// A JPEG with an EXIF block: the orientation, and a GPS directory that names a place.
[[nodiscard]] QByteArray jpegWithExif(const QImage &image, quint16 orientation);
/// 16 × 8 pixels of four inks that look like (220, 20, 10).
[[nodiscard]] QByteArray cmykJpeg();
/// Two frames of one pixel each.
[[nodiscard]] QByteArray animatedGif();

/// Pages of 200 × 100 points, the odd ones red on the left half, the even ones blue, the rest left
/// to the paper; on each stands "This is page N".
[[nodiscard]] QByteArray samplePdf(int pages);
/// One page with "Locked words"; the password is "secret".
[[nodiscard]] QByteArray lockedPdf();

} // namespace tests
