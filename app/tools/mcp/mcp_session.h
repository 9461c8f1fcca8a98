// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/mcp/json_rpc.h"
#include "app/tools/mcp/mcp_transport.h"
#include "app/tools/tool.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace app {

/// One conversation with a server in the Model Context Protocol, whatever carries it: handshake,
/// requests with their answers, and the rest (https://modelcontextprotocol.io/specification). What
/// a server may ask of a client is answered: a ping, else "method not found", for Diptych declares
/// no abilities. Answers that nobody waits for are noted and dropped. A server that says far more
/// than it is asked for is left. GUI thread; ended() comes once and last; destruction is silent and
/// calls no handler.
class McpSession : public QObject
{
    Q_OBJECT
public:
    /// The newest first; the first one is offered.
    static QStringList versions();

    explicit McpSession(std::unique_ptr<McpTransport> transport, QObject *parent = nullptr);
    ~McpSession() override;

    void open();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const QString &version() const { return m_version; }
    /// What the server said that it can do; empty before isOpen().
    [[nodiscard]] const QJsonObject &abilities() const { return m_abilities; }

    /// The result, or why there is none: an error of the server's (InvalidRequest; its code is the
    /// number it gave), or of the way to it.
    using Handler = std::function<void(const Result<QJsonObject> &)>;
    struct Patience
    {
        std::chrono::milliseconds idle{60'000}; ///< without a sign of progress; 0: for ever
        std::chrono::milliseconds total{30 * 60'000};
    };
    /// Sends a request and gives its id. The handler is called once, later, unless it is cancelled.
    qint64 request(const QString &method, const QJsonObject &params, const Patience &patience,
                   Handler handler);
    /// Tells the server, and forgets the handler. Does nothing for a request that is answered.
    void cancel(qint64 request);

signals:
    void opened();
    void toolsChanged(); ///< its list, as the server says
    void progressed(qint64 request, const app::ToolProgress &progress);
    void noted(const QByteArray &text);
    /// The message of the error is a part of a sentence that begins with the server's name.
    void ended(const app::Error &error);

private:
    struct Pending
    {
        QByteArray message;
        Handler handler;
        std::chrono::milliseconds idle{0};
        QDeadlineTimer quiet;
        QDeadlineTimer total;
    };

    void shakeHands();
    void takeHandshake(const Result<QJsonObject> &answer);
    void read(const QByteArray &json);
    void take(const RpcMessage &message);
    void takeAnswer(const RpcMessage &message);
    void takeRequest(const RpcMessage &message);
    void takeNotification(const RpcMessage &message);
    void takeProgress(const QJsonObject &params);
    void beginAgain(qint64 request);
    void settle(qint64 request, const Result<QJsonObject> &answer);
    void lookAtTheClock();
    [[nodiscard]] bool isFlooded();
    void end(const Error &error);

    McpTransport *m_transport; ///< a child, until it is closed
    std::map<qint64, Pending> m_pending;
    QList<qint64> m_toSendAgain; ///< when the new session is open
    int m_lostSessions = 0; ///< in a row
    qint64 m_nextId = 1;
    QString m_version;
    QJsonObject m_abilities;
    bool m_isOpen = false;
    bool m_isOver = false;
    QTimer m_tick;
    double m_allowance;
    QElapsedTimer m_sinceAllowed;
};

} // namespace app
