// SPDX-License-Identifier: GPL-3.0-or-later
// The models that fail, one for each thing that the user can do about it.
#include "app/demo/demo_models.h"
#include "app/demo/demo_texts.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Failure
{
    QLatin1StringView id;
    int status;
    const char *body;
};

// The words and shapes are those that servers use.
constexpr std::array<Failure, 7> kFailures{{
    {"diptych/error-key"_L1, 401,
     R"({"error":{"message":"User not authenticated","type":"invalid_request_error","param":null,"code":null}})"},
    {"diptych/error-balance"_L1, 402,
     R"({"detail":{"error":"You need positive balance to do inference. This is the demo: nothing was charged."}})"},
    {"diptych/error-forbidden"_L1, 403,
     R"({"error":"This key may not use the model diptych/error-forbidden"})"},
    {"diptych/error-field"_L1, 422,
     R"({"detail":[{"loc":["body","temperature"],"msg":"Input should be less than or equal to 2","type":"less_than_equal"}]})"},
    {"diptych/error-context"_L1, 400,
     R"({"error":{"message":"This model's maximum context length is 32768 tokens. However, you requested 40960 tokens (32768 in the messages, 8192 in the completion).","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}})"},
    {"diptych/error-busy"_L1, 429,
     R"({"error":{"message":"Model busy, retry later","type":"invalid_request_error","param":null,"code":"engine_overloaded"}})"},
    {"diptych/error-server"_L1, 500,
     R"({"error":{"message":"The demo server failed on purpose."}})"},
}};

DemoScript failing(int status, const QByteArray &body, const QByteArray &contentType)
{
    DemoScript script;
    script.failure = DemoFailure{status, body, contentType};
    return script;
}

DemoScript breaking(const DemoRequest &request, DemoScript::Ending ending)
{
    DemoScript script;
    script.text = QString::fromUtf16(demoTexts(request.language).brokenOff);
    script.ending = ending;
    return script;
}

DemoScript unsupported(const DemoRequest &request)
{
    QString message;
    if (!request.tools.isEmpty())
        message = u"Tool calling is not supported for model: %1"_s;
    else if (!request.responseFormat.isEmpty())
        message = u"json_object response format is not supported for model: %1"_s;
    else if (!request.imageUrls.isEmpty())
        message = u"Image input is not supported for model: %1"_s;
    if (message.isEmpty()) {
        DemoScript script;
        script.text = QString::fromUtf16(demoTexts(request.language).nothingAsked);
        return script;
    }
    const QJsonObject body{{u"detail"_s, QJsonObject{{u"error"_s, message.arg(request.model)}}}};
    return failing(405, QJsonDocument(body).toJson(QJsonDocument::Compact), "application/json");
}

} // namespace

DemoScript errorAnswer(const DemoRequest &request)
{
    const QString &id = request.model;
    for (const Failure &failure : kFailures) {
        if (failure.id != id)
            continue;
        DemoScript script = failing(failure.status, failure.body, "application/json");
        if (failure.status == 429)
            script.failure->headers = {{"retry-after", "2"}};
        return script;
    }
    if (id == "diptych/error-unsupported"_L1)
        return unsupported(request);
    if (id == "diptych/error-html"_L1)
        return failing(200,
                       "<!doctype html><html><head><title>Welcome</title></head>"
                       "<body><h1>This is a web page, not a model server</h1></body></html>",
                       "text/html; charset=utf-8");
    if (id == "diptych/error-cut"_L1)
        return breaking(request, DemoScript::Ending::CutOff);
    if (id == "diptych/error-lost"_L1)
        return breaking(request, DemoScript::Ending::Lost);
    if (id == "diptych/error-stream"_L1)
        return breaking(request, DemoScript::Ending::ErrorEvent);
    DemoScript offline;
    offline.failure = DemoFailure{.refused = true};
    return offline;
}

} // namespace app
