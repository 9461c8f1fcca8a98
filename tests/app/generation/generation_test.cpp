// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generation/generation.h"

#include "app/net/http_client.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Generation::State;

class GenerationTest : public QObject
{
    Q_OBJECT

    tests::ScriptedServer m_server;
    HttpClient m_http;

    [[nodiscard]] GenerationSpec spec(const QList<tests::Script> &scripts)
    {
        m_server.forgetRequests();
        m_server.setScripts("/chat/completions", scripts);
        GenerationSpec made;
        made.url = endpoint(m_server.baseUrl(), u"chat/completions");
        made.body = "{}";
        made.firstRetryDelay = 2ms;
        return made;
    }

    /// Scripts that keep a generation in a state until it is ended.
    [[nodiscard]] static QList<tests::Script> stuckIn(State state)
    {
        const auto endless = tests::pause(60s);
        switch (state) {
        case State::Waiting:
            return {{.steps = {endless}, .answers = false}};
        case State::RetryWait:
            return {tests::json("{}", 503)};
        case State::Thinking:
            return {{.steps = {tests::send(tests::delta("\"reasoning\":\"hm\"")), endless}}};
        default:
            return {{.steps = {tests::send(tests::text("Hello")), endless}}};
        }
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }

    void cancelEndsEveryState_data()
    {
        QTest::addColumn<State>("state");
        QTest::newRow("idle") << State::Idle;
        QTest::newRow("connecting") << State::Connecting;
        QTest::newRow("waiting") << State::Waiting;
        QTest::newRow("waiting to retry") << State::RetryWait;
        QTest::newRow("thinking") << State::Thinking;
        QTest::newRow("answering") << State::Answering;
    }
    void cancelEndsEveryState()
    {
        QFETCH(State, state);
        GenerationSpec made = spec(stuckIn(state));
        made.firstRetryDelay = 60s;
        Generation generation(m_http, made);
        QSignalSpy finished(&generation, &Generation::finished);
        if (state != State::Idle)
            generation.start();
        QCOMPARE(generation.state(), State::Idle);
        QTRY_COMPARE(generation.state(), state);
        generation.cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(generation.state(), State::Finished);
        const RunOutcome &outcome = generation.outcome();
        QCOMPARE(outcome.status, RunStatus::Cancelled);
        QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
        QCOMPARE(outcome.choices.first().text, state == State::Answering ? "Hello" : "");
        QCOMPARE(outcome.choices.first().reasoning, state == State::Thinking ? "hm" : "");
        generation.cancel();
        generation.start();
        if (state != State::RetryWait) // its connection is whole and kept
            QTRY_COMPARE(m_server.openConnections(), 0);
        QCOMPARE(finished.size(), 1);
    }

    void cancelFromWithinASignal()
    {
        Generation generation(
            m_http,
            spec({tests::stream({tests::text("a"), tests::text("b"), tests::finish("stop")})}));
        connect(&generation, &Generation::deltaArrived, &generation, [&] { generation.cancel(); });
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(generation.outcome().status, RunStatus::Cancelled);
        QCOMPARE(generation.outcome().choices.first().text, QByteArray("ab"));
    }

    void destructionFromWithinASignal()
    {
        auto generation = std::make_unique<Generation>(
            m_http, spec({tests::stream({tests::text("a"), tests::finish("stop")})}));
        QSignalSpy finished(generation.get(), &Generation::finished);
        connect(generation.get(), &Generation::deltaArrived, this, [&] { generation.reset(); });
        generation->start();
        QTRY_VERIFY(!generation);
        QCOMPARE(finished.size(), 0);
    }

