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

bool isWireAnswer(const WireMessage &message)
{
    return message.role == Role::Assistant;
}

/// Without a word so far there is nothing to send but the empty thought behind which it begins.
WirePathItem wordlessAnswer(const QList<Message> &path)
{
    return {{.role = Role::Assistant, .afterEmptyThought = true}, {path.constLast().id}};
}

bool hasThought(const QList<Message> &path, const WirePathItem &item)
{
    return std::any_of(path.begin(), path.end(), [&](const Message &message) {
        return item.sources.contains(message.id)
               && std::any_of(message.parts.begin(), message.parts.end(), [](const Part &part) {
                      return std::holds_alternative<ReasoningPart>(part);
                  });
    });
}

/// The answer that is gone on with, as its dialect wants it. A model that thinks would begin to
/// think again.
void takeContinuation(QList<WirePathItem> &items, const RequestPlan &plan)
{
    if (!plan.continues || plan.path.isEmpty()
        || !dialectFacts(plan.provider.dialect).takesEmptyThought)
        return;
    const Message &last = plan.path.constLast();
    const bool isWordless = last.role == Role::Assistant
                            && (items.isEmpty() || !items.constLast().sources.contains(last.id));
    const bool thinksNot = plan.parameters.value(u"reasoning_effort") == "none"_L1;
    if (isWordless)
        items.append(wordlessAnswer(plan.path));
    else if (!items.isEmpty() && !thinksNot && isWireAnswer(items.constLast().message))
        items.last().message.afterEmptyThought =
            plan.modelThinks || hasThought(plan.path, items.constLast());
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

/// Whether the last message was led by an empty thought is told by its hash alone.
void takeEmptyThought(QList<QByteArray> &messages, const Recipe &recipe,
                      const QList<WirePathItem> &items)
{
    if (items.isEmpty() || recipe.messages.isEmpty() || !isWireAnswer(items.constLast().message))
        return;
    const QByteArray sent = recipe.messages.constLast().sha256;
    WireMessage led = items.constLast().message;
    led.afterEmptyThought = true;
    const auto json = encodeMessage(led);
    if (sha256(messages.constLast()) != sent && json && sha256(*json) == sent)
        messages.last() = *json;
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
    auto items =
        withImages(wirePath(plan.path), [&](const ImagePart &) { return !plan.omission.images; });
    takeContinuation(items, plan);
    ChatRequest request = requestOf(plan);
    request.continuesLast =
        plan.continues && !items.isEmpty() && isWireAnswer(items.constLast().message);
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
    auto items = withImages(wirePath(path), [&](const ImagePart &image) {
        return recipe.images.contains(image.sha256);
    });
    const bool lacksLast =
        !path.isEmpty() && path.constLast().role == Role::Assistant
        && (items.isEmpty() || !items.constLast().sources.contains(path.constLast().id));
    if (lacksLast)
        items.append(wordlessAnswer(path));
    QList<QByteArray> messages;
    for (const WirePathItem &item : items) {
        const auto json = encodeMessage(item.message, imageBytes);
        if (!json)
            return fail(json.error());
        messages.append(*json);
    }
    if (!lacksLast)
        takeEmptyThought(messages, recipe, items);
    return assembleBody(recipe.body, recipe.systemPrompt, messages);
}

const ImagePart *imageSentByAddress(const QList<Message> &path, const QByteArray &sha256)
{
    for (const Message &message : path) {
        for (const Part &part : message.parts) {
            const auto *image = std::get_if<ImagePart>(&part);
            if (image && !image->hasBytes() && image->sha256 == sha256)
                return image;
        }
    }
    return nullptr;
}

QList<QByteArray> imagesWithBytes(const Recipe &recipe, const QList<Message> &path)
{
    QList<QByteArray> images;
    for (const QByteArray &sha256 : recipe.images) {
        if (!images.contains(sha256) && !imageSentByAddress(path, sha256))
            images.append(sha256);
    }
    return images;
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
