// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/mcp_session.h"

#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr std::chrono::milliseconds kTick{100};
/// npx may fetch the server first.
constexpr McpSession::Patience kHandshakePatience{std::chrono::minutes(2), std::chrono::minutes(2)};
/// Messages that nobody asked for: so many at once, and then so many in a second.
constexpr double kMostUnasked = 5'000;
constexpr double kUnaskedPerSecond = 200;
constexpr int kMostLostSessions = 3;
constexpr qsizetype kLongestNote = 300;
constexpr qsizetype kLongestRpcWords = 4'000;

Error failureOf(const QJsonObject &error)
{
    const QString words = error.value("message"_L1).toString().left(kLongestRpcWords);
    return {.kind = ErrorKind::InvalidRequest,
            .message = words.isEmpty() ? u"the server gave no reason"_s : words,
            .code = QString::number(error.value("code"_L1).toInteger())};
}

QByteArray noteOf(const QByteArray &what, const QByteArray &json)
{
    return what + ": " + cutText(json, kLongestNote) + '\n';
}

} // namespace

QStringList McpSession::versions()
{
    return {u"2025-06-18"_s, u"2025-03-26"_s, u"2024-11-05"_s};
}

McpSession::McpSession(std::unique_ptr<McpTransport> transport, QObject *parent)
    : QObject(parent), m_transport(transport.release()), m_allowance(kMostUnasked)
{
    m_transport->setParent(this);
    connect(m_transport, &McpTransport::opened, this, &McpSession::shakeHands);
    connect(m_transport, &McpTransport::messageArrived, this, &McpSession::read);
    connect(m_transport, &McpTransport::noted, this, &McpSession::noted);
    connect(m_transport, &McpTransport::closed, this, &McpSession::end);
    connect(m_transport, &McpTransport::sessionLost, this, &McpSession::beginAgain);
    connect(m_transport, &McpTransport::requestFailed, this,
            [this](qint64 request, const Error &error) { settle(request, fail(error)); });
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &McpSession::lookAtTheClock);
    m_sinceAllowed.start();
}

McpSession::~McpSession()
{
    m_pending.clear();
    m_transport->disconnect(this);
    m_transport->close();
}

void McpSession::open()
{
    m_transport->open();
}

void McpSession::shakeHands()
{
    const QJsonObject client{{u"name"_s, u"diptych"_s},
                             {u"title"_s, u"Diptych"_s},
                             {u"version"_s, QStringLiteral(DIPTYCH_VERSION)}};
    request(u"initialize"_s,
            {{u"protocolVersion"_s, versions().first()},
             {u"capabilities"_s, QJsonObject()},
             {u"clientInfo"_s, client}},
            kHandshakePatience,
            [this](const Result<QJsonObject> &answer) { takeHandshake(answer); });
}

void McpSession::takeHandshake(const Result<QJsonObject> &answer)
{
    if (!answer) {
        const Error &error = answer.error();
        const bool isRefusal = error.kind == ErrorKind::InvalidRequest;
        return end(Error{.kind = error.kind,
                         .message = isRefusal ? u"refused the handshake: %1"_s.arg(error.message)
                                    : error.kind == ErrorKind::Timeout
                                        ? u"did not answer the handshake in time"_s
                                        : error.message});
    }
    m_version = answer->value("protocolVersion"_L1).toString();
    if (!versions().contains(m_version)) {
        return end(Error{.kind = ErrorKind::Unsupported,
                         .message = u"speaks version “%1” of the protocol; Diptych speaks %2"_s.arg(
                             m_version.left(kLongestNote), versions().join(u", "_s))});
    }
    m_abilities = answer->value("capabilities"_L1).toObject();
    m_transport->enterSession(m_version);
    m_transport->send(rpcNotification(u"notifications/initialized"_s), 0);
    for (const qint64 id : std::exchange(m_toSendAgain, {})) {
        if (const auto waiting = m_pending.find(id); waiting != m_pending.end())
            m_transport->send(waiting->second.message, id);
    }
    if (!std::exchange(m_isOpen, true))
        emit opened();
}

qint64 McpSession::request(const QString &method, const QJsonObject &params,
                           const Patience &patience, Handler handler)
{
    const qint64 id = m_nextId++;
    QJsonObject told = params;
    if (method == "tools/call"_L1)
        told.insert("_meta"_L1, QJsonObject{{u"progressToken"_s, id}});
    Pending waiting{rpcRequest(id, method, told), std::move(handler), patience.idle, {}, {}};
    const auto deadline = [](std::chrono::milliseconds time) {
        return time.count() > 0 ? QDeadlineTimer(time) : QDeadlineTimer(QDeadlineTimer::Forever);
    };
    waiting.quiet = deadline(patience.idle);
    waiting.total = deadline(patience.total);
    const QByteArray message = waiting.message;
    m_pending.emplace(id, std::move(waiting));
    if (!m_tick.isActive())
        m_tick.start();
    if (message.size() > kLongestMcpMessage) {
        QMetaObject::invokeMethod(
            this,
            [this, id] {
                settle(id, fail(ErrorKind::InvalidRequest, u"the arguments are too long"_s));
            },
            Qt::QueuedConnection);
    } else {
        m_transport->send(message, id);
    }
    return id;
}

void McpSession::cancel(qint64 request)
{
    if (m_pending.erase(request) == 0)
        return;
    if (m_isOpen) { // a handshake must not be cancelled
        m_transport->send(rpcNotification(u"notifications/cancelled"_s,
                                          {{u"requestId"_s, request},
                                           {u"reason"_s, u"The user does not wait for it."_s}}),
                          0);
    }
    m_transport->settle(request);
}

