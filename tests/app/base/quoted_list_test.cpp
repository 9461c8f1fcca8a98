// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/quoted_list.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class QuotedListTest : public QObject
{
    Q_OBJECT
private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("items");
        QTest::newRow("plain") << u"a,b,c"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("one") << u"a"_s << QStringList{u"a"_s};
        QTest::newRow("empty") << u""_s << QStringList{u""_s};
        QTest::newRow("spaces") << u" a , b "_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("quoted comma") << u"\"a,b\",c"_s << QStringList{u"a,b"_s, u"c"_s};
        QTest::newRow("quoted value") << u"x=\"a, b\",y=2"_s << QStringList{u"x=a, b"_s, u"y=2"_s};
        QTest::newRow("escapes") << u"x=\"say \\\"hi\\\", a\\\\b\",y"_s
                                 << QStringList{u"x=say \"hi\", a\\b"_s, u"y"_s};
        QTest::newRow("other escapes stay") << u"x=\"\\n\""_s << QStringList{u"x=\\n"_s};
        QTest::newRow("list") << u"stop=[\"a,b\",\"]\"],n=1"_s
                              << QStringList{u"stop=[\"a,b\",\"]\"]"_s, u"n=1"_s};
        QTest::newRow("object") << u"f={\"a\":{\"b\":1,\"c\":\"}\"}},n=1"_s
                                << QStringList{u"f={\"a\":{\"b\":1,\"c\":\"}\"}}"_s, u"n=1"_s};
        QTest::newRow("equals in a value") << u"x=a=b"_s << QStringList{u"x=a=b"_s};
    }
    void splits()
    {
        QFETCH(QString, text);
        const auto items = splitQuoted(text);
        QVERIFY(items);
        QTEST(*items, "items");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quote") << u"a=\"b,c"_s;
        QTest::newRow("bracket") << u"a=[1,2"_s;
        QTest::newRow("closing bracket") << u"a=1]"_s;
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto items = splitQuoted(text);
        QVERIFY(!items);
        QCOMPARE(items.error().kind, ErrorKind::InvalidRequest);
    }
};

QTEST_GUILESS_MAIN(QuotedListTest)
#include "quoted_list_test.moc"
