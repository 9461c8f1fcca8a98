// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/given_messages.h"

#include "app/attachments/image_address.h"
#include "app/chat/wire_path.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImageReader>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

struct Picture
{
    ImagePart part;
    QByteArray bytes;
};

std::optional<Picture> pictureFromDataUrl(const QString &url)
{
    const qsizetype comma = url.indexOf(u',');
    if (!url.startsWith("data:image/"_L1) || !url.left(comma).endsWith(";base64"_L1))
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(url.mid(comma + 1).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    Picture picture;
    picture.bytes = *decoded;
    picture.part.mimeType = url.mid(5, comma - 5 - qsizetype(std::strlen(";base64")));
    picture.part.sha256 =
        QCryptographicHash::hash(picture.bytes, QCryptographicHash::Sha256).toHex();
    picture.part.bytes = picture.bytes.size();
    QBuffer buffer(&picture.bytes);
    const QSize size = QImageReader(&buffer).size();
    picture.part.width = std::max(0, size.width());
    picture.part.height = std::max(0, size.height());
    return picture;
}

/// False for a part that a conversation cannot hold.
bool appendPart(Message &message, GivenMessages &given, const QJsonObject &part)
{
    const QString type = part.value("type"_L1).toString();
    if (type == "text"_L1) {
        message.parts.append(TextPart{part.value("text"_L1).toString().toUtf8()});
        return true;
    }
    if (type != "image_url"_L1)
        return false;
    const QString url = part.value("image_url"_L1).toObject().value("url"_L1).toString();
    if (const auto byAddress = imageByAddress(url)) {
        message.parts.append(*byAddress);
        return true;
    }
    const auto picture = pictureFromDataUrl(url);
    if (!picture)
        return false;
    message.parts.append(picture->part);
    given.imageBytes.insert(picture->part.sha256, picture->bytes);
    return true;
}

bool appendContent(Message &message, GivenMessages &given, const QJsonValue &content)
{
    if (content.isArray()) {
        const QJsonArray parts = content.toArray();
        return std::all_of(parts.begin(), parts.end(), [&](const QJsonValue &part) {
            return appendPart(message, given, part.toObject());
        });
    }
    if (!content.toString().isEmpty())
        message.parts.append(TextPart{content.toString().toUtf8()});
    return content.isString() || content.isNull() || content.isUndefined();
}

ToolCallPart toolCall(const QJsonObject &json)
{
    const QJsonObject function = json.value("function"_L1).toObject();
    return {json.value("id"_L1).toString(), function.value("name"_L1).toString(),
            function.value("arguments"_L1).toString().toUtf8(),
            json.value("extra_content"_L1).toObject()};
}

bool readMessage(Message &message, GivenMessages &given, const QJsonObject &json)
{
    const auto role = roleFromName(json.value("role"_L1).toString());
    if (!role)
        return false;
    message.role = *role;
    if (const QString reasoning = json.value("reasoning_content"_L1).toString();
        !reasoning.isEmpty())
        message.parts.append(ReasoningPart{reasoning.toUtf8()});
    if (!appendContent(message, given, json.value("content"_L1)))
        return false;
    if (message.role == Role::Tool) {
        const ToolResultPart result{json.value("tool_call_id"_L1).toString(),
                                    textOf(message.parts)};
        message.parts = {result};
    }
    for (const QJsonValue &call : json.value("tool_calls"_L1).toArray())
        message.parts.append(toolCall(call.toObject()));
    return true;
}

/// Texts and lists that are empty say what is said without them; so does a list of one bare text.
QJsonValue plainValue(const QJsonValue &value)
{
    const bool isEmpty = (value.isString() && value.toString().isEmpty())
                         || (value.isArray() && value.toArray().isEmpty());
    if (isEmpty)
        return QJsonValue::Null;
    const QJsonArray parts = value.toArray();
    const QJsonObject part = parts.first().toObject();
    const bool isBareText = parts.size() == 1 && part.size() == 2
                            && part.value("type"_L1) == "text"_L1
                            && part.value("text"_L1).isString();
    return isBareText ? plainValue(part.value("text"_L1)) : value;
}

QJsonObject plainMessage(const QJsonObject &message)
{
    QJsonObject plain;
    for (auto member = message.begin(); member != message.end(); ++member) {
        if (const QJsonValue value = plainValue(member.value()); !value.isNull())
            plain.insert(member.key(), value);
    }
    return plain;
}

/// Whether what goes out of the conversation is what was given: names, the order of parts, details
/// of images and whatever else has no place in it would be gone. Reasoning is kept; that earlier
/// turns go without it is how conversations are sent.
bool isKept(const Message &message, const QList<WirePathItem> &path, const GivenMessages &given,
            const QJsonObject &json)
{
    for (const WirePathItem &item : path) {
        if (!item.sources.contains(message.id))
            continue;
        WireMessage whole = item.message;
        whole.withReasoning = true;
        const auto sent = encodeMessage(whole, given.imageBytes);
        return sent && plainMessage(QJsonDocument::fromJson(*sent).object()) == plainMessage(json);
    }
    return false;
}

tl::unexpected<Error> notKept(qsizetype at)
{
    return fail(ErrorKind::InvalidRequest,
                u"message %1 of --messages holds something that a conversation cannot "
                "keep; leave out --save to send it as it is"_s.arg(at + 1));
}

} // namespace

Result<GivenMessages> readGivenMessages(const QJsonArray &messages, qint64 nowMs)
{
    GivenMessages given;
    MessageId parent;
    for (const QJsonValue &json : messages) {
        Message message;
        message.id = MessageId::next();
        message.parent = parent;
        message.createdMs = nowMs;
        if (!readMessage(message, given, json.toObject()))
            return notKept(given.messages.size());
        parent = message.id;
        given.messages.append(message);
    }
    const QList<WirePathItem> path = wirePath(given.messages);
    for (qsizetype at = 0; at < messages.size(); ++at) {
        if (!isKept(given.messages.at(at), path, given, messages.at(at).toObject()))
            return notKept(at);
    }
    return given;
}

} // namespace app
