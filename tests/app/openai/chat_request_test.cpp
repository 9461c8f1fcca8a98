// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/chat_request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

Provider serverOf(Dialect dialect)
{
    Provider provider;
    provider.dialect = dialect;
    return provider;
}

QByteArray sent(const ChatRequest &request, Dialect dialect = Dialect::Unknown)
{
    return encodeRequest(request, serverOf(dialect)).value().bytes;
}

ChatRequest hello()
{
    ChatRequest request{.model = u"m"_s};
    request.messages = {{.role = Role::User, .parts = {TextPart{"Hi"}}}};
    request.stream = false;
    return request;
}

const QByteArray kHello = R"({"messages":[{"content":"Hi","role":"user"}],"model":"m"})";

} // namespace

class ChatRequestTest : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatIsSetIsSent() { QCOMPARE(sent(hello()), kHello); }

    void streamingIsAskedForInTheDialect_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QByteArray>("tail");
        const QByteArray plain = R"("stream":true})";
        const QByteArray usage = R"("stream":true,"stream_options":{"include_usage":true}})";
        QTest::newRow("unknown") << Dialect::Unknown << plain;
        QTest::newRow("deepinfra") << Dialect::DeepInfra << plain;
        QTest::newRow("openrouter") << Dialect::OpenRouter << plain;
        QTest::newRow("openai") << Dialect::OpenAi << usage;
        QTest::newRow("vllm") << Dialect::Vllm << usage;
        QTest::newRow("llama-server") << Dialect::LlamaServer << usage;
    }
    void streamingIsAskedForInTheDialect()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QByteArray, tail);
        ChatRequest request = hello();
        request.stream = true;
        const QByteArray bytes = sent(request, dialect);
        QVERIFY2(bytes.endsWith(tail), bytes.constData());
    }

    void theUserDecidesAboutUsageAndStream()
    {
        ChatRequest request = hello();
        request.stream = true;
        request.parameters.set(u"stream_options.include_usage", false);
        QVERIFY(sent(request, Dialect::OpenAi).contains(R"({"include_usage":false})"));
        request.parameters.set(u"stream", false);
        const auto encoded = encodeRequest(request, serverOf(Dialect::OpenAi));
        QVERIFY(!encoded->stream);
        QVERIFY(!encoded->bytes.contains("stream_options"));
    }

    void everyParameterGoesUnderItsName()
    {
        ChatRequest request = hello();
        for (const ParameterSpec &spec : parameterTable())
            request.parameters.set(QString(spec.name), u"value"_s);
        const QJsonObject body = bodyWithoutMessages(request, serverOf(Dialect::Unknown));
        for (const ParameterSpec &spec : parameterTable()) {
            const QString name(spec.name);
            if (spec.isLocal)
                QVERIFY(!body.contains(name));
            else if (!name.contains(u'.') && name != "stream"_L1)
                QCOMPARE(body[name].toString(), u"value"_s);
        }
        QVERIFY(heldBackParameters(request, serverOf(Dialect::Unknown)).isEmpty());
    }

    void theTierAutoIsNeverSent_data()
    {
        QTest::addColumn<Dialect>("dialect");
        for (const Dialect dialect : {Dialect::Unknown, Dialect::DeepInfra, Dialect::OpenAi,
                                      Dialect::OpenRouter, Dialect::Ollama, Dialect::Demo})
            QTest::newRow(dialectName(dialect).data()) << dialect;
    }

    void theTierAutoIsNeverSent()
    {
        QFETCH(Dialect, dialect);
        const Provider server = serverOf(dialect);
        ChatRequest request = hello();
        request.parameters.set(u"service_tier", u"auto"_s);
        request.sendAnyway = {u"service_tier"_s};
        QVERIFY(!bodyWithoutMessages(request, server).contains("service_tier"_L1));
        QCOMPARE(heldBackParameters(request, server), QStringList{u"service_tier"_s});
        request.parameters = {};
        request.extraJson = {{u"service_tier"_s, u"auto"_s}};
        QVERIFY(!bodyWithoutMessages(request, server).contains("service_tier"_L1));
        request.extraJson = {{u"service_tier"_s, u"flex"_s}};
        QCOMPARE(bodyWithoutMessages(request, server)["service_tier"_L1].toString(), u"flex"_s);
    }

    void dialectsHoldBackWhatTheyDoNotTake()
    {
        ChatRequest request = hello();
        request.parameters.set(u"top_k", 5);
        request.parameters.set(u"max_tokens", 9);
        const Provider openAi = serverOf(Dialect::OpenAi);
        QCOMPARE(heldBackParameters(request, openAi), QStringList{u"top_k"_s});
        QCOMPARE(bodyWithoutMessages(request, openAi),
                 (QJsonObject{{u"model"_s, u"m"_s}, {u"max_completion_tokens"_s, 9}}));
        request.sendAnyway = {u"top_k"_s};
        QCOMPARE(bodyWithoutMessages(request, openAi)["top_k"_L1].toInt(), 5);
        QVERIFY(heldBackParameters(request, openAi).isEmpty());
    }

    void fieldsAreDroppedAndExtraJsonHasTheLastWord()
    {
        ChatRequest request = hello();
        request.parameters.set(u"temperature", 0.7);
        request.parameters.set(u"reasoning", QJsonObject{{u"effort"_s, u"low"_s}});
        Provider provider = serverOf(Dialect::Unknown);
        provider.dropFields = {u"temperature"_s, u"model"_s};
        request.extraJson = {{u"seed"_s, 7}, {u"reasoning"_s, QJsonObject{{u"enabled"_s, true}}}};
        const QJsonObject reasoning{{u"effort"_s, u"low"_s}, {u"enabled"_s, true}};
        QCOMPARE(bodyWithoutMessages(request, provider),
                 (QJsonObject{{u"model"_s, u"m"_s}, {u"seed"_s, 7}, {u"reasoning"_s, reasoning}}));
        request.extraJson = {{u"messages"_s, QJsonArray{}}};
        QCOMPARE(encodeRequest(request, provider)->bytes.count("messages"), 1);
    }

    void messagesTakeTheirShapes_data()
    {
        QTest::addColumn<WireMessage>("message");
        QTest::addColumn<QByteArray>("json");
        const ImagePart image{.sha256 = "aa", .mimeType = u"image/png"_s};
        const ToolCallPart call{.id = u"c1"_s, .name = u"f"_s, .arguments = "{\"a\":1}"};
        QTest::newRow("text") << WireMessage{Role::User, {TextPart{"a\"ä\n"}}}
                              << QByteArray("{\"content\":\"a\\\"ä\\n\",\"role\":\"user\"}");
        QTest::newRow("image first")
            << WireMessage{Role::User, {TextPart{"what?"}, image}}
            << QByteArray(R"({"content":[{"image_url":{"url":"data:image/png;base64,UE5H"},)"
                          R"("type":"image_url"},{"text":"what?","type":"text"}],"role":"user"})");
        QTest::newRow("image by address")
            << WireMessage{Role::User,
                           {ImagePart{.sha256 = "bb", .url = u"https://x.org/a.png?b=\"c\""_s},
                            TextPart{"what?"}}}
            << QByteArray(R"({"content":[{"image_url":{"url":"https://x.org/a.png?b=\"c\""},)"
                          R"("type":"image_url"},{"text":"what?","type":"text"}],"role":"user"})");
        QTest::newRow("calls")
            << WireMessage{Role::Assistant, {ReasoningPart{"hm"}, call}}
            << QByteArray(R"({"content":null,"role":"assistant","tool_calls":[{)"
                          "\"function\":{\"arguments\":\"{\\\"a\\\":1}\",\"name\":\"f\"},"
                          R"("id":"c1","type":"function"}]})");
        QTest::newRow("with reasoning")
            << WireMessage{Role::Assistant, {ReasoningPart{"hm"}, TextPart{"a"}}, true}
            << QByteArray(R"({"content":"a","reasoning_content":"hm","role":"assistant"})");
        QTest::newRow("result") << WireMessage{Role::Tool, {ToolResultPart{u"c1"_s, "21 C"}}}
                                << QByteArray(
                                       R"({"content":"21 C","role":"tool","tool_call_id":"c1"})");
    }
    void messagesTakeTheirShapes()
    {
        QFETCH(WireMessage, message);
        QFETCH(QByteArray, json);
        const auto encoded = encodeMessage(message, {{"aa", "PNG"}});
        QVERIFY(encoded);
        QCOMPARE(*encoded, json);
        QVERIFY(QJsonDocument::fromJson(*encoded).isObject());
    }

    void aMissingImageIsAnError()
    {
        const WireMessage message{Role::User, {ImagePart{.sha256 = "aa"}}};
        QCOMPARE(encodeMessage(message).error().kind, ErrorKind::Storage);
    }

    void theBodyIsBuiltAgainByteForByte()
    {
        ChatRequest request = hello();
        request.systemPrompt = u"Be „brief“"_s;
        request.messages.append({Role::Assistant, {TextPart{"Hello"}}});
        request.parameters.set(u"temperature", 0.1);
        request.parameters.set(u"seed", qint64(9007199254740993));
        request.continuesLast = true;
        const auto encoded = encodeRequest(request, serverOf(Dialect::Vllm));
        const auto kept = QJsonDocument::fromJson(QJsonDocument(encoded->body).toJson());
        QCOMPARE(assembleBody(kept.object(), request.systemPrompt, encoded->messages),
                 encoded->bytes);
        QCOMPARE(encoded->messages.size(), 2);
        QVERIFY(encoded->bytes.contains(R"("add_generation_prompt":false)"));
        QVERIFY(encoded->bytes.contains(R"("continue_final_message":true)"));
        QVERIFY(encoded->bytes.contains("9007199254740993"));
        QVERIFY(QJsonDocument::fromJson(encoded->bytes).isObject());
    }
};

QTEST_GUILESS_MAIN(ChatRequestTest)
#include "chat_request_test.moc"
