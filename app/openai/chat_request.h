// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/openai/message_part.h"
#include "app/openai/parameters.h"
#include "app/settings/provider.h"

#include <QHash>

namespace app {

/// A message as it is said to the server. Tool results: one message each.
struct WireMessage
{
    Role role = Role::User;
    Parts parts = {};
    /// Send the reasoning of this reply back (`reasoning_content`): within one loop of tool calls
    /// only, earlier turns go without.
    bool withReasoning = false;
    /// Its text is led by an empty block of thoughts: a model that thinks goes on with the answer
    /// instead of thinking again.
    bool afterEmptyThought = false;

    bool operator==(const WireMessage &) const = default;
};

/// Everything a chat request says, as a value. Only what is set is sent: no field gets a default.
struct ChatRequest
{
    QString model;
    QString systemPrompt = {}; ///< the first message, where not empty
    QList<WireMessage> messages = {};
    ParameterSet parameters = {};
    QStringList sendAnyway = {}; ///< parameters that go although the dialect does not take them
    QJsonObject extraJson = {}; ///< merged last: objects member by member, all else replaced
    bool stream = true;
    bool continuesLast = false; ///< the last message is an answer to be gone on with

    bool operator==(const ChatRequest &) const = default;
};

/// SHA-256 (lower-case hex) to bytes of the images that the messages refer to.
using ImageBytes = QHash<QByteArray, QByteArray>;

/// A request as bytes, and what a recipe keeps to make the same bytes again.
struct EncodedRequest
{
    QJsonObject body; ///< without `messages`
    QList<QByteArray> messages; ///< the JSON of each of ChatRequest::messages
    QByteArray bytes; ///< what leaves; equal to assembleBody(body, systemPrompt, messages)
    bool stream = true; ///< as the body says
};

/// Storage where the bytes of an image are missing.
[[nodiscard]] Result<EncodedRequest> encodeRequest(const ChatRequest &request,
                                                   const Provider &provider,
                                                   const ImageBytes &images = {});

/// The parts of encodeRequest(), to build a kept recipe again. The same input gives the same bytes
/// in every version of the program: members are sorted, numbers are the shortest that read back.
[[nodiscard]] QJsonObject bodyWithoutMessages(const ChatRequest &request, const Provider &provider);
[[nodiscard]] Result<QByteArray> encodeMessage(const WireMessage &message,
                                               const ImageBytes &images = {});
[[nodiscard]] QByteArray assembleBody(const QJsonObject &body, const QString &systemPrompt,
                                      const QList<QByteArray> &messages);

/// Parameters that are set, that the dialect does not take, and that are therefore not sent.
[[nodiscard]] QStringList heldBackParameters(const ChatRequest &request, const Provider &provider);

} // namespace app
