// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/image_viewer.h"

#include "tests/support/patience.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QTest>

using namespace ui;

class ImageViewerTest : public QObject
{
    Q_OBJECT
private slots:
    void fitsAPictureThatIsLargerThanTheScreen()
    {
        const QImage seen = shown(halves({8000, 6000}), {});
        QCOMPARE(seen.pixelColor(2, seen.height() / 2), QColor(Qt::red));
        QCOMPARE(seen.pixelColor(seen.width() - 3, seen.height() / 2), QColor(Qt::blue));
    }

    void showsItsTrueSizeAroundTheMiddle()
    {
        const QImage seen = shown(halves({8000, 6000}), {Qt::Key_1});
        const int middle = seen.width() / 2;
        QCOMPARE(seen.pixelColor(middle - 4, 10), QColor(Qt::red));
        QCOMPARE(seen.pixelColor(middle + 4, 10), QColor(Qt::blue));
    }

    void escapeCloses()
    {
        QWidget window;
        const QPointer<ImageViewer> viewer = new ImageViewer(m_theme, halves({40, 40}), &window);
        viewer->show();
        QTest::keyClick(viewer, Qt::Key_Escape);
        QTRY_VERIFY(!viewer);
    }

private:
    static QImage halves(QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::red);
        for (int y = 0; y < size.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
            std::fill(line + size.width() / 2, line + size.width(), qRgb(0, 0, 255));
        }
        return image;
    }

    QImage shown(const QImage &image, const QList<Qt::Key> &keys)
    {
        QWidget window;
        ImageViewer viewer(m_theme, image, &window);
        viewer.setAttribute(Qt::WA_DeleteOnClose, false);
        viewer.show();
        for (const Qt::Key key : keys)
            QTest::keyClick(&viewer, key);
        return viewer.grab().toImage();
    }

    Theme m_theme;
};

QTEST_MAIN(ImageViewerTest)
#include "image_viewer_test.moc"
