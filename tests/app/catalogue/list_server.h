// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

/// A loopback HTTP server with one fixed answer per path; what is not set is 404. It notes the head
/// of every request.
class ListServer : public QTcpServer
{
public:
    ListServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &ListServer::serve);
    }

    void answer(const QByteArray &path, const QByteArray &body, int status = 200)
    {
        m_answers.insert(path, {status, body});
    }
    /// What is asked for under this path is never answered.
    void stall(const QByteArray &path) { m_stalled = path; }

    [[nodiscard]] QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    [[nodiscard]] QByteArray requestOf(const QByteArray &path) const
    {
        for (const QByteArray &request : m_requests) {
            if (request.startsWith("GET " + path))
                return request;
        }
        return {};
    }

private:
    void serve()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &head = m_heads[socket];
        head += socket->readAll();
        if (!head.contains("\r\n\r\n"))
            return;
        m_requests.append(head);
        const QByteArray target = head.split(' ').value(1);
        const QByteArray path = target.split('?').first();
        head.clear();
        if (!m_stalled.isEmpty() && path == m_stalled)
            return;
        const auto [status, body] = m_answers.value(path, {404, R"({"detail":"Not Found"})"});
        socket->write("HTTP/1.1 " + QByteArray::number(status)
                      + " X\r\nContent-Length: " + QByteArray::number(body.size())
                      + "\r\nContent-Type: application/json\r\n\r\n" + body);
    }

    QHash<QByteArray, std::pair<int, QByteArray>> m_answers;
    QHash<QTcpSocket *, QByteArray> m_heads;
    QList<QByteArray> m_requests;
    QByteArray m_stalled;
};
