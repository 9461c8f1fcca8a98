// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompt_builder.h"

#include "app/base/error_codes.h"
#include "app/chat/wire_path.h"
#include "app/openai/chat_request.h"
#include "app/openai/dialect.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

template <typename Keep>
QList<WirePathItem> withImages(QList<WirePathItem> items, Keep keep)
{
    for (WirePathItem &item : items) {
        item.message.parts.removeIf([&](const Part &part) {
            const auto *image = std::get_if<ImagePart>(&part);
            return image && !keep(*image);
        });
    }
    return items;
}

ChatRequest requestOf(const RequestPlan &plan)
{
    ChatRequest request;
    request.model = plan.model;
    request.systemPrompt = plan.systemPrompt;
    request.parameters = plan.parameters;
    request.sendAnyway = plan.sendAnyway;
    request.extraJson = plan.extraJson;
    request.continuesLast = plan.continues;
    for (const QString &name : plan.omission.parameters) {
        request.parameters.unset(name);
        request.extraJson.remove(name);
    }
    return request;
}

/// Text, or the text parts of a list.
QString contentText(const QJsonValue &content)
{
    QString text = content.toString();
    for (const QJsonValue &part : content.toArray())
        text += part["text"_L1].toString();
    return text;
}

/// All system messages as the one in front, where there are several or one calls itself otherwise.
RequestPlan withOneSystemMessage(RequestPlan plan)
{
    QStringList texts(plan.systemPrompt.isEmpty() ? 0 : 1, plan.systemPrompt);
    bool isDeveloper = false;
    QJsonArray given;
    for (const QJsonValue &message : std::as_const(plan.givenMessages)) {
        const QString role = message["role"_L1].toString();
        isDeveloper |= role == "developer"_L1;
        if (role == "system"_L1 || role == "developer"_L1)
            texts.append(contentText(message["content"_L1]));
        else
            given.append(message);
    }
    QList<Message> path = plan.path;
    path.removeIf([&](const Message &message) {
        if (message.role != Role::System)
            return false;
        texts.append(QString::fromUtf8(textOf(message.parts)));
        return true;
    });
    if (texts.size() < 2 && !isDeveloper)
        return plan;
    plan.systemPrompt = texts.join(u"\n\n"_s);
    plan.givenMessages = given;
    plan.path = path;
    return plan;
}

void noteImages(Recipe &recipe, const WireMessage &message)
{
    for (const Part &part : message.parts) {
        if (const auto *image = std::get_if<ImagePart>(&part))
            recipe.images.append(image->sha256);
    }
}

Result<BuiltPrompt> promptAgain(const RequestPlan &plan)
{
    const auto body = rebuildBody(*plan.again, plan.path, plan.imageBytes);
    if (!body) {
        return fail(Error{.kind = ErrorKind::InvalidRequest,
                          .message = body.error().message,
                          .code = kNotTheSameCode});
    }
    return BuiltPrompt{*body, *plan.again, {}};
}

} // namespace

std::optional<QList<Message>> recipePath(const Recipe &recipe,
                                         const std::function<const Message *(MessageId)> &find)
{
    QList<Message> path;
    for (const Recipe::Ref &ref : recipe.messages) {
        if (!path.isEmpty() && path.constLast().id == ref.message)
            continue; // the results of one message of calls
        const Message *message = find(ref.message);
        if (!message)
            return {};
        path.append(*message);
    }
    return path;
}

Result<BuiltPrompt> buildPrompt(const RequestPlan &asked)
{
    if (asked.again)
        return promptAgain(asked);
    const RequestPlan plan = dialectFacts(asked.provider.dialect).takesOneSystemMessage
                                 ? withOneSystemMessage(asked)
                                 : asked;
    const ChatRequest request = requestOf(plan);
    const auto items =
        withImages(wirePath(plan.path), [&](const ImagePart &) { return !plan.omission.images; });
    BuiltPrompt built;
    built.withheld = heldBackParameters(request, plan.provider);
    built.recipe.body = bodyWithoutMessages(request, plan.provider);
    built.recipe.systemPrompt = plan.systemPrompt;

    QList<QByteArray> messages;
    for (const QJsonValue &given : plan.givenMessages)
        messages.append(QJsonDocument(given.toObject()).toJson(QJsonDocument::Compact));
    for (const WirePathItem &item : items) {
        const auto json = encodeMessage(item.message, plan.imageBytes);
        if (!json)
            return fail(json.error());
        messages.append(*json);
        noteImages(built.recipe, item.message);
        const QByteArray hash = sha256(*json);
        for (const MessageId source : item.sources)
            built.recipe.messages.append({source, hash});
    }
    built.body = assembleBody(built.recipe.body, plan.systemPrompt, messages);
    built.recipe.bodySha256 = sha256(built.body);
    built.recipe.bodyBytes = built.body.size();
    return built;
}

Result<QByteArray> assembleAgain(const Recipe &recipe, const QList<Message> &path,
                                 const QHash<QByteArray, QByteArray> &imageBytes)
{
    const auto items = withImages(wirePath(path), [&](const ImagePart &image) {
        return recipe.images.contains(image.sha256);
    });
    QList<QByteArray> messages;
    for (const WirePathItem &item : items) {
        const auto json = encodeMessage(item.message, imageBytes);
        if (!json)
            return fail(json.error());
        messages.append(*json);
    }
    return assembleBody(recipe.body, recipe.systemPrompt, messages);
}

QByteArray bodySha256(const QByteArray &body)
{
    return sha256(body);
}

Result<QByteArray> rebuildBody(const Recipe &recipe, const QList<Message> &path,
                               const QHash<QByteArray, QByteArray> &imageBytes)
{
    auto body = assembleAgain(recipe, path, imageBytes);
    if (body && sha256(*body) != recipe.bodySha256)
        return fail(ErrorKind::BadResponse, u"the messages are not those that were sent"_s);
    return body;
}

} // namespace app
