// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/image_facts.h"

#include <QPainter>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

// A blue picture with an orange field at the bottom left.
QImage picture(int width = 400, int height = 300)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(30, 60, 200));
    QPainter painter(&image);
    painter.fillRect(0, height * 2 / 3, width / 3, height / 3 + 1, QColor(240, 140, 20));
    return image;
}

} // namespace

class ImageFactsTest : public QObject
{
    Q_OBJECT
private slots:
    void findsColoursTheirSharesAndPlaces()
    {
        const ImageFacts facts = measured(picture(), {400, 300});
        QCOMPARE(facts.colours.size(), 2);
        QVERIFY(qAbs(facts.colours.at(0).share - 8.0 / 9) < 0.02);
        QVERIFY(qAbs(facts.colours.at(1).share - 1.0 / 9) < 0.02);
        QVERIFY(facts.colours.at(1).fields.at(6) > 0.9);
        const QString text = describe(facts);
        for (const QString &words :
             {u"400 × 300"_s, u"4 : 3"_s, u"blue `#"_s, u"orange `#"_s, u"bottom left"_s})
            QVERIFY2(text.contains(words), qPrintable(text));
    }

    void aMirroredPictureGetsAnotherAnswer()
    {
        const QString text = describe(measured(picture(), {400, 300}));
        const QString mirrored = describe(measured(picture().mirrored(true, false), {400, 300}));
        QVERIFY(text != mirrored);
        QVERIFY2(mirrored.contains(u"bottom right"), qPrintable(mirrored));
        const QString flipped = describe(measured(picture().mirrored(false, true), {400, 300}));
        QVERIFY2(flipped.contains(u"top left"), qPrintable(flipped));
    }

    void tellsEdgesFromFlatAreas()
    {
        QImage flat(300, 300, QImage::Format_RGB32);
        flat.fill(QColor(120, 120, 120));
        QCOMPARE(measured(flat, flat.size()).edges, 0.0);
        QImage board = flat;
        for (int y = 0; y < 100; ++y) {
            for (int x = 200; x < 300; ++x)
                board.setPixelColor(x, y, (x / 8 + y / 8) % 2 ? Qt::white : Qt::black);
        }
        const ImageFacts facts = measured(board, board.size());
        QVERIFY(facts.edges > 0.01);
        QVERIFY(facts.edgesOfFields.at(2) > 0.2);
        QCOMPARE(facts.edgesOfFields.at(6), 0.0);
        QVERIFY(describe(facts).contains(u"**top right**"));
    }

    void measuresBrightness()
    {
        QImage image(90, 30, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter(&image).fillRect(60, 0, 30, 30, Qt::white);
        const ImageFacts facts = measured(image, image.size());
        QVERIFY(qAbs(facts.brightness - 1.0 / 3) < 0.01);
        QCOMPARE(facts.brightnessOfFields.at(0), 0.0);
        QCOMPARE(facts.brightnessOfFields.at(5), 1.0);
    }

    void atMostFiveColoursInAStableOrder()
    {
        QImage image(120, 10, QImage::Format_RGB32);
        for (int x = 0; x < 120; ++x) {
            for (int y = 0; y < 10; ++y)
                image.setPixelColor(x, y,
                                    QColor::fromHsv(x / 10 * 30, 255, x % 20 < 10 ? 255 : 90));
        }
        const ImageFacts facts = measured(image, image.size());
        QCOMPARE(facts.colours.size(), 5);
        QCOMPARE(describe(facts), describe(measured(image, image.size())));
    }

    void anySizeWorks_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("one pixel") << QSize(1, 1);
        QTest::newRow("a line") << QSize(1000, 1);
        QTest::newRow("a column") << QSize(1, 1000);
        QTest::newRow("large") << QSize(2048, 1365);
    }

    void anySizeWorks()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_ARGB32);
        image.fill(Qt::red);
        const ImageFacts facts = measured(image, size);
        QCOMPARE(facts.colours.size(), 1);
        QVERIFY(describe(facts).contains(u"red"));
    }
};

QTEST_GUILESS_MAIN(ImageFactsTest)
#include "image_facts_test.moc"
