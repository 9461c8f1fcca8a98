// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/stdio_transport.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace app {

StdioTransport::StdioTransport(const CommandLine &command, QObject *parent)
    : McpTransport(parent), m_process(command, 0)
{
    connect(&m_process, &ChildProcess::started, this, &McpTransport::opened);
    connect(&m_process, &ChildProcess::outputArrived, this, &StdioTransport::read);
    connect(&m_process, &ChildProcess::errorsArrived, this,
            [this] { emit noted(m_process.readErrors()); });
    connect(&m_process, &ChildProcess::ended, this, [this](const ChildEnd &end) {
        const QPointer<StdioTransport> self(this);
        if (end.hasStarted)
            read(); // its last words
        if (self)
            fail(end.hasStarted ? ErrorKind::Network : ErrorKind::NotFound, end.description());
    });
}

void StdioTransport::open()
{
    m_process.start();
}

void StdioTransport::close()
{
    m_isOver = true;
    disconnect();
    m_process.disconnect(this);
    setParent(QCoreApplication::instance());
    connect(&m_process, &ChildProcess::ended, this, &QObject::deleteLater);
    if (m_process.isRunning())
        m_process.finish();
    else
        deleteLater();
}

void StdioTransport::send(const QByteArray &message, qint64 /*request*/)
{
    if (m_isOver || !m_process.isRunning())
        return;
    if (m_process.bytesToWrite() + message.size() > kLongestMcpMessage)
        return fail(ErrorKind::BadResponse, u"does not read what is sent to it"_s);
    m_process.write(message + '\n');
}

void StdioTransport::read()
{
    const QByteArray bytes = m_process.readOutput();
    const QPointer<StdioTransport> self(this);
    qsizetype start = 0;
    while (!m_isOver) {
        const qsizetype end = bytes.indexOf('\n', start);
        const qsizetype size = (end < 0 ? bytes.size() : end) - start;
        if (m_line.size() + size > kLongestMcpMessage) {
            m_line = {};
            return fail(ErrorKind::BadResponse,
                        u"sent a line of more than %1 MB"_s.arg(kLongestMcpMessage >> 20));
        }
        m_line.append(bytes.constData() + start, size);
        if (end < 0)
            return;
        start = end + 1;
        const QByteArray line = std::exchange(m_line, {}).trimmed();
        if (!line.isEmpty())
            emit messageArrived(line);
        if (!self)
            return;
    }
}

void StdioTransport::fail(ErrorKind kind, const QString &reason)
{
    if (std::exchange(m_isOver, true))
        return;
    m_process.kill();
    emit closed(Error{.kind = kind, .message = reason});
}

} // namespace app
