// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_preparation.h"

#include "app/attachments/attachment_errors.h"
#include "tests/support/picture_files.h"

#include <QColorSpace>
#include <QCryptographicHash>
#include <QImageReader>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

QImage decoded(const PreparedImage &image)
{
    return QImage::fromData(image.bytes);
}

// A BMP header that promises a huge picture and brings nothing.
QByteArray hugeBmp()
{
    QByteArray file = encodedAs(halves(4, 4), "bmp");
    qToLittleEndian<qint32>(60'000, file.data() + 18);
    qToLittleEndian<qint32>(60'000, file.data() + 22);
    return file;
}

// The same as PNG: its header is right, and there is nothing behind it.
QByteArray hugePng()
{
    QByteArray file = encodedAs(halves(4, 4), "png");
    qToBigEndian<quint32>(60'000, file.data() + 16);
    qToBigEndian<quint32>(60'000, file.data() + 20);
    // The checksum of the header, which readers look at first.
    quint32 crc = 0xFFFFFFFF;
    for (int i = 12; i < 29; ++i) {
        crc ^= uchar(file.at(i));
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
    }
    qToBigEndian<quint32>(~crc, file.data() + 29);
    return file;
}

} // namespace

Q_DECLARE_METATYPE(app::ImageEdit)

class ImagePreparationTest : public QObject
{
    Q_OBJECT
private slots:
    void convertsToWhatServersTake_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("mimeType");
        const QImage opaque = halves(60, 40);
        QTest::newRow("jpeg") << encodedAs(opaque, "jpeg") << u"image/jpeg"_s;
        QTest::newRow("png") << encodedAs(opaque, "png") << u"image/png"_s;
        QTest::newRow("bmp") << encodedAs(opaque, "bmp") << u"image/png"_s;
        QTest::newRow("ppm") << encodedAs(opaque, "ppm") << u"image/png"_s;
        QTest::newRow("ico") << encodedAs(opaque, "ico") << u"image/png"_s;
        if (QImageWriter::supportedImageFormats().contains("webp"))
            QTest::newRow("webp") << encodedAs(opaque, "webp") << u"image/webp"_s;
        if (QImageWriter::supportedImageFormats().contains("tiff"))
            QTest::newRow("tiff") << encodedAs(opaque, "tiff") << u"image/png"_s;
        QTest::newRow("grey jpeg")
            << encodedAs(opaque.convertToFormat(QImage::Format_Grayscale8), "jpeg")
            << u"image/jpeg"_s;
        QTest::newRow("16 bit png")
            << encodedAs(opaque.convertToFormat(QImage::Format_RGBA64), "png") << u"image/png"_s;
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
        QImage original = halves(33, 21, QImage::Format_ARGB32);
        original.setPixelColor(3, 4, QColor(1, 2, 3, 77));
        const auto image = prepareImage(encodedAs(original, "png")).value();
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
        const QByteArray file = jpegWithExif(halves(80, 40), orientation);
        QVERIFY(file.contains(kSecretPlace));
        const auto image = prepareImage(file).value();
        QCOMPARE(QSize(image.width, image.height), size);
        const QColor colour = decoded(image).pixelColor(red);
        QVERIFY2(colour.red() > 150 && colour.blue() < 90, qPrintable(colour.name()));
        QVERIFY(!image.bytes.contains(kSecretPlace));
        QVERIFY(!image.bytes.contains("Exif"));
    }

    void textsOfAPngDoNotGoAlong()
    {
        QImage original = halves(8, 8);
        original.setText(u"Author"_s, u"SECRETNAME"_s);
        const QByteArray file = encodedAs(original, "png");
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
        const auto image = prepareImage(encodedAs(original, "png")).value();
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
            prepareImage(encodedAs(halves(1000, 250), format), {.longestSide = 400}).value();
        QCOMPARE(QSize(image.width, image.height), QSize(400, 100));
        QCOMPARE(decoded(image).size(), QSize(400, 100));
        QCOMPARE(image.thumbnail.size(), QSize(256, 64));
        QVERIFY(decoded(image).pixelColor(20, 50).red() > 150);
        QVERIFY(decoded(image).pixelColor(380, 50).blue() > 150);
    }

    void aVeryFlatPictureKeepsAPixel()
    {
        const auto image = prepareImage(halves(4000, 1), {.longestSide = 100}).value();
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
        const QByteArray jpeg = encodedAs(halves(200, 200), "jpeg");
        const QByteArray png = encodedAs(halves(200, 200), "png");
        const QByteArray bmp = encodedAs(halves(200, 200), "bmp");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("not a picture at all");
        QTest::newRow("svg") << QByteArray(
            "<svg xmlns='http://www.w3.org/2000/svg' "
            "width='9' height='9'><rect width='9' height='9'/></svg>");
        QTest::newRow("svg with prolog")
            << QByteArray("<?xml version='1.0'?>\n<svg width='9' height='9'></svg>");
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n1 0 obj<<>>endobj");
        QTest::newRow("huge header") << hugeBmp();
        QTest::newRow("jpeg, cut off") << jpeg.chopped(jpeg.size() / 3);
        QTest::newRow("jpeg, without its end") << jpeg.chopped(2);
        QTest::newRow("jpeg, header only") << jpeg.first(30);
        const QByteArray exif = jpegWithExif(halves(200, 200), 6);
        QTest::newRow("jpeg with a preview, cut off") << exif.chopped(100);
        QTest::newRow("png, cut off") << png.chopped(png.size() / 2);
        QTest::newRow("png, header only") << png.first(33);
        QTest::newRow("bmp, cut off") << bmp.chopped(bmp.size() / 2);
        QTest::newRow("gif, cut off") << animatedGif().first(25);
        if (QImageWriter::supportedImageFormats().contains("webp")) {
            const QByteArray webp = encodedAs(halves(200, 200), "webp");
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

    void saysWhy_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("param");
        const auto row = [](const char *name, const QByteArray &file, QLatin1StringView code,
                            const QString &param = {}) {
            QTest::newRow(name) << file << QString(code) << param;
        };
        const QByteArray ftyp("\0\0\0\x18"
                              "ftyp",
                              8);
        row("nothing", {}, kImageEmptyCode);
        row("text", "not a picture at all", kImageUnknownCode);
        row("svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
            kImageDrawingCode, u"svg"_s);
        row("pdf", samplePdf(1), kImageIsPdfCode);
        row("a BMP of 60000 × 60000", hugeBmp(), kImageBrokenCode); // Qt does not believe it
        row("a PNG of 60000 × 60000", hugePng(), kImagePixelsCode, u"60000 × 60000"_s);
        row("cut off", encodedAs(halves(200, 200), "jpeg").chopped(2), kImageCutOffCode);
        const QByteArray png = encodedAs(halves(200, 200), "png");
        row("a PNG, cut off", png.chopped(1), kImageCutOffCode);
        row("a PNG, header only", png.first(40), kImageCutOffCode);
        row("a PNG of noise", png.first(33) + QByteArray(90, '\x7f'), kImageBrokenCode);
        if (!QImageReader::supportedImageFormats().contains("heic"))
            row("heic", ftyp + "heic" + QByteArray(16, '\0'), kImagePluginCode, u"HEIC"_s);
        if (!QImageReader::supportedImageFormats().contains("avif"))
            row("avif", ftyp + "avif" + QByteArray(16, '\0'), kImagePluginCode, u"AVIF"_s);
        if (!QImageReader::supportedImageFormats().contains("jxl"))
            row("jxl", QByteArray("\xFF\x0A") + QByteArray(16, '\0'), kImagePluginCode,
                u"JPEG XL"_s);
        // Each scan is a pass over all pixels.
        QByteArray scans = encodedAs(halves(8, 8), "jpeg");
        for (int i = 0; i < 300; ++i)
            scans.insert(scans.size() - 2, "\xFF\xDA");
        row("too many scans", scans, kImageBrokenCode);
    }

    void saysWhy()
    {
        QFETCH(QByteArray, file);
        const auto image = prepareImage(file);
        QVERIFY(!image);
        QTEST(image.error().code, "code");
        QTEST(image.error().param, "param");
    }

    void takesTheFirstFrameAndSaysHowManyThereAre()
    {
        const auto image = prepareImage(animatedGif());
        QVERIFY(image);
        QCOMPARE(image->frames, 2);
        QCOMPARE(image->mimeType, u"image/png"_s);
        QCOMPARE(prepareImage(encodedAs(halves(8, 8), "png"))->frames, 1);
    }

    void inksBecomeColours()
    {
        const auto image = prepareImage(cmykJpeg());
        QVERIFY(image);
        const QColor colour = decoded(*image).pixelColor(8, 4);
        QVERIFY2(qAbs(colour.red() - 220) < 12 && qAbs(colour.green() - 20) < 16
                     && qAbs(colour.blue() - 10) < 16,
                 qPrintable(colour.name()));
    }

    void turnsAndCrops_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<ImageEdit>("edit");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QPoint>("red"); // a point that must be red
        QTest::addColumn<QPoint>("blue");
        const QRectF whole(0, 0, 1, 1);
        for (const char *format : {"png", "jpeg"}) {
            const auto row = [&](const char *name, const ImageEdit &edit, QSize size, QPoint red,
                                 QPoint blue) {
                QTest::addRow("%s %s", format, name)
                    << QByteArray(format) << edit << size << red << blue;
            };
            // Red on the left, blue on the right, 800 × 400.
            row("as it is", {}, {800, 400}, {100, 200}, {700, 200});
            row("right", {1, whole}, {400, 800}, {200, 100}, {200, 700});
            row("upside down", {2, whole}, {800, 400}, {700, 200}, {100, 200});
            row("left", {3, whole}, {400, 800}, {200, 700}, {200, 100});
            row("middle", {0, {0.25, 0.25, 0.5, 0.5}}, {400, 200}, {100, 100}, {300, 100});
            row("turned, then the upper part", {1, {0, 0, 1, 0.75}}, {400, 600}, {200, 100},
                {200, 550});
            row("scaled", {0, whole, 200}, {200, 100}, {40, 50}, {160, 50});
            row("middle, scaled", {0, {0.25, 0.25, 0.5, 0.5}, 100}, {100, 50}, {25, 25}, {75, 25});
            row("beyond the edges", {0, {-1, -1, 3, 3}}, {800, 400}, {100, 200}, {700, 200});
        }
    }

    void turnsAndCrops()
    {
        QFETCH(QByteArray, format);
        QFETCH(ImageEdit, edit);
        QFETCH(QSize, size);
        QFETCH(QPoint, red);
        QFETCH(QPoint, blue);
        const auto image = prepareImage(encodedAs(halves(800, 400), format), {}, edit);
        QVERIFY(image);
        QCOMPARE(QSize(image->width, image->height), size);
        const QImage sent = decoded(*image);
        QCOMPARE(sent.size(), size);
        QVERIFY(sent.pixelColor(red).red() > 150 && sent.pixelColor(red).blue() < 90);
        QVERIFY(sent.pixelColor(blue).blue() > 150 && sent.pixelColor(blue).red() < 90);
        QCOMPARE(image->original, edit.quarterTurns % 2 ? QSize(400, 800) : QSize(800, 400));
    }

    void aCropIsMadeOfThePixelsOfTheOriginal()
    {
        // A quarter of a large photo, sent as large as a whole one would be.
        QImage original = halves(1600, 800);
        const auto image = prepareImage(encodedAs(original, "jpeg"), {.longestSide = 400},
                                        {0, {0.375, 0.375, 0.25, 0.25}});
        QVERIFY(image);
        QCOMPARE(QSize(image->width, image->height), QSize(400, 200));
        const QImage sent = decoded(*image);
        // The edge between the halves is as sharp as in the original.
        QVERIFY(sent.pixelColor(195, 100).red() > 150);
        QVERIFY(sent.pixelColor(205, 100).blue() > 150);
    }

    void anEditTurnsWhatStandsUprightAlready()
    {
        const auto image = prepareImage(jpegWithExif(halves(80, 40), 6), {}, {3, {0, 0, 0.5, 1}});
        QVERIFY(image);
        QCOMPARE(QSize(image->width, image->height), QSize(40, 40));
        QVERIFY(decoded(*image).pixelColor(20, 20).red() > 150);
        QVERIFY(!image->bytes.contains(kSecretPlace));
    }

    void theSameEditGivesTheSameBytes()
    {
        const QByteArray file = encodedAs(photo(600, 400), "jpeg");
        const ImageEdit edit{1, {0.1, 0.2, 0.5, 0.6}, 200};
        QCOMPARE(prepareImage(file, {}, edit)->sha256, prepareImage(file, {}, edit)->sha256);
    }

    void refusesTooManyPixelsBeforeDecoding()
    {
        const auto image = prepareImage(encodedAs(halves(100, 100), "png"), {.mostPixels = 9'999});
        QVERIFY(!image);
        QVERIFY2(image.error().message.contains(u"100 × 100"), qPrintable(image.error().message));
    }

    void readsFilesBehind()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a picture.png"_s);
        QVERIFY(halves(20, 10).save(path));
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
        const QImage original = halves(20, 10);
        const auto pasted = prepareImageLater(original).result();
        const auto dropped = prepareImageLater(encodedAs(original, "png")).result();
        QCOMPARE(pasted.value().sha256, dropped.value().sha256);
        QVERIFY(!prepareImage(QImage()));
    }
};

QTEST_GUILESS_MAIN(ImagePreparationTest)
#include "image_preparation_test.moc"
