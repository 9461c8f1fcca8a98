// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QLocale>
#include <QString>

#include <chrono>

namespace app {

/// The bytes that a server would send, and when.
struct DemoAnswer
{
    struct Step
    {
        std::chrono::milliseconds pause; ///< after the step before
        QByteArray bytes;
    };

    int status = 200; ///< 0: nobody listens
    QList<std::pair<QByteArray, QByteArray>> headers;
    QList<Step> steps;
    bool isLost = false; ///< the connection breaks after the last step
};

/// Answers one request to the demo. Reads the whole body, pictures included: call it on a worker.
[[nodiscard]] DemoAnswer answerDemo(const QByteArray &method, const QString &path,
                                    const QByteArray &body,
                                    QLocale::Language language = QLocale::English);

} // namespace app
