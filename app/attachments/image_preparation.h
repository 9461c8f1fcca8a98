// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/openai/message_part.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QString>

namespace app {

struct ImageLimits
{
    int longestSide = 2048; ///< pixels; larger pictures are scaled down
    qint64 mostPixels = 100'000'000; ///< of the file, checked before decoding
    qint64 mostFileBytes = 100 * 1024 * 1024; ///< read
    qint64 mostSentBytes = 20 * 1024 * 1024; ///< what servers take
    int thumbnailSide = 256;
};

/// A picture ready to be sent: upright, no larger than the limits, and always encoded anew, so that
/// nothing of its metadata (EXIF, GPS) is left.
struct PreparedImage
{
    QByteArray bytes;
    QString mimeType; ///< image/jpeg, image/png or image/webp
    int width = 0; ///< pixels, as sent
    int height = 0;
    QByteArray sha256; ///< lower-case hex of `bytes`
    QImage thumbnail;
};

/// The part of a message that stands for it. The bytes go to the store as a blob.
[[nodiscard]] ImagePart imagePart(const PreparedImage &image, const QString &fileName = {});

/// Any still picture that Qt reads and that is made of pixels. JPEG stays JPEG, WebP stays WebP
/// where it can be written, everything else becomes PNG, or JPEG where a PNG would be too large and
/// nothing is transparent. Colours are converted to sRGB, because profiles go with the metadata.
/// BadResponse: SVG, PDF, animated, empty, broken or cut off, too many pixels. Storage: the file
/// cannot be read. Any thread.
[[nodiscard]] Result<PreparedImage> prepareImage(const QByteArray &file,
                                                 const ImageLimits &limits = {});
[[nodiscard]] Result<PreparedImage> prepareImage(const QImage &image,
                                                 const ImageLimits &limits = {});

/// The same on a worker, for files, dropped bytes and pasted pictures.
[[nodiscard]] QFuture<Result<PreparedImage>> prepareImageFile(const QString &path,
                                                              const ImageLimits &limits = {});
[[nodiscard]] QFuture<Result<PreparedImage>> prepareImageLater(const QByteArray &file,
                                                               const ImageLimits &limits = {});
[[nodiscard]] QFuture<Result<PreparedImage>> prepareImageLater(const QImage &image,
                                                               const ImageLimits &limits = {});

} // namespace app
