// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/http_job.h"

#include "app/base/log.h"
#include "app/net/job_host.h"
#include "app/net/network_exchange.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace app {

namespace {

constexpr int kMaxRedirects = 5;
// What may lie unread inside Qt; the rest stays with the server until it is read.
constexpr qint64 kReadAheadBytes = 4 * 1024 * 1024;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QByteArray lowerCaseMediaType(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

} // namespace

struct HttpJob::Private final : ReadScheduler::Reader
{
    enum class Phase { Idle, Started, Draining, Finished };

    Private(HttpJob *job, HttpRequest what, JobHost *where)
        : q(job), request(std::move(what)), host(where)
    {
        timer.setSingleShot(true);
    }
    ~Private() { release(); }

    void begin();
    void send();
    void connectReply();
    void noteConnecting();
    void noteSent();
    void noteUpload(qint64 done, qint64 total);
    void watchForAnswer();
    void noteHeaders();
    void noteBytes();
    void noteEnd();
    void followRedirect(const QUrl &target);

    void watch(milliseconds limit, const QString &what);
    void noteTimer();

    void fail(ErrorKind kind, const QString &message);
    void complete(Result<void> result);
    bool readSome() override;
    void release();

    HttpJob *q;
    HttpRequest request;
    QPointer<JobHost> host;
    QNetworkAccessManager *manager = nullptr;
    QPointer<QNetworkReply> reply;
    HttpResponse response;
    Phase phase = Phase::Idle;

    QByteArray rest; ///< what was unread when the reply ended
    qint64 taken = 0;
    int redirects = 0;
    bool redirecting = false;
    bool headersKnown = false;
    bool sent = false;
    bool uploaded = false;
    Result<void> result;

    QTimer timer;
    QElapsedTimer lastSign; ///< of life from the server, in the phase that is watched
    milliseconds limit{0};
    QString limitMeaning;
};

void HttpJob::Private::begin()
{
    if (phase != Phase::Started)
        return;
    if (!host)
        return fail(ErrorKind::Cancelled, u"the client has ended"_s);
    if (!request.url.isValid() || request.url.scheme().isEmpty())
        return fail(ErrorKind::InvalidRequest, u"not a URL: "_s + request.url.toDisplayString());
    QObject::connect(host, &JobHost::closing, q,
                     [this] { fail(ErrorKind::Cancelled, u"the client has ended"_s); });
    manager = host->take();
    send();
}

void HttpJob::Private::send()
{
    sent = false;
    uploaded = request.body.isEmpty();
    redirecting = false;
    headersKnown = false;
    response = {};
    reply = sendThrough(*manager, request);
    reply->setReadBufferSize(kReadAheadBytes);
    connectReply();
}

void HttpJob::Private::connectReply()
{
    QNetworkReply *r = reply;
    QObject::connect(r, &QNetworkReply::socketStartedConnecting, q, [this] { noteConnecting(); });
    QObject::connect(r, &QNetworkReply::requestSent, q, [this] { noteSent(); });
    QObject::connect(r, &QNetworkReply::uploadProgress, q,
                     [this](qint64 done, qint64 total) { noteUpload(done, total); });
    QObject::connect(r, &QNetworkReply::metaDataChanged, q, [this] { noteHeaders(); });
    QObject::connect(r, &QNetworkReply::readyRead, q, [this] { noteBytes(); });
    QObject::connect(r, &QNetworkReply::finished, q, [this] { noteEnd(); });
}

void HttpJob::Private::noteConnecting()
{
    watch(request.timeouts.connect, u"no connection"_s);
    emit q->connecting();
}

void HttpJob::Private::noteSent()
{
    sent = true;
    if (uploaded)
        return watchForAnswer();
    watch(request.timeouts.idle, u"the server took nothing of the request"_s);
}

void HttpJob::Private::noteUpload(qint64 done, qint64 total)
{
    lastSign.start();
    if (uploaded || total <= 0 || done < total)
        return;
    uploaded = true;
    if (sent)
        watchForAnswer();
}

void HttpJob::Private::watchForAnswer()
{
    if (headersKnown)
        return;
    const auto &timeouts = request.timeouts;
    watch(request.longFirstByte ? timeouts.firstByteFlex : timeouts.firstByte, u"no answer"_s);
    emit q->requestSent();
}

void HttpJob::Private::noteHeaders()
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (headersKnown || status == 0)
        return;
    headersKnown = true;
    response.status = status;
    response.reason = reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        response.headers.append({name.toLower(), value});
    response.contentType = lowerCaseMediaType(response.header("content-type"));
    watch(request.timeouts.idle, u"nothing came"_s);
    redirecting = isRedirect(status) && !response.header("location").isEmpty();
    if (!redirecting)
        emit q->headersArrived();
}

void HttpJob::Private::noteBytes()
{
    lastSign.start();
    if (redirecting) {
        reply->skip(reply->bytesAvailable());
        return;
    }
    if (taken + reply->bytesAvailable() > request.maxBytes)
        return fail(ErrorKind::BadResponse, u"the answer is longer than the limit"_s);
    if (host)
        host->scheduler().add(this);
}

