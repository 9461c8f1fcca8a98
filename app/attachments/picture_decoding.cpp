// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/picture_decoding.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_format.h"
#include "app/attachments/image_preparation.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QtConcurrentRun>

#include <cmath>

namespace app {

namespace {

constexpr int kSmallestLevel = 512; ///< the longer side of it

using Problem = DecodedPicture::Problem;

Problem problemOf(const Error &error)
{
    if (error.code == kImageEmptyCode)
        return Problem::Empty;
    if (error.code == kImagePixelsCode || error.code == kImageFileSizeCode)
        return Problem::TooLarge;
    if (error.code == kImageBrokenCode || error.code == kImageCutOffCode)
        return Problem::Broken;
    return Problem::Unknown;
}

bool isTurned(const QImageReader &reader)
{
    return reader.transformation() & QImageIOHandler::TransformationRotate90;
}

/// Scales while it decodes where the format can, and never enlarges.
QImage readWithin(QImageReader &reader, QSize bounds)
{
    const QSize size = reader.size();
    if (isTurned(reader))
        bounds.transpose();
    if (size.width() > bounds.width() || size.height() > bounds.height())
        reader.setScaledSize(size.scaled(bounds, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image = reader.read();
    if (image.isNull())
        return {};
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    // What is painted without being converted first.
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                         : QImage::Format_RGB32);
}

/// As wide and high as so many pixels allow in these proportions.
QSize boundsFor(QSize size, qint64 pixels)
{
    const double all = double(size.width()) * size.height();
    if (all <= double(pixels))
        return size;
    const double factor = std::sqrt(double(pixels) / all);
    return QSize(int(size.width() * factor), int(size.height() * factor)).expandedTo({1, 1});
}

enum class Levels { One, All };

DecodedPicture decoded(const QByteArray &file, QSize bounds, Levels levels)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    DecodedPicture picture;
    if (const auto checked = checkBeforeDecoding(reader, file, {}); !checked) {
        picture.problem = problemOf(checked.error());
        return picture;
    }
    const auto turn = turnToDecode(reader.size());
    picture.size = isTurned(reader) ? reader.size().transposed() : reader.size();
    QImage image = readWithin(
        reader,
        bounds.isEmpty() ? boundsFor(picture.size, decoding_limits::kMostShownPixels) : bounds);
    if (image.isNull()) {
        picture.problem = Problem::Broken;
        return picture;
    }
    picture.levels.append(image);
    while (levels == Levels::All && std::max(image.width(), image.height()) > kSmallestLevel) {
        image = image.scaled((image.size() / 2).expandedTo({1, 1}), Qt::IgnoreAspectRatio,
                             Qt::SmoothTransformation);
        picture.levels.append(image);
    }
    return picture;
}

} // namespace

DecodedPicture decodedPicture(const QByteArray &file)
{
    return decoded(file, {}, Levels::All);
}

DecodedPicture decodedThumbnail(const QByteArray &file, QSize bounds)
{
    return decoded(file, bounds, Levels::One);
}

QFuture<DecodedPicture> decodePictureLater(const QByteArray &file)
{
    return QtConcurrent::run([file] { return decodedPicture(file); });
}

} // namespace app
