// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/chat_request.h"

#include "app/openai/dialect.h"
#include "app/schema/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// `utf8` as a JSON string, with its quotes.
QByteArray quoted(const QByteArray &utf8)
{
    return compactJson(QString::fromUtf8(utf8));
}

/// DeepInfra takes the tier "auto" for `priority`, which costs half as much again; to other servers
/// it says no more than nothing does. So nobody gets it, wherever it came from.
constexpr QLatin1StringView kTierField{"service_tier"};
constexpr QLatin1StringView kAutomaticTier{"auto"};

bool isOfThisProgram(const QString &name)
{
    const ParameterSpec *spec = findParameter(name);
    return spec && spec->isLocal;
}

bool isHeldBack(const ChatRequest &request, const Provider &provider, const QString &name)
{
    if (name == kTierField && request.parameters.value(name) == kAutomaticTier)
        return true;
    const ParameterSpec *spec = findParameter(name);
    // A name that is not in the table came from a file; a server that is known does not know it.
    const bool isTaken =
        spec ? takesParameter(provider.dialect, *spec) : provider.dialect == Dialect::Unknown;
    return !isTaken && !request.sendAnyway.contains(name);
}

/// "stream_options.include_usage" goes into an object of that name.
void insertNested(QJsonObject &body, const QString &name, const QJsonValue &value)
{
    const qsizetype dot = name.indexOf(u'.');
    if (dot < 0) {
        body.insert(name, value);
        return;
    }
    QJsonObject inner = body.value(name.first(dot)).toObject();
    insertNested(inner, name.sliced(dot + 1), value);
    body.insert(name.first(dot), inner);
}

void merge(QJsonObject &into, const QJsonObject &from)
{
    for (auto it = from.begin(); it != from.end(); ++it) {
        const QJsonValue known = into.value(it.key());
        if (known.isObject() && it->isObject()) {
            QJsonObject inner = known.toObject();
            merge(inner, it->toObject());
            into.insert(it.key(), inner);
        } else {
            into.insert(it.key(), *it);
        }
    }
}

QString wireName(const QString &name, const DialectFacts &facts)
{
    return name == "max_tokens"_L1 ? QString(facts.outputLimitField) : name;
}

void addStreaming(QJsonObject &body, const ChatRequest &request, const Provider &provider)
{
    const DialectFacts facts = dialectFacts(provider.dialect);
    if (request.stream && !body.contains("stream"_L1))
        body.insert("stream"_L1, true);
    const bool streams = body.value("stream"_L1).toBool();
    const bool said = body.value("stream_options"_L1).toObject().contains("include_usage"_L1);
    if (!said && streams && provider.sendsUsageOption.value_or(facts.asksForUsage))
        insertNested(body, u"stream_options.include_usage"_s, true);
    if (!streams)
        body.remove("stream_options"_L1);
}

void addContinuation(QJsonObject &body, const ChatRequest &request, Dialect dialect)
{
    const DialectFacts facts = dialectFacts(dialect);
    if (!request.continuesLast || !facts.marksContinuation)
        return;
    body.insert("continue_final_message"_L1, true);
    if (facts.suppressesGenerationPrompt)
        body.insert("add_generation_prompt"_L1, false);
}

QByteArray textPart(const QByteArray &text)
{
    return R"({"text":)" + quoted(text) + R"(,"type":"text"})";
}

Result<QByteArray> imagePart(const ImagePart &image, const ImageBytes &images)
{
    if (!image.hasBytes()) {
        return QByteArray(R"({"image_url":{"url":)" + quoted(image.url.toUtf8())
                          + R"(},"type":"image_url"})");
    }
    const QByteArray bytes = images.value(image.sha256);
    if (bytes.isEmpty()) {
        return fail(ErrorKind::Storage,
                    u"an image of the message is missing: "_s + QString::fromLatin1(image.sha256));
    }
    // Written by hand: a QString of a picture would take four times its size.
    return QByteArray(R"({"image_url":{"url":"data:)" + image.mimeType.toLatin1() + ";base64,"
                      + bytes.toBase64() + R"("},"type":"image_url"})");
}

/// Images first, as the servers' documents show it; a text alone is a plain string.
Result<QByteArray> content(const WireMessage &message, const ImageBytes &images)
{
    QByteArrayList parts;
    for (const Part &part : message.parts) {
        const auto *image = std::get_if<ImagePart>(&part);
        if (!image)
            continue;
        const auto encoded = imagePart(*image, images);
        if (!encoded)
            return encoded;
        parts.append(*encoded);
    }
    const QByteArray text = textOf(message.parts);
    if (parts.isEmpty())
        return quoted(text);
    if (!text.isEmpty())
        parts.append(textPart(text));
    return QByteArray("[" + parts.join(',') + "]");
}

