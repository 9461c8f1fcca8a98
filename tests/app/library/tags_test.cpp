// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/tags.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class TagsTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsTypedBecomesTags_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("spaces and empty ones")
            << QStringList{u" work "_s, u""_s, u"  "_s} << QStringList{u"work"_s};
        QTest::newRow("the mark of a tag")
            << QStringList{u"#work"_s, u"# home"_s} << QStringList{u"home"_s, u"work"_s};
        QTest::newRow("twice, in another case")
            << QStringList{u"Work"_s, u"work"_s} << QStringList{u"Work"_s};
        QTest::newRow("a comma inside") << QStringList{u"a,b"_s} << QStringList{u"a b"_s};
        QTest::newRow("far too long")
            << QStringList{QString(400, u'x')} << QStringList{QString(50, u'x')};
    }
    void whatIsTypedBecomesTags()
    {
        QFETCH(QStringList, typed);
        QTEST(normalisedTags(typed), "tags");
    }

    void aSearchNamesWordsAndTags()
    {
        const TagQuery query = readTagQuery(u" tea  #Wo  green # "_s);
        QCOMPARE(query.words, u"tea green #"_s);
        QCOMPARE(query.tags, QStringList{u"Wo"_s});
        QVERIFY(matchesTags({u"home"_s, u"work"_s}, query));
        QVERIFY(!matchesTags({u"home"_s}, query));
        QVERIFY(matchesTags({}, readTagQuery(u"tea"_s)));
        QVERIFY(!matchesTags({u"work"_s}, readTagQuery(u"#work #home"_s)));
    }
};

QTEST_GUILESS_MAIN(TagsTest)
#include "tags_test.moc"
