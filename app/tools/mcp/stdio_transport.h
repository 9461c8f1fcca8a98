// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/child_process.h"
#include "app/tools/mcp/mcp_transport.h"

namespace app {

/// A server that is a program: one message a line on its standard input and output
/// (https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#stdio).
class StdioTransport final : public McpTransport
{
    Q_OBJECT
public:
    explicit StdioTransport(const CommandLine &command, QObject *parent = nullptr);

    void open() override;
    void close() override;
    void send(const QByteArray &message, qint64 request) override;

private:
    void read();
    void fail(ErrorKind kind, const QString &reason);

    ChildProcess m_process;
    QByteArray m_line; ///< the beginning of one
    bool m_isOver = false;
};

} // namespace app
