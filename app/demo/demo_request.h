// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

#include <optional>

namespace app {

/// What a client really sent to …/chat/completions, as far as the demo looks at it.
struct DemoRequest
{
    QLocale::Language language = QLocale::English; ///< of the answer
    QString model;
    bool stream = false;
    QJsonArray messages;
    QString prompt; ///< text of the last user message
    int promptCount = 0; ///< user messages
    QStringList imageUrls; ///< of the last user message
    QString continued; ///< text of the last message where that is the assistant's: to be gone on
    QJsonArray tools;
    QJsonValue toolChoice;
    QJsonObject responseFormat; ///< empty: plain text
    bool thinks = true; ///< false: the request switched reasoning off
    QString effort; ///< of it, where one was asked for
    int maxTokens = 0; ///< 0: not set
    std::optional<qint64> seed;
    double temperature = 1;
    bool logprobs = false; ///< are asked for
    int alternatives = 0; ///< to be named with them
    int choices = 1;
    int choice = 0; ///< the one that is to be said
    QStringList stop;
    bool asksForTier = false;
    qint64 promptTokens = 0;
};

/// Error::status is what the server would answer: 400 for broken JSON, 422 for a missing field.
[[nodiscard]] Result<DemoRequest> readDemoRequest(const QByteArray &body);

/// The text of a message's content: a string, or the text parts of an array.
[[nodiscard]] QString textOfContent(const QJsonValue &content);

/// Cuts a text into pieces the size of a model's tokens; together they are the text.
[[nodiscard]] QStringList demoTokens(const QString &text);

} // namespace app
