// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/http_transport.h"

#include "app/tools/mcp/json_rpc.h"
#include "app/tools/mcp/mcp_exchange.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kMostResumes = 3;
constexpr std::chrono::milliseconds kListenAgain{2'000}; ///< doubles with each failure
constexpr int kMostListenFailures = 6;
constexpr qsizetype kLongestSession = 1'024;
constexpr int kNotFound = 404;
constexpr qsizetype kLongestWordsOfStatus = 1'000;

/// Visible ASCII only, as the specification says.
bool isSessionName(const QByteArray &name)
{
    return name.size() <= kLongestSession
           && std::ranges::all_of(name, [](char c) { return c > 0x20 && c < 0x7F; });
}

Error errorOfStatus(int status, const QByteArray &body)
{
    Error error{.kind = ErrorKind::Server,
                .message = u"answered with HTTP status %1"_s.arg(status),
                .status = status};
    const QList<RpcMessage> said = readRpc(body);
    if (said.size() == 1 && said.first().kind == RpcMessage::Kind::Failure) {
        const QString words = said.first().content.value("message"_L1).toString();
        error.message += u": "_s + words.left(kLongestWordsOfStatus);
    }
    if (status == 401)
        error.kind = ErrorKind::Unauthorised;
    else if (status == 403)
        error.kind = ErrorKind::Forbidden;
    else if (status == kNotFound)
        error.kind = ErrorKind::NotFound;
    else if (status >= 400 && status < 500)
        error.kind = ErrorKind::InvalidRequest;
    return error;
}

/// As a part of a sentence.
Error errorOfWay(Error error)
{
    if (error.kind != ErrorKind::BadResponse)
        error.message = u"could not be reached: %1"_s.arg(error.message);
    return error;
}

} // namespace

HttpTransport::HttpTransport(HttpClient &http, Address address, QObject *parent)
    : McpTransport(parent), m_http(http), m_address(std::move(address))
{
    m_listenAgain.setSingleShot(true);
    m_listenAgain.setInterval(kListenAgain);
    connect(&m_listenAgain, &QTimer::timeout, this, &HttpTransport::listen);
}

HttpTransport::~HttpTransport() = default;

void HttpTransport::open()
{
    QMetaObject::invokeMethod(
        this, [this] { emit opened(); }, Qt::QueuedConnection);
}

void HttpTransport::close()
{
    disconnect();
    if (!m_session.isEmpty())
        (void)m_http.fetch(request("DELETE", {})); // whatever the server says to it
    deleteLater();
}

HttpRequest HttpTransport::request(const QByteArray &method, const QByteArray &body) const
{
    HttpRequest made;
    made.method = method;
    made.url = m_address.url;
    made.key = m_address.key;
    made.body = body;
    made.maxBytes = 2 * kLongestMcpMessage;
    made.timeouts.firstByte = {}; // who asks knows how long to wait
    made.timeouts.idle = {};
    for (const auto &[name, value] : m_address.headers)
        made.headers.append({name.toUtf8(), value.toUtf8()});
    const auto add = [&made](const QByteArray &name, const QByteArray &value) {
        made.headers.append(std::pair(name, value));
    };
    add("Accept", method == "GET" ? "text/event-stream" : "application/json, text/event-stream");
    if (!m_session.isEmpty())
        add("Mcp-Session-Id", m_session);
    if (!m_version.isEmpty())
        add("MCP-Protocol-Version", m_version.toLatin1());
    return made;
}

void HttpTransport::send(const QByteArray &message, qint64 id)
{
    follow(new McpExchange(m_http, request("POST", message), id, this));
}

void HttpTransport::follow(McpExchange *exchange)
{
    if (exchange->request() > 0)
        m_exchanges[exchange->request()] = exchange;
    connect(exchange, &McpExchange::headersArrived, this, [this, exchange] {
        const QByteArray session = exchange->header("mcp-session-id");
        if (m_version.isEmpty() && exchange->status() < 300 && isSessionName(session))
            m_session = session;
    });
    connect(exchange, &McpExchange::messageArrived, this, &McpTransport::messageArrived);
    connect(exchange, &McpExchange::ended, this, [this, exchange] { exchangeEnded(exchange); });
    exchange->start();
}

