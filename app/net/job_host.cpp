// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/job_host.h"

namespace app {

namespace {
// A manager opens six connections to a host; one is left over for an aborted one on its way out.
constexpr int kJobsPerManager = 5;
} // namespace

JobHost::JobHost(HttpClient::ManagerFactory factory) : m_factory(std::move(factory))
{
    if (!m_factory)
        m_factory = [] { return std::make_unique<QNetworkAccessManager>(); };
}

JobHost::~JobHost()
{
    emit closing();
}

QNetworkAccessManager *JobHost::take()
{
    for (Entry &entry : m_managers) {
        if (entry.jobs < kJobsPerManager) {
            ++entry.jobs;
            return entry.manager.get();
        }
    }
    Entry entry{m_factory(), 1};
    if (m_proxy)
        entry.manager->setProxy(*m_proxy);
    m_managers.push_back(std::move(entry));
    return m_managers.back().manager.get();
}

void JobHost::giveBack(QNetworkAccessManager *manager)
{
    for (Entry &entry : m_managers) {
        if (entry.manager.get() == manager)
            --entry.jobs;
    }
}

void JobHost::setProxy(const QNetworkProxy &proxy)
{
    m_proxy = proxy;
    for (const Entry &entry : m_managers)
        entry.manager->setProxy(proxy);
}

} // namespace app
