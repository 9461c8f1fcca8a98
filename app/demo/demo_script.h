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

struct DemoOption
{
    QString text;
    double probability = 1;
};

/// A token of an answer, with all that could have stood in its place.
struct DemoToken
{
    QList<DemoOption> options; ///< the likeliest first
    qsizetype taken = 0;

    [[nodiscard]] const QString &text() const { return options.at(taken).text; }
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
    /// The end of the text, behind what the request gave already, where a model says how likely its
    /// words are; else the text is cut into tokens that nothing is known of.
    QList<DemoToken> tokens;
    QList<DemoCall> calls;
    int mostTokens = 0; ///< of text in one answer; 0: all
    bool goesOn = true; ///< with an answer that was cut; else it begins anew
    std::chrono::milliseconds firstPause{280};
    double tokensPerSecond = 80;
    Ending ending = Ending::Normal;
    std::optional<DemoFailure> failure;
};

} // namespace app
