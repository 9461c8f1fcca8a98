// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_answer.h"

#include "app/demo/demo_models.h"
#include "app/demo/demo_stream.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

DemoAnswer json(int status, const QJsonObject &root)
{
    DemoAnswer answer;
    answer.status = status;
    answer.headers = {{"content-type", "application/json"}};
    answer.steps = {
        {std::chrono::milliseconds(30), QJsonDocument(root).toJson(QJsonDocument::Compact)}};
    return answer;
}

DemoAnswer refusal(int status, const QString &message, const QString &param = {})
{
    return json(
        status,
        {{u"error"_s, QJsonObject{{u"message"_s, message},
                                  {u"type"_s, u"invalid_request_error"_s},
                                  {u"param"_s, param.isEmpty() ? QJsonValue() : QJsonValue(param)},
                                  {u"code"_s, QJsonValue()}}}});
}

DemoAnswer failed(const DemoFailure &failure)
{
    DemoAnswer answer;
    answer.status = failure.refused ? 0 : failure.status;
    answer.headers = failure.headers;
    answer.headers.append({"content-type", failure.contentType});
    answer.steps = {{std::chrono::milliseconds(120), failure.body}};
    return answer;
}

QJsonObject rowOf(const DemoModel &model)
{
    const auto tags = QString(model.tags).split(u' ');
    const QJsonObject metadata{
        {u"description"_s, QString(model.description)},
        {u"context_length"_s, model.contextLength},
        {u"max_tokens"_s, model.contextLength},
        {u"pricing"_s, QJsonObject{{u"input_tokens"_s, 0}, {u"output_tokens"_s, 0}}},
        {u"tags"_s, QJsonArray::fromStringList(tags)},
    };
    return {{u"id"_s, QString(model.id)},
            {u"object"_s, u"model"_s},
            {u"created"_s, 0},
            {u"owned_by"_s, u"diptych"_s},
            {u"metadata"_s, metadata}};
}

DemoAnswer modelList()
{
    QJsonArray rows;
    for (const DemoModel &model : demoModels())
        rows.append(rowOf(model));
    return json(200, {{u"object"_s, u"list"_s}, {u"data"_s, rows}});
}

/// In the words of vLLM.
DemoAnswer overflow(const DemoRequest &request, const DemoModel &model)
{
    const qint64 requested = request.promptTokens + request.maxTokens;
    return refusal(
        400,
        u"This model's maximum context length is %1 tokens. However, you requested %2 "
        u"tokens (%3 in the messages, %4 in the completion). Please reduce the length of "
        u"the messages or completion."_s.arg(model.contextLength)
            .arg(requested)
            .arg(request.promptTokens)
            .arg(request.maxTokens),
        u"messages"_s);
}

DemoAnswer completion(const QByteArray &body, QLocale::Language language)
{
    auto request = readDemoRequest(body);
    if (!request)
        return refusal(request.error().status, request.error().message, request.error().param);
    request->language = language;
    const DemoModel *model = findDemoModel(request->model);
    if (!model)
        return refusal(404, u"Model not found: %1"_s.arg(request->model));
    if (!request->tools.isEmpty() && !model->takesTools)
        return refusal(405, u"Tool calling is not supported for model: %1"_s.arg(request->model));
    const QString format = request->responseFormat.value("type"_L1).toString();
    const bool knownFormat = format == "json_object"_L1 || format == "json_schema"_L1;
    if (!request->responseFormat.isEmpty() && (!model->takesFormats || !knownFormat))
        return refusal(405, u"%1 response format is not supported for model: %2"_s.arg(
                                format, request->model));
    if (request->promptTokens + request->maxTokens > model->contextLength)
        return overflow(*request, *model);
    QList<DemoScript> scripts;
    for (request->choice = 0; request->choice < request->choices; ++request->choice)
        scripts.append(model->answer(*request));
    const auto &failure = scripts.constFirst().failure;
    return failure ? failed(*failure) : deliver(scripts, *request);
}

} // namespace

DemoAnswer answerDemo(const QByteArray &method, const QString &path, const QByteArray &body,
                      QLocale::Language language)
{
    if (method == "GET" && path.endsWith("/models"_L1))
        return modelList();
    if (method == "POST" && path.endsWith("/chat/completions"_L1))
        return completion(body, language);
    return json(404, {{u"detail"_s, u"Not Found"_s}});
}

} // namespace app
