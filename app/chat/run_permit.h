// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"

#include <QObject>
#include <QPointer>

namespace app {

class Scheduler;

/// Where a run goes, and for whom.
struct PermitRequest
{
    QString providerId;
    QString model;
    RunLimits limits; ///< of the provider; what the last request said holds for all
    qint64 owner = 0; ///< a conversation, a comparison: those that wait take turns
};

/// The right to make one attempt at a run. Owned by whoever runs it, given back at the latest by
/// its destruction, which is silent. States: Waiting → Granted → Returned, and from Granted back to
/// Waiting when an attempt failed and another one is to be made. GUI thread.
class RunPermit : public QObject
{
    Q_OBJECT
public:
    enum class State { Waiting, Granted, Returned };
    enum class Reason {
        Turn, ///< others are before it
        Delay, ///< until a moment that is known
        Pause, ///< all runs are paused
    };
    struct Wait
    {
        Reason reason = Reason::Turn;
        qint64 untilMs = 0; ///< wall clock, of a Delay
        std::optional<Error> error = {}; ///< what a Delay is for

        bool operator==(const Wait &) const = default;
    };

    ~RunPermit() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Wait wait() const; ///< while Waiting

    /// The attempt failed and another one shall follow; keeps its place among those that wait.
    /// A server that wants less (RateLimited, or any Retry-After) is left alone by all others too.
    void tryAgainAfter(std::chrono::milliseconds delay, const Error &error);
    /// The user does not want to wait for delays any longer. Limits and a pause still hold.
    void hurry();
    /// The run came to its end. Once; later calls mean nothing.
    void giveBack(const std::optional<Error> &error = {});

signals:
    /// Make an attempt. Never before control returned to the event loop.
    void granted();
    /// wait() says something else.
    void waitChanged();

private:
    friend class Scheduler;
    RunPermit(Scheduler &scheduler, const PermitRequest &request, QObject *parent);

    QPointer<Scheduler> m_scheduler;
    PermitRequest m_request;
    State m_state = State::Waiting;
    Wait m_told;
    qint64 m_number = 0; ///< order of the requests
    qint64 m_round = 0; ///< of its owner's turns
    qint64 m_grant = 0; ///< order of the grants
    std::chrono::nanoseconds m_notBefore{0}; ///< monotonic
    qint64 m_notBeforeMs = 0; ///< the same on the wall clock
    std::optional<Error> m_error; ///< of the last attempt
    bool m_hurries = false;
};

} // namespace app
