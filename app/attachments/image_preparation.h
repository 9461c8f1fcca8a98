// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/openai/message_part.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QRectF>
#include <QSize>
#include <QString>

namespace app {

struct ImageLimits
{
    int longestSide = 2048; ///< pixels; larger pictures are scaled down; 0: none is
    qint64 mostPixels = 100'000'000; ///< of the file, checked before decoding
    qint64 mostFileBytes = 100 * 1024 * 1024; ///< read
    qint64 mostSentBytes = 20 * 1024 * 1024; ///< what servers take
    int thumbnailSide = 256;
};

/// What the user does to a picture before it is sent. A value: the same original and the same edit
/// give the same bytes.
struct ImageEdit
{
    int quarterTurns = 0; ///< clockwise, 0 … 3, of the picture that stands upright already
    QRectF crop{0, 0, 1, 1}; ///< what stays, in shares of the turned picture
    int longestSide = -1; ///< pixels, 0: as large as it is; −1: that of the limits

    bool operator==(const ImageEdit &) const = default;
};

/// A picture ready to be sent: upright, no larger than the limits, and always encoded anew, so that
/// nothing of its metadata (EXIF, GPS) is left.
struct PreparedImage
{
    QByteArray bytes;
    QString mimeType; ///< image/jpeg, image/png or image/webp
    int width = 0; ///< pixels, as sent
    int height = 0;
    QSize original; ///< pixels, upright and turned, before it was cropped and scaled
    int frames = 1; ///< of the file; the first one is what is sent
    QByteArray sha256; ///< lower-case hex of `bytes`
    QImage thumbnail;
};

/// The part of a message that stands for it. The bytes go to the store as a blob.
[[nodiscard]] ImagePart imagePart(const PreparedImage &image, const QString &fileName = {});

/// Any picture that Qt reads and that is made of pixels; of an animation or a file with several
/// pages its first one. JPEG stays JPEG, WebP stays WebP where it can be written, everything else
/// becomes PNG, or JPEG where a PNG would be too large and nothing is transparent. Colours are
/// converted to sRGB, because profiles go with the metadata. BadResponse with a code of
/// attachment_errors.h: SVG, PDF, empty, broken or cut off, too many pixels, no plugin. Storage:
/// the file cannot be read. Any thread.
[[nodiscard]] Result<PreparedImage> prepareImage(const QByteArray &file,
                                                 const ImageLimits &limits = {},
                                                 const ImageEdit &edit = {});
[[nodiscard]] Result<PreparedImage> prepareImage(const QImage &image,
                                                 const ImageLimits &limits = {},
                                                 const ImageEdit &edit = {});
/// For pictures without anything transparent that were drawn, not decoded.
[[nodiscard]] Result<PreparedImage> prepareAsJpeg(const QImage &image, const ImageLimits &limits,
                                                  const ImageEdit &edit);
/// Reads the file where it is called.
[[nodiscard]] Result<PreparedImage> prepareImage(const QString &path, const ImageLimits &limits,
                                                 const ImageEdit &edit);

/// The same on a worker, for files, dropped bytes and pasted pictures.
[[nodiscard]] QFuture<Result<PreparedImage>> prepareImageFile(const QString &path,
                                                              const ImageLimits &limits = {},
                                                              const ImageEdit &edit = {});
[[nodiscard]] QFuture<Result<PreparedImage>> prepareImageLater(const QByteArray &file,
                                                               const ImageLimits &limits = {},
                                                               const ImageEdit &edit = {});
[[nodiscard]] QFuture<Result<PreparedImage>> prepareImageLater(const QImage &image,
                                                               const ImageLimits &limits = {},
                                                               const ImageEdit &edit = {});

} // namespace app
