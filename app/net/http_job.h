// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"

#include <QObject>

namespace app {

class JobHost;

/// One HTTP exchange as a stream. GUI thread. Order of signals: connecting, requestSent,
/// headersArrived, bytesArrived…, finished; any of the first four may be missing, finished comes
/// exactly once and last. After start() nothing is emitted before control returns to the event
/// loop. cancel() emits finished synchronously with ErrorKind::Cancelled; destruction is silent.
/// Redirects are followed, with the key and the headers only within one origin. An exchange whose
/// connection broke before an answer came is not repeated here (ErrorKind::Network).
/// What comes is bounded by HttpRequest::maxBytes, but not the headers of an answer: Qt gathers
/// them unseen and tells of them when they are whole, so an endless header ends with the wait for
/// the first byte only.
class HttpJob : public QObject
{
    Q_OBJECT
public:
    ~HttpJob() override;

    void start();
    void cancel();
    [[nodiscard]] bool isFinished() const;

    /// Status and headers so far; `body` stays empty.
    [[nodiscard]] const HttpResponse &response() const;
    /// Takes up to `most` unread bytes; what is left stays readable. Lets the reader bound its work
    /// per turn of the event loop.
    [[nodiscard]] QByteArray read(qint64 most);
    [[nodiscard]] qint64 bytesAvailable() const;

signals:
    void connecting();
    void requestSent();
    void headersArrived();
    /// There is something to read(). Comes again, in a later turn of the event loop, while bytes
    /// are left; all jobs of a client together are given at most ReadScheduler::kSlice per turn.
    void bytesArrived();
    void finished(const app::Result<void> &outcome); ///< after the last bytes were read()

private:
    friend class HttpClient;
    struct Private;
    HttpJob(HttpRequest request, JobHost *host, QObject *parent);
    std::unique_ptr<Private> d;
};

} // namespace app
