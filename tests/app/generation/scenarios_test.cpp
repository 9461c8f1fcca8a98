// SPDX-License-Identifier: GPL-3.0-or-later
// Every scenario of the scripted server, through the whole client path.
#include "app/generation/generation.h"
#include "app/net/http_client.h"
#include "tests/support/patience.h"
#include "tests/support/scenarios.h"
#include "tests/support/scripted_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray bodyFor(const QByteArray &model)
{
    return R"({"messages":[{"content":"Hi","role":"user"}],"model":)" + tests::quoted(model) + "}";
}

} // namespace

class ScenariosTest : public QObject
{
    Q_OBJECT

    tests::ScriptedServer m_server;
    HttpClient m_http;

    [[nodiscard]] GenerationSpec spec(const tests::Scenario &scenario) const
    {
        GenerationSpec made;
        made.url = endpoint(m_server.baseUrl(), u"chat/completions");
        made.body = bodyFor(scenario.name);
        made.stream = scenario.streams;
        made.modelThinks = scenario.modelThinks;
        made.firstRetryDelay = 2ms;
        const auto patience = scenario.name.startsWith("silence") ? 150ms : 10s;
        made.timeouts = {.connect = 10s, .firstByte = patience, .idle = patience};
        return made;
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }

    void endAsTheyShould_data()
    {
        QTest::addColumn<int>("row");
        for (qsizetype row = 0; row < tests::scenarios().size(); ++row)
            QTest::newRow(tests::scenarios()[row].name.constData()) << int(row);
    }
    void endAsTheyShould()
    {
        QFETCH(int, row);
        const tests::Scenario &scenario = tests::scenarios()[row];
        const tests::Expected &expected = scenario.expected;
        m_server.forgetRequests();

        Generation generation(m_http, spec(scenario));
        QHash<int, QByteArray> streamed;
        connect(&generation, &Generation::deltaArrived, this, [&](const Delta &delta) {
            if (delta.reclassified)
                streamed[delta.choice].clear();
            streamed[delta.choice] += delta.text;
        });
        QSignalSpy finished(&generation, &Generation::finished);
        QSignalSpy retries(&generation, &Generation::retryScheduled);
        generation.start();
        QVERIFY(finished.wait(tests::kPatienceMs));

        const RunOutcome &outcome = generation.outcome();
        const QByteArray message = outcome.error ? outcome.error->message.toUtf8() : "";
        QVERIFY2(outcome.status == expected.status, message.constData());
        QCOMPARE(outcome.error.has_value(), expected.error.has_value());
        if (expected.error)
            QCOMPARE(outcome.error->kind, *expected.error);
        QCOMPARE(outcome.choices.size(), expected.choices.size());
        for (qsizetype i = 0; i < expected.choices.size(); ++i)
            compare(outcome.choices[i], expected.choices[i], streamed.value(int(i)));
        QVERIFY(outcome.usage == expected.usage);
        QCOMPARE(outcome.model, expected.model);
        QCOMPARE(outcome.serviceTier, expected.serviceTier);
        QCOMPARE(outcome.malformedEvents, expected.malformedEvents);
        QCOMPARE(m_server.requests().size(), expected.requests);
        QCOMPARE(outcome.retries, expected.requests - 1);
        QCOMPARE(retries.size(), expected.requests - 1);
        QCOMPARE(finished.size(), 1);
        for (const tests::SeenRequest &request : m_server.requests())
            QCOMPARE(request.body, spec(scenario).body);
    }

private:
    static void compare(const Choice &is, const Choice &shall, const QByteArray &streamed)
    {
        QCOMPARE(is.index, shall.index);
        QCOMPARE(is.text, shall.text);
        QCOMPARE(streamed, shall.text);
        QCOMPARE(is.reasoning, shall.reasoning);
        QCOMPARE(is.finishReason, shall.finishReason);
        QVERIFY(is.toolCalls == shall.toolCalls);
    }
};

QTEST_GUILESS_MAIN(ScenariosTest)
#include "scenarios_test.moc"
