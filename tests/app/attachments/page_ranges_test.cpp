// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/page_ranges.h"

#include "app/attachments/attachment_errors.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class PageRangesTest : public QObject
{
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("pages");
        QTest::newRow("all") << u""_s << QList<int>{0, 1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("one") << u" 3 "_s << QList<int>{2};
        QTest::newRow("range and page") << u"1-3,5"_s << QList<int>{0, 1, 2, 4};
        QTest::newRow("the order given") << u"5, 1 - 2"_s << QList<int>{4, 0, 1};
        QTest::newRow("each once") << u"2,1-3,2"_s << QList<int>{1, 0, 2};
        QTest::newRow("to the end") << u"7-"_s << QList<int>{6, 7};
        QTest::newRow("from the beginning") << u"-2"_s << QList<int>{0, 1};
        QTest::newRow("as it is typeset") << u"2–3; 8"_s << QList<int>{1, 2, 7};
    }

    void reads()
    {
        QFETCH(QString, text);
        const auto pages = readPageRanges(text, 8, 20);
        QVERIFY2(pages, pages ? "" : qPrintable(pages.error().message));
        QTEST(*pages, "pages");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        for (const QString &text : {u"x"_s, u"0"_s, u"1,,2"_s, u"3-1"_s, u"-"_s, u"1-2-3"_s,
                                    u"1.5"_s, u"-1-2"_s, u"99999999999999999999"_s, u","_s})
            QTest::newRow(qPrintable(text)) << text << QString(kPdfRangeCode);
        QTest::newRow("9") << u"9"_s << QString(kPdfNoSuchPageCode);
        QTest::newRow("1-2000000000") << u"1-2000000000"_s << QString(kPdfNoSuchPageCode);
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto pages = readPageRanges(text, 8, 20);
        QVERIFY(!pages);
        QTEST(pages.error().code, "code");
    }

    void neverNamesMoreThanThereIsRoomFor()
    {
        QCOMPARE(readPageRanges({}, 10'000, 20).error().code, QString(kPdfTooManyCode));
        QCOMPARE(readPageRanges({}, 10'000, 20).error().param, u"20"_s);
        QCOMPARE(readPageRanges(u"9981-"_s, 10'000, 20)->size(), 20);
        QCOMPARE(readPageRanges(u"1-20,5"_s, 10'000, 20)->size(), 20);
    }
};

QTEST_GUILESS_MAIN(PageRangesTest)
#include "page_ranges_test.moc"
