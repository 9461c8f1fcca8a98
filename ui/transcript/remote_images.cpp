// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/remote_images.h"

#include "app/base/when_done.h"
#include "ui/transcript/link_opener.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

app::HttpRequest imageRequest(const QUrl &url)
{
    app::HttpRequest request;
    request.url = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    request.headers = {{"Accept", "image/png,image/jpeg,image/webp,image/*;q=0.8"}};
    request.timeouts = {.connect = 15s, .firstByte = 30s, .firstByteFlex = 30s, .idle = 20s};
    request.maxBytes = RemoteImages::kMostBytes;
    return request;
}

QString sentenceFor(const app::Error &error)
{
    switch (error.kind) {
    case app::ErrorKind::BadResponse:
        return RemoteImages::tr("The picture is broken or larger than 20 MB.");
    case app::ErrorKind::Timeout:
        return RemoteImages::tr("The picture did not come in time.");
    default:
        return RemoteImages::tr("The picture cannot be reached.");
    }
}

} // namespace

bool isRemoteImage(const QByteArray &address)
{
    return openableLink(address).scheme().startsWith("http"_L1);
}

QString remoteHost(const QByteArray &address)
{
    return linkHost(openableLink(address));
}

RemoteImages::RemoteImages(QObject *parent) : QObject(parent)
{
    m_loaded.setMaxCost(kMostKilobytes);
}

RemoteImages::State RemoteImages::state(const QByteArray &address) const
{
    if (m_loaded.contains(address))
        return State::Loaded;
    if (m_loading.contains(address))
        return State::Loading;
    return m_failures.contains(address) ? State::Failed : State::NotAsked;
}

QString RemoteImages::failure(const QByteArray &address) const
{
    return m_failures.value(address);
}

QByteArray RemoteImages::bytes(const QByteArray &address) const
{
    const QByteArray *known = m_loaded.object(address);
    return known ? *known : QByteArray();
}

void RemoteImages::load(const QByteArray &address)
{
    if (!m_fetcher || !isRemoteImage(address) || m_loading.contains(address)
        || m_loaded.contains(address))
        return;
    m_loading.insert(address);
    m_failures.remove(address);
    app::whenDone(m_fetcher(imageRequest(openableLink(address))), this,
                  [this, address](const app::Result<app::HttpResponse> &response) {
                      take(address, response);
                  });
    emit changed(address);
}

void RemoteImages::take(const QByteArray &address, const app::Result<app::HttpResponse> &response)
{
    m_loading.remove(address);
    if (!response)
        m_failures.insert(address, sentenceFor(response.error()));
    else if (response->status != 200)
        //: %1 is a status of HTTP such as 404.
        m_failures.insert(address,
                          tr("The server did not give the picture (%1).").arg(response->status));
    else if (response->body.isEmpty())
        m_failures.insert(address, tr("The server sent no picture."));
    else
        m_loaded.insert(address, new QByteArray(response->body),
                        qMax(1, int(response->body.size() / 1024)));
    emit changed(address);
}

} // namespace ui
