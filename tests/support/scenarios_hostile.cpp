// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gzip.h"
#include "tests/support/scenarios_parts.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::ErrorKind;

namespace tests {

namespace {

constexpr int kMegabyte = 1024 * 1024;

Expected helloWorld(int malformedEvents = 0)
{
    return {.choices = {answered("Hello world")},
            .usage = usualUsage(),
            .malformedEvents = malformedEvents};
}

/// "Hello world", and something in front of it.
Script helloBehind(const QByteArray &bytes)
{
    return stream(QByteArrayList{bytes} + helloEvents(kUsage));
}

Script withHeader(Script script, const QByteArray &name, const QByteArray &value)
{
    script.headers.append({name, value});
    return script;
}

Script redirect(const QByteArray &location)
{
    return withHeader(body("moved", "text/plain", 302), "Location", location);
}

Script compressed(const QByteArray &bytes, const QByteArray &contentType)
{
    return withHeader(body(gzipped(bytes), contentType, 200), "Content-Encoding", "gzip");
}

QList<Scenario> compressionScenarios()
{
    const QByteArray events = helloEvents(kUsage).join();
    const QByteArray message = R"({"role":"assistant","content":"Hello world"})";
    Script cut = compressed(events, "text/event-stream");
    cut.steps.first().bytes.chop(40);
    return {
        {"gzip-stream", {compressed(events, "text/event-stream")}, helloWorld()},
        {"gzip-whole",
         {compressed(completion(message, "stop", kUsage), "application/json")},
         helloWorld(),
         false},
        {"gzip-refusal",
         {[] {
             Script refusal = compressed(R"({"error":{"message":"no"}})", "application/json");
             refusal.status = 400;
             return refusal;
         }()},
         failed(ErrorKind::InvalidRequest)},
        {"gzip-bomb",
         {compressed(QByteArray("data: ") + QByteArray(60 * kMegabyte, 'x'), "text/event-stream")},
         failed(ErrorKind::BadResponse)},
        {"gzip-that-is-none",
         {withHeader(body(events, "text/event-stream", 200), "Content-Encoding", "gzip")},
         failed(ErrorKind::BadResponse)},
    };
}

QList<Scenario> redirectScenarios()
{
    return {
        {"redirect-to-a-file", {redirect("file:///etc/passwd")}, failed(ErrorKind::BadResponse)},
        {"redirect-to-the-demo", {redirect("demo:/x")}, failed(ErrorKind::BadResponse)},
        {"redirect-nowhere", {redirect("http://")}, failed(ErrorKind::BadResponse)},
    };
}

QList<Scenario> floodScenarios()
{
    const QByteArray blanks(kMegabyte, '\n');
    const QByteArray spaces(1000, ' ');
    const QByteArray thought(1000, 'h');
    Script drowned{.contentType = "", .steps = {send(blanks + helloEvents(kUsage).join())}};
    QByteArrayList blankTexts;
    QByteArrayList thoughts;
    for (int i = 0; i < 2000; ++i) {
        blankTexts << text(spaces);
        thoughts << delta("\"reasoning_content\":" + quoted(thought));
    }
    return {
        {"header-of-a-megabyte",
         {withHeader(stream(helloEvents(kUsage)), "X-Long", QByteArray(kMegabyte, 'x'))},
         helloWorld()},
        {"blank-lines-first", {drowned}, helloWorld()},
        {"white-space-first",
         {stream(blankTexts << text("Hello") << finish("stop") << kDone)},
         {.choices = {answered(spaces.repeated(2000) + "Hello")}}},
        {"long-reasoning",
         {stream(thoughts << text("Hello") << finish("stop") << kDone)},
         {.choices = {answered("Hello", thought.repeated(2000))}}},
        {"bytes-after-done",
         {{.steps = {send(helloEvents(kUsage).join()), send(QByteArray(3 * kMegabyte, 'x')),
                     pause(60s)}}},
         helloWorld()},
        {"refusal-of-megabytes",
         {body("<html>" + QByteArray(3 * kMegabyte, 'x'), "text/html", 400)},
         failed(ErrorKind::InvalidRequest)},
        {"whole-answer-too-long",
         {json(completion(R"({"content":")" + QByteArray(17 * kMegabyte, 'x') + R"("})", "stop"))},
         failed(ErrorKind::BadResponse),
         false},
        {"error-of-megabytes",
         {stream({text("Hello"),
                  event(R"({"error":{"message":")" + QByteArray(2 * kMegabyte, 'x') + R"("}})")})},
         {.status = app::RunStatus::Failed,
          .choices = {{.text = "Hello"}},
          .error = ErrorKind::Server}},
    };
}

Scenario manyCalls()
{
    QByteArrayList pieces;
    Expected expected{.choices = {{.finishReason = u"tool_calls"_s}}};
    for (int i = 0; i < 5000; ++i) {
        pieces << R"({"index":)" + QByteArray::number(i) + R"(,"id":"c)" + QByteArray::number(i)
                      + R"(","function":{"name":"f","arguments":"{}"}})";
        if (i < 256) {
            expected.choices.first().toolCalls.append(
                {.id = u"c%1"_s.arg(i), .name = u"f"_s, .arguments = "{}"});
        }
    }
    return {
        "thousands-of-calls",
        {stream({delta("\"tool_calls\":[" + pieces.join(',') + "]"), finish("tool_calls"), kDone})},
        expected};
}