QJsonObject callToJson(const ToolCallPart &call)
{
    QJsonObject json{
        {u"id"_s, call.id},
        {u"type"_s, u"function"_s},
        {u"function"_s,
         QJsonObject{{u"name"_s, call.name}, {u"arguments"_s, QString::fromUtf8(call.arguments)}}}};
    if (!call.extraContent.isEmpty())
        json.insert("extra_content"_L1, call.extraContent);
    return json;
}

QByteArray encodeReply(const WireMessage &message)
{
    QJsonArray calls;
    QByteArray reasoning;
    for (const Part &part : message.parts) {
        if (const auto *call = std::get_if<ToolCallPart>(&part))
            calls.append(callToJson(*call));
        else if (const auto *thought = std::get_if<ReasoningPart>(&part))
            reasoning += thought->text;
    }
    const QByteArray text =
        (message.afterEmptyThought ? QByteArray("<think>\n\n</think>\n\n") : QByteArray())
        + textOf(message.parts);
    QJsonObject json{{u"role"_s, u"assistant"_s}};
    const bool callsOnly = text.isEmpty() && !calls.isEmpty();
    json.insert("content"_L1, callsOnly ? QJsonValue() : QJsonValue(QString::fromUtf8(text)));
    if (!calls.isEmpty())
        json.insert("tool_calls"_L1, calls);
    if (message.withReasoning && !reasoning.isEmpty())
        json.insert("reasoning_content"_L1, QString::fromUtf8(reasoning));
    return compact(json);
}

QByteArray encodeToolResult(const WireMessage &message)
{
    for (const Part &part : message.parts) {
        if (const auto *result = std::get_if<ToolResultPart>(&part)) {
            return compact({{u"role"_s, u"tool"_s},
                            {u"tool_call_id"_s, result->callId},
                            {u"content"_s, QString::fromUtf8(result->text)}});
        }
    }
    return compact({{u"role"_s, u"tool"_s}, {u"tool_call_id"_s, u""_s}, {u"content"_s, u""_s}});
}

} // namespace

QStringList heldBackParameters(const ChatRequest &request, const Provider &provider)
{
    QStringList held;
    for (const QString &name : request.parameters.names()) {
        if (isHeldBack(request, provider, name))
            held.append(name);
    }
    return held;
}

QJsonObject bodyWithoutMessages(const ChatRequest &request, const Provider &provider)
{
    const DialectFacts facts = dialectFacts(provider.dialect);
    QJsonObject body{{u"model"_s, request.model}};
    for (const QString &name : request.parameters.names()) {
        if (!isHeldBack(request, provider, name) && !isOfThisProgram(name))
            insertNested(body, wireName(name, facts), request.parameters.value(name));
    }
    addContinuation(body, request, provider.dialect);
    addStreaming(body, request, provider);
    for (const QString &field : provider.dropFields) {
        if (field != "model"_L1)
            body.remove(wireName(field, facts));
    }
    merge(body, request.extraJson);
    if (body.value(kTierField) == kAutomaticTier)
        body.remove(kTierField);
    return body;
}

Result<QByteArray> encodeMessage(const WireMessage &message, const ImageBytes &images)
{
    if (message.role == Role::Assistant)
        return encodeReply(message);
    if (message.role == Role::Tool)
        return encodeToolResult(message);
    const auto encoded = content(message, images);
    if (!encoded)
        return encoded;
    return QByteArray(R"({"content":)" + *encoded + R"(,"role":)"
                      + quoted(QString(roleName(message.role)).toUtf8()) + "}");
}

QByteArray assembleBody(const QJsonObject &body, const QString &systemPrompt,
                        const QList<QByteArray> &messages)
{
    if (body.contains("messages"_L1)) // from the extra JSON, which has the last word
        return compact(body);
    QByteArrayList all;
    if (!systemPrompt.isEmpty())
        all.append(R"({"content":)" + quoted(systemPrompt.toUtf8()) + R"(,"role":"system"})");
    all += messages;
    const QByteArray rest = compact(body);
    return R"({"messages":[)" + all.join(',') + "]" + (body.isEmpty() ? "" : ",") + rest.sliced(1);
}

Result<EncodedRequest> encodeRequest(const ChatRequest &request, const Provider &provider,
                                     const ImageBytes &images)
{
    EncodedRequest encoded{bodyWithoutMessages(request, provider), {}, {}, false};
    encoded.stream = encoded.body.value("stream"_L1).toBool();
    for (const WireMessage &message : request.messages) {
        const auto json = encodeMessage(message, images);
        if (!json)
            return fail(json.error());
        encoded.messages.append(*json);
    }
    encoded.bytes = assembleBody(encoded.body, request.systemPrompt, encoded.messages);
    return encoded;
}

} // namespace app
