// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/run_record.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class RunRecordTest : public QObject
{
    Q_OBJECT
private slots:
    void costByThePricesOfTheCatalogue_data()
    {
        QTest::addColumn<QString>("tier");
        QTest::addColumn<double>("cost");
        QTest::newRow("standard") << QString() << 0.0000265;
        QTest::newRow("priority") << u"priority"_s << 0.00003975;
        QTest::newRow("a tier without a price") << u"flex"_s << 0.0000265;
    }
    void costByThePricesOfTheCatalogue()
    {
        QFETCH(QString, tier);
        QFETCH(double, cost);
        Usage usage{.promptTokens = 100, .completionTokens = 20, .totalTokens = 120};
        usage.cachedTokens = 90;
        Prices prices;
        prices.input = 0.2;
        prices.output = 1.0;
        prices.cacheRead = 0.05;
        prices.priorityFactor = 1.5;
        const auto computed = computeCost(usage, prices, tier);
        QVERIFY(computed);
        // 10 × 0.2 + 90 × 0.05 + 20 × 1.0 = 26.5 USD per million
        QVERIFY(qFuzzyCompare(*computed, cost));
    }

    void anUnknownPriceIsNoPrice()
    {
        QVERIFY(!computeCost(Usage{.promptTokens = 1}, Prices{}, {}));
    }

    void theServersOwnCostWins()
    {
        RunOutcome outcome;
        outcome.usage = Usage{.promptTokens = 10, .completionTokens = 10, .totalTokens = 20};
        outcome.usage->costUsd = 1e-6;
        ModelInfo model;
        model.prices.input = 1;
        model.prices.output = 1;
        Run run;
        completeRun(run, outcome, model);
        QCOMPARE(run.costUsd, std::optional<double>(1e-6));
        QVERIFY(!run.costComputed);

        outcome.usage->costUsd.reset();
        completeRun(run, outcome, model);
        QCOMPARE(run.costUsd, std::optional<double>(2e-5));
        QVERIFY(run.costComputed);
    }
};

QTEST_GUILESS_MAIN(RunRecordTest)
#include "run_record_test.moc"