    void retriesAreVisibleAndCanBeHurried()
    {
        GenerationSpec made = spec({tests::json("{\"error\":\"busy\"}", 429),
                                    tests::stream({tests::text("a"), tests::finish("stop")})});
        made.firstRetryDelay = 60s;
        Generation generation(m_http, made);
        QSignalSpy scheduled(&generation, &Generation::retryScheduled);
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(scheduled.wait(30'000));
        QCOMPARE(scheduled.first()[0].toInt(), 1);
        QCOMPARE(scheduled.first()[2].value<Error>().message, u"busy"_s);
        QVERIFY(generation.retryIn() > 10s);
        generation.retryNow();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(generation.outcome().status, RunStatus::Complete);
        QCOMPARE(generation.outcome().retries, 1);
        QVERIFY(!generation.outcome().error);
    }

    void afterATokenNothingIsRetried()
    {
        GenerationSpec made =
            spec({{.steps = {tests::send(tests::text("a")), tests::pause(20ms), tests::reset()}}});
        Generation generation(m_http, made);
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(generation.outcome().status, RunStatus::CutOff);
        QCOMPARE(m_server.requests().size(), 1);
    }

    void timingsFollowTheStream()
    {
        GenerationSpec made = spec({{.steps = {
                                         tests::pause(30ms),
                                         tests::send(tests::delta("\"reasoning\":\"a\"")),
                                         tests::pause(60ms),
                                         tests::send(tests::delta("\"reasoning\":\"b\"")),
                                         tests::pause(30ms),
                                         tests::send(tests::text("c")),
                                         tests::pause(30ms),
                                         tests::send(tests::text("d") + tests::finish("stop")),
                                     }}});
        Generation generation(m_http, made);
        QSignalSpy states(&generation, &Generation::stateChanged);
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(30'000));
        const Timings t = generation.outcome().timings;
        QVERIFY(t.connectedMs >= 0 && t.headersMs >= t.connectedMs);
        QVERIFY(t.firstReasoningMs >= t.headersMs + 20);
        QVERIFY(t.firstTokenMs >= t.firstReasoningMs + 80);
        QVERIFY(t.lastTokenMs >= t.firstTokenMs + 20);
        QVERIFY(t.totalMs >= t.lastTokenMs);
        QVERIFY(generation.outcome().choices.first().reasoningDurationMs >= 50);
        QList<State> seen;
        for (const auto &arguments : states)
            seen.append(arguments.first().value<State>());
        QCOMPARE(seen, (QList<State>{State::Connecting, State::Waiting, State::Thinking,
                                     State::Answering, State::Finished}));
    }

    void theKeyAndTheHeadersAreSent()
    {
        GenerationSpec made = spec({tests::stream({tests::finish("stop")})});
        made.key = u"k"_s;
        made.headers = {{"X-Title", "Diptych"}};
        Generation generation(m_http, made);
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(30'000));
        const tests::SeenRequest &seen = m_server.requests().first();
        QCOMPARE(seen.header("authorization"), QByteArray("Bearer k"));
        QCOMPARE(seen.header("x-title"), QByteArray("Diptych"));
        QCOMPARE(seen.header("content-type"), QByteArray("application/json"));
        QCOMPARE(generation.outcome().status, RunStatus::Complete);
    }

    void toolCallsAreToldOnceTheyGrow()
    {
        const QByteArray call = "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":"
                                "{\"name\":\"f\",\"arguments\":\"{}\"}}]";
        Generation generation(
            m_http, spec({tests::stream({tests::delta(call), tests::finish("tool_calls")})}));
        QSignalSpy calls(&generation, &Generation::toolCallChanged);
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(calls.size(), 1);
        QCOMPARE(generation.outcome().choices.first().toolCalls.first().name, u"f"_s);
    }

    void aMissingKeyIsToldFromAWrongOne_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << QString() << u"no_key"_s;
        QTest::newRow("wrong") << u"wrong"_s << QString();
    }
    void aMissingKeyIsToldFromAWrongOne()
    {
        QFETCH(QString, key);
        GenerationSpec made = spec({tests::json(R"({"error":{"message":"no"}})", 401)});
        made.key = key;
        Generation generation(m_http, made);
        QSignalSpy finished(&generation, &Generation::finished);
        generation.start();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(generation.outcome().error->kind, ErrorKind::Unauthorised);
        QTEST(generation.outcome().error->code, "code");
    }
};

QTEST_GUILESS_MAIN(GenerationTest)
#include "generation_test.moc"
