// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/http_client.h"
#include "app/net/read_scheduler.h"

#include <QNetworkProxy>
#include <QObject>

#include <vector>

namespace app {

/// What the jobs of one client share. Owned by the client; jobs watch it and end with it.
class JobHost : public QObject
{
    Q_OBJECT
public:
    explicit JobHost(HttpClient::ManagerFactory factory);
    ~JobHost() override;

    /// A manager with a connection to spare, to be given back after the exchange.
    [[nodiscard]] QNetworkAccessManager *take();
    void giveBack(QNetworkAccessManager *manager);
    void setProxy(const QNetworkProxy &proxy);

    [[nodiscard]] ReadScheduler &scheduler() { return m_scheduler; }

signals:
    void closing(); ///< the client dies

private:
    struct Entry
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        int jobs = 0;
    };

    HttpClient::ManagerFactory m_factory;
    std::optional<QNetworkProxy> m_proxy;
    std::vector<Entry> m_managers;
    ReadScheduler m_scheduler;
};

} // namespace app
