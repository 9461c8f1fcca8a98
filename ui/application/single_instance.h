// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace ui {

/// One window per profile: the first start listens on a local socket named after the profile, a
/// later one hands over a message and leaves. Other users cannot reach the socket.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &profileFolder, QObject *parent = nullptr);

    /// True when a running program took the message. Waits for its answer for a moment at most; a
    /// program that hangs counts as none.
    [[nodiscard]] bool handOver(const QByteArray &message);
    /// Takes messages from now on.
    void listen();

signals:
    void messageArrived(const QByteArray &message);

private:
    void take(QLocalSocket *socket);

    const QString m_name;
    QLocalServer m_server;
};

} // namespace ui
