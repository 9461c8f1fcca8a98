// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/store/records.h"

#include <QHash>
#include <QJsonArray>

namespace app {

/// The messages of --messages as a conversation can keep them: each the child of the one before.
struct GivenMessages
{
    QList<Message> messages;
    QHash<QByteArray, QByteArray> imageBytes; ///< of data URLs, by SHA-256
};

/// OpenAI's array `messages`. Text, pictures as data URLs or by their address, tool calls and their
/// results; anything else (audio, files, names, text before a picture) is an error that says which
/// message holds it, for it would not be sent again as it was given.
[[nodiscard]] Result<GivenMessages> readGivenMessages(const QJsonArray &messages, qint64 nowMs);

} // namespace app
