// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/readable_text.h"

#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class ReadableTextTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsReadIsIndentedAndHidesNothing()
    {
        QCOMPARE(textToRead(R"({"a":1})"), u"{\n    \"a\": 1\n}"_s);
        QCOMPARE(textToRead("no JSON"), u"no JSON"_s);
        QCOMPARE(textToRead(""), QString());
        const QString turned = textToRead("{\"a\":\"x\u202ey\"}");
        QVERIFY(!turned.contains(QChar(0x202E)));
        QVERIFY(textToEdit("{\"a\":\"x\u202ey\"}").contains(QChar(0x202E)));
    }

    void whatIsLongIsCut()
    {
        const QString shown = textToRead(QByteArray(5'000'000, 'x'));
        QVERIFY(shown.size() < 25'000);
        QVERIFY(shown.contains(u"5000000"_s));
        QCOMPARE(textToRead("abc", 3), u"abc"_s);
        QVERIFY(textToRead("abcd", 3).startsWith(u"abc\n"_s));
    }
};

QTEST_GUILESS_MAIN(ReadableTextTest)
#include "readable_text_test.moc"
