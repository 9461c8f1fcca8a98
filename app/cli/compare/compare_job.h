// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/request_preparation.h"
#include "app/chat/scheduler.h"

#include <QPointer>

namespace app {

class HttpClient;

/// One answer of a comparison: preparing, waiting for the money and for the scheduler, asking. GUI
/// thread. ready() and finished() come once each and in this order, ready() not where it failed
/// before; nothing before control returned to the event loop. Destruction is silent and is the way
/// to cancel.
class CompareJob : public QObject
{
    Q_OBJECT
public:
    struct Means
    {
        HttpClient &http;
        Store &store;
        SecretStore &secrets;
        Scheduler &scheduler;
    };

    /// `images`: paths of pictures for the last message of the plan.
    CompareJob(const Means &means, RequestPlan plan, QStringList images, QObject *parent = nullptr);
    ~CompareJob() override;

    void start();
    /// After ready(): the money is there.
    void send();

    [[nodiscard]] bool isSent() const { return m_permit != nullptr; }
    /// An attempt is on its way: stopping now would lose what is paid for.
    [[nodiscard]] bool isAsking() const;
    /// Of the request, once it is ready.
    [[nodiscard]] const PreparedRequest &request() const { return m_request; }

signals:
    void ready();
    void postponed(); ///< an attempt failed, another one waits for its moment
    void finished(const app::RunOutcome &outcome);

private:
    void readNextImage();
    void prepare();
    void launch();
    void fail(const Error &error);

    Means m_means;
    RequestPlan m_plan;
    QStringList m_images; ///< paths still to be read
    PermitRequest m_permitRequest;
    PreparedRequest m_request;
    RunPermit *m_permit = nullptr; ///< a child
    QPointer<Generation> m_generation; ///< a child
};

} // namespace app