Scenario manyChoices()
{
    QByteArrayList choices;
    Expected expected;
    for (int i = 0; i < 5000; ++i) {
        choices << R"({"index":)" + QByteArray::number(i)
                       + R"(,"delta":{"content":"x"},"finish_reason":"stop"})";
        if (i < 128)
            expected.choices.append({.index = i, .text = "x", .finishReason = u"stop"_s});
    }
    return {"thousands-of-choices",
            {stream({event(R"({"model":"scripted-model","choices":[)" + choices.join(',') + "]}"),
                     kDone})},
            expected};
}

QList<Scenario> absurdScenarios()
{
    const QByteArray name(100'000, 'n');
    const auto short512 = [](const QByteArray &text) { return QString::fromUtf8(text.left(512)); };
    return {
        manyCalls(),
        manyChoices(),
        {"call-numbers-that-are-none",
         {stream({delta(R"("tool_calls":[{"index":1e300,"id":"a","function":{"name":"f"}},)"
                        R"({"index":-7,"id":"b","function":{"name":"g"}},)"
                        R"({"index":"x","id":"b","function":{"arguments":"{}"}}])"),
                  finish("tool_calls"), kDone})},
         {.choices = {{.toolCalls = {{.id = u"a"_s, .name = u"f"_s, .arguments = "{}"},
                                     {.id = u"b"_s, .name = u"g"_s, .arguments = "{}"}},
                       .finishReason = u"tool_calls"_s}}}},
        {"deep-json",
         {helloBehind(event(QByteArray(100'000, '['))
                      + event(R"({"choices":)" + QByteArray("[").repeated(500)
                              + QByteArray("]").repeated(500) + "}"))},
         helloWorld(2)},
        {"huge-numbers",
         {stream(helloEvents(R"("usage":{"prompt_tokens":1e300,"completion_tokens":-4,)"
                             R"("total_tokens":3,"estimated_cost":1e300})"))},
         {.choices = {answered("Hello world")},
          .usage = app::Usage{.totalTokens = 3, .costUsd = 1e300}}},
        {"number-beyond-double",
         {stream(helloEvents(R"("usage":{"total_tokens":1e999})"))},
         {.choices = {answered("Hello world")}}},
        {"nul-bytes",
         {helloBehind(event(QByteArray("{\"choices\":[{\"delta\":{\"content\":\"a\0b\"}}]}", 42))
                      + QByteArray("\0\0\n", 3))},
         helloWorld(1)},
        {"nul-character",
         {stream({delta(R"("content":"a\u0000b")"), finish("stop"), kDone})},
         {.choices = {answered(QByteArray("a\0b", 3))}}},
        {"invalid-utf8",
         {stream({delta("\"content\":\"a\xff\xc3(b\xed\xa0\x80\""), finish("stop"), kDone})},
         {.choices = {answered(QString::fromUtf8("a\xff\xc3(b\xed\xa0\x80").toUtf8())}}},
        {"lone-surrogates",
         {stream({delta(R"("content":"\ud800\ud800\udc00\udc00")"), finish("stop"), kDone})},
         {.choices = {answered("\xef\xbf\xbd\xf0\x90\x80\x80\xef\xbf\xbd")}}},
        {"long-names",
         {stream({delta(R"("tool_calls":[{"index":0,"id":"a","function":{"name":)" + quoted(name)
                        + R"(,"arguments":"{}"}}])"),
                  finish(name), kDone})},
         {.choices = {{.toolCalls = {{.id = u"a"_s, .name = short512(name), .arguments = "{}"}},
                       .finishReason = short512(name)}}}},
        {"not-http",
         {{.steps = {send("SSH-2.0-OpenSSH_9.2p1\r\n"), {Step::Kind::Close}}, .answers = false}},
         failed(ErrorKind::Network, 6)},
    };
}

} // namespace

QList<Scenario> hostileScenarios()
{
    return compressionScenarios() + redirectScenarios() + floodScenarios() + absurdScenarios();
}

} // namespace tests
