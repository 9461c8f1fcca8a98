// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QTest>

using namespace app;

class TerminalTest : public QObject
{
    Q_OBJECT
private slots:
    void controlCharactersBecomeVisible_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("text") << QByteArray("a\tb\n") << QByteArray("a\tb\n");
        QTest::newRow("characters") << QByteArray("ü世😀") << QByteArray("ü世😀");
        QTest::newRow("escape") << QByteArray("\x1b[31mred") << QByteArray("␛[31mred");
        QTest::newRow("title") << QByteArray("\x1b]0;x\x07") << QByteArray("␛]0;x␇");
        QTest::newRow("carriage return") << QByteArray("a\rb") << QByteArray("a␍b");
        QTest::newRow("delete") << QByteArray("\x7f") << QByteArray("␡");
        QTest::newRow("null") << QByteArray("a\0b", 3) << QByteArray("a␀b");
        QTest::newRow("C1") << QByteArray("\xc2\x9b"
                                          "31m")
                            << QByteArray("\xef\xbf\xbd"
                                          "31m");
        QTest::newRow("raw C1") << QByteArray("\x9b"
                                              "31m")
                                << QByteArray("\xef\xbf\xbd"
                                              "31m");
        QTest::newRow("no-break space") << QByteArray("\xc2\xa0") << QByteArray("\xc2\xa0");
        QTest::newRow("broken") << QByteArray("a\xc3(") << QByteArray("a\xef\xbf\xbd(");
        QTest::newRow("cut off") << QByteArray("a\xe4\xb8") << QByteArray("a\xef\xbf\xbd");
    }
    void controlCharactersBecomeVisible()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, shown);
        TerminalFilter whole;
        const QByteArray filtered = whole.filter(raw);
        QCOMPARE(filtered + whole.finish(), shown);

        for (qsizetype at = 0; at <= raw.size(); ++at) {
            TerminalFilter cut;
            const QByteArray first = cut.filter(raw.first(at));
            const QByteArray second = cut.filter(raw.sliced(at));
            QCOMPARE(first + second + cut.finish(), shown);
        }
    }
};

QTEST_GUILESS_MAIN(TerminalTest)
#include "terminal_test.moc"
