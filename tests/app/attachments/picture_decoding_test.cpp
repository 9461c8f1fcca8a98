// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/picture_decoding.h"

#include "tests/support/patience.h"

#include <QBuffer>
#include <QColor>
#include <QTest>
#include <QtEndian>

using namespace app;
using Problem = DecodedPicture::Problem;

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

QImage filled(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(200, 80, 40));
    return image;
}

/// As PNG counts it.
quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/// A PNG whose header claims another size than its pixels have.
QByteArray claiming(QSize size)
{
    QByteArray png = encoded(filled({8, 8}), "png");
    qToBigEndian(quint32(size.width()), png.data() + 16);
    qToBigEndian(quint32(size.height()), png.data() + 20);
    qToBigEndian(crc32(png.sliced(12, 17)), png.data() + 29);
    return png;
}

} // namespace

class PictureDecodingTest : public QObject
{
    Q_OBJECT
private slots:
    void makesSmallerCopiesForPainting()
    {
        const DecodedPicture picture = decodedPicture(encoded(filled({3000, 1500}), "png"));
        QCOMPARE(picture.problem, Problem::None);
        QCOMPARE(picture.size, QSize(3000, 1500));
        QCOMPARE(picture.levels.size(), 4);
        QCOMPARE(picture.levels[0].size(), QSize(3000, 1500));
        QCOMPARE(picture.levels[1].size(), QSize(1500, 750));
        QCOMPARE(picture.levels[3].size(), QSize(375, 188));
    }

    void holdsNoMorePixelsThanItMay()
    {
        const DecodedPicture picture = decodedPicture(encoded(filled({8000, 6000}), "jpeg"));
        QCOMPARE(picture.size, QSize(8000, 6000));
        const QSize held = picture.levels.constFirst().size();
        QVERIFY(qint64(held.width()) * held.height() <= decoding_limits::kMostShownPixels);
        QVERIFY(qAbs(double(held.width()) / held.height() - 4.0 / 3) < 0.01);
    }

    /// By the limits of this program, whether or not something was attached before.
    void showsMoreThanQtAllowsByItself()
    {
        QImage large({12'000, 3'000}, QImage::Format_RGB32); // 144 MB
        large.fill(Qt::darkGreen);
        const DecodedPicture thumbnail = decodedThumbnail(encoded(large, "png"), {100, 100});
        QCOMPARE(thumbnail.problem, Problem::None);
        QCOMPARE(thumbnail.levels.value(0).size(), QSize(100, 25));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("problem");
        const QByteArray png = encoded(filled({64, 64}), "png");
        QTest::newRow("empty") << QByteArray() << int(Problem::Empty);
        QTest::newRow("text") << QByteArray("no picture") << int(Problem::Unknown);
        QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" "
                                           "height=\"9\"><rect width=\"9\" height=\"9\"/></svg>")
                             << int(Problem::Unknown);
        QTest::newRow("header only") << png.first(40) << int(Problem::Broken);
        QTest::newRow("cut off") << png.chopped(20) << int(Problem::Broken);
        // libjpeg would fill the rest with grey.
        QTest::newRow("JPEG, cut off")
            << encoded(filled({64, 64}), "jpeg").chopped(2) << int(Problem::Broken);
        QTest::newRow("a bomb") << claiming({60'000, 60'000}) << int(Problem::TooLarge);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, file);
        const DecodedPicture picture = decodedPicture(file);
        QTEST(int(picture.problem), "problem");
        QVERIFY(picture.isNull());
        QVERIFY(decodedThumbnail(file, {100, 100}).isNull());
    }

    void aThumbnailStaysWithinItsBounds()
    {
        const auto thumbnailOf = [](QSize size, QSize bounds) {
            return decodedThumbnail(encoded(filled(size), "png"), bounds).levels.value(0).size();
        };
        QCOMPARE(thumbnailOf({1000, 500}, {100, 100}), QSize(100, 50));
        QCOMPARE(thumbnailOf({40, 30}, {100, 100}), QSize(40, 30));
        QCOMPARE(thumbnailOf({5000, 1}, {100, 100}), QSize(100, 1));
    }
};

QTEST_GUILESS_MAIN(PictureDecodingTest)
#include "picture_decoding_test.moc"
