// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/mcp/mcp_session.h"
#include "app/tools/tool_host.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace app {

class HttpClient;
class SecretStore;

/// The entry of the SecretStore for a server behind an address.
[[nodiscard]] QString mcpSecretName(const QUrl &url);

/// A server of the Model Context Protocol: started or connected to at the first start(), asked for
/// its tools page by page, and again whenever it says that they changed. When it fails it is tried
/// again after one second, two, four, …, and left alone after five times in a row. A command is
/// started only as the user confirmed it.
class McpHost final : public ToolHost
{
    Q_OBJECT
public:
    /// Both outlive it.
    McpHost(const ToolSource &source, HttpClient &http, SecretStore &secrets,
            QObject *parent = nullptr);
    ~McpHost() override;

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] std::optional<Error> error() const override { return m_error; }
    [[nodiscard]] QList<Tool> tools() const override { return m_tools; }
    [[nodiscard]] QByteArray log() const override { return m_log; }
    void start() override;
    void stop() override;
    [[nodiscard]] ToolRun *call(const QString &tool, const QJsonObject &arguments,
                                QObject *parent) override;

    /// Null while there is none that takes calls.
    [[nodiscard]] McpSession *session() const;
    /// For tests: how long the first rest is.
    void setFirstRest(std::chrono::milliseconds rest) { m_firstRest = rest; }

private:
    void connectToServer();
    void openSession(std::unique_ptr<McpTransport> transport);
    void listTools();
    void askForPage(const QString &cursor, int page);
    void takePage(const Result<QJsonObject> &answer, int page);
    void listingEnded();
    void sessionEnded(const Error &error);
    void rest(const Error &error);
    void giveUp(const Error &error);
    void enter(State state, std::optional<Error> error = {});
    void note(const QByteArray &text);
    void dropSession();

    HttpClient &m_http;
    SecretStore &m_secrets;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    QList<Tool> m_tools;
    QList<Tool> m_listed; ///< pages of a list that is on its way
    QByteArray m_log;
    QPointer<McpSession> m_session; ///< a child
    int m_start = 0; ///< which one: answers to an earlier one mean nothing
    int m_failures = 0; ///< in a row
    std::chrono::milliseconds m_firstRest{1'000};
    QTimer m_again;
    QTimer m_relist;
    QElapsedTimer m_readySince;
    bool m_isListing = false;
    bool m_listAgain = false;
};

/// One call of a tool of such a server.
class McpToolRun final : public ToolRun
{
    Q_OBJECT
public:
    McpToolRun(McpHost &host, QString tool, QJsonObject arguments, QObject *parent);
    ~McpToolRun() override;

    void start() override;
    void cancel() override;

private:
    void send();
    void take(const Result<QJsonObject> &answer);
    void end(ToolOutcome outcome);
    [[nodiscard]] ToolOutcome failure(const Error &error) const;

    QPointer<McpHost> m_host;
    const ToolSource m_source;
    const QString m_tool;
    const QJsonObject m_arguments;
    QPointer<McpSession> m_session;
    qint64 m_request = 0;
    QElapsedTimer m_clock;
    bool m_isOver = false;
};

} // namespace app
