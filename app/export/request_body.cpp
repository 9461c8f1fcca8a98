// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/request_body.h"

#include "app/base/credentials.h"
#include "app/chat/prompt_builder.h"
#include "app/chat/sweep.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Puts names in place of the images of a message, in the order in which they were sent.
QJsonValue withNamedImages(const QJsonValue &message, const QList<QByteArray> &names,
                           qsizetype &next)
{
    if (!message["content"_L1].isArray())
        return message;
    QJsonArray content;
    for (const QJsonValue &part : message["content"_L1].toArray()) {
        QJsonObject named = part.toObject();
        QJsonObject image = named.value("image_url"_L1).toObject();
        if (!image.isEmpty()) {
            const QString name = QString::fromLatin1(names.value(next++));
            // An address is short, and what a reader needs.
            if (image.value("url"_L1).toString().startsWith("data:"_L1))
                image.insert(u"url"_s, u"sha256:"_s + name);
            named.insert(u"image_url"_s, image);
        }
        content.append(named);
    }
    QJsonObject changed = message.toObject();
    changed.insert(u"content"_s, content);
    return changed;
}

const Lane *laneBehind(const Exported &exported, const ExportedAnswer &answer)
{
    for (const ExportedLane &lane : exported.lanes) {
        if (lane.lane.id == answer.lane)
            return &lane.lane;
    }
    return nullptr;
}

const ExportedRequest *requestBehind(const Exported &exported, const ExportedAnswer &answer)
{
    if (answer.runs.isEmpty())
        return nullptr;
    const auto found = exported.requests.constFind(answer.runs.constFirst().id);
    return found == exported.requests.cend() ? nullptr : &*found;
}

} // namespace

std::optional<RebuiltRequest> rebuiltRequest(const ExportedRequest &request,
                                             const QHash<QByteArray, QByteArray> &images)
{
    if (!request.isWhole)
        return {};
    QHash<QByteArray, QByteArray> bytes = images;
    const auto isThere = [&](const QByteArray &sha256) {
        return images.contains(sha256) || imageSentByAddress(request.path, sha256);
    };
    const bool canBeTold = std::ranges::all_of(request.recipe.images, isThere);
    for (const QByteArray &sha256 : request.recipe.images) {
        if (!isThere(sha256))
            bytes.insert(sha256, sha256); // its name takes its place below in any case
    }
    const auto body = assembleAgain(request.recipe, request.path, bytes);
    if (!body)
        return {};
    RebuiltRequest rebuilt;
    rebuilt.body = QJsonDocument::fromJson(*body).object();
    if (canBeTold)
        rebuilt.isExact = bodySha256(*body) == request.recipe.bodySha256;
    qsizetype next = 0;
    QJsonArray messages;
    for (const QJsonValue &message : rebuilt.body.value("messages"_L1).toArray())
        messages.append(withNamedImages(message, request.recipe.images, next));
    rebuilt.body = withoutCredentials(rebuilt.body);
    rebuilt.body.insert(u"messages"_s, messages);
    return rebuilt;
}

QJsonObject sentParameters(const Exported &exported, const ExportedAnswer &answer)
{
    QJsonObject sent;
    const ExportedRequest *request = requestBehind(exported, answer);
    if (request && !request->recipe.body.isEmpty()) {
        sent = request->recipe.body;
    } else if (const Lane *lane = laneBehind(exported, answer)) {
        sent = withCoordinates(lane->parameters, answer.coordinates).toJson();
        for (auto at = lane->extraJson.begin(); at != lane->extraJson.end(); ++at)
            sent.insert(at.key(), at.value());
    }
    for (const auto &name : {"model"_L1, "messages"_L1, "stream"_L1, "stream_options"_L1,
                             "auto_continue"_L1, "leave_out_rounds"_L1})
        sent.remove(name);
    return withoutCredentials(sent);
}

QString sentSystemPrompt(const Exported &exported, const ExportedAnswer &answer)
{
    const ExportedRequest *request = requestBehind(exported, answer);
    if (request && !request->recipe.body.isEmpty())
        return request->recipe.systemPrompt;
    const Lane *lane = laneBehind(exported, answer);
    return lane ? lane->systemPrompt : QString();
}

} // namespace app
