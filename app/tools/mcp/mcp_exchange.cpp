// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/mcp_exchange.h"

#include "app/tools/mcp/mcp_transport.h"

namespace app {

namespace {

constexpr qint64 kExchangeReadBytes = 64 * 1024;
/// Waiting for the end of a stream keeps its connection for the next message.
constexpr std::chrono::milliseconds kGraceAfterAnswer{200};

} // namespace

McpExchange::McpExchange(HttpClient &http, const HttpRequest &what, qint64 request, QObject *parent)
    : QObject(parent), m_request(request), m_job(http.prepare(what, this)),
      m_events(kLongestMcpMessage)
{
    m_grace.setSingleShot(true);
    m_grace.setInterval(kGraceAfterAnswer);
    connect(&m_grace, &QTimer::timeout, this, [this] { m_job->cancel(); });
    connect(m_job, &HttpJob::headersArrived, this, &McpExchange::headersArrived);
    connect(m_job, &HttpJob::bytesArrived, this, &McpExchange::read);
    connect(m_job, &HttpJob::finished, this, &McpExchange::conclude);
}

void McpExchange::start()
{
    m_job->start();
}

void McpExchange::expectTheEnd()
{
    if (!m_isOver && !m_grace.isActive())
        m_grace.start();
}

bool McpExchange::isEventStream() const
{
    return m_job->response().contentType == "text/event-stream" && status() < 400;
}

void McpExchange::read()
{
    const QByteArray bytes = m_job->read(kExchangeReadBytes);
    if (isEventStream()) {
        m_events.feed(bytes);
        readEvents();
        return;
    }
    if (m_body.size() + bytes.size() <= kLongestMcpMessage)
        m_body += bytes;
    else
        conclude(fail(ErrorKind::BadResponse, QStringLiteral("sent a message that is too long")));
}

void McpExchange::readEvents()
{
    const QPointer<McpExchange> self(this);
    while (const auto event = m_events.next()) {
        m_lastEventId = m_events.lastEventId();
        if (event->type.isEmpty() || event->type == "message")
            emit messageArrived(event->data.toByteArray());
        if (!self || m_isOver)
            return;
    }
    if (m_events.hasOverflowed())
        conclude(fail(ErrorKind::BadResponse, QStringLiteral("sent a message that is too long")));
}

void McpExchange::conclude(const Result<void> &outcome)
{
    if (m_isOver)
        return;
    const QPointer<McpExchange> self(this);
    if (isEventStream() && outcome) {
        m_events.finish();
        readEvents();
    }
    if (!self || std::exchange(m_isOver, true))
        return;
    m_outcome = outcome;
    m_grace.stop();
    m_job->disconnect(this);
    m_job->cancel();
    emit ended();
}

} // namespace app
