// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/mcp_host.h"

#include "app/base/when_done.h"
#include "app/settings/provider.h"
#include "app/settings/secret_store.h"
#include "app/tools/command_fingerprint.h"
#include "app/tools/command_tool.h"
#include "app/tools/mcp/http_transport.h"
#include "app/tools/mcp/mcp_values.h"
#include "app/tools/mcp/stdio_transport.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace app {

namespace {

constexpr int kMostFailures = 5;
/// A server that was well for so long failed for another reason than the last time.
constexpr milliseconds kWellAgain{60'000};
constexpr int kMostPages = 100;
constexpr McpSession::Patience kListPatience{milliseconds(30'000), milliseconds(60'000)};
/// A server may say many times in a row that its list changed.
constexpr milliseconds kRelistDelay{200};
constexpr qsizetype kLongestLog = 64 * 1024;

} // namespace

QString mcpSecretName(const QUrl &url)
{
    return u"mcp "_s + origin(url);
}

McpHost::McpHost(const ToolSource &source, HttpClient &http, SecretStore &secrets, QObject *parent)
    : ToolHost(source, parent), m_http(http), m_secrets(secrets)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &McpHost::connectToServer);
    m_relist.setSingleShot(true);
    m_relist.setInterval(kRelistDelay);
    connect(&m_relist, &QTimer::timeout, this, &McpHost::listTools);
}

McpHost::~McpHost() = default;

McpSession *McpHost::session() const
{
    return m_state == State::Ready ? m_session.data() : nullptr;
}

void McpHost::start()
{
    if (m_state != State::Idle && m_state != State::Unusable)
        return;
    m_failures = 0;
    connectToServer();
}

void McpHost::stop()
{
    ++m_start;
    m_again.stop();
    dropSession();
    enter(State::Idle);
}

void McpHost::connectToServer()
{
    const int start = ++m_start;
    enter(State::Starting);
    if (source().kind == ToolSourceKind::McpCommand) {
        whenDone(commandFingerprint(source().command), this,
                 [this, start](const Result<QByteArray> &fingerprint) {
                     if (start != m_start)
                         return;
                     if (const auto reason = whyNotConfirmed(source(), fingerprint))
                         giveUp(*reason);
                     else
                         openSession(std::make_unique<StdioTransport>(source().command));
                 });
        return;
    }
    whenDone(m_secrets.read(mcpSecretName(source().url)), this,
             [this, start](const Result<QString> &key) {
                 if (start != m_start)
                     return;
                 openSession(std::make_unique<HttpTransport>(
                     m_http, HttpTransport::Address{source().url, source().headers,
                                                    key.value_or(QString())}));
             });
}

void McpHost::openSession(std::unique_ptr<McpTransport> transport)
{
    dropSession();
    m_session = new McpSession(std::move(transport), this);
    connect(m_session, &McpSession::opened, this, &McpHost::listTools);
    connect(m_session, &McpSession::toolsChanged, &m_relist, qOverload<>(&QTimer::start));
    connect(m_session, &McpSession::noted, this, &McpHost::note);
    connect(m_session, &McpSession::ended, this, &McpHost::sessionEnded);
    m_session->open();
}

void McpHost::listTools()
{
    if (!m_session || !m_session->isOpen())
        return;
    if (std::exchange(m_isListing, true)) {
        m_listAgain = true;
        return;
    }
    m_listed.clear();
    if (m_session->abilities().contains("tools"_L1))
        askForPage({}, 1);
    else
        listingEnded(); // it has other uses, and refuses to be asked
}

void McpHost::askForPage(const QString &cursor, int page)
{
    QJsonObject params;
    if (!cursor.isEmpty())
        params.insert("cursor"_L1, cursor);
    m_session->request(u"tools/list"_s, params, kListPatience,
                       [this, page](const Result<QJsonObject> &answer) { takePage(answer, page); });
}

void McpHost::takePage(const Result<QJsonObject> &answer, int page)
{
    if (!answer) {
        m_isListing = false;
        if (m_session && m_session->isOpen())
            sessionEnded(
                {.kind = answer.error().kind,
                 .message = u"did not say which tools it has: %1"_s.arg(answer.error().message)});
        return;
    }
    Tool base = toolNamed({});
    base.description.clear();
    for (const QJsonValue &row : answer->value("tools"_L1).toArray()) {
        const auto tool = mcpTool(row.toObject(), base);
        const bool isKnown = tool && std::ranges::any_of(m_listed, [&](const Tool &each) {
                                 return each.ref == tool->ref;
                             });
        if (tool && !isKnown && m_listed.size() < kMostToolsOfServer)
            m_listed.append(*tool);
    }
    const QString cursor = answer->value("nextCursor"_L1).toString();
    const bool isFull = page >= kMostPages || m_listed.size() >= kMostToolsOfServer;
    if (cursor.isEmpty() || isFull) {
        if (!cursor.isEmpty())
            note("it lists more tools than Diptych takes; the rest is left out\n");
        listingEnded();
        return;
    }
    askForPage(cursor, page + 1);
}

