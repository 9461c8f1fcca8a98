// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/omission.h"
#include "app/settings/provider.h"
#include "app/store/records.h"

#include <QHash>
#include <QJsonArray>

#include <functional>

namespace app {

/// Everything a request is made of. A value, so that a large body is built on a worker.
struct RequestPlan
{
    Provider provider;
    QString model;
    ParameterSet parameters;
    QStringList sendAnyway;
    QJsonObject extraJson;
    QString systemPrompt;
    QJsonArray givenMessages; ///< sent as they are, before `path`
    QList<Message> path; ///< first prompt to the last message of the request
    QHash<QByteArray, QByteArray> imageBytes; ///< by SHA-256
    std::optional<QString> key; ///< known already; else it is looked up
    Omission omission;
    bool continues = false; ///< the last message is an answer to go on with
    bool modelThinks = false;
    /// Some: this very request, of the messages of `path`; all else that says what is asked is not
    /// looked at.
    std::optional<Recipe> again = {};
};

/// A body with the recipe that gives it again.
struct BuiltPrompt
{
    QByteArray body;
    Recipe recipe;
    QStringList withheld; ///< set, but not taken by the dialect and not to be sent anyway
};

/// The request of this plan as bytes, by the rules of the provider's dialect; the messages as
/// wirePath() says them. Storage where the bytes of an image are missing. Pure; any thread.
[[nodiscard]] Result<BuiltPrompt> buildPrompt(const RequestPlan &plan);

/// The messages that a recipe names, each once; `find` gives null for one that is gone, and so does
/// this then.
[[nodiscard]] std::optional<QList<Message>> recipePath(
    const Recipe &recipe, const std::function<const Message *(MessageId)> &find);

/// The body that left, from its recipe. `path`: the messages that the recipe names, in its order.
/// BadResponse where they are not what was sent any more.
[[nodiscard]] Result<QByteArray> rebuildBody(const Recipe &recipe, const QList<Message> &path,
                                             const QHash<QByteArray, QByteArray> &imageBytes);

/// The same without a look at the hash, for whoever can do with what the messages say by now.
[[nodiscard]] Result<QByteArray> assembleAgain(const Recipe &recipe, const QList<Message> &path,
                                               const QHash<QByteArray, QByteArray> &imageBytes);
/// The image of a path with that hash where it is sent by its address, so that it has no bytes;
/// null where it is none of those.
[[nodiscard]] const ImagePart *imageSentByAddress(const QList<Message> &path,
                                                  const QByteArray &sha256);
/// Those of a recipe that have bytes to be read, each once.
[[nodiscard]] QList<QByteArray> imagesWithBytes(const Recipe &recipe, const QList<Message> &path);
/// As in Recipe::bodySha256.
[[nodiscard]] QByteArray bodySha256(const QByteArray &body);

} // namespace app
