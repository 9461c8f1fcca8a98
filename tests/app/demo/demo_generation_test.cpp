// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the demo through the path that every answer takes.
#include "app/demo/demo_access_manager.h"
#include "app/generation/generation.h"
#include "app/net/http_client.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class DemoGenerationTest : public QObject
{
    Q_OBJECT
private slots:
    void theTourArrivesWhole()
    {
        const RunOutcome outcome = run(body(demoModel()));
        QCOMPARE(outcome.status, RunStatus::Complete);
        QCOMPARE(outcome.model, demoModel());
        const Choice &choice = outcome.choices.first();
        QVERIFY(choice.text.startsWith("# Welcome to Diptych"));
        QVERIFY(choice.text.endsWith("*the keyboard*.\n"));
        QCOMPARE(choice.finishReason, u"stop"_s);
        QCOMPARE(outcome.usage.value().costUsd, std::optional(0.0));
        QCOMPARE(outcome.malformedEvents, 0);
        QCOMPARE(outcome.retries, 0);
        QCOMPARE(run(with(body(demoModel()), u"stream"_s, false)).choices.first().text,
                 choice.text);
    }

    void thoughtsAreApartFromTheAnswer()
    {
        const RunOutcome outcome = run(body(u"diptych/reasoner"_s));
        QVERIFY(outcome.choices.first().reasoning.contains("I can count"));
        QVERIFY(!outcome.choices.first().text.contains("The prompt is"));
        QVERIFY(outcome.usage.value().reasoningTokens.value_or(0) > 0);
    }

    void callsArePutTogether()
    {
        const QJsonObject parameters{
            {u"type"_s, u"object"_s},
            {u"properties"_s, QJsonObject{{u"question"_s, QJsonObject{{u"type"_s, u"string"_s}}}}},
            {u"required"_s, QJsonArray{u"question"_s}}};
        QJsonArray tools;
        for (const QString &name : {u"search"_s, u"ask"_s}) {
            const QJsonObject function{{u"name"_s, name}, {u"parameters"_s, parameters}};
            tools.append(QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}});
        }
        const RunOutcome outcome = run(with(body(u"diptych/tools"_s), u"tools"_s, tools));
        const auto calls = outcome.choices.first().toolCalls;
        QCOMPARE(outcome.choices.first().finishReason, u"tool_calls"_s);
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls.at(1).name, u"ask"_s);
        QCOMPARE(calls.at(1).arguments, QByteArray("{\"question\":\"Hello there\"}"));
        QVERIFY(calls.at(0).id != calls.at(1).id);
    }

    void severalChoicesStreamSideBySide()
    {
        const RunOutcome outcome = run(with(body(u"diptych/length"_s), u"n"_s, 2));
        QCOMPARE(outcome.choices.size(), 2);
        QCOMPARE(outcome.choices.at(0).finishReason, u"length"_s);
        QCOMPARE(outcome.choices.at(1).text, outcome.choices.at(0).text);
    }

    void theTierComesBack()
    {
        const QJsonObject asked = with(body(demoModel()), u"service_tier"_s, u"priority"_s);
        QCOMPARE(run(asked).serviceTier, std::optional(u"default"_s));
    }

    void everyFailureIsOfItsKind_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("key") << u"diptych/error-key"_s << ErrorKind::Unauthorised;
        QTest::newRow("balance") << u"diptych/error-balance"_s << ErrorKind::NoBalance;
        QTest::newRow("forbidden") << u"diptych/error-forbidden"_s << ErrorKind::Forbidden;
        QTest::newRow("field") << u"diptych/error-field"_s << ErrorKind::InvalidRequest;
        QTest::newRow("context") << u"diptych/error-context"_s << ErrorKind::ContextOverflow;
        QTest::newRow("busy") << u"diptych/error-busy"_s << ErrorKind::RateLimited;
        QTest::newRow("server") << u"diptych/error-server"_s << ErrorKind::Server;
        QTest::newRow("html") << u"diptych/error-html"_s << ErrorKind::BadResponse;
        QTest::newRow("offline") << u"diptych/error-offline"_s << ErrorKind::Network;
        QTest::newRow("no such model") << u"diptych/none"_s << ErrorKind::NotFound;
    }

    void everyFailureIsOfItsKind()
    {
        QFETCH(QString, model);
        QFETCH(ErrorKind, kind);
        const RunOutcome outcome = run(body(model));
        QCOMPARE(outcome.status, RunStatus::Failed);
        QCOMPARE(outcome.error.value().kind, kind);
        QVERIFY(!outcome.error->message.isEmpty());
    }

    void aMissingFeatureIsUnsupported()
    {
        const QJsonObject format{{u"type"_s, u"json_object"_s}};
        const RunOutcome outcome =
            run(with(body(u"diptych/error-unsupported"_s), u"response_format"_s, format));
        QCOMPARE(outcome.error.value().kind, ErrorKind::Unsupported);
    }

    void aBusyModelSaysWhenToTryAgain()
    {
        const RunOutcome outcome = run(body(u"diptych/error-busy"_s));
        QCOMPARE(outcome.error.value().retryAfter, std::optional(std::chrono::milliseconds(2'000)));
    }

    void whatCameBeforeABreakIsKept_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<RunStatus>("status");
        QTest::newRow("cut off") << u"diptych/error-cut"_s << RunStatus::CutOff;
        QTest::newRow("lost") << u"diptych/error-lost"_s << RunStatus::CutOff;
        QTest::newRow("failed") << u"diptych/error-stream"_s << RunStatus::Failed;
    }

    void whatCameBeforeABreakIsKept()
    {
        QFETCH(QString, model);
        const RunOutcome outcome = run(body(model));
        QTEST(outcome.status, "status");
        QVERIFY(outcome.choices.first().text.startsWith("This answer will not reach its end."));
        QVERIFY(outcome.choices.first().finishReason.isEmpty());
    }

    void cancelKeepsWhatCame()
    {
        HttpClient http([] { return std::make_unique<DemoAccessManager>(4); });
        Generation generation(http, spec(body(demoModel())));
        std::optional<RunOutcome> outcome;
        connect(&generation, &Generation::finished, this,
                [&outcome](const RunOutcome &end) { outcome = end; });
        generation.start();
        QTRY_VERIFY(!generation.outcome().choices.isEmpty()
                    && !generation.outcome().choices.first().text.isEmpty());
        generation.cancel();
        QCOMPARE(outcome.value().status, RunStatus::Cancelled);
        QVERIFY(!outcome->choices.first().text.isEmpty());
    }

private:
    static QJsonObject body(const QString &model)
    {
        const QJsonArray messages{
            QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Hello there"_s}}};
        return {{u"model"_s, model}, {u"stream"_s, true}, {u"messages"_s, messages}};
    }

    static QJsonObject with(QJsonObject body, const QString &name, const QJsonValue &value)
    {
        body.insert(name, value);
        return body;
    }

    static GenerationSpec spec(const QJsonObject &body)
    {
        GenerationSpec made;
        made.url = endpoint(demoProvider().baseUrl, u"chat/completions");
        made.body = QJsonDocument(body).toJson();
        made.stream = body.value("stream"_L1).toBool();
        made.maxRetries = 0;
        return made;
    }

    RunOutcome run(const QJsonObject &body)
    {
        HttpClient http([] { return std::make_unique<DemoAccessManager>(1'000); });
        Generation generation(http, spec(body));
        std::optional<RunOutcome> outcome;
        connect(&generation, &Generation::finished, this,
                [&outcome](const RunOutcome &end) { outcome = end; });
        generation.start();
        return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, tests::kPatienceMs)
                   ? *outcome
                   : RunOutcome();
    }
};

QTEST_GUILESS_MAIN(DemoGenerationTest)
#include "demo_generation_test.moc"
