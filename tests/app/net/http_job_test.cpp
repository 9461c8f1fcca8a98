// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/http_job.h"

#include "app/net/http_client.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ScriptedServer;

namespace {

HttpRequest get(const QUrl &base, const QString &path = u"models"_s)
{
    HttpRequest request;
    request.url = endpoint(base, path);
    return request;
}

HttpRequest post(const QUrl &base, const QByteArray &body = "{}")
{
    HttpRequest request = get(base, u"chat/completions"_s);
    request.method = "POST";
    request.body = body;
    return request;
}

struct Run
{
    explicit Run(HttpJob *what) : job(what)
    {
        QObject::connect(what, &HttpJob::bytesArrived, what,
                         [this] { body += job->read(1 << 20); });
        QObject::connect(what, &HttpJob::finished, what, [this](const Result<void> &end) {
            ++finished;
            outcome = end;
        });
        what->start();
    }
    [[nodiscard]] std::optional<ErrorKind> error() const
    {
        return outcome ? std::nullopt : std::optional(outcome.error().kind);
    }

    std::unique_ptr<HttpJob> job;
    QByteArray body;
    int finished = 0;
    Result<void> outcome;
};

tests::Script redirect(int status, const QUrl &target)
{
    tests::Script script = tests::body("moved", "text/plain", status);
    script.headers = {{"Location", target.toEncoded()}};
    return script;
}

} // namespace

class HttpJobTest : public QObject
{
    Q_OBJECT