void HttpJob::Private::noteEnd()
{
    // Qt wants to rewind the body for 307 and 308 although it does not follow them itself.
    const bool isWhole = reply->error() == QNetworkReply::NoError
                         || reply->error() == QNetworkReply::ContentReSendError;
    if (redirecting && isWhole)
        return followRedirect(request.url.resolved(QUrl::fromEncoded(response.header("location"))));
    complete(outcomeOf(*reply, response.status));
}

void HttpJob::Private::followRedirect(const QUrl &target)
{
    const bool less = request.url.scheme() == "https"_L1 && target.scheme() != "https"_L1;
    const bool isHttp = target.scheme() == "https"_L1 || target.scheme() == "http"_L1;
    if (++redirects > kMaxRedirects || origin(target).isEmpty() || less || !isHttp)
        return fail(ErrorKind::BadResponse, u"redirected to "_s + target.toDisplayString());
    if (origin(target) != origin(request.url)) {
        request.key.clear();
        request.headers.clear();
    }
    if (response.status == 303) {
        request.method = "GET";
        request.body.clear();
    }
    request.url = target;
    QObject::disconnect(reply, nullptr, q, nullptr);
    reply->deleteLater();
    send();
}

void HttpJob::Private::watch(milliseconds longest, const QString &what)
{
    limit = longest;
    limitMeaning = what;
    lastSign.start();
    if (limit.count() > 0)
        timer.start(limit);
    else
        timer.stop();
}

// Signs of life only note the time: starting a timer anew for each read would cost more than the
// read itself.
void HttpJob::Private::noteTimer()
{
    const milliseconds left = limit - milliseconds(lastSign.elapsed());
    if (left.count() > 0)
        return timer.start(left);
    if (q->bytesAvailable() > 0)
        return timer.start(limit);
    fail(ErrorKind::Timeout, limitMeaning + u" within %1 s"_s.arg(double(limit.count()) / 1000));
}

void HttpJob::Private::fail(ErrorKind kind, const QString &message)
{
    if (phase == Phase::Draining) {
        rest.clear();
        phase = Phase::Started;
    }
    if (phase != Phase::Started)
        return;
    qCDebug(logNet) << "job failed:" << errorKindName(kind) << message;
    if (kind != ErrorKind::Cancelled && kind != ErrorKind::BadResponse && reply)
        return complete(app::fail(kind, message, response.status));
    release();
    phase = Phase::Draining;
    result = app::fail(kind, message, response.status);
    readSome();
}

void HttpJob::Private::complete(Result<void> outcome)
{
    if (phase != Phase::Started)
        return;
    // abort() throws away what is unread.
    if (!redirecting && reply && reply->bytesAvailable() > 0)
        rest = reply->readAll();
    if (taken + rest.size() > request.maxBytes) {
        rest.clear();
        outcome = app::fail(ErrorKind::BadResponse, u"the answer is longer than the limit"_s,
                            response.status);
    }
    release();
    phase = Phase::Draining;
    result = std::move(outcome);
    if (host)
        host->scheduler().add(this);
    else
        readSome();
}

bool HttpJob::Private::readSome()
{
    const QPointer<HttpJob> alive(q);
    const qint64 before = q->bytesAvailable();
    if (before > 0) {
        emit q->bytesArrived();
        if (!alive)
            return false;
    }
    const qint64 left = q->bytesAvailable();
    if (left == 0 && phase == Phase::Draining) {
        phase = Phase::Finished;
        emit q->finished(result);
        return false;
    }
    return left > 0;
}

void HttpJob::Private::release()
{
    timer.stop();
    if (host) {
        QObject::disconnect(host, nullptr, q, nullptr);
        host->scheduler().remove(this);
    }
    if (reply) {
        QObject::disconnect(reply, nullptr, q, nullptr);
        reply->abort();
        reply->deleteLater(); // a slot of this very reply may be on the stack
        reply.clear();
    }
    if (host && manager)
        host->giveBack(manager);
    manager = nullptr;
}

HttpJob::HttpJob(HttpRequest request, JobHost *host, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(request), host))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->noteTimer(); });
}

HttpJob::~HttpJob() = default;

void HttpJob::start()
{
    if (d->phase != Private::Phase::Idle)
        return;
    d->phase = Private::Phase::Started;
    QMetaObject::invokeMethod(
        this, [this] { d->begin(); }, Qt::QueuedConnection);
}

void HttpJob::cancel()
{
    if (d->phase == Private::Phase::Idle)
        d->phase = Private::Phase::Started;
    d->fail(ErrorKind::Cancelled, u"cancelled"_s);
}

bool HttpJob::isFinished() const
{
    return d->phase == Private::Phase::Finished;
}

const HttpResponse &HttpJob::response() const
{
    return d->response;
}

QByteArray HttpJob::read(qint64 most)
{
    QByteArray bytes;
    if (d->reply) {
        bytes = d->reply->read(most);
    } else if (d->rest.size() <= most) {
        bytes = std::exchange(d->rest, {});
    } else {
        bytes = d->rest.first(most);
        d->rest.remove(0, most);
    }
    d->taken += bytes.size();
    return bytes;
}

qint64 HttpJob::bytesAvailable() const
{
    return d->reply ? d->reply->bytesAvailable() : d->rest.size();
}

} // namespace app
