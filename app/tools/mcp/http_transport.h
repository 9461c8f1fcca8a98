// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"
#include "app/tools/mcp/mcp_transport.h"

#include <QPointer>
#include <QTimer>

#include <map>

namespace app {

class McpExchange;

/// A server behind an address: a POST for each message, answered by JSON or by a stream of events,
/// and one stream for what the server says by itself
/// (https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#streamable-http).
/// A stream that breaks before its answer came is gone on with where the server numbers its events.
class HttpTransport final : public McpTransport
{
    Q_OBJECT
public:
    struct Address
    {
        QUrl url;
        QList<std::pair<QString, QString>> headers;
        QString key; ///< sent as Bearer to the origin of the URL; empty: none
    };
    HttpTransport(HttpClient &http, Address address, QObject *parent = nullptr);
    ~HttpTransport() override;

    void open() override;
    void close() override;
    void send(const QByteArray &message, qint64 request) override;
    void settle(qint64 request) override;
    void enterSession(const QString &version) override;
    void leaveSession() override;

private:
    friend class McpExchange;

    [[nodiscard]] HttpRequest request(const QByteArray &method, const QByteArray &body) const;
    void resume(qint64 id, const QByteArray &lastEvent, int attempt);
    void listen();
    void follow(McpExchange *exchange);
    void exchangeEnded(McpExchange *exchange);
    void giveUp(qint64 id, const Error &error);

    HttpClient &m_http;
    const Address m_address;
    QByteArray m_session; ///< as the server calls it; empty: it has none
    QString m_version;
    std::map<qint64, QPointer<McpExchange>> m_exchanges; ///< by the request they answer
    QPointer<McpExchange> m_listening;
    QByteArray m_lastHeard; ///< id of the last event of that stream
    QTimer m_listenAgain;
    int m_listenFailures = 0;
};

} // namespace app
