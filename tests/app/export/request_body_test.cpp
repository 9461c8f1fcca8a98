// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/request_body.h"

#include "app/chat/prompt_builder.h"
#include "tests/app/export/export_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// A request with a picture, as it would have left.
struct Asked
{
    explicit Asked(const QJsonObject &extraJson = {{u"api_key"_s, u"sk-planted"_s}})
    {
        const MessageId prompt = rows.addPrompt(rows.addRound(), {}, "What is it?",
                                                {{"ab12", u"image/png"_s, 1, 1, 3, u"cat.png"_s}});
        RequestPlan plan;
        plan.provider = deepInfraProvider();
        plan.model = u"m"_s;
        plan.parameters.set(u"temperature", 0.5);
        plan.extraJson = extraJson;
        plan.systemPrompt = u"Be kind."_s;
        plan.path = {rows.record().messages.constLast()};
        plan.imageBytes = {{"ab12", "cat"}};
        request.path = plan.path;
        request.recipe = buildPrompt(plan)->recipe;
        request.isWhole = true;
        Q_UNUSED(prompt)
    }

    ConversationRows rows;
    ExportedRequest request;
};

} // namespace

class RequestBodyTest : public QObject
{
    Q_OBJECT
private slots:
    void isWhatLeftWithImagesNamed()
    {
        const Asked asked;
        const auto rebuilt = rebuiltRequest(asked.request, {{"ab12", "cat"}});
        QVERIFY(rebuilt);
        QCOMPARE(rebuilt->isExact, true);
        QCOMPARE(rebuilt->body["model"_L1].toString(), u"m"_s);
        QCOMPARE(rebuilt->body["temperature"_L1].toDouble(), 0.5);
        const QJsonArray messages = rebuilt->body["messages"_L1].toArray();
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages[0]["content"_L1].toString(), u"Be kind."_s);
        QCOMPARE(messages[1]["content"_L1].toArray().size(), 2);
        bool isNamed = false;
        for (const QJsonValue &part : messages[1]["content"_L1].toArray())
            isNamed |= part["image_url"_L1]["url"_L1] == "sha256:ab12"_L1;
        QVERIFY(isNamed);
    }

    void withoutTheImageItCannotBeToldWhetherItIsExact()
    {
        const Asked asked;
        const auto rebuilt = rebuiltRequest(asked.request, {});
        QVERIFY(rebuilt);
        QVERIFY(!rebuilt->isExact);
    }

    void anEditedMessageIsNotWhatLeft()
    {
        Asked asked;
        asked.request.path[0].parts.last() = TextPart{"What was it?"};
        QCOMPARE(rebuiltRequest(asked.request, {{"ab12", "cat"}})->isExact, false);
    }

    void aMessageThatIsGoneLeavesNoBody()
    {
        Asked asked;
        asked.request.isWhole = false;
        QVERIFY(!rebuiltRequest(asked.request, {}));
    }

    void keysAreInNoBody()
    {
        const Asked asked;
        const auto rebuilt = rebuiltRequest(asked.request, {});
        QVERIFY(rebuilt->body.contains("api_key"_L1));
        QVERIFY(rebuilt->body["api_key"_L1].isNull());
    }

    void whatAToolTakesIsNoKey()
    {
        QJsonObject properties;
        for (const QString &name : {u"password"_s, u"api_key"_s})
            properties.insert(name, QJsonObject{{u"type"_s, u"string"_s}});
        const QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
        const QJsonArray tools{QJsonObject{
            {u"type"_s, u"function"_s},
            {u"function"_s, QJsonObject{{u"name"_s, u"log_in"_s}, {u"parameters"_s, schema}}}}};
        const Asked asked({{u"tools"_s, tools}});
        const auto rebuilt = rebuiltRequest(asked.request, {{"ab12", "cat"}});
        QCOMPARE(rebuilt->isExact, true);
        QCOMPARE(rebuilt->body["tools"_L1].toArray(), tools);
    }

    void whatWasSetIsTakenFromTheRequestElseFromTheLane()
    {
        ConversationRows rows;
        const LaneId lane = rows.addLane(u"m"_s, {{u"temperature"_s, 1}, {u"seed"_s, 3}}, u"Hi"_s);
        const RoundId round = rows.addRound(RoundKind::Sweep);
        rows.addAnswer(lane, round, rows.addPrompt(round, {}, "?"), "!", {{u"temperature"_s, 0}});
        Exported exported = rows.exported();
        const ExportedAnswer answer = exported.rounds[0].answers[0];
        QCOMPARE(sentParameters(exported, answer),
                 (QJsonObject{{u"temperature"_s, 0}, {u"seed"_s, 3}}));
        QCOMPARE(sentSystemPrompt(exported, answer), u"Hi"_s);

        ExportedRequest request;
        request.recipe.body = {{u"model"_s, u"m"_s}, {u"stream"_s, true}, {u"top_p"_s, 0.5}};
        request.recipe.systemPrompt = u"Hello"_s;
        exported.requests.insert(answer.runs[0].id, request);
        QCOMPARE(sentParameters(exported, answer), (QJsonObject{{u"top_p"_s, 0.5}}));
        QCOMPARE(sentSystemPrompt(exported, answer), u"Hello"_s);
    }
};

QTEST_GUILESS_MAIN(RequestBodyTest)
#include "request_body_test.moc"
