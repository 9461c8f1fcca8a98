// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_job.h"
#include "app/net/sse_parser.h"

#include <QPointer>
#include <QTimer>

namespace app {

/// One HTTP exchange of an HttpTransport: gives the messages of its answer as they come. GUI
/// thread. ended() comes once and last; destruction is silent and ends the exchange.
class McpExchange : public QObject
{
    Q_OBJECT
public:
    /// `request`: the id whose answer comes this way; 0: none does.
    McpExchange(HttpClient &http, const HttpRequest &what, qint64 request, QObject *parent);

    void start();
    [[nodiscard]] qint64 request() const { return m_request; }
    /// The server does not close each stream behind its answer: soon done without it.
    void expectTheEnd();

    [[nodiscard]] int status() const { return m_job->response().status; }
    [[nodiscard]] bool isEventStream() const;
    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        return m_job->response().header(name);
    }
    [[nodiscard]] const QByteArray &lastEventId() const { return m_lastEventId; }
    /// Of an answer that is no message: its first words.
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] const Result<void> &outcome() const { return m_outcome; }
    int resumeAttempt = 0;

signals:
    void headersArrived();
    void messageArrived(const QByteArray &json);
    void ended();

private:
    void read();
    void readEvents();
    void conclude(const Result<void> &outcome);

    qint64 m_request;
    HttpJob *m_job; ///< a child
    SseParser m_events;
    QByteArray m_body;
    QByteArray m_lastEventId;
    Result<void> m_outcome;
    QTimer m_grace;
    bool m_isOver = false;
};

} // namespace app