void McpSession::read(const QByteArray &json)
{
    const QList<RpcMessage> messages = readRpc(json);
    const QPointer<McpSession> self(this);
    if (messages.isEmpty()) {
        if (!isFlooded())
            emit noted(noteOf("not a message of the protocol", json));
        return;
    }
    for (const RpcMessage &message : messages) {
        take(message);
        if (!self || m_isOver)
            return;
    }
}

void McpSession::take(const RpcMessage &message)
{
    const bool isAnswer =
        message.kind == RpcMessage::Kind::Result || message.kind == RpcMessage::Kind::Failure;
    const bool isExpected = isAnswer && m_pending.contains(message.id.toInteger(0));
    if (!isExpected && isFlooded())
        return;
    switch (message.kind) {
    case RpcMessage::Kind::Result:
    case RpcMessage::Kind::Failure:
        return takeAnswer(message);
    case RpcMessage::Kind::Request:
        return takeRequest(message);
    case RpcMessage::Kind::Notification:
        return takeNotification(message);
    case RpcMessage::Kind::Invalid:
        emit noted("a message that is neither a request nor an answer\n");
    }
}

void McpSession::takeAnswer(const RpcMessage &message)
{
    const qint64 id = message.id.toInteger(0);
    if (!m_pending.contains(id)) {
        // Also of one that was cancelled meanwhile.
        emit noted("an answer that nobody waits for (id "
                   + message.id.toVariant().toString().left(kLongestNote).toUtf8() + ")\n");
        return;
    }
    if (message.kind == RpcMessage::Kind::Failure)
        settle(id, fail(failureOf(message.content)));
    else
        settle(id, message.content);
}

void McpSession::takeRequest(const RpcMessage &message)
{
    if (message.method == "ping"_L1) {
        m_transport->send(rpcResult(message.id, {}), 0);
        return;
    }
    emit noted("a request that Diptych does not serve: "
               + message.method.left(kLongestNote).toUtf8() + '\n');
    m_transport->send(
        rpcFailure(message.id, kRpcMethodNotFound, u"Diptych does not serve this method."_s), 0);
}

void McpSession::takeNotification(const RpcMessage &message)
{
    if (message.method == "notifications/tools/list_changed"_L1) {
        emit toolsChanged();
    } else if (message.method == "notifications/progress"_L1) {
        takeProgress(message.content);
    } else if (message.method == "notifications/message"_L1) {
        const QJsonValue data = message.content.value("data"_L1);
        const QByteArray text = data.isString()
                                    ? data.toString().toUtf8()
                                    : QJsonDocument(data.toObject()).toJson(QJsonDocument::Compact);
        emit noted(noteOf(message.content.value("level"_L1).toString().left(20).toUtf8(), text));
    }
}

void McpSession::takeProgress(const QJsonObject &params)
{
    const qint64 id = params.value("progressToken"_L1).toInteger(0);
    const auto waiting = m_pending.find(id);
    if (waiting == m_pending.end())
        return;
    if (waiting->second.idle.count() > 0)
        waiting->second.quiet.setRemainingTime(waiting->second.idle);
    ToolProgress progress;
    progress.progress = params.value("progress"_L1).toDouble();
    if (params.value("total"_L1).isDouble())
        progress.total = params.value("total"_L1).toDouble();
    progress.message = params.value("message"_L1).toString().left(kLongestNote);
    emit progressed(id, progress);
}

/// The specification: a session that the server does not know any more is followed by another one.
void McpSession::beginAgain(qint64 request)
{
    if (!m_pending.contains(request))
        return;
    if (++m_lostSessions > kMostLostSessions)
        return end(Error{.kind = ErrorKind::Server, .message = u"forgets its sessions"_s});
    m_toSendAgain.append(request);
    if (m_toSendAgain.size() > 1) // the handshake is on its way
        return;
    m_transport->leaveSession();
    shakeHands();
}

void McpSession::settle(qint64 request, const Result<QJsonObject> &answer)
{
    const auto waiting = m_pending.find(request);
    if (waiting == m_pending.end())
        return;
    const Handler handler = std::move(waiting->second.handler);
    m_pending.erase(waiting);
    m_transport->settle(request);
    if (answer && m_isOpen)
        m_lostSessions = m_toSendAgain.isEmpty() ? 0 : m_lostSessions;
    if (m_pending.empty())
        m_tick.stop();
    handler(answer);
}

void McpSession::lookAtTheClock()
{
    QList<qint64> late;
    for (const auto &[id, waiting] : m_pending) {
        if (waiting.quiet.hasExpired() || waiting.total.hasExpired())
            late.append(id);
    }
    const QPointer<McpSession> self(this);
    for (const qint64 id : late) {
        const auto waiting = m_pending.find(id);
        if (waiting == m_pending.end())
            continue;
        const Handler handler = std::move(waiting->second.handler);
        cancel(id);
        handler(fail(ErrorKind::Timeout, u"no answer came in time"_s));
        if (!self || m_isOver)
            return;
    }
    if (m_pending.empty())
        m_tick.stop();
}

/// Whether the server says too much; it is left then.
bool McpSession::isFlooded()
{
    const double seconds = double(m_sinceAllowed.restart()) / 1000;
    m_allowance = std::min(kMostUnasked, m_allowance + seconds * kUnaskedPerSecond) - 1;
    if (m_allowance >= 0)
        return m_isOver;
    end(Error{.kind = ErrorKind::BadResponse,
              .message = u"sends more messages than anybody asked for"_s});
    return true;
}

void McpSession::end(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    m_isOpen = false;
    m_tick.stop();
    m_transport->disconnect(this);
    const QPointer<McpSession> self(this);
    for (auto &[id, waiting] : std::exchange(m_pending, {})) {
        waiting.handler(fail(error));
        if (!self)
            return;
    }
    emit ended(error);
}

} // namespace app
