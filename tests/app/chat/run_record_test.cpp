// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/run_record.h"

#include "app/catalogue/price_history.h"

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

    void anOldCostStaysWhenPricesChange()
    {
        RunOutcome outcome;
        outcome.usage = Usage{.promptTokens = 10, .completionTokens = 10, .totalTokens = 20};
        ModelInfo model{.id = u"m"_s};
        model.prices.input = 1;
        model.prices.output = 1;
        PriceHistories histories;
        QVERIFY(notePrices(histories, {model}, 1'000));
        Run before;
        completeRun(before, outcome, model);
        model.prices.output = 3;
        QVERIFY(notePrices(histories, {model}, 2'000));
        Run after;
        completeRun(after, outcome, model);
        QCOMPARE(before.costUsd, std::optional<double>(2e-5));
        QCOMPARE(after.costUsd, std::optional<double>(4e-5));
        // What is computed again for a day is computed by the prices of that day.
        const PriceHistory history = histories.value(u"m"_s);
        QCOMPARE(computeCost(*outcome.usage, *pricesOn(history, 1'500), {}), before.costUsd);
        QCOMPARE(computeCost(*outcome.usage, *pricesOn(history, 2'500), {}), after.costUsd);
    }

    void theEchoOfATierIsChecked_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<std::optional<QString>>("echoed");
        QTest::addColumn<TierEcho>("echo");
        using Echoed = std::optional<QString>;
        QTest::newRow("nothing said") << u"flex"_s << Echoed() << TierEcho::Unknown;
        QTest::newRow("nothing in it") << u"flex"_s << Echoed(u""_s) << TierEcho::Unknown;
        QTest::newRow("as asked") << u"flex"_s << Echoed(u"flex"_s) << TierEcho::AsAsked;
        QTest::newRow("the usual one") << u""_s << Echoed(u"default"_s) << TierEcho::AsAsked;
        QTest::newRow("in another word")
            << u"default"_s << Echoed(u"standard"_s) << TierEcho::AsAsked;
        QTest::newRow("not given") << u"priority"_s << Echoed(u"default"_s) << TierEcho::Differs;
        QTest::newRow("not asked") << u""_s << Echoed(u"priority"_s) << TierEcho::Differs;
    }

    void theEchoOfATierIsChecked()
    {
        QFETCH(QString, asked);
        QFETCH(std::optional<QString>, echoed);
        QTEST(tierEcho(asked, echoed), "echo");
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

    void aCostThatCannotBeIsKeptAndNotCounted()
    {
        for (const double odd : {-0.5, 1e9}) {
            RunOutcome outcome;
            outcome.usage = Usage{.promptTokens = 10, .completionTokens = 10, .costUsd = odd};
            Run run;
            completeRun(run, outcome, ModelInfo());
            QCOMPARE(run.costUsd, std::nullopt);
            QCOMPARE(run.usage->costUsd, odd);
            ModelInfo model;
            model.prices.input = 1;
            model.prices.output = 1;
            completeRun(run, outcome, model);
            QCOMPARE(run.costUsd, std::optional<double>(2e-5));
            QVERIFY(run.costComputed);
        }
    }
};

QTEST_GUILESS_MAIN(RunRecordTest)
#include "run_record_test.moc"
