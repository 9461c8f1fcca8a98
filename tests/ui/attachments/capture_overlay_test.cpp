// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attachments/capture_overlay.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace ui;

namespace {

/// A screen of twice as many pixels as the overlay has, with a red square on it.
QPixmap screenPicture()
{
    QPixmap picture(800, 600);
    picture.fill(Qt::white);
    QPainter(&picture).fillRect(200, 100, 100, 80, Qt::red);
    return picture;
}

} // namespace

class CaptureOverlayTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private slots:
    void whatIsDraggedOverIsTakenInThePixelsOfTheScreen()
    {
        CaptureOverlay overlay(m_theme, screenPicture());
        overlay.resize(400, 300);
        QSignalSpy taken(&overlay, &CaptureOverlay::taken);
        QTest::mousePress(&overlay, Qt::LeftButton, {}, {149, 89}); // from any corner
        QMouseEvent drag(QEvent::MouseMove, QPointF(100, 50), overlay.mapToGlobal(QPointF(100, 50)),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&overlay, &drag);
        QCOMPARE(overlay.region(), QRect(100, 50, 50, 40));
        QTest::mouseRelease(&overlay, Qt::LeftButton, {}, {100, 50});
        QCOMPARE(taken.size(), 1);
        const auto image = taken.first().first().value<QImage>();
        QCOMPARE(image.size(), QSize(100, 80));
        for (const QPoint &corner : {QPoint(0, 0), QPoint(99, 0), QPoint(0, 79), QPoint(99, 79)})
            QCOMPARE(image.pixelColor(corner), QColor(Qt::red));
    }

    void aClickTakesNothing()
    {
        CaptureOverlay overlay(m_theme, screenPicture());
        overlay.resize(400, 300);
        QSignalSpy taken(&overlay, &CaptureOverlay::taken);
        QTest::mouseClick(&overlay, Qt::LeftButton, {}, {100, 100});
        QCOMPARE(taken.size(), 0);
        QVERIFY(overlay.region().isEmpty());
    }

    void aRegionIsDrawnWithTheKeyboard()
    {
        CaptureOverlay overlay(m_theme, screenPicture());
        overlay.resize(400, 300);
        QSignalSpy taken(&overlay, &CaptureOverlay::taken);
        QTest::keyClick(&overlay, Qt::Key_Right); // shows one in the middle
        const QRect first = overlay.region();
        QCOMPARE(first.size(), QSize(200, 150));
        QTest::keyClick(&overlay, Qt::Key_Left);
        QTest::keyClick(&overlay, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(overlay.region(), QRect(first.left() - 10, first.top(), 200, 160));
        QTest::keyClick(&overlay, Qt::Key_Return);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.first().first().value<QImage>().size(), QSize(400, 320));
    }

    void enterAloneTakesTheScreenAndEscapeNothing()
    {
        CaptureOverlay whole(m_theme, screenPicture());
        whole.resize(400, 300);
        QSignalSpy taken(&whole, &CaptureOverlay::taken);
        QTest::keyClick(&whole, Qt::Key_Return);
        QTest::keyClick(&whole, Qt::Key_Return);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.first().first().value<QImage>().size(), QSize(800, 600));

        CaptureOverlay none(m_theme, screenPicture());
        QSignalSpy dismissed(&none, &CaptureOverlay::dismissed);
        QTest::keyClick(&none, Qt::Key_Escape);
        QTest::keyClick(&none, Qt::Key_Escape);
        QCOMPARE(dismissed.size(), 1);

        CaptureOverlay shut(m_theme, screenPicture()); // by the window manager
        QSignalSpy gone(&shut, &CaptureOverlay::dismissed);
        shut.show();
        shut.close();
        QCOMPARE(gone.size(), 1);
    }
};

QTEST_MAIN(CaptureOverlayTest)
#include "capture_overlay_test.moc"
