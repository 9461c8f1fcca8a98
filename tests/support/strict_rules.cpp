// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/strict_rules.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

Script refusal(int status, const QByteArray &message, const QByteArray &param = {},
               const QByteArray &code = {})
{
    return json(R"({"error":{"message":)" + quoted(message)
                    + R"(,"type":"invalid_request_error","param":)"
                    + (param.isEmpty() ? "null" : quoted(param)) + R"(,"code":)"
                    + (code.isEmpty() ? "null" : quoted(code)) + "}}",
                status);
}

std::optional<Script> refusalOfKey(const SeenRequest &request)
{
    const QByteArray key = request.header("authorization");
    if (key == "Bearer test-key")
        return std::nullopt;
    if (key == "Bearer poor-key") {
        return refusal(402, "You need positive balance to do inference. Please add balance "
                            "manually or setup top-up");
    }
    if (key == "Bearer forbidden-key")
        return refusal(403, "This token may not use this model");
    return refusal(401, key.isEmpty() ? "Not authenticated" : "Invalid API key");
}

struct Range
{
    QLatin1StringView name;
    double minimum;
    double maximum;
};

// Section "parameters" of the OpenAPI file; top_p above 0 is checked beside it.
constexpr Range kRanges[] = {
    {"temperature"_L1, 0, 2},
    {"top_p"_L1, 0, 1},
    {"min_p"_L1, 0, 1},
    {"top_k"_L1, 0, 999},
    {"repetition_penalty"_L1, 0.01, 5},
    {"presence_penalty"_L1, -2, 2},
    {"frequency_penalty"_L1, -2, 2},
    {"max_tokens"_L1, 1, 10'000'000},
    {"n"_L1, 1, 4},
    {"top_logprobs"_L1, 1, 20},
};

std::optional<Script> refusalOfRanges(const QJsonObject &body)
{
    for (const auto &[name, minimum, maximum] : kRanges) {
        const QJsonValue value = body[name];
        if (value.isUndefined() || value.isNull())
            continue;
        const double given = value.toDouble();
        const bool excluded = name == "top_p"_L1 && given == 0;
        if (value.isDouble() && given >= minimum && given <= maximum && !excluded)
            continue;
        const QByteArray field(name.data(), name.size());
        return json(R"({"detail":[{"loc":["body",")" + field
                        + R"("],"msg":"Input should be in its range","type":"range"}]})",
                    422);
    }
    if (body["stop"_L1].toArray().size() > 16)
        return refusal(422, "too many stop sequences", "stop");
    return std::nullopt;
}

bool isWholeCall(const QJsonValue &call)
{
    return call["id"_L1].isString() && call["type"_L1].isString()
           && call["function"_L1]["name"_L1].isString()
           && call["function"_L1]["arguments"_L1].isString();
}

QByteArray faultOf(const QJsonObject &message)
{
    const QString role = message["role"_L1].toString();
    const QJsonValue content = message["content"_L1];
    if (role != "assistant"_L1 && !content.isString() && !content.isArray())
        return "content";
    if (role == "tool"_L1)
        return message["tool_call_id"_L1].isString() ? "" : "tool_call_id";
    if (role == "assistant"_L1) {
        const QJsonArray calls = message["tool_calls"_L1].toArray();
        return std::all_of(calls.begin(), calls.end(), isWholeCall) ? "" : "tool_calls";
    }
    return role == "system"_L1 || role == "user"_L1 ? "" : "role";
}

std::optional<Script> refusalOfMessages(const QJsonArray &messages)
{
    if (messages.isEmpty())
        return refusal(422, "messages: field required", "messages");
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const QByteArray fault = faultOf(messages[i].toObject());
        if (!fault.isEmpty()) {
            const QByteArray where = "messages." + QByteArray::number(i) + '.' + fault;
            return refusal(422, "Invalid value at " + where, where);
        }
    }
    return std::nullopt;
}

bool hasImage(const QJsonArray &messages)
{
    for (const auto message : messages) {
        for (const auto part : message[u"content"_s].toArray()) {
            if (part["type"_L1].toString() == "image_url"_L1)
                return true;
        }
    }
    return false;
}

std::optional<Script> refusalOfModel(const QJsonObject &body, qsizetype bytes)
{
    const QString model = body["model"_L1].toString();
    const QByteArray name = model.toUtf8();
    if (model == "no-such-model"_L1 || model.isEmpty())
        return refusal(404, "Model not found: " + name, {}, "model_not_found");
    if (model.endsWith("no-tools"_L1) && body.contains("tools"_L1))
        return refusal(405, "Tool calling is not supported for model: " + name);
    if (model.endsWith("no-json"_L1) && body.contains("response_format"_L1))
        return refusal(405, "json_object response format is not supported for model: " + name);
    if (model.endsWith("no-images"_L1) && hasImage(body["messages"_L1].toArray()))
        return refusal(405, "Image input is not supported for model: " + name);
    if (model == "busy-model"_L1 && body["fail_fast"_L1].toBool())
        return refusal(429, "Model busy, retry later", {}, "engine_overloaded");
    if (model == "small-model"_L1 && bytes > 4096) {
        return refusal(400, "This model's maximum context length is 1024 tokens. However, you "
                            "requested 2000 tokens (1900 in the messages, 100 in the completion).");
    }
    return std::nullopt;
}

} // namespace

std::optional<Script> refusalOf(const SeenRequest &request)
{
    if (!request.path.endsWith("/chat/completions"))
        return std::nullopt;
    if (request.method != "POST")
        return refusal(405, "Method Not Allowed");
    if (const auto refused = refusalOfKey(request))
        return refused;
    const QJsonObject body = request.json();
    if (body.isEmpty())
        return refusal(422, "the body is not a JSON object");
    if (const auto refused = refusalOfMessages(body["messages"_L1].toArray()))
        return refused;
    if (const auto refused = refusalOfRanges(body))
        return refused;
    return refusalOfModel(body, request.body.size());
}

} // namespace tests
