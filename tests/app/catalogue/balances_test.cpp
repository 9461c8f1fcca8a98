// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/balances.h"

#include "app/net/http_client.h"
#include "tests/app/catalogue/list_server.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

class HandClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return ms; }
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override
    {
        return std::chrono::milliseconds(ms);
    }
    qint64 ms = 1'790'000'000'000;
};

constexpr auto kPath = "/payment/checklist";

} // namespace

class BalancesTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_server = std::make_unique<ListServer>();
        m_provider = deepInfraProvider();
        m_provider.baseUrl = m_server->url(u"/v1/openai"_s);
    }

    void readsWhatIsLeft_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<double>("available");
        QTest::newRow("money is there")
            << QByteArray(R"({"stripe_balance":-20.5,"recent":0.5,"limit":null})") << 20.0;
        QTest::newRow("owed") << QByteArray(R"({"stripe_balance":3,"recent":12})") << -15.0;
        QTest::newRow("exponent, as text")
            << QByteArray(R"({"stripe_balance":"-1e1","recent":null})") << 10.0;
    }

    void readsWhatIsLeft()
    {
        QFETCH(QByteArray, body);
        const auto balance = readAccountBalance(body, 7);
        QVERIFY(balance);
        QTEST(balance->availableUsd, "available");
        QCOMPARE(balance->atMs, 7);
        QVERIFY(!balance->suspended);
    }

    void readsLimitAndSuspension()
    {
        const auto balance = readAccountBalance(
            R"({"stripe_balance":0,"recent":0.25,"limit":50,"suspended":true,
                "suspend_reason":"overdue-invoices","address":"Some Street 1"})",
            7);
        QVERIFY(balance);
        QCOMPARE(balance->limitUsd, std::optional(50.0));
        QCOMPARE(balance->recentUsd, std::optional(0.25));
        QVERIFY(balance->suspended);
        QCOMPARE(balance->suspendReason, u"overdue-invoices"_s);
        QVERIFY(!readAccountBalance(R"({"stripe_balance":-1,"limit":-1})", 7)->limitUsd);
    }

    void refusesWhatTellsNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("nothing in it") << QByteArray("{}");
        QTest::newRow("null") << QByteArray(R"({"stripe_balance":null})");
        QTest::newRow("absurd") << QByteArray(R"({"stripe_balance":1e300})");
    }

    void refusesWhatTellsNone()
    {
        QFETCH(QByteArray, body);
        const auto balance = readAccountBalance(body, 7);
        QVERIFY(!balance);
        QCOMPARE(balance.error().kind, ErrorKind::BadResponse);
    }

    void asksOnceAndTells()
    {
        m_server->answer(kPath, R"({"stripe_balance":-5})");
        HttpClient http;
        const HandClock clock;
        Balances balances(http, clock);
        QVERIFY(!balances.balance(m_provider));
        const QSignalSpy changed(&balances, &Balances::changed);
        const auto first = balances.refresh(m_provider, u"the-key"_s);
        const auto second = balances.refresh(m_provider, u"the-key"_s);
        QTRY_VERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(first.result()->availableUsd, 5.0);
        QCOMPARE(balances.balance(m_provider)->availableUsd, 5.0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_server->requests().size(), 1);
        QVERIFY(
            m_server->requests().first().startsWith("GET /payment/checklist?compute_owed=true "));
        QVERIFY(m_server->requests().first().contains("Bearer the-key"));
    }

    void isNotAskedTwiceInAMoment()
    {
        m_server->answer(kPath, R"({"stripe_balance":-5})");
        HttpClient http;
        HandClock clock;
        Balances balances(http, clock);
        QVERIFY(asked(balances));
        m_server->answer(kPath, R"({"stripe_balance":-4})");
        clock.ms += 29'999;
        QCOMPARE(asked(balances)->availableUsd, 5.0);
        QCOMPARE(m_server->requests().size(), 1);
        clock.ms += 1;
        QCOMPARE(asked(balances)->availableUsd, 4.0);
    }

    void aFailureKeepsWhatIsKnown()
    {
        m_server->answer(kPath, R"({"stripe_balance":-5})");
        HttpClient http;
        HandClock clock;
        Balances balances(http, clock);
        QVERIFY(asked(balances));
        clock.ms += 60'000;
        m_server->answer(kPath, R"({"detail":"no"})", 403);
        QVERIFY(!asked(balances));
        QCOMPARE(balances.balance(m_provider)->availableUsd, 5.0);
        // That of another server is another one.
        m_provider.baseUrl = m_server->url(u"/other"_s);
        m_provider.baseUrl.setHost(u"localhost"_s);
        QVERIFY(!balances.balance(m_provider));
    }

    void otherProvidersTellNone()
    {
        HttpClient http;
        const HandClock clock;
        Balances balances(http, clock);
        m_provider.dialect = Dialect::Ollama;
        const auto answer = balances.refresh(m_provider, u"the-key"_s);
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().kind, ErrorKind::Unsupported);
        QVERIFY(m_server->requests().isEmpty());
    }

private:
    Result<AccountBalance> asked(Balances &balances)
    {
        const auto future = balances.refresh(m_provider, u"k"_s);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, tests::kPatienceMs))
            return fail(ErrorKind::Timeout);
        return future.result();
    }

    std::unique_ptr<ListServer> m_server;
    Provider m_provider;
};

QTEST_GUILESS_MAIN(BalancesTest)
#include "balances_test.moc"
