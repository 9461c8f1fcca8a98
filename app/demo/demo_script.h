// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace app {

/// An answer that is no completion: a status of 400 and more, or a page of somebody else's.
struct DemoFailure
{
    int status = 500;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    bool refused = false; ///< no answer at all: nobody listens
};

struct DemoCall
{
    QString name;
    QJsonObject arguments;
};

/// What a model of the demo says to one request, before it is cut into tokens.
struct DemoScript
{
    enum class Ending {
        Normal,
        CutOff, ///< the stream ends without a finish reason
        Lost, ///< the connection breaks
        ErrorEvent, ///< the server says in the stream that it failed
    };

    QString reasoning;
    QString text;
    QList<DemoCall> calls;
    int mostTokens = 0; ///< of text in one answer; 0: all
    bool goesOn = true; ///< with an answer that was cut; else it begins anew
    std::chrono::milliseconds firstPause{280};
    double tokensPerSecond = 80;
    Ending ending = Ending::Normal;
    std::optional<DemoFailure> failure;
};

} // namespace app
