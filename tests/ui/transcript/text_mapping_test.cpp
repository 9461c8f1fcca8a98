// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/text_mapping.h"

#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class TextMappingTest : public QObject
{
    Q_OBJECT
private slots:
    /// `|` is the place, in both.
    void places_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("same") << u"one |two"_s << u"one |two"_s;
        QTest::newRow("appended") << u"one two|"_s << u"one two| three"_s;
        QTest::newRow("markers gone") << u"a **bold |wo"_s << u"a bold |word"_s;
        QTest::newRow("behind the markers") << u"a **bold** and |mo"_s << u"a bold and |more"_s;
        QTest::newRow("in the markers") << u"a *|*bold"_s << u"a |bold"_s;
        QTest::newRow("in the gap") << u"see [the |manual"_s << u"see the |manual"_s;
        QTest::newRow("address gone") << u"[a](https://example.org/path) is |it"_s << u"a is |it"_s;
        QTest::newRow("replaced") << u"see $\\alpha$ and |be"_s << u"see α and |beta"_s;
        QTest::newRow("start") << u"|**a"_s << u"|a"_s;
        QTest::newRow("nothing left") << u"abc |def"_s << u"|"_s;
        QTest::newRow("nothing before") << u"|"_s << u"|abc"_s;
    }
    void places()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const int from = int(before.indexOf(u'|'));
        const int to = int(after.indexOf(u'|'));
        QCOMPARE(mappedOffset(before.remove(u'|'), after.remove(u'|'), from), to);
    }

    void neverLeavesTheText()
    {
        const QString before = QString(u'a').repeated(4000) + u"needle"_s;
        const QString after = QString(u'b').repeated(3000);
        for (const int offset : {0, 17, 4000, 4006, 9000}) {
            const int mapped = mappedOffset(before, after, offset);
            QVERIFY(mapped >= 0 && mapped <= after.size());
        }
    }
};

QTEST_GUILESS_MAIN(TextMappingTest)
#include "text_mapping_test.moc"
