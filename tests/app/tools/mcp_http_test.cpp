// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/mcp_host.h"
#include "tests/app/tools/http_mcp_server.h"
#include "tests/app/tools/tools_fixture.h"

using namespace app;
using namespace tests;
using namespace std::chrono_literals;
using State = ToolHost::State;

namespace {

/// A host that is connected to a server of its own.
struct Connected
{
    Connected()
    {
        ToolSource source;
        source.id = u"far"_s;
        source.name = u"far"_s;
        source.kind = ToolSourceKind::McpUrl;
        source.url = server.url();
        source.headers = {{u"X-Mine"_s, u"yes"_s}};
        host = std::make_unique<McpHost>(source, http, secrets);
        host->setFirstRest(10ms);
    }
    [[nodiscard]] bool isReady()
    {
        host->start();
        return QTest::qWaitFor([&] { return host->state() == State::Ready; }, kPatienceMs);
    }

    HttpMcpServer server;
    HttpClient http;
    MemorySecretStore secrets;
    std::unique_ptr<McpHost> host;
};

} // namespace

class McpHttpTest : public QObject
{
    Q_OBJECT
private slots:
    void callsByEventsAndByJson_data()
    {
        QTest::addColumn<bool>("events");
        QTest::newRow("events") << true;
        QTest::newRow("JSON") << false;
    }
    void callsByEventsAndByJson()
    {
        QFETCH(bool, events);
        Connected far;
        far.server.usesEvents = events;
        QVERIFY(far.isReady());
        QCOMPARE(far.host->tools().first().ref.name, u"echo"_s);
        const std::unique_ptr<ToolRun> run(far.host->call(u"echo"_s, {{u"a"_s, 1}}, nullptr));
        QSignalSpy progress(run.get(), &ToolRun::progressed);
        QCOMPARE(outcomeOf(*run).text, "{\"a\":1}");
        QCOMPARE(progress.size(), events ? 1 : 0);
    }

    void headersOfASession()
    {
        Connected far;
        (void)far.secrets.write(mcpSecretName(far.server.url()), u"a key"_s);
        QVERIFY(far.isReady());
        QTRY_VERIFY(far.server.count("GET") == 1);
        QVERIFY(!far.server.seen.first().headers.contains("mcp-session-id"));
        for (const HttpMcpServer::Seen &request : std::as_const(far.server.seen)) {
            QCOMPARE(request.headers.value("x-mine"), "yes");
            QCOMPARE(request.headers.value("authorization"), "Bearer a key");
            if (request.method == "POST")
                QCOMPARE(request.headers.value("accept"), "application/json, text/event-stream");
        }
        const HttpMcpServer::Seen last = far.server.seen.last();
        QCOMPARE(last.headers.value("mcp-session-id"), far.server.session);
        QCOMPARE(last.headers.value("mcp-protocol-version"), "2025-06-18");

        far.host->stop();
        QTRY_COMPARE(far.server.count("DELETE"), 1);
    }

    void aLostSessionIsFollowedByAnother()
    {
        Connected far;
        QVERIFY(far.isReady());
        const QByteArray first = far.server.session;
        far.server.forgetSession();
        QCOMPARE(called(*far.host, u"echo"_s, {{u"a"_s, 2}}).text, "{\"a\":2}");
        QVERIFY(far.server.session != first);
        QCOMPARE(far.host->state(), State::Ready);
    }

    void aBrokenStreamIsResumed()
    {
        Connected far;
        far.server.breaksStreams = true;
        QVERIFY(far.isReady());
        QCOMPARE(called(*far.host, u"echo"_s, {{u"a"_s, 3}}).text, "{\"a\":3}");
    }

    void hearsWhatTheServerSaysByItself()
    {
        Connected far;
        QVERIFY(far.isReady());
        QTRY_VERIFY(far.server.count("GET") == 1);
        const auto lists = [&] {
            return std::ranges::count_if(far.server.seen, [](const HttpMcpServer::Seen &each) {
                return each.json.value(u"method"_s).toString() == u"tools/list"_s;
            });
        };
        QCOMPARE(lists(), 1);
        far.server.tell(R"({"jsonrpc":"2.0","method":"notifications/tools/list_changed"})");
        QTRY_COMPARE(lists(), 2);
    }

    void doesWithoutSuchAStream()
    {
        Connected far;
        far.server.hasListeners = false;
        QVERIFY(far.isReady());
        QTRY_COMPARE(far.server.count("GET"), 1);
        QCOMPARE(called(*far.host, u"echo"_s).text, "{}");
        QCOMPARE(far.server.count("GET"), 1);
    }

    void aRefusalIsASentence()
    {
        Connected far;
        QVERIFY(far.isReady());
        far.server.refuses = 500;
        QCOMPARE(called(*far.host, u"echo"_s).text,
                 "The tool server “far” answered with HTTP status 500: not today.");
    }

    void nobodyIsThere()
    {
        Connected far;
        far.server.close();
        far.host->start();
        QTRY_COMPARE(far.host->state(), State::Unusable);
        QVERIFY(far.host->error()->message.startsWith(
            u"The tool server “far” could not be reached: "_s));
    }
};

QTEST_GUILESS_MAIN(McpHttpTest)
#include "mcp_http_test.moc"
