// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_request.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestToken = 7;
constexpr qint64 kTokensPerImage = 256;

QStringList imagesOfContent(const QJsonValue &content)
{
    QStringList urls;
    for (const QJsonValue &part : content.toArray()) {
        const QJsonObject image = part.toObject().value("image_url"_L1).toObject();
        if (!image.isEmpty())
            urls.append(image.value("url"_L1).toString());
    }
    return urls;
}

bool reasoningIsOn(const QJsonObject &body)
{
    const QJsonObject reasoning = body.value("reasoning"_L1).toObject();
    const QJsonObject kwargs = body.value("chat_template_kwargs"_L1).toObject();
    return body.value("reasoning_effort"_L1).toString() != "none"_L1
           && reasoning.value("effort"_L1).toString() != "none"_L1
           && reasoning.value("enabled"_L1).toBool(true)
           && kwargs.value("enable_thinking"_L1).toBool(true);
}

void readMessages(const QJsonArray &messages, DemoRequest &request)
{
    request.messages = messages;
    for (const QJsonValue &value : messages) {
        const QJsonObject message = value.toObject();
        const QJsonValue content = message.value("content"_L1);
        const QStringList images = imagesOfContent(content);
        request.promptTokens +=
            demoTokens(textOfContent(content)).size() + images.size() * kTokensPerImage;
        if (message.value("role"_L1).toString() != "user"_L1)
            continue;
        ++request.promptCount;
        request.prompt = textOfContent(content);
        request.imageUrls = images;
    }
    const QJsonObject last = messages.last().toObject();
    if (last.value("role"_L1).toString() == "assistant"_L1)
        request.continued = textOfContent(last.value("content"_L1));
}

void readStop(const QJsonValue &stop, DemoRequest &request)
{
    if (stop.isString())
        request.stop.append(stop.toString());
    for (const QJsonValue &word : stop.toArray())
        request.stop.append(word.toString());
    request.stop.removeAll(QString());
}

} // namespace

QString textOfContent(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    for (const QJsonValue &part : content.toArray())
        text += part.toObject().value("text"_L1).toString();
    return text;
}

QStringList demoTokens(const QString &text)
{
    QStringList tokens;
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start;
        while (end < text.size() && text.at(end).isSpace() && end - start < kLongestToken)
            ++end;
        const qsizetype word = end;
        while (end < text.size() && text.at(end).isLetterOrNumber() && end - word < kLongestToken)
            ++end;
        if (end == word && end < text.size() && !text.at(end).isSpace())
            ++end;
        // Never between the halves of a character, nor before what is drawn onto it.
        while (end < text.size() && (text.at(end).isLowSurrogate() || text.at(end).isMark()))
            ++end;
        tokens.append(text.sliced(start, end - start));
        start = end;
    }
    return tokens;
}

Result<DemoRequest> readDemoRequest(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return fail(ErrorKind::InvalidRequest, u"The request body is not a JSON object."_s, 400);
    const QJsonObject root = document.object();
    const QJsonArray messages = root.value("messages"_L1).toArray();
    if (messages.isEmpty() || !root.value("model"_L1).isString()) {
        Error error{ErrorKind::InvalidRequest, u"field required"_s, 422};
        error.param = messages.isEmpty() ? u"messages"_s : u"model"_s;
        return fail(error);
    }
    DemoRequest request;
    request.model = root.value("model"_L1).toString();
    request.stream = root.value("stream"_L1).toBool();
    request.tools = root.value("tools"_L1).toArray();
    request.toolChoice = root.value("tool_choice"_L1);
    request.responseFormat = root.value("response_format"_L1).toObject();
    if (request.responseFormat.value("type"_L1).toString() == "text"_L1)
        request.responseFormat = {};
    request.thinks = reasoningIsOn(root);
    request.effort = root.value("reasoning_effort"_L1)
                         .toString(root.value("reasoning"_L1)["effort"_L1].toString());
    request.maxTokens = std::max(root.value("max_tokens"_L1).toInt(), 0);
    request.choices = std::clamp(root.value("n"_L1).toInt(1), 1, 4);
    request.asksForTier = root.value("service_tier"_L1).isString();
    if (const QJsonValue seed = root.value("seed"_L1); seed.isDouble())
        request.seed = seed.toInteger();
    request.temperature = std::clamp(root.value("temperature"_L1).toDouble(1), 0.0, 2.0);
    request.logprobs = root.value("logprobs"_L1).toBool();
    request.alternatives = std::clamp(root.value("top_logprobs"_L1).toInt(), 0, 20);
    readStop(root.value("stop"_L1), request);
    readMessages(messages, request);
    return request;
}

} // namespace app
