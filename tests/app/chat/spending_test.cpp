// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/spending.h"

#include <QJsonObject>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using Verdict = Budget::Verdict;

namespace {

ModelInfo priced(double input, double output)
{
    ModelInfo model;
    model.id = u"m"_s;
    model.prices.input = input;
    model.prices.output = output;
    return model;
}

Provider at(const QString &url)
{
    Provider provider;
    provider.baseUrl = QUrl(url);
    return provider;
}

} // namespace

class SpendingTest : public QObject
{
    Q_OBJECT
private slots:
    void picturesAreNoText()
    {
        const QByteArray picture = "\"data:image/png;base64," + QByteArray(100'000, 'A') + '"';
        const QByteArray text = "{\"text\":\"Hello\"},";
        const QByteArray plain = text + "\"\"" + text + "\"\"";
        QCOMPARE(requestSize(plain), (RequestSize{plain.size(), 0}));
        const RequestSize size = requestSize(text + picture + text + picture);
        QCOMPARE(size.images, 2);
        QCOMPARE(size.textBytes, text.size() * 2 + 2);
        QCOMPARE(requestSize("\"data:image/png;base64,AAA").images, 0); // never closed
        QCOMPARE(requestSize({}), RequestSize{});
    }

    void anEstimateIsTokensTimesPrices()
    {
        const Provider provider = at(u"https://api.example.com/v1"_s);
        const ModelInfo model = priced(1, 2); // USD per million
        const QJsonObject limited{{u"max_tokens"_s, 1'000}};
        QCOMPARE(*estimateCost({3'000, 0}, limited, model, provider), (1'000 + 2 * 1'000) / 1e6);
        QCOMPARE(*estimateCost({0, 1}, limited, model, provider), (2'000 + 2 * 1'000) / 1e6);
        QCOMPARE(*estimateCost({0, 0}, {}, model, provider), 2 * 4'096 / 1e6);
        const QJsonObject openAi{{u"max_completion_tokens"_s, 10}, {u"n"_s, 3}};
        QCOMPARE(*estimateCost({0, 0}, openAi, model, provider), 2 * 30 / 1e6);
    }

    void anAnswerFitsIntoTheContext()
    {
        ModelInfo model = priced(1, 1);
        model.contextLength = 1'500;
        const Provider provider = at(u"https://api.example.com/v1"_s);
        QCOMPARE(*estimateCost({3'000, 0}, {}, model, provider), 1'500 / 1e6);
    }

    void unknownPrices()
    {
        QVERIFY(!estimateCost({}, {}, {}, at(u"https://api.example.com/v1"_s)));
        QCOMPARE(estimateCost({}, {}, {}, at(u"http://127.0.0.1:11434/v1"_s)), 0.0);
        QCOMPARE(estimateCost({}, {}, {}, demoProvider()), 0.0);
        QVERIFY(*estimateCost({}, {}, priced(1, 1), at(u"http://127.0.0.1:4000/v1"_s)) > 0);
    }

    void withoutACeilingEverythingFits()
    {
        const Budget budget;
        QCOMPARE(budget.verdict(1e9), Verdict::Fits);
    }

    void aCeilingOfZeroBlocksWhatCosts()
    {
        const Budget budget(0);
        QCOMPARE(budget.verdict(0), Verdict::Fits);
        QCOMPARE(budget.verdict(1e-6), Verdict::Exceeds);
    }

    void runsOnTheirWayCount()
    {
        Budget budget(1.0, 0.25);
        QCOMPARE(budget.verdict(0.75), Verdict::Fits);
        QCOMPARE(budget.verdict(0.76), Verdict::Exceeds);
        budget.setAside(0.5);
        QCOMPARE(budget.verdict(0.25), Verdict::Fits);
        QCOMPARE(budget.verdict(0.3), Verdict::Waits);
        QCOMPARE(budget.verdict(0.8), Verdict::Exceeds);
        budget.settle(0.5, 0.1);
        QCOMPARE(budget.spentUsd(), 0.35);
        QCOMPARE(budget.verdict(0.65), Verdict::Fits);
    }

    void sumsOfManyAreNotOffByRounding()
    {
        Budget budget(1.0);
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(budget.verdict(0.1), Verdict::Fits);
            budget.setAside(0.1);
        }
        QCOMPARE(budget.verdict(0.1), Verdict::Waits);
        for (int i = 0; i < 10; ++i)
            budget.settle(0.1, 0.1);
        QCOMPARE(budget.verdict(0.1), Verdict::Exceeds);
    }
};

QTEST_GUILESS_MAIN(SpendingTest)
#include "spending_test.moc"
