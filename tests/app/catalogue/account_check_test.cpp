// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/account_check.h"

#include "app/net/http_client.h"
#include "tests/app/catalogue/list_server.h"
#include "tests/support/patience.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class AccountCheckTest : public QObject
{
    Q_OBJECT
private slots:
    void asksDeepInfraWhoseKeyItIs()
    {
        ListServer server;
        server.answer("/v1/me", R"({"uid":"1","email":"a@b.example","display_name":"Ada"})");
        const auto check = checked(server, Dialect::DeepInfra, u"sk-1"_s);
        QCOMPARE(check.value(), (AccountCheck{true, u"Ada"_s, {}}));
        QVERIFY(server.requests().first().contains("Authorization: Bearer sk-1\r\n"));
    }

    void anAccountWithoutNamesIsStillProven()
    {
        ListServer server;
        server.answer("/v1/me", R"({"uid":"1","email":null})");
        QCOMPARE(checked(server, Dialect::DeepInfra, u"k"_s).value(), (AccountCheck{true, {}, {}}));
    }

    void asksOtherServersForTheirModels()
    {
        ListServer server;
        server.answer("/v1/models", R"({"data":[{"id":"a"},{"id":"b"}]})");
        QCOMPARE(checked(server, Dialect::Unknown, {}).value(), (AccountCheck{false, {}, 2}));
        QVERIFY(!server.requests().first().contains("Authorization"));
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray error = R"({"error":{"message":"User not authenticated"}})";
        QTest::newRow("wrong key") << Dialect::DeepInfra << 401 << error << ErrorKind::Unauthorised;
        QTest::newRow("html") << Dialect::DeepInfra << 200 << QByteArray("<html>")
                              << ErrorKind::BadResponse;
        QTest::newRow("no such route")
            << Dialect::Unknown << 404 << QByteArray() << ErrorKind::NotFound;
        QTest::newRow("not a model server")
            << Dialect::Unknown << 200 << QByteArray("hello") << ErrorKind::BadResponse;
        QTest::newRow("broken") << Dialect::Unknown << 502 << QByteArray("<h1>Bad gateway")
                                << ErrorKind::Server;
    }

    void saysWhyNot()
    {
        QFETCH(Dialect, dialect);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        ListServer server;
        server.answer("/v1/me", body, status);
        server.answer("/v1/models", body, status);
        const auto check = checked(server, dialect, u"sk-secret"_s);
        QVERIFY(!check);
        QCOMPARE(check.error().kind, kind);
        QVERIFY(!check.error().message.contains(u"sk-secret"));
    }

    void aDeadHostIsANetworkError()
    {
        ListServer server;
        const QUrl url = server.url(u"/v1"_s);
        server.close();
        HttpClient http;
        Provider provider;
        provider.baseUrl = url;
        const auto future = checkAccount(http, provider, {});
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, ErrorKind::Network);
    }

private:
    static Result<AccountCheck> checked(const ListServer &server, Dialect dialect,
                                        const QString &key)
    {
        HttpClient http;
        Provider provider;
        provider.baseUrl = server.url(u"/v1"_s);
        provider.dialect = dialect;
        const auto future = checkAccount(http, provider, key);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, tests::kPatienceMs))
            return fail(ErrorKind::Timeout, u"the check does not end"_s);
        return future.result();
    }
};

QTEST_GUILESS_MAIN(AccountCheckTest)
#include "account_check_test.moc"
