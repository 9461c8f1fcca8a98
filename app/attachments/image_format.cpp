// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_format.h"

#include "app/attachments/attachment_errors.h"
#include "app/attachments/image_preparation.h"

#include <QImageReader>
#include <QSize>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kPdfHeaderWithin = 1024;
/// Ordinary progressive pictures have about ten; each costs a pass over all pixels.
constexpr int kMostScans = 200;
constexpr int kBytesPerPixel = 8; // 16 bits a channel
constexpr qint64 kLargePixels = 25'000'000;

/// Formats that are met in the wild and that Qt may have no plugin for, by their first bytes.
QString knownFormat(const QByteArray &file)
{
    if (file.size() >= 12 && file.sliced(4, 4) == "ftyp") {
        const QByteArray brand = file.sliced(8, 4);
        if (brand == "avif" || brand == "avis")
            return u"AVIF"_s;
        if (brand.startsWith("hei") || brand.startsWith("hev") || brand == "mif1"
            || brand == "msf1")
            return u"HEIC"_s;
    }
    if (file.startsWith("RIFF") && file.size() >= 12 && file.sliced(8, 4) == "WEBP")
        return u"WebP"_s;
    if (file.startsWith(QByteArrayView("II*\0", 4)) || file.startsWith(QByteArrayView("MM\0*", 4)))
        return u"TIFF"_s;
    if (file.startsWith(QByteArrayView("\0\0\0\x0CJXL ", 8)) || file.startsWith("\xFF\x0A"))
        return u"JPEG XL"_s;
    if (file.startsWith(QByteArrayView("\0\0\0\x0CjP  ", 8)))
        return u"JPEG 2000"_s;
    return {};
}

bool looksLikeDrawing(const QByteArray &file)
{
    const QByteArray head = file.first(std::min(file.size(), kPdfHeaderWithin)).trimmed();
    return head.startsWith("<svg") || (head.startsWith("<?xml") && head.contains("<svg"));
}

struct JpegShape
{
    bool isCutOff = true;
    int scans = 0;
};

/// libjpeg fills the missing rest of a cut file with grey and only warns. Inside the compressed
/// data an FF is followed by 00 or a restart marker, so FF D9 there is the end marker; before it,
/// the preview of the EXIF block may hold one of its own.
JpegShape jpegShape(const QByteArray &file)
{
    qsizetype place = 2;
    while (place + 4 <= file.size() && uchar(file.at(place)) == 0xFF) {
        const auto marker = uchar(file.at(place + 1));
        const qsizetype length =
            (qsizetype(uchar(file.at(place + 2))) << 8) | uchar(file.at(place + 3));
        place += 2 + length;
        if (marker == 0xDA) { // start of scan
            const QByteArrayView rest = QByteArrayView(file).sliced(std::min(place, file.size()));
            return {!rest.contains("\xFF\xD9"), 1 + int(rest.count("\xFF\xDA"))};
        }
    }
    return {};
}

enum class PngShape { Whole, CutOff, Broken };

/// libpng writes to standard error itself when a file ends too early, and nobody can keep it from
/// that: the chunks are walked through before.
PngShape pngShape(const QByteArray &file)
{
    constexpr qsizetype kSignature = 8;
    constexpr qsizetype kAroundData = 12; // length, name, check sum
    qsizetype place = kSignature;
    while (place + kAroundData <= file.size()) {
        const qsizetype length = qFromBigEndian<quint32>(file.constData() + place);
        const QByteArrayView name = QByteArrayView(file).sliced(place + 4, 4);
        if (!std::ranges::all_of(name,
                                 [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }))
            return PngShape::Broken;
        place += kAroundData + length;
        if (name == "IEND")
            return place <= file.size() ? PngShape::Whole : PngShape::CutOff;
    }
    return PngShape::CutOff;
}

/// Qt takes the missing rows of a cut BMP for black; its header says how long the file is.
bool isCutOffBmp(const QByteArray &file)
{
    return file.size() < 6 || qFromLittleEndian<quint32>(file.constData() + 2) > file.size();
}

