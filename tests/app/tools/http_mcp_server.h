// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace tests {

/// A server of the Model Context Protocol over streamable HTTP on the loopback interface, with one
/// session at a time. It records what it saw; what it does besides behaving can be set.
class HttpMcpServer : public QTcpServer
{
public:
    struct Seen
    {
        QByteArray method;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QJsonObject json;
    };

    HttpMcpServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/mcp").arg(serverPort()));
    }
    [[nodiscard]] int count(const QByteArray &method) const
    {
        return int(std::count_if(seen.begin(), seen.end(),
                                 [&](const Seen &each) { return each.method == method; }));
    }
    /// Ends the session: what comes with its name is answered by 404.
    void forgetSession() { session.clear(); }
    /// To whoever listens.
    void tell(const QByteArray &json)
    {
        for (QTcpSocket *listener : std::as_const(listeners))
            listener->write(chunk("data: " + json + "\n\n"));
    }

    bool usesEvents = true; ///< answers calls by a stream of events
    bool breaksStreams = false; ///< in the middle, so that they are to be resumed
    bool hasListeners = true; ///< else GET is answered by 405
    int refuses = 0; ///< this status, to calls
    QList<Seen> seen;
    QByteArray session;

private:
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }
    static QByteArray head(int status, const QByteArray &type, const QByteArray &more = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " x\r\n"
               + (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n") + more;
    }
    static void answerPlain(QTcpSocket *socket, int status, const QByteArray &body = {},
                            const QByteArray &more = {})
    {
        socket->write(head(status, body.isEmpty() ? "" : "application/json", more)
                      + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        for (qsizetype end = buffer.indexOf("\r\n\r\n"); end >= 0;
             end = buffer.indexOf("\r\n\r\n")) {
            Seen request;
            const QByteArrayList lines = buffer.first(end).split('\n');
            request.method = lines.first().split(' ').first();
            for (const QByteArray &line : lines.sliced(1)) {
                const qsizetype colon = line.indexOf(':');
                request.headers.insert(line.first(colon).trimmed().toLower(),
                                       line.sliced(colon + 1).trimmed());
            }
            const qsizetype length = request.headers.value("content-length").toInt();
            if (buffer.size() < end + 4 + length)
                return;
            request.json = QJsonDocument::fromJson(buffer.sliced(end + 4, length)).object();
            buffer.remove(0, end + 4 + length);
            seen.append(request);
            take(socket, request);
        }
    }

    void take(QTcpSocket *socket, const Seen &request)
    {
        const QString method = request.json.value(QStringLiteral("method")).toString();
        if (method == QStringLiteral("initialize"))
            return open(socket, request);
        if (request.headers.value("mcp-session-id") != session)
            return answerPlain(socket, 404);
        if (request.method == "DELETE") {
            session.clear();
            return answerPlain(socket, 200);
        }
        if (request.method == "GET")
            return listenOrResume(socket, request);
        if (!request.json.contains(QStringLiteral("id")))
            return answerPlain(socket, 202);
        const QJsonValue id = request.json.value(QStringLiteral("id"));
        if (method == QStringLiteral("tools/list"))
            return answerPlain(socket, 200, result(id, R"({"tools":[{"name":"echo"}]})"));
        call(socket, id, request.json);
    }

    void open(QTcpSocket *socket, const Seen &request)
    {
        session = "session-" + QByteArray::number(++m_sessions);
        const QByteArray opening =
            R"({"protocolVersion":"2025-06-18","capabilities":{"tools":{}},"serverInfo":{}})";
        answerPlain(socket, 200, result(request.json.value(QStringLiteral("id")), opening),
                    "Mcp-Session-Id: " + session + "\r\n");
    }

    void listenOrResume(QTcpSocket *socket, const Seen &request)
    {
        if (request.headers.value("last-event-id") == "event-1") {
            socket->write(head(200, "text/event-stream", "Connection: close\r\n\r\n")
                          + "id: event-2\ndata: " + m_rest + "\n\n");
            socket->disconnectFromHost();
            return;
        }
        if (!hasListeners)
            return answerPlain(socket, 405);
        socket->write(head(200, "text/event-stream", "Transfer-Encoding: chunked\r\n\r\n"));
        listeners.append(socket);
        connect(socket, &QObject::destroyed, this, [this, socket] { listeners.removeAll(socket); });
    }

    void call(QTcpSocket *socket, const QJsonValue &id, const QJsonObject &json)
    {
        if (refuses > 0) {
            return answerPlain(socket, refuses,
                               R"({"jsonrpc":"2.0","error":{"code":-1,"message":"not today"}})");
        }
        const QJsonObject arguments = json.value(QStringLiteral("params"))
                                          .toObject()
                                          .value(QStringLiteral("arguments"))
                                          .toObject();
        const QByteArray text = QJsonDocument(arguments).toJson(QJsonDocument::Compact);
        const QJsonArray content{QJsonObject{{QStringLiteral("type"), QStringLiteral("text")},
                                             {QStringLiteral("text"), QString::fromUtf8(text)}}};
        const QByteArray answer =
            result(id, QJsonDocument(QJsonObject{{QStringLiteral("content"), content}})
                           .toJson(QJsonDocument::Compact));
        if (!usesEvents)
            return answerPlain(socket, 200, answer);
        const QByteArray progress =
            R"({"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":)"
            + QByteArray::number(id.toInteger()) + R"(,"progress":1}})";
        if (breaksStreams) {
            m_rest = answer;
            socket->write(head(200, "text/event-stream", "Connection: close\r\n\r\n")
                          + "id: event-1\ndata: " + progress + "\n\n");
            socket->disconnectFromHost();
            return;
        }
        socket->write(head(200, "text/event-stream", "Transfer-Encoding: chunked\r\n\r\n")
                      + chunk("data: " + progress + "\n\n") + chunk("data: " + answer + "\n\n")
                      + "0\r\n\r\n");
    }

    static QByteArray result(const QJsonValue &id, const QByteArray &json)
    {
        return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id.toInteger()) + R"(,"result":)"
               + json + "}";
    }

    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QTcpSocket *> listeners;
    QByteArray m_rest;
    int m_sessions = 0;
};

} // namespace tests
