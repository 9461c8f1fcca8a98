// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/transcript/font_warming.h"

#include <QTest>

using namespace ui;

class FontWarmingTest : public QObject
{
    Q_OBJECT
private slots:
    void waitsForTheWindowAndEnds()
    {
        Theme theme;
        const FontWarming warming(theme);
        QCoreApplication::processEvents();
        QVERIFY(!warming.isDone()); // whoever types first is served first
        QTRY_VERIFY(warming.isDone());
    }
};

QTEST_MAIN(FontWarmingTest)
#include "font_warming_test.moc"
