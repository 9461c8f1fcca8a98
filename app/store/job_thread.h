// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QMutex>
#include <QPromise>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <functional>
#include <memory>

namespace app {

/// A thread that runs jobs one after the other, in the order in which they were posted but for
/// urgent ones. The destructor waits until all of them have run.
class JobThread
{
public:
    /// Jobs of one group keep their order. An urgent job goes before those of other groups that are
    /// not urgent, up to the first that belongs to no group.
    struct Place
    {
        qint64 group = 0; ///< 0: none
        bool isUrgent = false;
    };

    explicit JobThread(const QString &name);
    ~JobThread();
    JobThread(const JobThread &) = delete;
    JobThread &operator=(const JobThread &) = delete;

    /// The future finishes on the thread of the jobs, always with a result.
    template <typename T>
    QFuture<Result<T>> post(std::function<Result<T>()> work, Place place = {0, false})
    {
        auto job = std::make_unique<JobOf<T>>(std::move(work));
        job->place = place;
        QFuture<Result<T>> future = job->promise.future();
        enqueue(std::move(job));
        return future;
    }

private:
    struct Job
    {
        virtual ~Job() = default;
        virtual void run() = 0;
        Place place;
    };

    template <typename T>
    struct JobOf final : Job
    {
        explicit JobOf(std::function<Result<T>()> function) : work(std::move(function))
        {
            promise.start();
        }
        void run() override
        {
            promise.addResult(work());
            promise.finish();
        }
        std::function<Result<T>()> work;
        QPromise<Result<T>> promise;
    };

    [[nodiscard]] static bool mayOvertake(const Place &job, const Place &waiting);
    void enqueue(std::unique_ptr<Job> job);
    void loop();

    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<std::unique_ptr<Job>> m_jobs;
    bool m_ending = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace app
