// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_preparation.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_format.h"
#include "app/attachments/image_workers.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QThreadPool>
#include <QTransform>
#include <QtConcurrentRun>

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kQuality = 90;
constexpr double kShrink = 0.7;
constexpr int kMostAttempts = 8;

int sideOf(const QSize &size)
{
    return std::max(size.width(), size.height());
}

QSize fitted(const QSize &size, int longestSide)
{
    if (longestSide <= 0 || sideOf(size) <= longestSide)
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

int longestSideOf(const ImageLimits &limits, const ImageEdit &edit)
{
    return edit.longestSide < 0 ? limits.longestSide : edit.longestSide;
}

/// The part that stays of a picture of that size, a pixel at least.
QRect keptOf(const QSize &size, const QRectF &crop)
{
    const QRectF inside = crop.intersected(QRectF(0, 0, 1, 1));
    const auto from = [](double share, int all) {
        return std::clamp(int(std::lround(share * all)), 0, all - 1);
    };
    const auto to = [](double share, int all, int first) {
        return std::clamp(int(std::lround(share * all)), first + 1, all);
    };
    const int left = from(inside.left(), size.width());
    const int top = from(inside.top(), size.height());
    const int right = to(inside.right(), size.width(), left);
    const int bottom = to(inside.bottom(), size.height(), top);
    return {left, top, right - left, bottom - top};
}

QSize turned(const QSize &size, int quarterTurns)
{
    return quarterTurns % 2 ? size.transposed() : size;
}

QImage withEdit(QImage image, const ImageEdit &edit)
{
    if (edit.quarterTurns % 4 != 0)
        image = image.transformed(QTransform().rotate(90.0 * (edit.quarterTurns % 4)));
    const QRect kept = keptOf(image.size(), edit.crop);
    return kept == image.rect() ? image : image.copy(kept);
}

Result<PreparedImage> prepared(QImage image, QByteArray format, const ImageLimits &limits,
                               const ImageEdit &edit)
{
    PreparedImage result;
    result.original = turned(image.size(), edit.quarterTurns);
    image = withEdit(std::move(image), edit);
    const QSize size = fitted(image.size(), longestSideOf(limits, edit));
    if (size != image.size())
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image = plainPixels(std::move(image));
    QByteArray bytes = encoded(image, format);
    for (int attempt = 0; bytes.size() > limits.mostSentBytes && attempt < kMostAttempts;
         ++attempt) {
        if (format == "png" && !image.hasAlphaChannel()) {
            format = "jpeg";
        } else {
            image = image.scaled(fitted(image.size(), int(sideOf(image.size()) * kShrink)),
                                 Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        }
        bytes = encoded(image, format);
    }
    if (bytes.isEmpty() || bytes.size() > limits.mostSentBytes)
        return imageError(kImageTooDenseCode, u"the picture cannot be made small enough"_s);

    result.bytes = bytes;
    result.mimeType = "image/"_L1 + QString::fromLatin1(format);
    result.width = image.width();
    result.height = image.height();
    result.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    result.thumbnail = image.scaled(fitted(image.size(), limits.thumbnailSide),
                                    Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return result;
}

/// A JPEG is decoded at some eighths of its size where that is enough for what stays of it.
void chooseScale(QImageReader &reader, const QSize &upright, int longestSide, const ImageEdit &edit)
{
    const int kept = sideOf(keptOf(turned(upright, edit.quarterTurns), edit.crop).size());
    if (longestSide <= 0 || kept <= longestSide)
        return;
    const double scale = double(longestSide) / kept;
    const QSize size = reader.size();
    reader.setScaledSize(
        QSize(int(std::lround(size.width() * scale)), int(std::lround(size.height() * scale)))
            .expandedTo({1, 1}));
}

} // namespace

ImagePart imagePart(const PreparedImage &image, const QString &fileName)
{
    return {image.sha256, image.mimeType, image.width, image.height, qint64(image.bytes.size()),
            fileName};
}

Result<PreparedImage> prepareImage(const QByteArray &file, const ImageLimits &limits,
                                   const ImageEdit &edit)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (const auto checked = checkBeforeDecoding(reader, file, limits); !checked)
        return fail(checked.error());
    const QByteArray format = reader.format();
    const QSize size = reader.size();
    const bool lies = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize upright = lies ? size.transposed() : size;
    const int frames = format == "ico" ? 1 : std::max(1, reader.imageCount());

    const auto turn = turnToDecode(size);
    if (format == "jpeg")
        chooseScale(reader, upright, longestSideOf(limits, edit), edit);
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return imageError(kImageBrokenCode,
                          u"the picture is broken: %1"_s.arg(reader.errorString()));
    auto result = prepared(std::move(image), sentFormat(format), limits, edit);
    if (result) {
        result->frames = frames;
        result->original = turned(upright, edit.quarterTurns);
    }
    return result;
}

Result<PreparedImage> prepareImage(const QImage &image, const ImageLimits &limits,
                                   const ImageEdit &edit)
{
    if (image.isNull())
        return imageError(kImageEmptyCode, u"the picture is empty"_s);
    if (qint64(image.width()) * image.height() > limits.mostPixels) {
        const QString pixels = u"%1 × %2"_s.arg(image.width()).arg(image.height());
        return imageError(kImagePixelsCode, u"the picture has too many pixels (%1)"_s.arg(pixels),
                          pixels);
    }
    return prepared(image, "png", limits, edit);
}

Result<PreparedImage> prepareAsJpeg(const QImage &image, const ImageLimits &limits,
                                    const ImageEdit &edit)
{
    return prepared(image, "jpeg", limits, edit);
}

Result<PreparedImage> prepareImage(const QString &path, const ImageLimits &limits,
                                   const ImageEdit &edit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    constexpr qint64 kHeader = 1024;
    // A PDF file may be larger than any picture: it is not read as one.
    if (looksLikePdf(file.peek(kHeader)))
        return imageError(kImageIsPdfCode, u"this is a PDF file: name its pages"_s);
    if (file.size() > limits.mostFileBytes)
        return tooLargeFile(limits);
    // Read no more than that even where the size is not known, as with a pipe.
    return prepareImage(file.read(limits.mostFileBytes), limits, edit);
}

QFuture<Result<PreparedImage>> prepareImageFile(const QString &path, const ImageLimits &limits,
                                                const ImageEdit &edit)
{
    return QtConcurrent::run(&imageWorkers(),
                             [path, limits, edit] { return prepareImage(path, limits, edit); });
}

QFuture<Result<PreparedImage>> prepareImageLater(const QByteArray &file, const ImageLimits &limits,
                                                 const ImageEdit &edit)
{
    return QtConcurrent::run(&imageWorkers(),
                             [file, limits, edit] { return prepareImage(file, limits, edit); });
}

QFuture<Result<PreparedImage>> prepareImageLater(const QImage &image, const ImageLimits &limits,
                                                 const ImageEdit &edit)
{
    return QtConcurrent::run(&imageWorkers(),
                             [image, limits, edit] { return prepareImage(image, limits, edit); });
}

} // namespace app
