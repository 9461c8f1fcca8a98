// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/chat/run_permit.h"

#include <QHash>
#include <QTimer>

namespace app {

/// Decides when runs may start: limits of the provider and of each of its models, what a server
/// that refused asked for, and the user's pause. First come, first served; owners that wait for
/// several runs take turns with the others. After a refusal (429) a model is asked at a slower
/// pace, which quickens with every answer: those that waited do not fall upon it all at once. GUI
/// thread; outlives its permits or leaves them waiting for ever.
class Scheduler : public QObject
{
    Q_OBJECT
public:
    explicit Scheduler(const Clock &clock, QObject *parent = nullptr);
    ~Scheduler() override;

    /// Waits from now on. Owned by `parent`.
    [[nodiscard]] RunPermit *request(const PermitRequest &request, QObject *parent);

    /// Nothing starts until resume(); what runs goes on.
    void pauseAll();
    void resume();
    [[nodiscard]] bool isPaused() const { return m_paused; }

signals:
    void pausedChanged(bool paused);

private:
    friend class RunPermit;
    using Nanoseconds = std::chrono::nanoseconds;

    /// One model of one provider.
    struct Line
    {
        int inFlight = 0;
        Nanoseconds heldUntil{0}; ///< monotonic
        qint64 heldUntilMs = 0;
        std::optional<Error> heldFor;
        Nanoseconds pace{0}; ///< between two starts, after a refusal
        Nanoseconds nextStart{0};
        qint64 slowedAt = 0; ///< grants up to this one are part of the refusal that is known
    };
    using LineKey = std::pair<QString, QString>;

    [[nodiscard]] static LineKey keyOf(const RunPermit &permit);
    [[nodiscard]] RunPermit::Wait waitOf(const RunPermit &permit) const;
    /// When it may start as far as time goes.
    [[nodiscard]] Nanoseconds dueAt(const RunPermit &permit) const;
    [[nodiscard]] bool hasRoom(const RunPermit &permit) const;
    [[nodiscard]] RunPermit *next() const;
    void enqueue(RunPermit &permit);
    void grant(RunPermit &permit);
    void leaveFlight(const RunPermit &permit);
    void noteRefusal(const RunPermit &permit, const Error &error, std::chrono::milliseconds delay);
    void noteAnswer(const RunPermit &permit);
    void forget(RunPermit &permit);
    void serveSoon();
    void serve();
    void tellWaits();
    void sleepUntilDue();

    const Clock &m_clock;
    QList<RunPermit *> m_waiting;
    QHash<QString, int> m_inFlight; ///< by provider
    QHash<QString, RunLimits> m_limits; ///< by provider
    QHash<LineKey, Line> m_lines;
    QHash<qint64, qint64> m_rounds; ///< by owner: of its last request
    qint64 m_round = 0; ///< being served
    qint64 m_lastNumber = 0;
    qint64 m_lastGrant = 0;
    QTimer m_turn;
    bool m_paused = false;
};

} // namespace app
