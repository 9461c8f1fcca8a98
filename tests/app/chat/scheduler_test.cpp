// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/chat/scheduler.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Reason = RunPermit::Reason;
using State = RunPermit::State;

namespace {

const Error kBusy{
    .kind = ErrorKind::RateLimited, .message = u"busy"_s, .status = 429, .code = {}, .param = {}};

Error busyFor(std::chrono::milliseconds wait)
{
    Error error = kBusy;
    error.retryAfter = wait;
    return error;
}

/// Permits by name, and the order in which they were granted.
class Queue : public QObject
{
public:
    explicit Queue(Scheduler &scheduler) : m_scheduler(scheduler) { }

    RunPermit *ask(const QString &name, PermitRequest request = {})
    {
        if (request.providerId.isEmpty())
            request.providerId = u"p"_s;
        if (request.model.isEmpty())
            request.model = u"m"_s;
        RunPermit *permit = m_scheduler.request(request, this);
        connect(permit, &RunPermit::granted, this, [this, name] { order.append(name); });
        return permit;
    }

    QStringList order;

private:
    Scheduler &m_scheduler;
};

/// Whatever is to be granted at once has been.
void settle()
{
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

PermitRequest oneAtATime(qint64 owner = 0)
{
    return {u"p"_s, u"m"_s, {.perProvider = 1}, owner};
}

} // namespace

class SchedulerTest : public QObject
{
    Q_OBJECT
private slots:
    void grantsComeFromTheEventLoop()
    {
        Queue queue(*m_scheduler);
        RunPermit *permit = queue.ask(u"a"_s);
        QCOMPARE(permit->state(), State::Waiting);
        QVERIFY(queue.order.isEmpty());
        settle();
        QCOMPARE(permit->state(), State::Granted);
        QCOMPARE(queue.order, QStringList{u"a"_s});
    }

    void withoutLimitsAllStartInOrder()
    {
        Queue queue(*m_scheduler);
        QStringList names;
        for (int i = 0; i < 20; ++i) {
            names.append(QString::number(i));
            queue.ask(names.last());
        }
        settle();
        QCOMPARE(queue.order, names);
    }