void HttpTransport::exchangeEnded(McpExchange *exchange)
{
    exchange->deleteLater(); // its signal is on the stack
    const qint64 id = exchange->request();
    const auto waiting = m_exchanges.find(id);
    const bool isAwaited = waiting != m_exchanges.end() && waiting->second == exchange;
    if (!isAwaited)
        return;
    const int status = exchange->status();
    const bool isWhole = exchange->outcome().has_value();
    if (status == kNotFound && !m_session.isEmpty()) {
        m_exchanges.erase(waiting);
        emit sessionLost(id);
    } else if (exchange->isEventStream() && !exchange->lastEventId().isEmpty()) {
        resume(id, exchange->lastEventId(), exchange->resumeAttempt + 1);
    } else if (isWhole && status < 300 && !exchange->isEventStream()) {
        // The answer itself, or what is said in its place.
        const QPointer<HttpTransport> self(this);
        emit messageArrived(exchange->body());
        if (self && m_exchanges.contains(id))
            giveUp(id, {.kind = ErrorKind::BadResponse, .message = u"gave no answer"_s});
    } else if (status >= 300) {
        giveUp(id, errorOfStatus(status, exchange->body()));
    } else {
        giveUp(id, isWhole ? Error{.kind = ErrorKind::Network,
                                   .message = u"ended the connection without an answer"_s}
                           : errorOfWay(exchange->outcome().error()));
    }
}

void HttpTransport::resume(qint64 id, const QByteArray &lastEvent, int attempt)
{
    if (attempt > kMostResumes) {
        return giveUp(
            id, {.kind = ErrorKind::Network, .message = u"lost the connection again and again"_s});
    }
    HttpRequest what = request("GET", {});
    what.headers.append(std::pair(QByteArray("Last-Event-ID"), lastEvent));
    auto *exchange = new McpExchange(m_http, what, id, this);
    exchange->resumeAttempt = attempt;
    follow(exchange);
}

void HttpTransport::giveUp(qint64 id, const Error &error)
{
    m_exchanges.erase(id);
    emit requestFailed(id, error);
}

void HttpTransport::settle(qint64 id)
{
    const auto waiting = m_exchanges.find(id);
    if (waiting == m_exchanges.end())
        return;
    if (waiting->second)
        waiting->second->expectTheEnd();
    m_exchanges.erase(waiting);
}

void HttpTransport::enterSession(const QString &version)
{
    m_version = version;
    m_listenFailures = 0;
    // Behind the notification that ends the handshake.
    QMetaObject::invokeMethod(this, &HttpTransport::listen, Qt::QueuedConnection);
}

void HttpTransport::leaveSession()
{
    m_session.clear();
    m_version.clear();
    m_lastHeard.clear();
    m_listenAgain.stop();
    if (m_listening)
        m_listening->deleteLater();
    m_listening.clear();
}

/// For what the server says by itself. Many have no such stream, and answer 405.
void HttpTransport::listen()
{
    if (m_listening || m_version.isEmpty())
        return;
    HttpRequest what = request("GET", {});
    if (!m_lastHeard.isEmpty())
        what.headers.append(std::pair(QByteArray("Last-Event-ID"), m_lastHeard));
    m_listening = new McpExchange(m_http, what, 0, this);
    McpExchange *exchange = m_listening;
    connect(exchange, &McpExchange::messageArrived, this, [this](const QByteArray &json) {
        m_listenFailures = 0;
        emit messageArrived(json);
    });
    connect(exchange, &McpExchange::ended, this, [this, exchange] {
        exchange->deleteLater();
        if (m_listening != exchange)
            return;
        m_listening.clear();
        if (!exchange->lastEventId().isEmpty())
            m_lastHeard = exchange->lastEventId();
        if (exchange->status() >= 300 || ++m_listenFailures > kMostListenFailures)
            return;
        m_listenAgain.setInterval(kListenAgain * (1 << (m_listenFailures - 1)));
        m_listenAgain.start();
    });
    exchange->start();
}

} // namespace app
