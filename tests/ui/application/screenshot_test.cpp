// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/screenshot.h"

#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class ScreenshotTest : public QObject
{
    Q_OBJECT
private slots:
    void waitsUntilNothingGoesOn()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"window.png"_s);
        QWidget window;
        window.resize(300, 200);
        window.show();
        int asked = 0;
        Screenshot screenshot(window, file);
        screenshot.setBusy([&asked] { return ++asked < 10; });
        QSignalSpy finished(&screenshot, &Screenshot::finished);
        screenshot.start();
        QVERIFY(finished.wait(30'000));
        QVERIFY(asked >= 10);
        QVERIFY(finished.first().first().toBool());
        QCOMPARE(QImage(file).size(), QSize(300, 200) * window.devicePixelRatio());
    }

    void saysWhenTheFileCannotBeWritten()
    {
        QWidget window;
        Screenshot screenshot(window, u"/nowhere/at/all.png"_s);
        QSignalSpy finished(&screenshot, &Screenshot::finished);
        screenshot.start();
        QVERIFY(finished.wait(30'000));
        QVERIFY(!finished.first().first().toBool());
    }
};

QTEST_MAIN(ScreenshotTest)
#include "screenshot_test.moc"
