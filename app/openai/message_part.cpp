// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/message_part.h"

#include "app/base/name_table.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr NameTable<Role, 4> kRoleNames{{
    {Role::User, "user"_L1},
    {Role::System, "system"_L1},
    {Role::Assistant, "assistant"_L1},
    {Role::Tool, "tool"_L1},
}};

QJsonObject toJson(const TextPart &part)
{
    return {{u"type"_s, u"text"_s}, {u"text"_s, QString::fromUtf8(part.text)}};
}

QJsonObject toJson(const ReasoningPart &part)
{
    return {{u"type"_s, u"reasoning"_s},
            {u"text"_s, QString::fromUtf8(part.text)},
            {u"duration_ms"_s, part.durationMs}};
}

QJsonObject toJson(const ImagePart &part)
{
    QJsonObject json{
        {u"type"_s, u"image"_s},         {u"sha256"_s, QString::fromLatin1(part.sha256)},
        {u"mime_type"_s, part.mimeType}, {u"width"_s, part.width},
        {u"height"_s, part.height},      {u"bytes"_s, part.bytes},
        {u"file_name"_s, part.fileName}};
    if (!part.url.isEmpty())
        json.insert(u"url"_s, part.url);
    return json;
}

QJsonObject toJson(const ToolCallPart &part)
{
    QJsonObject json{{u"type"_s, u"tool_call"_s},
                     {u"id"_s, part.id},
                     {u"name"_s, part.name},
                     {u"arguments"_s, QString::fromUtf8(part.arguments)}};
    if (!part.extraContent.isEmpty())
        json.insert(u"extra_content"_s, part.extraContent);
    return json;
}

QJsonObject toJson(const ToolResultPart &part)
{
    QJsonObject json{{u"type"_s, u"tool_result"_s},
                     {u"call_id"_s, part.callId},
                     {u"text"_s, QString::fromUtf8(part.text)},
                     {u"is_error"_s, part.isError}};
    if (part.durationMs >= 0)
        json.insert("duration_ms"_L1, part.durationMs);
    if (!part.arguments.isEmpty())
        json.insert("arguments"_L1, QString::fromUtf8(part.arguments));
    if (part.edited)
        json.insert("edited"_L1, true);
    if (!part.wholeSha256.isEmpty())
        json.insert("whole_sha256"_L1, QString::fromLatin1(part.wholeSha256));
    if (!part.structured.isEmpty())
        json.insert("structured"_L1, part.structured);
    if (part.fit != ArgumentFit::Unknown)
        json.insert("fits"_L1, part.fit == ArgumentFit::Fits);
    return json;
}

QByteArray utf8(const QJsonObject &json, QLatin1StringView name)
{
    QByteArray text = json.value(name).toString().toUtf8();
    text.squeeze(); // Qt reserves three bytes for each character: a long history would be thrice it
    return text;
}

ImagePart imageFromJson(const QJsonObject &json)
{
    return {.sha256 = utf8(json, "sha256"_L1),
            .mimeType = json.value("mime_type"_L1).toString(),
            .width = json.value("width"_L1).toInt(),
            .height = json.value("height"_L1).toInt(),
            .bytes = json.value("bytes"_L1).toInteger(),
            .fileName = json.value("file_name"_L1).toString(),
            .url = json.value("url"_L1).toString()};
}

ToolCallPart toolCallFromJson(const QJsonObject &json)
{
    return {.id = json.value("id"_L1).toString(),
            .name = json.value("name"_L1).toString(),
            .arguments = utf8(json, "arguments"_L1),
            .extraContent = json.value("extra_content"_L1).toObject()};
}

ArgumentFit fitFromJson(const QJsonValue &fits)
{
    if (!fits.isBool())
        return ArgumentFit::Unknown;
    return fits.toBool() ? ArgumentFit::Fits : ArgumentFit::DoesNotFit;
}

ToolResultPart toolResultFromJson(const QJsonObject &json)
{
    return {.callId = json.value("call_id"_L1).toString(),
            .text = utf8(json, "text"_L1),
            .isError = json.value("is_error"_L1).toBool(),
            .durationMs = json.value("duration_ms"_L1).toInteger(-1),
            .arguments = utf8(json, "arguments"_L1),
            .edited = json.value("edited"_L1).toBool(),
            .wholeSha256 = utf8(json, "whole_sha256"_L1),
            .structured = json.value("structured"_L1).toObject(),
            .fit = fitFromJson(json.value("fits"_L1))};
}

} // namespace

QLatin1StringView roleName(Role role)
{
    return nameIn(kRoleNames, role);
}

std::optional<Role> roleFromName(QStringView name)
{
    return valueIn(kRoleNames, name);
}

QByteArray textOf(const Parts &parts)
{
    QByteArray text;
    for (const Part &part : parts) {
        if (const auto *textPart = std::get_if<TextPart>(&part))
            text += textPart->text;
    }
    return text;
}

qsizetype toolCallAt(const Parts &parts, int number)
{
    for (qsizetype at = 0; at < parts.size(); ++at) {
        if (std::holds_alternative<ToolCallPart>(parts[at]) && number-- == 0)
            return at;
    }
    return -1;
}

QJsonObject partToJson(const Part &part)
{
    return std::visit([](const auto &kind) { return toJson(kind); }, part);
}

std::optional<Part> partFromJson(const QJsonObject &json)
{
    const QString type = json.value("type"_L1).toString();
    if (type == "text"_L1)
        return TextPart{utf8(json, "text"_L1)};
    if (type == "reasoning"_L1)
        return ReasoningPart{utf8(json, "text"_L1), json.value("duration_ms"_L1).toInteger()};
    if (type == "image"_L1)
        return imageFromJson(json);
    if (type == "tool_call"_L1)
        return toolCallFromJson(json);
    if (type == "tool_result"_L1)
        return toolResultFromJson(json);
    return std::nullopt;
}

} // namespace app
