// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"

#include <QCache>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>

namespace ui {

/// Images that stand in replies by their address. None is loaded before it is asked for; then once,
/// without cookies, referrer or key, within limits of size and time. What came is kept in memory
/// while there is room, and never on the disk. GUI thread.
class RemoteImages : public QObject
{
    Q_OBJECT
public:
    using Fetcher = std::function<QFuture<app::Result<app::HttpResponse>>(app::HttpRequest)>;
    enum class State { NotAsked, Loading, Loaded, Failed };
    static constexpr qint64 kMostBytes = 20 * 1024 * 1024; ///< of one
    static constexpr int kMostKilobytes = 64 * 1024; ///< of all

    explicit RemoteImages(QObject *parent = nullptr);

    void setFetcher(Fetcher fetcher) { m_fetcher = std::move(fetcher); }
    [[nodiscard]] State state(const QByteArray &address) const;
    /// A sentence; empty where nothing failed.
    [[nodiscard]] QString failure(const QByteArray &address) const;
    /// Empty where it is not loaded.
    [[nodiscard]] QByteArray bytes(const QByteArray &address) const;
    /// Not while it is loading, nor again once it is there.
    void load(const QByteArray &address);

signals:
    void changed(const QByteArray &address);

private:
    void take(const QByteArray &address, const app::Result<app::HttpResponse> &response);

    Fetcher m_fetcher;
    QSet<QByteArray> m_loading;
    QHash<QByteArray, QString> m_failures;
    QCache<QByteArray, QByteArray> m_loaded;
};

/// Whether an image with that address could be loaded: http and https with a host.
[[nodiscard]] bool isRemoteImage(const QByteArray &address);
/// Of its server, as it is shown.
[[nodiscard]] QString remoteHost(const QByteArray &address);

} // namespace ui
