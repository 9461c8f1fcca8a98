// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/price_history.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

ModelInfo priced(const QString &id, double input, double output)
{
    ModelInfo model{.id = id};
    model.prices.input = input;
    model.prices.output = output;
    return model;
}

} // namespace

class PriceHistoryTest : public QObject
{
    Q_OBJECT
private slots:
    void notesWhatChanged()
    {
        PriceHistories histories;
        QVERIFY(notePrices(histories, {priced(u"a"_s, 1, 2), {.id = u"free"_s}}, 100));
        QVERIFY(!notePrices(histories, {priced(u"a"_s, 1, 2)}, 200));
        QVERIFY(notePrices(histories, {priced(u"a"_s, 1, 3)}, 300));
        QCOMPARE(histories.size(), 1);
        const PriceHistory history = histories.value(u"a"_s);
        QCOMPARE(history.size(), 2);
        QVERIFY(!pricesOn(history, 99));
        QCOMPARE(pricesOn(history, 100)->output, std::optional(2.0));
        QCOMPARE(pricesOn(history, 299)->output, std::optional(2.0));
        QCOMPARE(pricesOn(history, 300)->output, std::optional(3.0));
        // Not listed any more: what it cost is still known.
        QVERIFY(!notePrices(histories, {}, 400));
        QCOMPARE(histories.value(u"a"_s), history);
    }

    void aDiscountEndsByItself()
    {
        ModelInfo model = priced(u"a"_s, 0.5, 1);
        model.prices.discount = 0.5;
        model.prices.discountEndsMs = 200;
        PriceHistories histories;
        QVERIFY(notePrices(histories, {model}, 100));
        QCOMPARE(pricesOn(histories.value(u"a"_s), 150)->input, std::optional(0.5));
        QCOMPARE(pricesOn(histories.value(u"a"_s), 200)->input, std::optional(1.0));
    }

    void theOldestGo()
    {
        PriceHistories histories;
        for (int day = 1; day <= 500; ++day)
            QVERIFY(notePrices(histories, {priced(u"a"_s, day, day)}, day));
        QCOMPARE(histories.value(u"a"_s).size(), 200);
        QCOMPARE(histories.value(u"a"_s).last().sinceMs, 500);
    }

    void aListThatRenamesItsModelsFillsNothing()
    {
        PriceHistories histories;
        for (int list = 0; list < 3; ++list) {
            QList<ModelInfo> models;
            for (int i = 0; i < 20000; ++i)
                models.append(priced(u"%1/%2"_s.arg(list).arg(i), 1, 1));
            QVERIFY(notePrices(histories, models, list));
        }
        QCOMPARE(histories.size(), 20000);
        QVERIFY(histories.contains(u"2/0"_s));
    }

    void isThereAgain()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deeper/prices.json"_s);
        const QUrl server(u"https://api.example.com/v1"_s);
        ModelInfo model = priced(u"org/a"_s, 0.07, 1e-6);
        model.prices.cacheRead = 0.01;
        model.prices.priorityFactor = 1.5;
        model.prices.flexFactor = 0.8;
        model.prices.discount = 0.25;
        model.prices.discountEndsMs = 1'790'000'000'000;
        PriceHistories histories;
        QVERIFY(notePrices(histories, {model, priced(u"b"_s, 1, 2)}, 1'780'000'000'000));
        writePriceHistories(path, server, histories);
        QCOMPARE(readPriceHistories(path, server), histories);
        QVERIFY(readPriceHistories(path, QUrl(u"https://other.example.com"_s)).isEmpty());

        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[1, 2");
        file.close();
        QVERIFY(readPriceHistories(path, server).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PriceHistoryTest)
#include "price_history_test.moc"
