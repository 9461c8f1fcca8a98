// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/compare/compare_progress.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class CompareProgressTest : public QObject
{
    Q_OBJECT
private slots:
    void times()
    {
        QCOMPARE(timeText(0s), u"0 s"_s);
        QCOMPARE(timeText(59s), u"59 s"_s);
        QCOMPARE(timeText(125s), u"2 min 5 s"_s);
        QCOMPARE(timeText(4h + 10min + 59s), u"4 h 10 min"_s);
        QCOMPARE(timeText(1234h), u"1,234 h 0 min"_s);
    }

    void oneLineSaysItAll()
    {
        CompareProgress progress{.done = 1'234,
                                 .total = 8'000,
                                 .failed = 3,
                                 .spentUsd = 0.0412,
                                 .answersPerSecond = 61.2};
        QCOMPARE(progress.line(),
                 u"1,234 of 8,000 answers · 3 failed · 61.2/s · $0.0412 · 1 min 51 s left"_s);
        progress.answersPerSecond.reset();
        progress.failed = 0;
        QCOMPARE(progress.line(), u"1,234 of 8,000 answers · $0.0412"_s);
        progress.answersPerSecond = 0;
        QVERIFY(!progress.timeLeft());
        progress.answersPerSecond = 0.5;
        progress.done = progress.total;
        QCOMPARE(progress.line(), u"8,000 of 8,000 answers · 0.50/s · $0.0412"_s);
    }

    void theRateIsThatOfTheLastHalfMinute()
    {
        RecentRate rate;
        QVERIFY(!rate.perSecond());
        rate.note(0s, 0);
        QVERIFY(!rate.perSecond());
        rate.note(0s, 5); // no time has passed
        QVERIFY(!rate.perSecond());
        for (int second = 1; second <= 100; ++second)
            rate.note(std::chrono::seconds(second), second * 2);
        QCOMPARE(*rate.perSecond(), 2.0);
        for (int second = 101; second <= 140; ++second)
            rate.note(std::chrono::seconds(second), 200 + (second - 100) * 10);
        QCOMPARE(*rate.perSecond(), 10.0);
    }
};

QTEST_GUILESS_MAIN(CompareProgressTest)
#include "compare_progress_test.moc"
