// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/job_thread.h"

namespace app {

JobThread::JobThread(const QString &name) : m_thread(QThread::create([this] { loop(); }))
{
    m_thread->setObjectName(name);
    m_thread->start();
}

JobThread::~JobThread()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_ending = true;
        m_wake.wakeOne();
    }
    m_thread->wait();
}

bool JobThread::mayOvertake(const Place &job, const Place &waiting)
{
    return job.isUrgent && !waiting.isUrgent && waiting.group != 0 && waiting.group != job.group;
}

void JobThread::enqueue(std::unique_ptr<Job> job)
{
    const QMutexLocker lock(&m_mutex);
    auto before = m_jobs.end();
    while (before != m_jobs.begin() && mayOvertake(job->place, (*std::prev(before))->place))
        --before;
    m_jobs.insert(before, std::move(job));
    m_wake.wakeOne();
}

void JobThread::loop()
{
    QMutexLocker lock(&m_mutex);
    while (true) {
        while (m_jobs.empty() && !m_ending)
            m_wake.wait(&m_mutex);
        if (m_jobs.empty())
            return;
        const std::unique_ptr<Job> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job->run();
        lock.relock();
    }
}

} // namespace app
