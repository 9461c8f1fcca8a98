// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_preparation.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

// Left half red, right half blue, with enough going on to keep an encoder busy.
QImage picture(int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y,
                                x < width / 2 ? QColor(220, y % 16, 10) : QColor(10, 20, 220));
    }
    return image;
}

QByteArray written(const QImage &image, const QByteArray &format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, format).write(image);
    return buffer.data();
}

template <typename Number>
QByteArray bigEndian(Number value)
{
    const Number swapped = qToBigEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

// A directory entry of TIFF: tag, type, count, value in four bytes.
QByteArray entry(quint16 tag, quint16 type, quint32 count, const QByteArray &value)
{
    return bigEndian(tag) + bigEndian(type) + bigEndian(count) + value;
}

// A JPEG with an EXIF block: the orientation, and a GPS directory that names a place.
QByteArray jpegWithExif(const QImage &image, quint16 orientation)
{
    const QByteArray gps = bigEndian(quint16(1)) + entry(1, 2, 2, QByteArray("N\0\0\0", 4))
                           + bigEndian(quint32(0)) + "SECRETPLACE";
    const QByteArray directory =
        bigEndian(quint16(2)) + entry(0x0112, 3, 1, bigEndian(orientation) + QByteArray(2, '\0'))
        + entry(0x8825, 4, 1, bigEndian(quint32(8 + 2 + 2 * 12 + 4))) + bigEndian(quint32(0));
    const QByteArray tiff = QByteArray("MM\0\x2A\0\0\0\x08", 8) + directory + gps;
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    const QByteArray segment = "\xFF\xE1" + bigEndian(quint16(exif.size() + 2)) + exif;
    return written(image, "jpeg").insert(2, segment);
}

QImage decoded(const PreparedImage &image)
{
    return QImage::fromData(image.bytes);
}

// A BMP header that promises a huge picture and brings nothing.
QByteArray hugeBmp()
{
    QByteArray file = written(picture(4, 4), "bmp");
    qToLittleEndian<qint32>(60'000, file.data() + 18);
    qToLittleEndian<qint32>(60'000, file.data() + 22);
    return file;
}

// Two frames of one pixel each.
QByteArray animatedGif()
{
    const QByteArray frame = QByteArray::fromHex("21f904000a000000"
                                                 "2c000000000100010000"
                                                 "02024401"
                                                 "00");
    return QByteArray::fromHex("474946383961010001008000000000ffffff"
                               "21ff0b4e45545343415045322e300301000000")
           + frame + frame + ";";
}

} // namespace

class ImagePreparationTest : public QObject
{
    Q_OBJECT
private slots:
    void convertsToWhatServersTake_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("mimeType");
        const QImage opaque = picture(60, 40);
        QTest::newRow("jpeg") << written(opaque, "jpeg") << u"image/jpeg"_s;
        QTest::newRow("png") << written(opaque, "png") << u"image/png"_s;
        QTest::newRow("bmp") << written(opaque, "bmp") << u"image/png"_s;
        QTest::newRow("ppm") << written(opaque, "ppm") << u"image/png"_s;
        QTest::newRow("ico") << written(opaque, "ico") << u"image/png"_s;
        if (QImageWriter::supportedImageFormats().contains("webp"))
            QTest::newRow("webp") << written(opaque, "webp") << u"image/webp"_s;
        if (QImageWriter::supportedImageFormats().contains("tiff"))
            QTest::newRow("tiff") << written(opaque, "tiff") << u"image/png"_s;
        QTest::newRow("grey jpeg")
            << written(opaque.convertToFormat(QImage::Format_Grayscale8), "jpeg")
            << u"image/jpeg"_s;
        QTest::newRow("16 bit png")
            << written(opaque.convertToFormat(QImage::Format_RGBA64), "png") << u"image/png"_s;
    }

    void convertsToWhatServersTake()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, mimeType);
        const auto image = prepareImage(file);
        QVERIFY2(image, image ? "" : qPrintable(image.error().message));
        QCOMPARE(image->mimeType, mimeType);
        QCOMPARE(QSize(image->width, image->height), QSize(60, 40));
        QCOMPARE(decoded(*image).size(), QSize(60, 40));
        QCOMPARE(image->sha256,
                 QCryptographicHash::hash(image->bytes, QCryptographicHash::Sha256).toHex());
    }

    void pixelsOfALosslessPictureStay()
    {
        QImage original = picture(33, 21, QImage::Format_ARGB32);
        original.setPixelColor(3, 4, QColor(1, 2, 3, 77));
        const auto image = prepareImage(written(original, "png")).value();
        QCOMPARE(decoded(image).convertToFormat(QImage::Format_ARGB32), original);
    }

    void standsUprightWithoutMetadata_data()
    {
        QTest::addColumn<quint16>("orientation");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QPoint>("red"); // a point in the half that was red
        QTest::newRow("as it is") << quint16(1) << QSize(80, 40) << QPoint(10, 20);
        QTest::newRow("mirrored") << quint16(2) << QSize(80, 40) << QPoint(70, 20);
        QTest::newRow("upside down") << quint16(3) << QSize(80, 40) << QPoint(70, 20);
        QTest::newRow("turned right") << quint16(6) << QSize(40, 80) << QPoint(20, 10);
        QTest::newRow("turned left") << quint16(8) << QSize(40, 80) << QPoint(20, 70);
    }

    void standsUprightWithoutMetadata()
    {
        QFETCH(quint16, orientation);
        QFETCH(QSize, size);
        QFETCH(QPoint, red);
        const QByteArray file = jpegWithExif(picture(80, 40), orientation);
        QVERIFY(file.contains("SECRETPLACE"));
        const auto image = prepareImage(file).value();
        QCOMPARE(QSize(image.width, image.height), size);
        const QColor colour = decoded(image).pixelColor(red);
        QVERIFY2(colour.red() > 150 && colour.blue() < 90, qPrintable(colour.name()));
        QVERIFY(!image.bytes.contains("SECRETPLACE"));
        QVERIFY(!image.bytes.contains("Exif"));
    }

    void textsOfAPngDoNotGoAlong()
    {
        QImage original = picture(8, 8);
        original.setText(u"Author"_s, u"SECRETNAME"_s);
        const QByteArray file = written(original, "png");
        QVERIFY(file.contains("SECRETNAME"));
        const auto image = prepareImage(file).value();
        QVERIFY(!image.bytes.contains("SECRETNAME"));
        QVERIFY(decoded(image).textKeys().isEmpty());
    }

    void aColourProfileIsAppliedAndLeftOut()
    {
        QImage original(8, 8, QImage::Format_RGB32);
        original.fill(QColor(200, 60, 60));
        original.setColorSpace(QColorSpace::DisplayP3);
        const auto image = prepareImage(written(original, "png")).value();
        QVERIFY(!image.bytes.contains("iCCP"));
        const QColor colour = decoded(image).pixelColor(4, 4);
        QVERIFY2(colour.red() > 205, qPrintable(colour.name())); // P3 red is redder than sRGB's
    }

    void largePicturesAreScaled_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("jpeg") << QByteArray("jpeg");
        QTest::newRow("png") << QByteArray("png");
    }

    void largePicturesAreScaled()
    {
        QFETCH(QByteArray, format);
        const auto image =
            prepareImage(written(picture(1000, 250), format), {.longestSide = 400}).value();
        QCOMPARE(QSize(image.width, image.height), QSize(400, 100));
        QCOMPARE(decoded(image).size(), QSize(400, 100));
        QCOMPARE(image.thumbnail.size(), QSize(256, 64));
        QVERIFY(decoded(image).pixelColor(20, 50).red() > 150);
        QVERIFY(decoded(image).pixelColor(380, 50).blue() > 150);
    }

    void aVeryFlatPictureKeepsAPixel()
    {
        const auto image = prepareImage(picture(4000, 1), {.longestSide = 100}).value();
        QCOMPARE(QSize(image.width, image.height), QSize(100, 1));
    }

    void tooManyBytesBecomeJpegOrSmaller()
    {
        QImage noise(300, 300, QImage::Format_ARGB32);
        quint32 state = 1;
        for (int y = 0; y < noise.height(); ++y) {
            for (int x = 0; x < noise.width(); ++x) {
                state = state * 1664525 + 1013904223;
                noise.setPixel(x, y, state | 0xFF000000);
            }
        }
        const auto asJpeg = prepareImage(noise, {.mostSentBytes = 150'000}).value();
        QCOMPARE(asJpeg.mimeType, u"image/jpeg"_s);
        QVERIFY(asJpeg.bytes.size() <= 150'000);
        noise.setPixelColor(0, 0, Qt::transparent);
        const auto smaller = prepareImage(noise, {.mostSentBytes = 150'000}).value();
        QCOMPARE(smaller.mimeType, u"image/png"_s);
        QVERIFY(smaller.width < 300 && smaller.bytes.size() <= 150'000);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray jpeg = written(picture(200, 200), "jpeg");
        const QByteArray png = written(picture(200, 200), "png");
        const QByteArray bmp = written(picture(200, 200), "bmp");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("not a picture at all");
        QTest::newRow("svg") << QByteArray(
            "<svg xmlns='http://www.w3.org/2000/svg' "
            "width='9' height='9'><rect width='9' height='9'/></svg>");
        QTest::newRow("svg with prolog")
            << QByteArray("<?xml version='1.0'?>\n<svg width='9' height='9'></svg>");
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n1 0 obj<<>>endobj");
        QTest::newRow("animated") << animatedGif();
        QTest::newRow("huge header") << hugeBmp();
        QTest::newRow("jpeg, cut off") << jpeg.chopped(jpeg.size() / 3);
        QTest::newRow("jpeg, without its end") << jpeg.chopped(2);
        QTest::newRow("jpeg, header only") << jpeg.first(30);
        const QByteArray exif = jpegWithExif(picture(200, 200), 6);
        QTest::newRow("jpeg with a preview, cut off") << exif.chopped(100);
        QTest::newRow("png, cut off") << png.chopped(png.size() / 2);
        QTest::newRow("png, header only") << png.first(33);
        QTest::newRow("bmp, cut off") << bmp.chopped(bmp.size() / 2);
        QTest::newRow("gif, cut off") << animatedGif().first(25);
        if (QImageWriter::supportedImageFormats().contains("webp")) {
            const QByteArray webp = written(picture(200, 200), "webp");
            QTest::newRow("webp, cut off") << webp.chopped(webp.size() / 2);
        }
        QByteArray broken = png;
        broken.replace(png.size() / 2, 20, QByteArray(20, '\x55'));
        QTest::newRow("png, damaged") << broken;
    }

    void refuses()
    {
        QFETCH(QByteArray, file);
        const auto image = prepareImage(file);
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::BadResponse);
        QVERIFY(!image.error().message.isEmpty());
    }

    void refusesTooManyPixelsBeforeDecoding()
    {
        const auto image = prepareImage(written(picture(100, 100), "png"), {.mostPixels = 9'999});
        QVERIFY(!image);
        QVERIFY2(image.error().message.contains(u"100 × 100"), qPrintable(image.error().message));
    }

    void readsFilesBehind()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a picture.png"_s);
        QVERIFY(picture(20, 10).save(path));
        const auto image = prepareImageFile(path).result();
        QVERIFY(image);
        QCOMPARE(imagePart(*image, u"a picture.png"_s),
                 (ImagePart{image->sha256, u"image/png"_s, 20, 10, image->bytes.size(),
                            u"a picture.png"_s}));
        QCOMPARE(prepareImageFile(folder.filePath(u"none"_s)).result().error().kind,
                 ErrorKind::Storage);
        QCOMPARE(prepareImageFile(folder.path()).result().error().kind, ErrorKind::Storage);
    }

    void pastedPicturesAndBytesGoTheSameWay()
    {
        const QImage original = picture(20, 10);
        const auto pasted = prepareImageLater(original).result();
        const auto dropped = prepareImageLater(written(original, "png")).result();
        QCOMPARE(pasted.value().sha256, dropped.value().sha256);
        QVERIFY(!prepareImage(QImage()));
    }
};

QTEST_GUILESS_MAIN(ImagePreparationTest)
#include "image_preparation_test.moc"