    HttpClient m_http;

private slots:
    void signalsComeInOrderAndOnlyFromTheLoop()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        HttpJob *job = m_http.prepare(post(server.baseUrl("lf")), nullptr);
        QStringList order;
        connect(job, &HttpJob::connecting, this, [&] { order << u"connecting"_s; });
        connect(job, &HttpJob::requestSent, this, [&] { order << u"sent"_s; });
        connect(job, &HttpJob::headersArrived, this, [&] { order << u"headers"_s; });
        connect(job, &HttpJob::finished, this, [&] { order << u"finished"_s; });
        Run run(job);
        QVERIFY(order.isEmpty());
        QTRY_COMPARE(run.finished, 1);
        QCOMPARE(order, (QStringList{u"connecting"_s, u"sent"_s, u"headers"_s, u"finished"_s}));
        QVERIFY(run.outcome);
        QVERIFY(run.body.endsWith("[DONE]\n\n"));
        QVERIFY(job->isFinished());
        QCOMPARE(job->response().contentType, QByteArray("text/event-stream"));
    }

    void aRefusalIsAnAnswerWithItsBody_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 402, 403, 404, 405, 409, 413, 422, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void aRefusalIsAnAnswerWithItsBody()
    {
        QFETCH(int, status);
        ScriptedServer server;
        QVERIFY(server.listen());
        tests::Script script = tests::json("{\"error\":\"why\"}", status);
        if (status == 401)
            script.headers = {{"WWW-Authenticate", "Bearer realm=\"api\""}};
        server.setScripts("/chat/completions", {script});
        Run run(m_http.prepare(post(server.baseUrl()), nullptr));
        QTRY_COMPARE(run.finished, 1);
        QVERIFY(run.outcome);
        QCOMPARE(run.job->response().status, status);
        QCOMPARE(run.body, QByteArray("{\"error\":\"why\"}"));
        QCOMPARE(server.requests().size(), 1);
    }

    void anAnswerMayEndWhereItsConnectionDoes()
    {
        // Answer and end are there at once; ScriptedServer has turns of the event loop in between.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int requests = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [&requests, socket] {
                if (!socket->readAll().endsWith("{}"))
                    return;
                ++requests;
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                              "Connection: close\r\n\r\nhello");
                socket->flush();
                socket->disconnectFromHost();
            });
        });
        const QUrl address(u"http://127.0.0.1:%1/v1"_s.arg(server.serverPort()));
        constexpr int kTimes = 30; // Qt reads it in one of several orders
        for (int i = 0; i < kTimes; ++i) {
            Run run(m_http.prepare(post(address), nullptr));
            QTRY_COMPARE(run.finished, 1);
            QVERIFY2(run.outcome, run.outcome ? "" : qPrintable(run.outcome.error().message));
            QCOMPARE(run.body, QByteArray("hello"));
        }
        QCOMPARE(requests, kTimes);
    }

    void theKeyStaysWithItsOrigin_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void theKeyStaysWithItsOrigin()
    {
        QFETCH(int, status);
        ScriptedServer first;
        ScriptedServer other;
        QVERIFY(first.listen() && other.listen());
        first.setScripts("/chat/completions",
                         {redirect(status, endpoint(first.baseUrl(), u"second"))});
        first.setScripts("/second", {redirect(status, endpoint(other.baseUrl(), u"third"))});
        other.setScripts("/third", {tests::json("{}")});
        HttpRequest request = post(first.baseUrl(), "{\"a\":1}");
        request.key = u"secret"_s;
        request.headers = {{"X-Own", "secret too"}};
        Run run(m_http.prepare(request, nullptr));
        QTRY_COMPARE(run.finished, 1);
        QVERIFY(run.outcome);
        QCOMPARE(run.body, QByteArray("{}"));
        QCOMPARE(first.requests().size(), 2);
        for (const auto &seen : first.requests()) {
            QCOMPARE(seen.header("authorization"), QByteArray("Bearer secret"));
            QCOMPARE(seen.header("x-own"), QByteArray("secret too"));
        }
        const tests::SeenRequest &last = other.requests().first();
        QVERIFY(last.header("authorization").isEmpty());
        QVERIFY(last.header("x-own").isEmpty());
        QCOMPARE(last.method, QByteArray(status == 303 ? "GET" : "POST"));
        QCOMPARE(last.body, QByteArray(status == 303 ? "" : "{\"a\":1}"));
    }

    void redirectsEnd()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        server.setScripts("/models", {redirect(302, endpoint(server.baseUrl(), u"models"))});
        Run run(m_http.prepare(get(server.baseUrl()), nullptr));
        QTRY_COMPARE(run.finished, 1);
        QCOMPARE(run.error(), ErrorKind::BadResponse);
        QCOMPARE(server.requests().size(), 6);
    }

    void eightStreamsToOneHostFlowAtOnce()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        server.setScripts("/chat/completions",
                          {{.steps = {tests::send("data: a\n\n"), tests::pause(60s)}}});
        std::vector<std::unique_ptr<Run>> runs;
        for (int i = 0; i < 8; ++i)
            runs.push_back(std::make_unique<Run>(m_http.prepare(post(server.baseUrl()), nullptr)));
        for (const auto &run : runs)
            QTRY_COMPARE(run->body, QByteArray("data: a\n\n"));
        for (const auto &run : runs) {
            run->job->cancel();
            QCOMPARE(run->finished, 1);
            QCOMPARE(run->error(), ErrorKind::Cancelled);
        }
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void onlyWebServersAreFollowed()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        for (const QString &target : {u"ftp://a/b"_s, u"file:///etc/passwd"_s, u"data:,x"_s}) {
            server.setScripts("/models", {redirect(302, QUrl(target))});
            Run run(m_http.prepare(get(server.baseUrl()), nullptr));
            QTRY_COMPARE(run.finished, 1);
            QCOMPARE(run.error(), ErrorKind::BadResponse);
            QVERIFY(run.outcome.error().message.startsWith(u"redirected to "_s));
        }
    }

    void deadHostsAreNetworkErrors()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
        closed.close();
        Run run(m_http.prepare(post(url), nullptr));
        QTRY_COMPARE(run.finished, 1);
        QCOMPARE(run.error(), ErrorKind::Network);
        Run unknown(m_http.prepare(get(QUrl(u"http://no-such-host.invalid"_s)), nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(unknown.finished, 1, tests::kPatienceMs);
        QCOMPARE(unknown.error(), ErrorKind::Network);
    }

    void selfSignedCertificatesAreRefused()
    {
        ScriptedServer server(ScriptedServer::Transport::SelfSignedTls);
        QVERIFY(server.listen());
        Run run(m_http.prepare(post(server.baseUrl()), nullptr));
        QTRY_COMPARE(run.finished, 1);
        QCOMPARE(run.error(), ErrorKind::Tls);
        QVERIFY(server.requests().isEmpty());
    }

    void silenceBeforeTheFirstByteEndsInTime()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        HttpRequest request = post(server.baseUrl("silence-before-headers"));
        request.timeouts.firstByte = 50ms;
        Run run(m_http.prepare(request, nullptr));
        QTRY_COMPARE(run.finished, 1);
        QCOMPARE(run.error(), ErrorKind::Timeout);
        request.longFirstByte = true;
        request.timeouts.firstByteFlex = 100ms;
        Run flex(m_http.prepare(request, nullptr));
        QTRY_COMPARE(flex.finished, 1);
        QCOMPARE(flex.error(), ErrorKind::Timeout);
        QVERIFY(flex.outcome.error().message.contains(u"0.1 s"));
    }

    void anyByteResetsTheIdleTimer()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        tests::Script script;
        for (int i = 0; i < 10; ++i)
            script.steps << tests::send(": ping\n\n") << tests::pause(40ms);
        script.steps << tests::send("data: a\n\n") << tests::pause(60s);
        server.setScripts("/chat/completions", {script});
        HttpRequest request = post(server.baseUrl());
        request.timeouts.idle = 200ms;
        Run run(m_http.prepare(request, nullptr));
        QTRY_COMPARE(run.finished, 1);
        QCOMPARE(run.error(), ErrorKind::Timeout);
        QVERIFY(run.body.endsWith("data: a\n\n"));
    }

    void aLongUploadIsNoSilence()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        const QByteArray body = "{\"a\":\"" + QByteArray(20'000'000, 'x') + "\"}";
        Run run(m_http.prepare(post(server.baseUrl("lf"), body), nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(run.finished, 1, tests::kPatienceMs);
        QVERIFY(run.outcome);
        QCOMPARE(server.requests().first().body, body);
    }

    void answersHaveALimit()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        server.setScripts("/models", {tests::json(QByteArray(100'000, ' '))});
        HttpRequest request = get(server.baseUrl());
        request.maxBytes = 50'000;
        const auto fetched = m_http.fetch(request);
        QTRY_VERIFY(fetched.isFinished());
        QCOMPARE(fetched.result().error().kind, ErrorKind::BadResponse);
    }

    void whatIsNotReadStaysAndHoldsBackTheEnd()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        server.setScripts("/models", {tests::json("0123456789")});
        HttpJob *job = m_http.prepare(get(server.baseUrl()), nullptr);
        const std::unique_ptr<HttpJob> owner(job);
        QList<qint64> left;
        bool finished = false;
        connect(job, &HttpJob::bytesArrived, this, [&] {
            QVERIFY(!finished);
            QCOMPARE(job->read(4).size(), std::min<qint64>(4, 10 - 4 * left.size()));
            left.append(job->bytesAvailable());
        });
        connect(job, &HttpJob::finished, this, [&] { finished = true; });
        job->start();
        QTRY_VERIFY(finished);
        QCOMPARE(left, (QList<qint64>{6, 2, 0}));
    }

    void aJobEndsWithItsClient()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        auto client = std::make_unique<HttpClient>();
        Run run(client->prepare(post(server.baseUrl("silence")), nullptr));
        const auto fetched = client->fetch(post(server.baseUrl("silence")));
        Run late(client->prepare(post(server.baseUrl("silence")), nullptr));
        QTRY_VERIFY(!run.body.isEmpty());
        client.reset();
        QCOMPARE(run.error(), ErrorKind::Cancelled);
        QCOMPARE(fetched.result().error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(late.finished, 1);
        QCOMPARE(late.error(), ErrorKind::Cancelled);
    }

    void cancelIsSynchronousAndFinal()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        Run idle(m_http.prepare(post(server.baseUrl("silence")), nullptr));
        idle.job->cancel();
        QCOMPARE(idle.finished, 1);
        Run run(m_http.prepare(post(server.baseUrl("silence")), nullptr));
        QTRY_VERIFY(!run.body.isEmpty());
        run.job->cancel();
        QCOMPARE(run.finished, 1);
        run.job->cancel();
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(run.finished, 1);
        QCOMPARE(server.requests().size(), 1);
    }

    void destructionIsSilent()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        HttpJob *job = m_http.prepare(post(server.baseUrl("silence")), nullptr);
        QSignalSpy finished(job, &HttpJob::finished);
        QSignalSpy headers(job, &HttpJob::headersArrived);
        job->start();
        QVERIFY(headers.wait(30'000));
        std::unique_ptr<HttpJob>(job).reset();
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(finished.size(), 0);
    }

    void aRequestThatGotNoAnswerIsNotSentAgain()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        server.setScripts("/chat/completions", {{.steps = {tests::reset()}, .answers = false}});
        Run run(m_http.prepare(post(server.baseUrl()), nullptr));
        QTRY_COMPARE(run.finished, 1);
        QCOMPARE(run.error(), ErrorKind::Network);
        QCOMPARE(server.requests().size(), 1);
    }

    void fetchGivesTheWholeAnswer()
    {
        ScriptedServer server;
        QVERIFY(server.listen());
        const auto fetched = m_http.fetch(get(server.baseUrl()));
        QTRY_VERIFY(fetched.isFinished());
        const auto response = fetched.result();
        QCOMPARE(response->status, 200);
        QCOMPARE(response->contentType, QByteArray("application/json"));
        QVERIFY(response->body.contains("DeepSeek"));
    }
};

QTEST_GUILESS_MAIN(HttpJobTest)
#include "http_job_test.moc"
