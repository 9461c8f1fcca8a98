// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenarios_parts.h"
#include "tests/support/token_events.h"

using namespace Qt::StringLiterals;

namespace tests {

namespace {

const QByteArray kUsageNull = R"("usage":null)";

Expected hello(std::optional<app::Usage> usage = {})
{
    return {.choices = {answered("Hello world")}, .usage = usage};
}

Expected called(const QList<app::ToolCallPart> &calls)
{
    return {.choices = {{.toolCalls = calls, .finishReason = u"tool_calls"_s}}};
}

app::ToolCallPart weather(const QByteArray &city, const QString &id)
{
    return {.id = id, .name = u"weather"_s, .arguments = "{\"city\":\"" + city + "\"}"};
}

QByteArray calls(const QByteArray &list)
{
    return delta("\"tool_calls\":[" + list + "]");
}

Script streamOfCalls(QByteArrayList events)
{
    return stream(events << finish("tool_calls") << kDone);
}

Script think(const QByteArrayList &pieces)
{
    QByteArrayList events;
    for (const QByteArray &piece : pieces)
        events << text(piece);
    return stream(events << finish("stop") << kDone);
}

QList<Scenario> chunkScenarios()
{
    const QByteArray bare = R"({"id":"c","object":"chat.completion.chunk","choices":[{"delta":)";
    return {
        {"role-only-first",
         {stream(QByteArrayList{delta(R"("role":"assistant","content":"")"),
                                delta(R"("role":"assistant","content":"")")}
                 + helloEvents())},
         hello()},
        {"content-null",
         {stream(QByteArrayList{delta(R"("role":null,"content":null)")} + helloEvents())},
         hello()},
        {"no-index",
         {stream({event(bare + R"({"content":"Hello"},"finish_reason":null}]})"),
                  event(bare + R"({"content":" world"}}]})"),
                  event(bare + R"({},"finish_reason":"stop"}]})"), kDone})},
         {.choices = {answered("Hello world")}, .model = {}}},
        {"empty-choices",
         {stream(QByteArrayList{event(R"({"choices":[],"timings":{"prompt_n":1}})"),
                                event(R"({"prompt_filter_results":[]})")}
                 + helloEvents())},
         hello()},
        {"two-choices",
         {stream({text("a", 0), text("x", 1), text("b", 0), text("y", 1), finish("stop", {}, 1),
                  finish("length", kUsage, 0), kDone})},
         {.choices = {{.index = 0, .text = "ab", .finishReason = u"length"_s},
                      {.index = 1, .text = "xy", .finishReason = u"stop"_s}},
          .usage = usualUsage()}},
        {"length-empty",
         {stream({delta(R"("role":"assistant","content":"")"), finish("length"), kDone})},
         {.choices = {{.finishReason = u"length"_s}}}},
        {"unknown-finish",
         {stream({text("Hello"), finish("because"), kDone})},
         {.choices = {{.text = "Hello", .finishReason = u"because"_s}}}},
        {"other-model",
         {stream({event(R"({"model":"replacement","choices":[{"delta":{"content":"Hi"},)"
                        R"("finish_reason":"stop"}]})"),
                  kDone})},
         {.choices = {answered("Hi")}, .model = u"replacement"_s}},
        {"tier-echo",
         {stream(helloEvents(R"("service_tier":"priority")"))},
         {.choices = {answered("Hello world")}, .serviceTier = u"priority"_s}},
        {"malformed-event",
         {stream({text("Hello"), event(R"({"choices":[{"delta":)"), event("not json"),
                  text(" world"), finish("stop"), kDone})},
         {.choices = {answered("Hello world")}, .malformedEvents = 2}},
        {"escapes",
         {stream({delta(R"("content":"\u00e4\ud83d\ude00\n\"\\\/")"), finish("stop"), kDone})},
         {.choices = {answered("ä😀\n\"\\/")}}},
    };
}

QList<Scenario> usageScenarios()
{
    const QByteArray early =
        R"("usage":{"prompt_tokens":12,"completion_tokens":1,"total_tokens":13})";
    const QByteArray separate = event(R"({"choices":[],)" + kUsage + "}");
    return {
        {"usage-with-finish", {stream(helloEvents(kUsage))}, hello(usualUsage())},
        {"usage-separate",
         {stream({text("Hello world"), finish("stop", kUsageNull), separate, kDone})},
         hello(usualUsage())},
        {"usage-continuous",
         {stream(
             {event(R"({"model":"scripted-model","choices":[{"delta":{"content":"Hello world"}}],)"
                    + early + "}"),
              finish("stop", kUsage), event(R"({"choices":[],"usage":null})"), kDone})},
         hello(usualUsage())},
        {"usage-none", {stream(helloEvents())}, hello()},
        {"usage-in-choice",
         {stream({text("Hello world"),
                  event(R"({"choices":[{"delta":{},"finish_reason":"stop",)" + kUsage + "}]}"),
                  kDone})},
         hello(usualUsage())},
        {"details-null",
         {stream(helloEvents(R"("usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3,)"
                             R"("prompt_tokens_details":null,"completion_tokens_details":null})"))},
         hello(app::Usage{.promptTokens = 1, .completionTokens = 2, .totalTokens = 3})},
        {"tiny-cost",
         {stream(helloEvents(R"("usage":{"total_tokens":3,"estimated_cost":1e-06})"))},
         hello(app::Usage{.totalTokens = 3, .costUsd = 1e-06})},
    };
}

QList<Scenario> reasoningScenarios()
{
    const Expected thought{.choices = {answered("Hello", "Let me think")}};
    const auto spelled = [](const QByteArray &first, const QByteArray &second) {
        return stream({delta(first), delta(second), text("Hello"), finish("stop"), kDone});
    };
    return {
        {"reasoning-content",
         {spelled(R"("reasoning_content":"Let me")",
                  R"("reasoning_content":" think","content":null)")},
         thought},
        {"reasoning", {spelled(R"("reasoning":"Let me")", R"("reasoning":" think")")}, thought},
        {"reasoning-details",
         {spelled(R"("reasoning_details":[{"type":"reasoning.text","text":"Let "},)"
                  R"({"type":"reasoning.summary","summary":"me"}])",
                  R"("reasoning_details":[{"type":"reasoning.encrypted","data":"eA=="},)"
                  R"({"type":"reasoning.text","text":" think"}])")},
         thought},
        {"reasoning-twice",
         {spelled(
             R"("reasoning":"Let me","reasoning_content":"Let me")",
             R"("reasoning":" think","reasoning_details":[{"type":"reasoning.text","text":" think"}])")},
         thought},
        {"think-split",
         {think({"<th", "ink>Let", " me think</", "thi", "nk>\n\nHel", "lo"})},
         thought},
        {"think-in-one",
         {think({"\n<think>\nLet me think\n</think>\n\nHello"})},
         {.choices = {answered("Hello", "Let me think\n")}}},
        {"think-never-closed",
         {think({"<think>", "Let me"})},
         {.choices = {answered({}, "Let me")}}},
        {"think-close-only",
         {think({"Let me", " think</th", "ink>", "Hello"})},
         thought,
         true,
         true},
        {"think-later-is-text",
         {think({"Use <think>", " and </think> tags"})},
         {.choices = {answered("Use <think> and </think> tags")}}},
        {"think-almost", {think({"<thi", "s>"})}, {.choices = {answered("<this>")}}},
    };
}

QList<Scenario> toolScenarios()
{
    const QByteArray rome = R"("function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"})";
    const QByteArray oslo = R"("function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}"})";
    const Expected one = called({weather("Rome", u"call_a"_s)});
    const Expected both = called({weather("Rome", u"call_a"_s), weather("Oslo", u"call_b"_s)});
    return {
        {"tools-whole",
         {streamOfCalls({calls(R"({"index":0,"id":"call_a","type":"function",)" + rome + "}")})},
         one},
        {"tools-in-pieces",
         {streamOfCalls(
             {delta(R"("role":"assistant","content":null)"),
              calls(
                  R"({"index":0,"id":"call_a","type":"function","function":{"name":"weather","arguments":""}})"),
              calls(R"({"index":0,"function":{"arguments":"{\"city\":"}})"),
              calls(R"({"index":0,"function":{"arguments":"\"Rome\"}"}})"),
              calls(R"({"index":1,"id":"call_b","type":"function",)" + oslo + "}")})},
         both},
        {"tools-by-id",
         {streamOfCalls({calls(R"({"id":"call_a","type":"function",)" + rome + "}"),
                         calls(R"({"id":"call_b","type":"function",)" + oslo + "}")})},
         both},
        {"tools-by-neither",
         {streamOfCalls(
             {calls(R"({"id":"call_a","function":{"name":"weather","arguments":"{\"city\":"}})"),
              calls(R"({"function":{"arguments":"\"Rome\"}"}})")})},
         one},
        {"tools-whole-by-neither",
         {streamOfCalls({calls("{" + rome + "},{" + oslo + "}")})},
         called({weather("Rome", u"call_0_0"_s), weather("Oslo", u"call_0_1"_s)})},
        {"tools-late-name",
         {streamOfCalls({calls(R"({"index":0,"function":{"arguments":"{\"city\":"}})"),
                         calls(R"({"index":0,"id":"call_a","function":{"name":"weather"}})"),
                         calls(R"({"index":0,"id":"call_a","function":{"name":"weather",)"
                               R"("arguments":"\"Rome\"}"}})")})},
         one},
        {"tools-late-id",
         {streamOfCalls({calls(R"({"function":{"name":"weather","arguments":"{\"city\":"}})"),
                         calls(R"({"id":"call_a","function":{"arguments":"\"Rome\"}"}})")})},
         one},
        {"tools-bad-json",
         {streamOfCalls(
             {calls(R"({"index":0,"id":"c","function":{"name":"f","arguments":"{\"a\":"}})")})},
         called({{.id = u"c"_s, .name = u"f"_s, .arguments = "{\"a\":"}})},
        {"tools-without-arguments",
         {streamOfCalls(
             {calls(R"({"index":0,"id":"c","function":{"name":"f","arguments":null}})")})},
         called({{.id = u"c"_s, .name = u"f"_s, .arguments = "{}"}})},
        {"tools-without-id",
         {streamOfCalls(
             {calls(R"({"index":0,"id":null,"function":{"name":"f","arguments":"{}"}})")})},
         called({{.id = u"call_0_0"_s, .name = u"f"_s, .arguments = "{}"}})},
        {"tools-parallel",
         {streamOfCalls({calls(R"({"index":0,"id":"call_a",)" + rome
                               + R"(},{"index":1,"id":"call_b",)" + oslo + "}")})},
         both},
        {"tools-extra-content",
         {streamOfCalls({calls(R"({"index":0,"id":"c","extra_content":{"google":{"s":"x"}},)"
                               R"("function":{"name":"f","arguments":"{}"}})")})},
         called({{.id = u"c"_s,
                  .name = u"f"_s,
                  .arguments = "{}",
                  .extraContent = {{u"google"_s, QJsonObject{{u"s"_s, u"x"_s}}}}}})},
    };
}

app::Choice answeredWith(const QByteArray &text, const app::TokenLogprobs &tokens)
{
    app::Choice choice = answered(text);
    choice.tokens = tokens;
    return choice;
}

QList<Scenario> tokenScenarios()
{
    app::TokenLogprobs hello;
    hello.append("Hello", -0.1F);
    hello.appendAlternative("Hello", -0.1F);
    hello.appendAlternative("Hi", -2.5F);
    hello.append(" world", -1.2F);
    hello.appendAlternative(" there", -0.9F);
    hello.appendAlternative(" world", -1.2F);
    hello.appendAlternative(" you", -1.6F);
    hello.append(".", -0.01F);
    app::TokenLogprobs split;
    split.append("\xC3", -1);
    split.append("\xA9", -2);
    const QByteArray first = tokenJson("\xEF\xBF\xBD", -1, ",\"bytes\":[195]");
    const QByteArray second = tokenJson("\xEF\xBF\xBD", -2, ",\"bytes\":[169]");
    return {
        {"logprobs",
         {stream(helloTokenEvents())},
         {.choices = {answeredWith("Hello world.", hello)}, .usage = usualUsage()}},
        {"logprobs-split-character",
         {stream({tokenEvent("", {first}), tokenEvent("é", {second}), finish("stop"), kDone})},
         {.choices = {answeredWith("é", split)}}},
    };
}

QList<Scenario> wholeScenarios()
{
    const QByteArray plain = R"({"role":"assistant","content":"Hello world"})";
    const QByteArray nulls =
        R"({"role":"assistant","content":null,"reasoning_content":null,)"
        R"("name":null,"tool_calls":[{"id":"call_a","type":"function",)"
        R"("function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}}]})";
    const QByteArray rome = R"("function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"})";
    const QByteArray oslo = R"("function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}"})";
    const QByteArray thought = R"({"role":"assistant","reasoning":"Hm","content":"Hello world"})";
    const QByteArray tagged = R"({"role":"assistant","content":"<think>Hm</think>Hello world"})";
    const Expected reasoned{.choices = {answered("Hello world", "Hm")}};
    return {
        {"whole", {json(completion(plain, "stop", kUsage))}, hello(usualUsage()), false},
        {"whole-tools",
         {json(completion(nulls, "tool_calls"))},
         called({weather("Rome", u"call_a"_s)}),
         false},
        {"whole-tools-without-ids",
         {json(completion(R"({"content":null,"tool_calls":[{)" + rome + R"(},{"id":"",)" + oslo
                              + R"(},{"id":"call_0_0",)" + rome + "}]}",
                          "tool_calls"))},
         called({weather("Rome", u"call_0_0"_s), weather("Oslo", u"call_0_1"_s),
                 weather("Rome", u"call_0_2"_s)}),
         false},
        {"whole-reasoning", {json(completion(thought, "stop"))}, reasoned, false},
        {"whole-think", {json(completion(tagged, "stop"))}, reasoned, false},
        {"whole-although-streaming",
         {json(completion(plain, "stop", kUsage))},
         hello(usualUsage())},
        {"stream-although-whole", {stream(helloEvents(kUsage))}, hello(usualUsage()), false},
    };
}

} // namespace

QList<Scenario> payloadScenarios()
{
    return chunkScenarios() + usageScenarios() + reasoningScenarios() + toolScenarios()
           + tokenScenarios() + wholeScenarios();
}

} // namespace tests
