// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connection.h"

#include <QTimer>

#include <sys/socket.h>

using namespace std::chrono_literals;

namespace tests {

Connection::Connection(QTcpSocket *socket, Answer answer, QObject *parent)
    : QObject(parent), m_socket(socket), m_answer(std::move(answer))
{
    m_socket->setParent(this);
    // Small pieces shall arrive as small pieces.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::closed);
    read();
}

void Connection::read()
{
    m_input += m_socket->readAll();
    if (m_playing || (m_bodyLength < 0 && !readHead()) || m_input.size() < m_bodyLength)
        return;
    m_request.body = m_input.first(m_bodyLength);
    m_input.remove(0, m_bodyLength);
    m_bodyLength = -1;
    m_playing = true;
    m_step = 0;
    m_script = m_answer(m_request);
    m_due.setPreciseRemainingTime(0, 0, Qt::PreciseTimer);
    play();
}

bool Connection::readHead()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArrayList lines = m_input.first(end).replace("\r\n", "\n").split('\n');
    m_input.remove(0, end + 4);
    const QByteArrayList request = lines.first().split(' ');
    m_request = {.method = request.value(0), .path = request.value(1), .headers = {}, .body = {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        m_request.headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
    }
    m_bodyLength = m_request.header("content-length").toInt();
    return true;
}

void Connection::play()
{
    if (m_step == 0 && m_script.answers)
        sendHead();
    while (m_step < m_script.steps.size()) {
        const Step step = m_script.steps.at(m_step++);
        if (const auto wait = timeUntilDue(step); wait > 0ms)
            return QTimer::singleShot(wait, Qt::PreciseTimer, this, &Connection::play);
        doStep(step);
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return;
    }
    endOfScript();
}

std::chrono::milliseconds Connection::timeUntilDue(const Step &step)
{
    if (step.kind == Step::Kind::Wait)
        return std::chrono::ceil<std::chrono::milliseconds>(step.pause);
    if (step.kind != Step::Kind::Pace)
        return 0ms;
    m_due += step.pause;
    return std::chrono::ceil<std::chrono::milliseconds>(m_due.remainingTimeAsDuration());
}

void Connection::sendHead()
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_script.status) + " Scripted\r\n";
    if (!m_script.contentType.isEmpty())
        head += "Content-Type: " + m_script.contentType + "\r\n";
    for (const auto &[name, value] : m_script.headers)
        head += name + ": " + value + "\r\n";
    if (m_script.framing == Framing::Chunked)
        head += "Transfer-Encoding: chunked\r\n";
    if (m_script.framing == Framing::UntilClose)
        head += "Connection: close\r\n";
    if (m_script.framing == Framing::Length) {
        qsizetype length = 0;
        for (const Step &step : std::as_const(m_script.steps))
            length += step.bytes.size();
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    write(head + "\r\n");
}

void Connection::doStep(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Send:
        return sendBytes(step.bytes);
    case Step::Kind::Close:
        return m_socket->disconnectFromHost();
    case Step::Kind::Reset: {
        m_socket->flush();
        const linger atOnce{1, 0}; // close() then sends RST, not FIN
        setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                   sizeof atOnce);
        return m_socket->abort();
    }
    case Step::Kind::Wait:
    case Step::Kind::Pace:
        break;
    }
}

void Connection::sendBytes(QByteArray bytes)
{
    const qsizetype most = m_script.pieceBytes > 0 ? m_script.pieceBytes : bytes.size();
    while (!bytes.isEmpty()) {
        const QByteArray piece = bytes.first(std::min(most, bytes.size()));
        bytes.remove(0, piece.size());
        if (m_script.framing == Framing::Chunked)
            write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
        else
            write(piece);
    }
}

void Connection::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    if (m_script.pieceBytes > 0)
        m_socket->flush();
}

void Connection::endOfScript()
{
    if (!m_script.answers || m_script.framing == Framing::UntilClose)
        return m_socket->disconnectFromHost();
    if (m_script.framing == Framing::Chunked)
        m_socket->write("0\r\n\r\n");
    m_playing = false;
    // The next request of a kept connection may be here already.
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

} // namespace tests
