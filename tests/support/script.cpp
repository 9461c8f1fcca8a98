// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/script.h"

#include "app/schema/json_text.h"

namespace tests {

const QByteArray kDone = "data: [DONE]\n\n";
const QByteArray kUsage = R"("usage":{"prompt_tokens":12,"total_tokens":15,"completion_tokens":3,)"
                          R"("estimated_cost":1.05e-06,"prompt_tokens_details":)"
                          R"({"cached_tokens":4,"cache_write_tokens":0}})";

namespace {

const QByteArray kHead =
    R"({"id":"chatcmpl-A1","object":"chat.completion.chunk","created":1767720902,)"
    R"("model":"scripted-model",)";

QByteArray chunk(const QByteArray &choice, const QByteArray &members)
{
    return kHead + R"("choices":[{)" + choice + "}]" + (members.isEmpty() ? "" : "," + members)
           + "}";
}

} // namespace

Step send(const QByteArray &bytes)
{
    return {Step::Kind::Send, bytes};
}

Step pause(std::chrono::milliseconds pause)
{
    return {Step::Kind::Wait, {}, pause};
}

Step pace(double perSecond)
{
    const auto interval = std::chrono::duration<double>(1 / perSecond);
    return {.kind = Step::Kind::Pace,
            .pause = std::chrono::duration_cast<std::chrono::microseconds>(interval)};
}

Step reset()
{
    return {Step::Kind::Reset};
}

QByteArray event(const QByteArray &data)
{
    return "data: " + data + "\n\n";
}

QByteArray delta(const QByteArray &members, int index)
{
    return event(chunk("\"index\":" + QByteArray::number(index) + ",\"delta\":{" + members
                           + "},\"finish_reason\":null",
                       {}));
}

QByteArray quoted(const QByteArray &text)
{
    return app::compactJson(QString::fromUtf8(text));
}

QByteArray text(const QByteArray &text, int index)
{
    return delta("\"content\":" + quoted(text), index);
}

QByteArray finish(const QByteArray &reason, const QByteArray &members, int index)
{
    return event(chunk("\"index\":" + QByteArray::number(index)
                           + ",\"delta\":{},\"finish_reason\":" + quoted(reason),
                       members));
}

Script stream(const QByteArrayList &events)
{
    return {.steps = {send(events.join())}};
}

Script json(const QByteArray &bytes, int status)
{
    return body(bytes, "application/json", status);
}

Script body(const QByteArray &bytes, const QByteArray &contentType, int status)
{
    return {.status = status,
            .contentType = contentType,
            .steps = {send(bytes)},
            .framing = Framing::Length};
}

QByteArray completion(const QByteArray &message, const QByteArray &reason,
                      const QByteArray &members)
{
    return R"({"id":"chatcmpl-A1","object":"chat.completion","created":1767720902,)"
           R"("model":"scripted-model","choices":[{"index":0,"message":)"
           + message + R"(,"finish_reason":)" + quoted(reason) + R"(,"logprobs":null}])"
           + (members.isEmpty() ? "" : "," + members) + "}";
}

} // namespace tests
