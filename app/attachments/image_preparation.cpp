// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_preparation.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QtConcurrentRun>
#include <QtEndian>

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kQuality = 90;
constexpr double kShrink = 0.7;
constexpr int kMostAttempts = 8;

tl::unexpected<Error> notAPicture(const QString &why)
{
    return fail(ErrorKind::BadResponse, why);
}

// libjpeg fills the missing rest of a cut file with grey and only warns. Inside the compressed data
// an FF is followed by 00 or a restart marker, so FF D9 there is the end marker; before it, the
// preview of the EXIF block may hold one of its own.
bool isCutOffJpeg(const QByteArray &file)
{
    qsizetype place = 2;
    while (place + 4 <= file.size() && uchar(file.at(place)) == 0xFF) {
        const auto marker = uchar(file.at(place + 1));
        const qsizetype length =
            (qsizetype(uchar(file.at(place + 2))) << 8) | uchar(file.at(place + 3));
        place += 2 + length;
        if (marker == 0xDA) // start of scan
            return file.indexOf("\xFF\xD9", place) < 0;
    }
    return true;
}

// Qt takes the missing rows of a cut BMP for black; its header says how long the file is.
bool isCutOffBmp(const QByteArray &file)
{
    return file.size() < 6 || qFromLittleEndian<quint32>(file.constData() + 2) > file.size();
}

// Qt's own limit of 128 MiB stops at a third of the pixels that are allowed here.
void raiseAllocationLimit(qint64 pixels)
{
    const int needed = int(pixels * 4 / (1024 * 1024)) + 1;
    if (QImageReader::allocationLimit() < needed)
        QImageReader::setAllocationLimit(needed);
}

QSize fitted(const QSize &size, int longestSide)
{
    if (longestSide <= 0 || std::max(size.width(), size.height()) <= longestSide)
        return size;
    return size.scaled(longestSide, longestSide, Qt::KeepAspectRatio).expandedTo({1, 1});
}

bool isTransparent(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) < 255; }))
            return true;
    }
    return false;
}

// Plain pixels: sRGB, 8 bits, an alpha channel only where it is used.
QImage plainPixels(QImage image)
{
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb)) {
        const bool alpha = image.hasAlphaChannel();
        image.convertTo(alpha ? QImage::Format_RGBA64 : QImage::Format_RGBX64);
        image.convertToColorSpace(QColorSpace::SRgb);
    }
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    return isTransparent(image) ? image : image.convertToFormat(QImage::Format_RGB32);
}

// A view of the pixels alone: texts, profile and density of the original are not part of it.
QByteArray encoded(const QImage &image, const QByteArray &format)
{
    const QImage bare(image.constBits(), image.width(), image.height(), image.bytesPerLine(),
                      image.format());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    if (format != "png")
        writer.setQuality(kQuality);
    return writer.write(bare) ? buffer.data() : QByteArray();
}

QByteArray sentFormat(const QByteArray &format)
{
    if (format == "jpeg" || format == "jpg")
        return "jpeg";
    const bool keepsWebp =
        format == "webp" && QImageWriter::supportedImageFormats().contains("webp");
    return keepsWebp ? "webp" : "png";
}

