// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"

#include <QObject>

namespace app {

/// One HTTP exchange as a stream. GUI thread. Order of signals: connecting, requestSent,
/// headersArrived, bytesArrived…, finished; any of the first four may be missing, finished comes
/// exactly once and last. After start() nothing is emitted before control returns to the event
/// loop. cancel() emits finished synchronously with ErrorKind::Cancelled; destruction is silent.
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
    void bytesArrived(); ///< there is something to read()
    void finished(const app::Result<void> &outcome); ///< after the last bytes were read()

private:
    friend class HttpClient;
    struct Private;
    HttpJob(std::unique_ptr<Private> state, QObject *parent);
    std::unique_ptr<Private> d;
};

} // namespace app