    void oneAtATimeIsFirstComeFirstServed()
    {
        Queue queue(*m_scheduler);
        QList<RunPermit *> permits;
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
            permits.append(queue.ask(name, oneAtATime()));
        settle();
        QCOMPARE(queue.order, QStringList{u"a"_s});
        QCOMPARE(permits.at(1)->wait(), (RunPermit::Wait{Reason::Turn}));
        permits.at(0)->giveBack();
        QCOMPARE(permits.at(0)->state(), State::Returned);
        settle();
        QCOMPARE(queue.order, (QStringList{u"a"_s, u"b"_s}));
        permits.at(1)->giveBack(kBusy); // a failure gives its place back too
        permits.at(1)->giveBack();
        QTRY_COMPARE(queue.order, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void limitsCountPerProviderAndPerModel()
    {
        Queue queue(*m_scheduler);
        const RunLimits limits{.perProvider = 3, .perModel = 2};
        for (const auto &[name, model] : {std::pair{u"a1"_s, u"a"_s},
                                          {u"a2"_s, u"a"_s},
                                          {u"a3"_s, u"a"_s},
                                          {u"b1"_s, u"b"_s},
                                          {u"b2"_s, u"b"_s}})
            queue.ask(name, {u"p"_s, model, limits});
        queue.ask(u"elsewhere"_s, {u"q"_s, u"a"_s, {}});
        settle();
        QCOMPARE(queue.order, (QStringList{u"a1"_s, u"a2"_s, u"b1"_s, u"elsewhere"_s}));
    }

    void ownersThatWaitTakeTurns()
    {
        Queue queue(*m_scheduler);
        QList<RunPermit *> permits;
        for (const auto &name : {u"a1"_s, u"a2"_s, u"a3"_s})
            permits.append(queue.ask(name, oneAtATime(1)));
        settle();
        permits.append(queue.ask(u"b1"_s, oneAtATime(2)));
        permits.append(queue.ask(u"c1"_s, oneAtATime(3)));
        for (int served = 1; served < permits.size(); ++served) {
            for (RunPermit *permit : permits) {
                if (permit->state() == State::Granted)
                    permit->giveBack();
            }
            settle();
        }
        QCOMPARE(queue.order, (QStringList{u"a1"_s, u"b1"_s, u"c1"_s, u"a2"_s, u"a3"_s}));
    }

    void whoGoesWhileWaitingIsForgotten()
    {
        Queue queue(*m_scheduler);
        RunPermit *first = queue.ask(u"a"_s, oneAtATime());
        RunPermit *second = queue.ask(u"b"_s, oneAtATime());
        queue.ask(u"c"_s, oneAtATime());
        settle();
        delete second;
        delete first; // gives back what it was granted
        settle();
        QCOMPARE(queue.order, (QStringList{u"a"_s, u"c"_s}));
    }

    void aListenerMayGiveUpTheOthers()
    {
        Queue queue(*m_scheduler);
        RunPermit *first = queue.ask(u"a"_s);
        RunPermit *second = queue.ask(u"b"_s);
        connect(first, &RunPermit::granted, &queue, [second] { delete second; });
        settle();
        QCOMPARE(queue.order, QStringList{u"a"_s});
    }

    void pauseHoldsWhatHasNotStarted()
    {
        Queue queue(*m_scheduler);
        QSignalSpy paused(&*m_scheduler, &Scheduler::pausedChanged);
        RunPermit *running = queue.ask(u"a"_s, oneAtATime());
        settle();
        RunPermit *waiting = queue.ask(u"b"_s, oneAtATime());
        QSignalSpy waits(waiting, &RunPermit::waitChanged);
        m_scheduler->pauseAll();
        m_scheduler->pauseAll();
        settle();
        QCOMPARE(paused.size(), 1);
        QCOMPARE(waits.size(), 1);
        QCOMPARE(waiting->wait().reason, Reason::Pause);
        QCOMPARE(running->state(), State::Granted);
        running->giveBack();
        waiting->hurry();
        settle();
        QCOMPARE(waiting->state(), State::Waiting);
        m_scheduler->resume();
        QVERIFY(!m_scheduler->isPaused());
        settle();
        QCOMPARE(waiting->state(), State::Granted);
    }

    void aRetryWaitsForItsDelay()
    {
        Queue queue(*m_scheduler);
        RunPermit *permit = queue.ask(u"a"_s);
        settle();
        const Error failure{ErrorKind::Server, u"broken"_s, 502};
        const qint64 before = m_clock.nowMs();
        permit->tryAgainAfter(30ms, failure);
        QCOMPARE(permit->state(), State::Waiting);
        QCOMPARE(permit->wait().reason, Reason::Delay);
        QCOMPARE(permit->wait().error, failure);
        QVERIFY(permit->wait().untilMs >= before + 30);
        QTRY_COMPARE(queue.order, (QStringList{u"a"_s, u"a"_s}));
        QVERIFY(m_clock.nowMs() >= before + 30);
    }

    void aFailureThatIsNoRefusalHoldsNobodyElse()
    {
        Queue queue(*m_scheduler);
        RunPermit *permit = queue.ask(u"a"_s);
        settle();
        permit->tryAgainAfter(1h, Error{ErrorKind::Server, u"broken"_s, 502});
        queue.ask(u"b"_s);
        settle();
        QCOMPARE(queue.order, (QStringList{u"a"_s, u"b"_s}));
    }

    void aRefusalHoldsTheModelAndNoOther()
    {
        Queue queue(*m_scheduler);
        RunPermit *refused = queue.ask(u"refused"_s);
        settle();
        refused->tryAgainAfter(1h, busyFor(60s));
        RunPermit *same = queue.ask(u"same"_s);
        queue.ask(u"another model"_s, {u"p"_s, u"n"_s, {}});
        queue.ask(u"another server"_s, {u"q"_s, u"m"_s, {}});
        settle();
        QCOMPARE(queue.order, (QStringList{u"refused"_s, u"another model"_s, u"another server"_s}));
        QCOMPARE(same->wait().reason, Reason::Delay);
        QCOMPARE(same->wait().error, busyFor(60s));
        const qint64 left = same->wait().untilMs - m_clock.nowMs();
        QVERIFY2(left > 50'000 && left <= 60'000, qPrintable(QString::number(left)));
    }

    void afterARefusalTheOthersFollowInOrder()
    {
        Queue queue(*m_scheduler);
        RunPermit *refused = queue.ask(u"a"_s);
        settle();
        refused->tryAgainAfter(20ms, busyFor(20ms));
        QList<RunPermit *> later;
        for (const auto &name : {u"b"_s, u"c"_s})
            later.append(queue.ask(name));
        settle();
        QCOMPARE(queue.order, QStringList{u"a"_s});
        // The one that was there first goes first, and each a pace behind the other.
        QTRY_COMPARE(queue.order.size(), 2);
        QCOMPARE(queue.order.last(), u"a"_s);
        QCOMPARE(later.first()->state(), State::Waiting);
        QTRY_COMPARE(queue.order, (QStringList{u"a"_s, u"a"_s, u"b"_s, u"c"_s}));
    }

    void whoHurriesWaitsForNoDelay()
    {
        Queue queue(*m_scheduler);
        RunPermit *refused = queue.ask(u"a"_s, oneAtATime());
        settle();
        refused->tryAgainAfter(5min, busyFor(5min));
        RunPermit *held = queue.ask(u"b"_s, oneAtATime());
        RunPermit *limited = queue.ask(u"c"_s, oneAtATime());
        settle();
        QCOMPARE(queue.order, QStringList{u"a"_s});
        held->hurry();
        limited->hurry();
        settle();
        QCOMPARE(queue.order, (QStringList{u"a"_s, u"b"_s})); // limits hold all the same
        held->giveBack();
        settle();
        QCOMPARE(queue.order, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void aServerThatAsksForTooMuchHoldsNobody()
    {
        Queue queue(*m_scheduler);
        RunPermit *refused = queue.ask(u"a"_s);
        settle();
        refused->giveBack(busyFor(24h));
        queue.ask(u"b"_s);
        QTRY_COMPARE(queue.order, (QStringList{u"a"_s, u"b"_s}));
    }

    void theSchedulerMayDieFirst()
    {
        auto scheduler = std::make_unique<Scheduler>(m_clock);
        Queue queue(*scheduler);
        RunPermit *granted = queue.ask(u"a"_s, oneAtATime());
        RunPermit *waiting = queue.ask(u"b"_s, oneAtATime());
        settle();
        scheduler.reset();
        granted->tryAgainAfter(0ms, kBusy);
        granted->giveBack();
        waiting->hurry();
        QCOMPARE(waiting->wait(), RunPermit::Wait{});
        QCOMPARE(queue.order, QStringList{u"a"_s});
    }

    /// Holds and paces are those of a server; each test meets a new one.
    void init() { m_scheduler.emplace(m_clock); }
    void cleanup() { m_scheduler.reset(); }

private:
    SystemClock m_clock;
    std::optional<Scheduler> m_scheduler;
};

QTEST_GUILESS_MAIN(SchedulerTest)
#include "scheduler_test.moc"
