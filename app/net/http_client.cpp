// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/http_client.h"

#include "app/net/http_job.h"
#include "app/net/job_host.h"

#include <QPromise>

namespace app {

QByteArray HttpResponse::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

namespace {

/// Puts the answer of a job together; lives as long as the job, which is its parent.
class Collector : public QObject
{
public:
    explicit Collector(HttpJob *job) : QObject(job)
    {
        m_promise.start();
        connect(job, &HttpJob::bytesArrived, this,
                [this, job] { m_body += job->read(job->bytesAvailable()); });
        connect(job, &HttpJob::finished, this,
                [this, job](const Result<void> &outcome) { finish(job, outcome); });
    }

    [[nodiscard]] QFuture<Result<HttpResponse>> future() { return m_promise.future(); }

private:
    void finish(HttpJob *job, const Result<void> &outcome)
    {
        HttpResponse response = job->response();
        response.body = m_body;
        m_promise.addResult(outcome ? Result<HttpResponse>(std::move(response))
                                    : fail(outcome.error()));
        job->deleteLater(); // it is emitting
        m_promise.finish();
    }

    QPromise<Result<HttpResponse>> m_promise;
    QByteArray m_body;
};

} // namespace

struct HttpClient::Private
{
    explicit Private(ManagerFactory factory) : host(std::move(factory)) { }
    JobHost host;
};

HttpClient::HttpClient(ManagerFactory factory) : d(std::make_unique<Private>(std::move(factory)))
{
}

HttpClient::~HttpClient() = default;

void HttpClient::setProxy(const QNetworkProxy &proxy)
{
    d->host.setProxy(proxy);
}

HttpJob *HttpClient::prepare(HttpRequest request, QObject *parent)
{
    return new HttpJob(std::move(request), &d->host, parent);
}

QFuture<Result<HttpResponse>> HttpClient::fetch(HttpRequest request)
{
    HttpJob *job = prepare(std::move(request), nullptr);
    auto *collector = new Collector(job);
    job->start();
    return collector->future();
}

} // namespace app