Result<PreparedImage> prepared(QImage image, QByteArray format, const ImageLimits &limits)
{
    image = plainPixels(std::move(image));
    const QSize size = fitted(image.size(), limits.longestSide);
    if (size != image.size())
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QByteArray bytes = encoded(image, format);
    for (int attempt = 0; bytes.size() > limits.mostSentBytes && attempt < kMostAttempts;
         ++attempt) {
        if (format == "png" && !image.hasAlphaChannel()) {
            format = "jpeg";
        } else {
            const int side = std::max(image.width(), image.height());
            image = image.scaled(fitted(image.size(), int(side * kShrink)), Qt::IgnoreAspectRatio,
                                 Qt::SmoothTransformation);
        }
        bytes = encoded(image, format);
    }
    if (bytes.isEmpty() || bytes.size() > limits.mostSentBytes)
        return notAPicture(u"the picture cannot be made small enough"_s);

    PreparedImage result;
    result.bytes = bytes;
    result.mimeType = "image/"_L1 + QString::fromLatin1(format);
    result.width = image.width();
    result.height = image.height();
    result.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    result.thumbnail = image.scaled(fitted(image.size(), limits.thumbnailSide),
                                    Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return result;
}

Result<void> checkBeforeDecoding(QImageReader &reader, const ImageLimits &limits)
{
    const QByteArray format = reader.format();
    if (format.isEmpty())
        return notAPicture(u"this is no picture of a known format"_s);
    // Their text may reach for other files, and they have no pixels before somebody draws them.
    if (format == "svg" || format == "svgz" || format == "pdf")
        return notAPicture(
            u"drawings (%1) cannot be sent as pictures"_s.arg(QString::fromLatin1(format)));
    const QSize size = reader.size();
    if (size.isEmpty())
        return notAPicture(u"the picture is broken"_s);
    if (qint64(size.width()) * size.height() > limits.mostPixels)
        return notAPicture(
            u"the picture has too many pixels (%1 × %2)"_s.arg(size.width()).arg(size.height()));
    if (reader.supportsAnimation() && reader.imageCount() > 1)
        return notAPicture(u"the picture is animated"_s);
    return {};
}

} // namespace

ImagePart imagePart(const PreparedImage &image, const QString &fileName)
{
    return {image.sha256, image.mimeType, image.width, image.height, qint64(image.bytes.size()),
            fileName};
}

Result<PreparedImage> prepareImage(const QByteArray &file, const ImageLimits &limits)
{
    if (file.isEmpty())
        return notAPicture(u"the picture is empty"_s);
    if (file.size() > limits.mostFileBytes)
        return notAPicture(u"the file is too large for a picture"_s);
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (const auto checked = checkBeforeDecoding(reader, limits); !checked)
        return fail(checked.error());
    const QByteArray format = reader.format();
    if ((format == "jpeg" && isCutOffJpeg(file)) || (format == "bmp" && isCutOffBmp(file)))
        return notAPicture(u"the picture is cut off"_s);

    raiseAllocationLimit(limits.mostPixels);
    // A JPEG is decoded at an eighth, a quarter or a half where that is enough.
    const QSize size = reader.size();
    if (format == "jpeg" && fitted(size, limits.longestSide) != size)
        reader.setScaledSize(fitted(size, limits.longestSide));
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return notAPicture(u"the picture is broken: %1"_s.arg(reader.errorString()));
    return prepared(std::move(image), sentFormat(format), limits);
}

Result<PreparedImage> prepareImage(const QImage &image, const ImageLimits &limits)
{
    if (image.isNull())
        return notAPicture(u"the picture is empty"_s);
    if (qint64(image.width()) * image.height() > limits.mostPixels)
        return notAPicture(
            u"the picture has too many pixels (%1 × %2)"_s.arg(image.width()).arg(image.height()));
    return prepared(image, "png", limits);
}

QFuture<Result<PreparedImage>> prepareImageFile(const QString &path, const ImageLimits &limits)
{
    return QtConcurrent::run([path, limits]() -> Result<PreparedImage> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
        if (file.size() > limits.mostFileBytes)
            return notAPicture(u"the file is too large for a picture"_s);
        // Read no more than that even where the size is not known, as with a pipe.
        return prepareImage(file.read(limits.mostFileBytes), limits);
    });
}

QFuture<Result<PreparedImage>> prepareImageLater(const QByteArray &file, const ImageLimits &limits)
{
    return QtConcurrent::run([file, limits] { return prepareImage(file, limits); });
}

QFuture<Result<PreparedImage>> prepareImageLater(const QImage &image, const ImageLimits &limits)
{
    return QtConcurrent::run([image, limits] { return prepareImage(image, limits); });
}

} // namespace app
