// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/costs.h"
#include "app/store/store.h"
#include "tests/support/patience.h"

#include <QDateTime>
#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
Result<T> await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

Run answered(int id, const QString &model, qint64 startedMs, std::optional<double> usd,
             bool isComputed = false)
{
    Run run;
    run.id = RunId(id);
    run.providerId = u"p"_s;
    run.providerName = u"Provider"_s;
    run.model = model;
    run.status = RunStatus::Complete;
    run.httpStatus = 200;
    run.timings.headersMs = 5;
    run.usage = Usage{.promptTokens = 10, .completionTokens = 4, .cachedTokens = 3};
    run.costUsd = usd;
    run.costComputed = isComputed;
    run.startedMs = startedMs;
    return run;
}

qint64 noonOf(int day)
{
    return QDateTime(QDate(2026, 11, day), QTime(12, 0)).toMSecsSinceEpoch();
}

} // namespace

class CostsTest : public QObject
{
    Q_OBJECT
private slots:
    void costsAreAddedUpByDayAndModel()
    {
        const QTemporaryDir folder;
        Store store(Paths::inFolder(folder.path()), Store::Role::Owner);
        Run refused = answered(6, u"a"_s, noonOf(2), {});
        refused.httpStatus = 429;
        refused.usage.reset();
        Run odd = answered(7, u"c"_s, noonOf(3), 0.002, true);
        odd.usage->costUsd = -4.0;
        QVERIFY(await(store.write(ConversationId(1),
                                  {PutConversation{{.id = ConversationId(1), .title = u"One"_s}},
                                   PutRun{answered(1, u"a"_s, noonOf(1), 0.5)},
                                   PutRun{answered(2, u"a"_s, noonOf(1), 1e-5)},
                                   PutRun{answered(3, u"b"_s, noonOf(1), 0.25, true)},
                                   PutRun{answered(4, u"a"_s, noonOf(2), 0.125)},
                                   PutRun{answered(5, u"local"_s, noonOf(2), {})}, PutRun{refused},
                                   PutRun{odd}})));
        const auto costs = await(store.costs(0));
        QVERIFY(costs);
        QCOMPARE(costs->rows.size(), 5);
        QCOMPARE(costs->rows.constFirst().day, u"2026-11-03"_s);
        QCOMPARE(costs->rows.constFirst().odd, 1);
        const CostRow total = totalCost(costs->rows);
        QCOMPARE(total.saidUsd, 0.62501);
        QCOMPARE(total.computedUsd, 0.252);
        QCOMPARE(total.answers, 6);
        QCOMPARE(total.unknown, 1);
        QCOMPARE(total.computed, 2);
        QCOMPARE(total.promptTokens, 60);
        QCOMPARE(total.cachedTokens, 18);
        QCOMPARE(totalCost(withoutFreeGaps(costs->rows, {u"p"_s})).unknown, 0);

        const auto models = groupedCosts(costs->rows, CostGrouping::Model);
        QCOMPARE(models.size(), 4);
        QCOMPARE(models.constFirst().model, u"a"_s);
        QCOMPARE(models.constFirst().answers, 3);
        QCOMPARE(models.constFirst().day, QString());
        QCOMPARE(groupedCosts(costs->rows, CostGrouping::Day).size(), 3);
        QCOMPARE(groupedCosts(costs->rows, CostGrouping::Conversation).size(), 1);
        QCOMPARE(await(store.costs(noonOf(2)))->rows.size(), 3);
        QVERIFY(
            costsCsv(costs->rows).contains("2026-11-01,Provider,a,2,0.50001,0.50001,0,0,0,20,"));
    }

    void costsThatCannotBeAreLeftOut()
    {
        const QTemporaryDir folder;
        Store store(Paths::inFolder(folder.path()), Store::Role::Owner);
        QVERIFY(
            await(store.write(ConversationId(1), {PutConversation{{.id = ConversationId(1)}},
                                                  PutRun{answered(1, u"a"_s, noonOf(1), -3.0)},
                                                  PutRun{answered(2, u"a"_s, noonOf(1), 1e300)},
                                                  PutRun{answered(3, u"a"_s, noonOf(1), 0.5)}})));
        const CostRow total = totalCost(await(store.costs(0))->rows);
        QCOMPARE(total.costUsd(), 0.5);
        QCOMPARE(total.unknown, 2);
    }

    void moneyStaysSpentWhenAConversationIsErased()
    {
        const QTemporaryDir folder;
        Store store(Paths::inFolder(folder.path()), Store::Role::Owner);
        QVERIFY(await(
            store.write(ConversationId(1), {PutConversation{{.id = ConversationId(1)}},
                                            PutRun{answered(1, u"a"_s, noonOf(1), 0.5)},
                                            PutRun{answered(2, u"a"_s, noonOf(1), 0.25, true)},
                                            PutRun{answered(3, u"b"_s, noonOf(2), {})}})));
        QVERIFY(await(store.erase(ConversationId(1))));
        const auto isErased = [&] {
            const auto rows = await(store.costs(0))->rows;
            return rows.size() == 1 && !rows.constFirst().conversation;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isErased(), tests::kPatienceMs);
        const CostRow past = await(store.costs(0))->rows.constFirst();
        QCOMPARE(past.day, u"2026-11-01"_s);
        QCOMPARE(past.providerName, u"Provider"_s);
        QCOMPARE(past.answers, 2);
        QCOMPARE(past.saidUsd, 0.5);
        QCOMPARE(past.computedUsd, 0.25);
        QCOMPARE(past.completionTokens, 8);
        QVERIFY(await(store.costs(noonOf(2)))->rows.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CostsTest)
#include "costs_test.moc"
