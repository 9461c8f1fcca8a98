// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/image_canvas.h"

#include "tests/support/patience.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

/// Red at the left, blue at the right.
app::DecodedPicture halves(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::fill(line, line + size.width() / 2, qRgb(255, 0, 0));
        std::fill(line + size.width() / 2, line + size.width(), qRgb(0, 0, 255));
    }
    app::DecodedPicture picture;
    picture.size = size;
    picture.levels = {image, image.scaled(size / 2), image.scaled(size / 4)};
    return picture;
}

ShownBox box(const QRectF &place, int letter = 0, int number = 0)
{
    return {place, letter, QStringLiteral("a box"), letter, number};
}

} // namespace

class ImageCanvasTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_canvas = std::make_unique<ImageCanvas>(m_theme);
        m_canvas->resize(800, 600);
        m_canvas->show();
    }

    void fitsAPictureThatIsLarger()
    {
        m_canvas->setPicture(halves({2000, 1500}));
        const QImage seen = m_canvas->grab().toImage();
        QCOMPARE(seen.pixelColor(24, seen.height() / 2), QColor(Qt::red));
        QCOMPARE(seen.pixelColor(seen.width() - 25, seen.height() / 2), QColor(Qt::blue));
        QCOMPARE(seen.pixelColor(4, 4), m_theme.colours().transcript);
        QCOMPARE(m_canvas->scale(), 576.0 / 1500);
        m_canvas->resize(424, 600);
        QCOMPARE(m_canvas->scale(), 0.2);
    }

    void showsItsTrueSizeAroundTheMiddle()
    {
        m_canvas->setPicture(halves({2000, 1500}));
        QTest::keyClick(m_canvas.get(), Qt::Key_1);
        QCOMPARE(m_canvas->scale(), 1.0);
        const QImage seen = m_canvas->grab().toImage();
        const int middle = seen.width() / 2;
        QCOMPARE(seen.pixelColor(middle - 6, 10), QColor(Qt::red));
        QCOMPARE(seen.pixelColor(middle + 6, 10), QColor(Qt::blue));
        QTest::keyClick(m_canvas.get(), Qt::Key_0);
        QCOMPARE(m_canvas->scale(), 576.0 / 1500);
    }

    void theWheelZoomsAroundThePointer()
    {
        m_canvas->setPicture(halves({2000, 1500}));
        const QPointF pointer(200, 150);
        const QPointF under = m_canvas->view().toImage(pointer);
        QWheelEvent wheel(pointer, m_canvas->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_canvas.get(), &wheel);
        QCOMPARE(m_canvas->scale(), 576.0 / 1500 * 1.25 * 1.25);
        const QPointF now = m_canvas->view().toImage(pointer);
        QVERIFY(qAbs(now.x() - under.x()) < 0.5 && qAbs(now.y() - under.y()) < 0.5);
    }

    void shiftAndArrowsMoveIt()
    {
        m_canvas->setPicture(halves({2000, 1500}));
        m_canvas->showTrueSize();
        const QPointF before = m_canvas->view().origin;
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(m_canvas->view().origin.x() < before.x());
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_canvas->view().origin.x(), 800.0 - 2000); // its edge stays at that of the window
    }

    void drawsBoxesInTheColoursOfTheLanes()
    {
        m_canvas->resize(824, 624);
        m_canvas->setPicture(halves({800, 600}));
        m_canvas->setBoxes({box({100, 100, 200, 200}, 0), box({500, 300, 200, 200}, 1)});
        const QImage seen = m_canvas->grab().toImage().copy(12, 12, 800, 600);
        const QList<QColor> &lanes = m_theme.colours().lanes;
        QCOMPARE(seen.pixelColor(100, 200), lanes[0]);
        QCOMPARE(seen.pixelColor(299, 200), lanes[0]);
        QCOMPARE(seen.pixelColor(500, 400), lanes[1]);
        QCOMPARE(seen.pixelColor(600, 400), QColor(Qt::blue)); // nothing is painted inside
    }

    /// Boxes lie on the pixels of the image, however large that is shown.
    void theSmallestBoxUnderThePointerIsToldOf()
    {
        m_canvas->resize(824, 624);
        m_canvas->setPicture(halves({1600, 1200}));
        m_canvas->setBoxes({box({200, 200, 800, 800}), box({400, 400, 100, 100}, 0, 1)});
        QSignalSpy hovered(m_canvas.get(), &ImageCanvas::boxHovered);
        QTest::mouseMove(m_canvas.get(), {237, 237}); // 450 on the image
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(hovered.takeFirst().at(0).toInt(), 1);
        QTest::mouseMove(m_canvas.get(), {400, 400});
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(hovered.takeFirst().at(0).toInt(), 0);
        QTest::mouseMove(m_canvas.get(), {20, 20});
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(hovered.takeFirst().at(0).toInt(), -1);
    }

private:
    Theme m_theme;
    std::unique_ptr<ImageCanvas> m_canvas;
};

QTEST_MAIN(ImageCanvasTest)
#include "image_canvas_test.moc"
