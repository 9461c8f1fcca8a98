// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/list_request.h"

#include "app/openai/error_body.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// Far more than the largest list, and nothing that a hostile server could fill the memory with.
constexpr qint64 kMostListBytes = 64 * 1024 * 1024;
// Nobody queues for a list: a server that is silent for so long will not give one.
constexpr std::chrono::milliseconds kLongestSilence{30'000};

std::chrono::milliseconds limited(std::chrono::milliseconds timeout)
{
    return timeout.count() == 0 ? kLongestSilence : std::min(timeout, kLongestSilence);
}

HttpRequest request(const Provider &provider, const QUrl &url, const QString &key)
{
    HttpRequest made;
    made.url = url;
    made.key = key;
    for (const auto &[name, value] : provider.extraHeaders)
        made.headers.append({name.toUtf8(), value.toUtf8()});
    made.timeouts = provider.timeouts;
    made.timeouts.firstByte = limited(provider.timeouts.firstByte);
    made.timeouts.idle = limited(provider.timeouts.idle);
    made.maxBytes = kMostListBytes;
    return made;
}

QUrl atRoot(const Provider &provider, QStringView path)
{
    return endpoint(QUrl(origin(provider.baseUrl)), path);
}

} // namespace

HttpRequest modelsRequest(const Provider &provider, const QString &key)
{
    const bool withMetadata = provider.dialect == Dialect::DeepInfra;
    const QStringView path = withMetadata ? u"models?filter=with_meta" : u"models";
    return request(provider, endpoint(provider.baseUrl, path), key);
}

HttpRequest modelDetailsRequest(const Provider &provider)
{
    return request(provider, atRoot(provider, u"models/list"), {});
}

HttpRequest accountRequest(const Provider &provider, const QString &key)
{
    return request(provider, atRoot(provider, u"v1/me"), key);
}

HttpRequest balanceRequest(const Provider &provider, const QString &key)
{
    return request(provider, atRoot(provider, u"payment/checklist?compute_owed=true"), key);
}

Result<QByteArray> bodyOf(const Result<HttpResponse> &response)
{
    if (!response)
        return fail(response.error());
    if (response->status < 200 || response->status > 299)
        return fail(errorFromResponse(*response, QDateTime::currentMSecsSinceEpoch()));
    return response->body;
}

} // namespace app