void McpHost::listingEnded()
{
    m_isListing = false;
    const bool changed = std::exchange(m_tools, std::exchange(m_listed, {})) != m_tools;
    if (m_state != State::Ready) {
        m_readySince.start();
        enter(State::Ready);
    }
    if (changed)
        emit toolsChanged();
    if (std::exchange(m_listAgain, false))
        m_relist.start();
}

void McpHost::sessionEnded(const Error &error)
{
    dropSession();
    Error sentence = error;
    sentence.message = u"The tool server “%1” %2."_s.arg(source().name, error.message);
    if (sentence.code.isEmpty())
        sentence.code = kToolFailedCode;
    note(sentence.message.toUtf8() + '\n');
    // A program that is not there, or another protocol, does not come by waiting.
    const bool isHopeless =
        error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Unsupported
        || error.kind == ErrorKind::Unauthorised || error.kind == ErrorKind::Forbidden;
    if (isHopeless)
        giveUp(sentence);
    else
        rest(sentence);
}

void McpHost::rest(const Error &error)
{
    if (m_readySince.isValid() && m_readySince.elapsed() > kWellAgain.count())
        m_failures = 0;
    m_readySince.invalidate();
    if (++m_failures > kMostFailures)
        return giveUp(error);
    m_again.start(m_firstRest * (1 << (m_failures - 1)));
    enter(State::Resting, error);
}

void McpHost::giveUp(const Error &error)
{
    ++m_start;
    enter(State::Unusable, error);
}

void McpHost::enter(State state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    emit stateChanged();
}

void McpHost::note(const QByteArray &text)
{
    m_log += text;
    if (m_log.size() > kLongestLog)
        m_log = m_log.last(kLongestLog / 2); // not with every line
    emit logChanged();
}

void McpHost::dropSession()
{
    m_isListing = false;
    m_listAgain = false;
    m_relist.stop();
    if (!m_session)
        return;
    m_session->disconnect(this);
    m_session->deleteLater(); // its signal may be on the stack
    m_session.clear();
}

ToolRun *McpHost::call(const QString &tool, const QJsonObject &arguments, QObject *parent)
{
    return new McpToolRun(*this, tool, arguments, parent);
}

McpToolRun::McpToolRun(McpHost &host, QString tool, QJsonObject arguments, QObject *parent)
    : ToolRun(parent), m_host(&host), m_source(host.source()), m_tool(std::move(tool)),
      m_arguments(std::move(arguments))
{
}

McpToolRun::~McpToolRun()
{
    if (m_session && m_request)
        m_session->cancel(m_request);
}

void McpToolRun::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_isOver)
                send();
        },
        Qt::QueuedConnection);
}

void McpToolRun::send()
{
    m_session = m_host ? m_host->session() : nullptr;
    if (!m_session) {
        const auto reason = m_host ? m_host->error() : std::nullopt;
        const QString sentence =
            reason ? reason->message : u"The tool server “%1” is not running."_s.arg(m_source.name);
        return end(failedCall(kToolFailedCode, sentence));
    }
    m_clock.start();
    connect(m_session, &McpSession::progressed, this,
            [this](qint64 request, const ToolProgress &progress) {
                if (request == m_request)
                    emit progressed(progress);
            });
    // A session that is dropped tells nobody: nothing of it is to be waited for.
    connect(m_session, &QObject::destroyed, this,
            [this] { take(fail(ErrorKind::Network, u"was stopped before it answered"_s)); });
    m_request =
        m_session->request(u"tools/call"_s, {{u"name"_s, m_tool}, {u"arguments"_s, m_arguments}},
                           {.idle = m_source.limits.time},
                           [this](const Result<QJsonObject> &answer) { take(answer); });
}

ToolOutcome McpToolRun::failure(const Error &error) const
{
    // The words of the server come whole: the model can do something about its own mistakes.
    if (error.kind == ErrorKind::InvalidRequest && !error.code.isEmpty()) {
        return failedCall(
            kToolFailedCode,
            u"The tool server “%1” refused the call: %2"_s.arg(m_source.name, error.message),
            error.kind);
    }
    if (error.kind == ErrorKind::Timeout) {
        const double seconds = double(m_source.limits.time.count()) / 1000;
        return failedCall(
            kToolTimeCode,
            u"The tool server “%1” gave no answer within %2 s."_s.arg(m_source.name).arg(seconds),
            error.kind);
    }
    return failedCall(kToolFailedCode,
                      u"The tool server “%1” %2."_s.arg(m_source.name, error.message), error.kind);
}

void McpToolRun::take(const Result<QJsonObject> &answer)
{
    m_request = 0;
    end(answer ? mcpOutcome(*answer) : failure(answer.error()));
}

void McpToolRun::cancel()
{
    end(failedCall(kToolStoppedCode, u"The user stopped this call."_s, ErrorKind::Cancelled));
}

void McpToolRun::end(ToolOutcome outcome)
{
    if (std::exchange(m_isOver, true))
        return;
    if (m_session) {
        m_session->disconnect(this);
        if (const qint64 request = std::exchange(m_request, 0))
            m_session->cancel(request);
    }
    outcome.duration = std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : -1);
    emit finished(outcome);
}

} // namespace app
