// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"

#include <QByteArray>
#include <QFuture>
#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkProxy;

namespace app {

class HttpJob;

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< without Authorization
    QByteArray body; ///< Content-Type is application/json where it is not empty
    QString key; ///< sent as Bearer to origin(url) only, never along a redirect to another origin
    Timeouts timeouts;
    bool longFirstByte = false; ///< use Timeouts::firstByteFlex
    qint64 maxBytes = 256 * 1024 * 1024; ///< of the answer; more is BadResponse
};

/// A whole answer. A status of 400 and more is not an error here: the body says what it means.
struct HttpResponse
{
    int status = 0;
    QByteArray reason; ///< the phrase beside the status; may be empty
    QByteArray contentType; ///< without parameters, lower case
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
};

/// Makes HTTP jobs. One QNetworkAccessManager opens at most six connections to a host under
/// HTTP/1.1, so this hands out managers such that more streams than that to one host flow at once.
/// GUI thread; outlives its jobs (a job whose client dies ends with Cancelled).
class HttpClient
{
public:
    using ManagerFactory = std::function<std::unique_ptr<QNetworkAccessManager>()>;

    /// `factory` makes every manager; empty: plain ones. The demo provider comes in this way.
    explicit HttpClient(ManagerFactory factory = {});
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    void setProxy(const QNetworkProxy &proxy); ///< for jobs started from now on

    /// A job that is not started yet; owned by `parent`, or by the caller where that is null.
    [[nodiscard]] HttpJob *prepare(HttpRequest request, QObject *parent);
    /// The whole answer at once, for small things such as model lists.
    [[nodiscard]] QFuture<Result<HttpResponse>> fetch(HttpRequest request);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
