// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/local_servers.h"

#include "app/net/http_client.h"
#include "tests/app/catalogue/list_server.h"
#include "tests/support/patience.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

using namespace app;
using namespace Qt::StringLiterals;

class LocalServersTest : public QObject
{
    Q_OBJECT
private slots:
    void looksOnThisComputerOnly()
    {
        const auto candidates = localServerCandidates();
        QCOMPARE(candidates.size(), 4);
        for (const Provider &candidate : candidates) {
            QCOMPARE(candidate.baseUrl.host(), u"127.0.0.1"_s);
            QCOMPARE(candidate.dialect, guessDialect(candidate.baseUrl));
        }
    }

    void findsThoseThatAnswerInTheirOrder()
    {
        ListServer first, second, third, fourth;
        first.answer("/v1/models", R"({"data":[{"id":"a","owned_by":"library"}]})");
        second.answer("/v1/models", R"(<html>a router</html>)");
        third.answer("/v1/models", R"({"error":"key needed"})", 401);
        fourth.answer("/v1/models", R"({"data":[]})");
        const auto found = search({candidate(first, u"1"_s), candidate(second, u"2"_s),
                                   candidate(third, u"3"_s), candidate(fourth, u"4"_s)});
        QStringList ids;
        for (const Provider &provider : found)
            ids.append(provider.id);
        QCOMPARE(ids, (QStringList{u"1"_s, u"3"_s, u"4"_s}));
    }

    void aServerThatNamesItselfIsBelieved()
    {
        ListServer server;
        server.answer("/v1/models", R"({"data":[{"id":"a","owned_by":"vllm"}]})");
        const auto found = search({candidate(server, u"x"_s)});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().dialect, Dialect::Vllm);
        QCOMPARE(found.first().name, u"vLLM"_s);
    }

    void nobodyThereIsQuick()
    {
        ListServer server;
        const Provider gone = candidate(server, u"gone"_s);
        server.close();
        // A refusal need not wait for the second that a silent server is given. What else the
        // machine does falls on some of these only.
        qint64 quickest = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(search({gone, gone, gone}).isEmpty());
            quickest = std::min(quickest, timer.elapsed());
        }
        QVERIFY2(quickest < 1'000, qPrintable(u"%1 ms"_s.arg(quickest)));
        QVERIFY(search({}).isEmpty());
    }

    void aSilentServerIsGivenUp()
    {
        ListServer server;
        server.stall("/v1/models");
        QVERIFY(search({candidate(server, u"silent"_s)}).isEmpty());
        QCOMPARE(server.requests().size(), 1);
    }

private:
    static Provider candidate(const ListServer &server, const QString &id)
    {
        Provider provider;
        provider.id = id;
        provider.baseUrl = server.url(u"/v1"_s);
        return provider;
    }

    static QList<Provider> search(const QList<Provider> &candidates)
    {
        HttpClient http;
        const auto future = findLocalServers(http, candidates);
        const bool ended =
            QTest::qWaitFor([&future] { return future.isFinished(); }, tests::kPatienceMs);
        return ended ? future.result() : QList<Provider>{Provider{}};
    }
};

QTEST_GUILESS_MAIN(LocalServersTest)
#include "local_servers_test.moc"
