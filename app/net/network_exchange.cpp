// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/network_exchange.h"

#include "app/net/upload_once.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace app {

namespace {

ErrorKind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ErrorKind::Timeout;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return ErrorKind::InvalidRequest;
    case QNetworkReply::UnknownContentError: // what is compressed is broken, or a bomb
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
        return ErrorKind::BadResponse;
    default:
        return ErrorKind::Network;
    }
}

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest made(request.url);
    made.setHeader(QNetworkRequest::UserAgentHeader, u"Diptych/" DIPTYCH_VERSION ""_s);
    if (!request.body.isEmpty())
        made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    if (!request.key.isEmpty())
        made.setRawHeader("Authorization", "Bearer " + request.key.toUtf8());
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // One connection per stream: with HTTP/2 a stream that nobody reads could hold up the others.
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return made;
}

/// Its end is where the connection ends: nothing says how long the body is.
bool endsByClosing(const QNetworkReply &reply)
{
    return !reply.hasRawHeader("content-length")
           && !reply.rawHeader("transfer-encoding").toLower().contains("chunked");
}

} // namespace

QNetworkReply *sendThrough(QNetworkAccessManager &manager, const HttpRequest &request)
{
    QNetworkRequest made = networkRequest(request);
    if (request.body.isEmpty())
        return request.method == "GET" ? manager.get(made)
                                       : manager.sendCustomRequest(made, request.method);
    made.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new UploadOnce(request.body, nullptr);
    QNetworkReply *posted = request.method == "POST"
                                ? manager.post(made, body)
                                : manager.sendCustomRequest(made, request.method, body);
    body->setParent(posted);
    return posted;
}

Result<void> outcomeOf(const QNetworkReply &reply, int status)
{
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::NoError)
        return {};
    // Qt makes an error of every status from 400 on, "invalid operation" of 400 itself; here the
    // body says what it means.
    const bool isStatus =
        error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure;
    if (isStatus && status >= 400)
        return {};
    if (error == QNetworkReply::ContentReSendError) {
        // Qt now and then wants to repeat a request whose answer it has read to its proper end.
        if (status > 0 && endsByClosing(reply))
            return {};
        return fail(ErrorKind::Network, status > 0
                                            ? u"the connection broke before the answer ended"_s
                                            : u"the connection broke before an answer came"_s);
    }
    QString message = reply.errorString().trimmed();
    if (message.endsWith(u':')) // "Decompression failed: " and then nothing
        message.chop(1);
    return fail(kindOf(error), message, status);
}

} // namespace app
