// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/scheduler.h"

#include "app/net/retry_policy.h"

#include <algorithm>
#include <tuple>

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

namespace app {

namespace {

constexpr nanoseconds kFirstPace = milliseconds(100);
constexpr nanoseconds kSlowestPace = milliseconds(5'000);
constexpr nanoseconds kPaceThatIsNone = milliseconds(5);
// Slows down much more than an answer quickens, so that refusals stay rare.
constexpr int kSlowing = 2;
constexpr double kQuickening = 0.9;

bool wantsLess(const Error &error)
{
    return error.kind == ErrorKind::RateLimited || error.retryAfter.has_value();
}

} // namespace

RunPermit::RunPermit(Scheduler &scheduler, const PermitRequest &request, QObject *parent)
    : QObject(parent), m_scheduler(&scheduler), m_request(request)
{
}

RunPermit::~RunPermit()
{
    if (m_scheduler && m_state != State::Returned)
        m_scheduler->forget(*this);
}

RunPermit::Wait RunPermit::wait() const
{
    return m_scheduler && m_state == State::Waiting ? m_scheduler->waitOf(*this) : Wait{};
}

void RunPermit::tryAgainAfter(milliseconds delay, const Error &error)
{
    if (!m_scheduler || m_state != State::Granted)
        return;
    m_scheduler->leaveFlight(*this);
    m_notBefore = m_scheduler->m_clock.monotonic() + delay;
    m_notBeforeMs = m_scheduler->m_clock.nowMs() + delay.count();
    m_error = error;
    if (wantsLess(error))
        m_scheduler->noteRefusal(*this, error, error.retryAfter.value_or(delay));
    m_state = State::Waiting;
    m_scheduler->enqueue(*this);
}

void RunPermit::hurry()
{
    if (!m_scheduler || m_state != State::Waiting || m_hurries)
        return;
    m_hurries = true;
    m_scheduler->serveSoon();
}

void RunPermit::giveBack(const std::optional<Error> &error)
{
    if (m_state == State::Returned)
        return;
    if (m_scheduler && m_state == State::Granted) {
        if (!error)
            m_scheduler->noteAnswer(*this);
        else if (wantsLess(*error))
            m_scheduler->noteRefusal(*this, *error, error->retryAfter.value_or(milliseconds(0)));
    }
    if (m_scheduler)
        m_scheduler->forget(*this);
    m_state = State::Returned;
}

Scheduler::Scheduler(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_turn.setSingleShot(true);
    m_turn.setTimerType(Qt::PreciseTimer);
    connect(&m_turn, &QTimer::timeout, this, &Scheduler::serve);
}

Scheduler::~Scheduler() = default;

RunPermit *Scheduler::request(const PermitRequest &request, QObject *parent)
{
    auto *permit = new RunPermit(*this, request, parent);
    permit->m_number = ++m_lastNumber;
    qint64 &round = m_rounds[request.owner];
    round = std::max(round + 1, m_round);
    permit->m_round = round;
    m_limits.insert(request.providerId, request.limits);
    permit->m_told = waitOf(*permit);
    enqueue(*permit);
    return permit;
}

void Scheduler::pauseAll()
{
    if (std::exchange(m_paused, true))
        return;
    serveSoon();
    emit pausedChanged(true);
}

void Scheduler::resume()
{
    if (!std::exchange(m_paused, false))
        return;
    serveSoon();
    emit pausedChanged(false);
}

Scheduler::LineKey Scheduler::keyOf(const RunPermit &permit)
{
    return {permit.m_request.providerId, permit.m_request.model};
}

void Scheduler::enqueue(RunPermit &permit)
{
    m_waiting.append(&permit);
    serveSoon();
}

void Scheduler::serveSoon()
{
    m_turn.start(0);
}

RunPermit::Wait Scheduler::waitOf(const RunPermit &permit) const
{
    if (m_paused)
        return {RunPermit::Reason::Pause};
    const nanoseconds now = m_clock.monotonic();
    const Line line = m_lines.value(keyOf(permit));
    if (permit.m_hurries || std::max(permit.m_notBefore, line.heldUntil) <= now)
        return {RunPermit::Reason::Turn};
    if (permit.m_notBefore >= line.heldUntil)
        return {RunPermit::Reason::Delay, permit.m_notBeforeMs, permit.m_error};
    return {RunPermit::Reason::Delay, line.heldUntilMs, line.heldFor};
}

nanoseconds Scheduler::dueAt(const RunPermit &permit) const
{
    if (permit.m_hurries)
        return nanoseconds(0);
    const Line line = m_lines.value(keyOf(permit));
    return std::max({permit.m_notBefore, line.heldUntil, line.nextStart});
}

bool Scheduler::hasRoom(const RunPermit &permit) const
{
    const RunLimits limits = m_limits.value(permit.m_request.providerId);
    const auto fits = [](int inFlight, int most) { return most <= 0 || inFlight < most; };
    return fits(m_inFlight.value(permit.m_request.providerId), limits.perProvider)
           && fits(m_lines.value(keyOf(permit)).inFlight, limits.perModel);
}

RunPermit *Scheduler::next() const
{
    const nanoseconds now = m_clock.monotonic();
    const auto place = [](const RunPermit *permit) {
        return std::tuple(!permit->m_hurries, permit->m_round, permit->m_number);
    };
    RunPermit *best = nullptr;
    for (RunPermit *permit : m_waiting) {
        if (best && place(best) < place(permit))
            continue;
        if (dueAt(*permit) <= now && hasRoom(*permit))
            best = permit;
    }
    return best;
}

void Scheduler::grant(RunPermit &permit)
{
    m_waiting.removeOne(&permit);
    m_round = std::max(m_round, permit.m_round);
    if (m_waiting.isEmpty())
        m_rounds.clear(); // nobody is before anybody
    ++m_inFlight[permit.m_request.providerId];
    Line &line = m_lines[keyOf(permit)];
    ++line.inFlight;
    line.nextStart = m_clock.monotonic() + line.pace;
    permit.m_grant = ++m_lastGrant;
    permit.m_hurries = false;
    permit.m_state = RunPermit::State::Granted;
    emit permit.granted();
}

void Scheduler::leaveFlight(const RunPermit &permit)
{
    --m_inFlight[permit.m_request.providerId];
    --m_lines[keyOf(permit)].inFlight;
    serveSoon();
}

void Scheduler::noteRefusal(const RunPermit &permit, const Error &error, milliseconds delay)
{
    Line &line = m_lines[keyOf(permit)];
    const nanoseconds until = m_clock.monotonic() + delay;
    if (until > line.heldUntil && delay <= RetryPolicy{}.longestAsked) {
        line.heldUntil = until;
        line.heldUntilMs = m_clock.nowMs() + delay.count();
        line.heldFor = error;
    }
    // Runs that left together are refused together: that is one refusal.
    if (permit.m_grant <= line.slowedAt)
        return;
    line.slowedAt = m_lastGrant;
    line.pace = std::clamp(line.pace * kSlowing, kFirstPace, kSlowestPace);
}

void Scheduler::noteAnswer(const RunPermit &permit)
{
    Line &line = m_lines[keyOf(permit)];
    line.pace = nanoseconds(qint64(double(line.pace.count()) * kQuickening));
    if (line.pace < kPaceThatIsNone)
        line.pace = nanoseconds(0);
}

void Scheduler::forget(RunPermit &permit)
{
    if (permit.m_state == RunPermit::State::Granted)
        leaveFlight(permit);
    else
        m_waiting.removeOne(&permit);
}

void Scheduler::serve()
{
    while (RunPermit *permit = m_paused ? nullptr : next())
        grant(*permit);
    tellWaits();
    sleepUntilDue();
}

void Scheduler::tellWaits()
{
    // Whoever listens may give up, and others with it.
    const QList<QPointer<RunPermit>> waiting(m_waiting.begin(), m_waiting.end());
    for (const auto &permit : waiting) {
        if (!permit || permit->m_state != RunPermit::State::Waiting)
            continue;
        const RunPermit::Wait now = waitOf(*permit);
        if (now == permit->m_told)
            continue;
        permit->m_told = now;
        emit permit->waitChanged();
    }
}

/// Those that wait for room are served when something is given back.
void Scheduler::sleepUntilDue()
{
    const nanoseconds now = m_clock.monotonic();
    std::optional<nanoseconds> first;
    for (const RunPermit *permit : std::as_const(m_waiting)) {
        const nanoseconds due = dueAt(*permit);
        if (due > now && (!first || due < *first))
            first = due;
    }
    if (first && !m_paused && !m_turn.isActive())
        m_turn.start(std::chrono::ceil<milliseconds>(*first - now));
}

} // namespace app