/// What can be told without a look at its size.
Result<void> checkPng(const QByteArray &file)
{
    switch (pngShape(file)) {
    case PngShape::Whole:
        break;
    case PngShape::CutOff:
        return imageError(kImageCutOffCode, u"the picture is cut off"_s);
    case PngShape::Broken:
        return imageError(kImageBrokenCode, u"the picture is broken"_s);
    }
    return {};
}

Result<void> checkWhole(const QByteArray &format, const QByteArray &file)
{
    if (format == "bmp" && isCutOffBmp(file))
        return imageError(kImageCutOffCode, u"the picture is cut off"_s);
    if (format != "jpeg")
        return {};
    const JpegShape shape = jpegShape(file);
    if (shape.isCutOff)
        return imageError(kImageCutOffCode, u"the picture is cut off"_s);
    if (shape.scans > kMostScans)
        return imageError(kImageBrokenCode, u"the picture is broken: it has too many scans"_s);
    return {};
}

/// Qt's own limit of 128 MiB stops far below the pixels that are allowed here. Once: it is one for
/// the whole program, and the pixels are checked before each picture.
void raiseAllocationLimit()
{
    static const bool raised = [] {
        QImageReader::setAllocationLimit(
            int(ImageLimits().mostPixels * kBytesPerPixel / (1024 * 1024)) + 1);
        return true;
    }();
    Q_UNUSED(raised)
}

tl::unexpected<Error> unreadable(const QByteArray &file)
{
    if (looksLikePdf(file))
        return imageError(kImageIsPdfCode, u"this is a PDF file: name its pages"_s);
    if (looksLikeDrawing(file))
        return imageError(kImageDrawingCode, u"drawings (svg) cannot be sent as pictures"_s,
                          u"svg"_s);
    if (const QString known = knownFormat(file); !known.isEmpty()) {
        return imageError(
            kImagePluginCode,
            u"this computer cannot read %1 pictures: a plugin of Qt is missing"_s.arg(known),
            known);
    }
    return imageError(kImageUnknownCode, u"this is no picture of a known format"_s);
}

} // namespace

tl::unexpected<Error> tooLargeFile(const ImageLimits &limits)
{
    return imageError(kImageFileSizeCode, u"the file is too large for a picture"_s,
                      QString::number(limits.mostFileBytes));
}

tl::unexpected<Error> imageError(QLatin1StringView code, const QString &message,
                                 const QString &param)
{
    return fail(Error{
        .kind = ErrorKind::BadResponse, .message = message, .code = QString(code), .param = param});
}

bool looksLikePdf(const QByteArray &file)
{
    return file.first(std::min(file.size(), kPdfHeaderWithin)).contains("%PDF-");
}

Result<void> checkBeforeDecoding(QImageReader &reader, const QByteArray &file,
                                 const ImageLimits &limits)
{
    if (file.isEmpty())
        return imageError(kImageEmptyCode, u"the picture is empty"_s);
    if (file.size() > limits.mostFileBytes)
        return tooLargeFile(limits);
    const QByteArray format = reader.format();
    if (format.isEmpty())
        return unreadable(file);
    if (format == "pdf")
        return imageError(kImageIsPdfCode, u"this is a PDF file: name its pages"_s);
    // Their text may reach for other files, and they have no pixels before somebody draws them.
    if (format == "svg" || format == "svgz") {
        const QString name = QString::fromLatin1(format);
        return imageError(kImageDrawingCode,
                          u"drawings (%1) cannot be sent as pictures"_s.arg(name), name);
    }
    if (format == "png") {
        if (const auto whole = checkPng(file); !whole)
            return whole;
    }
    const QSize size = reader.size();
    if (size.isEmpty())
        return imageError(kImageBrokenCode, u"the picture is broken"_s);
    if (qint64(size.width()) * size.height() > limits.mostPixels) {
        const QString pixels = u"%1 × %2"_s.arg(size.width()).arg(size.height());
        return imageError(kImagePixelsCode, u"the picture has too many pixels (%1)"_s.arg(pixels),
                          pixels);
    }
    raiseAllocationLimit();
    return checkWhole(format, file);
}

std::unique_lock<std::mutex> turnToDecode(const QSize &pixels)
{
    static std::mutex largePictures;
    if (qint64(pixels.width()) * pixels.height() > kLargePixels)
        return std::unique_lock(largePictures);
    return {};
}

} // namespace app
