// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QObject>

namespace app {

/// The longest message that is read from a server or written to it.
inline constexpr qsizetype kLongestMcpMessage = 32 * 1024 * 1024;

/// How the messages of the Model Context Protocol go to a server and come from it. GUI thread.
/// Nothing is emitted before control returned to the event loop after open(); closed() comes once
/// and last; destruction is silent and leaves nothing running.
class McpTransport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void open() = 0;
    /// Silent. The server is given time to end: the transport then belongs to the application and
    /// deletes itself when it is done.
    virtual void close() = 0;
    /// `request`: the id of the request that the message is; 0: it waits for no answer.
    virtual void send(const QByteArray &message, qint64 request) = 0;
    /// Its answer came, or it is not waited for any more.
    virtual void settle(qint64 request) { Q_UNUSED(request); }
    /// The handshake is over, with this version.
    virtual void enterSession(const QString &version) { Q_UNUSED(version); }
    /// A new handshake follows.
    virtual void leaveSession() { }

signals:
    void opened();
    void messageArrived(const QByteArray &json);
    /// The answer to this request cannot come any more.
    void requestFailed(qint64 request, const app::Error &error);
    /// The server knows nothing of the session any more; the request was not looked at.
    void sessionLost(qint64 request);
    /// Standard error, and what is odd.
    void noted(const QByteArray &text);
    /// The message of the error is a part of a sentence that begins with the server's name.
    void closed(const app::Error &error);
};

} // namespace app
