// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/single_instance.h"

#include "app/base/log.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 1000;
constexpr qint64 kLongestMessage = 1024 * 1024;
const QByteArray kTaken = QByteArrayLiteral("taken\n");

QString serverName(const QString &profileFolder)
{
    const QByteArray hash = QCryptographicHash::hash(QDir(profileFolder).absolutePath().toUtf8(),
                                                     QCryptographicHash::Sha256);
    return u"diptych-"_s + QLatin1StringView(hash.toHex().left(24));
}

} // namespace

SingleInstance::SingleInstance(const QString &profileFolder, QObject *parent)
    : QObject(parent), m_name(serverName(profileFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            take(socket);
        }
    });
}

bool SingleInstance::handOver(const QByteArray &message)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatienceMs))
        return false;
    socket.write(message + '\n');
    return socket.waitForBytesWritten(kPatienceMs) && socket.waitForReadyRead(kPatienceMs)
           && socket.readLine() == kTaken;
}

void SingleInstance::listen()
{
    // Whoever bound this name does not answer, so its socket is the remains of a crash.
    QLocalServer::removeServer(m_name);
    if (!m_server.listen(m_name))
        qCWarning(app::logInterface) << "no second start can be noticed:" << m_server.errorString();
}

void SingleInstance::take(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > kLongestMessage)
            socket->abort();
        return;
    }
    const QByteArray message = socket->readLine(kLongestMessage).trimmed();
    socket->write(kTaken);
    socket->flush();
    socket->disconnectFromServer();
    emit messageArrived(message);
}

} // namespace ui
