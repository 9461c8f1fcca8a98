// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/frame_probe.h"

#include <QTimer>

#include <ctime>

namespace bench {

namespace {
constexpr int kHungMs = 300'000;

double threadCpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}
} // namespace

FrameProbe::FrameProbe(int &argc, char **argv) : QApplication(argc, argv)
{
    m_clock.start();
}

void FrameProbe::watch(const ui::FrameClock &clock)
{
    connect(&clock, &ui::FrameClock::frameDue, this, [this] { m_due = true; });
}

void FrameProbe::reset()
{
    m_frames.clear();
    m_longestEvent = 0;
    m_longestEventCpu = 0;
}

bool FrameProbe::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const QEvent::Type type = event->type(); // a deferred delete ends the event too
    const double start = nowMs();
    const double cpu = threadCpuMs();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    timed(type, start, threadCpuMs() - cpu);
    return handled;
}

void FrameProbe::timed(QEvent::Type type, double startMs, double cpuMs)
{
    const double now = nowMs();
    m_longestEvent = std::max(m_longestEvent, now - startMs);
    m_longestEventCpu = std::max(m_longestEventCpu, cpuMs);
    if (std::exchange(m_due, false)) {
        // A second turn before the repaint belongs to the same frame.
        Frame frame = m_open.value_or(Frame{.startMs = startMs});
        frame.applyMs += now - startMs;
        frame.cpuMs += cpuMs;
        m_open = frame;
        emit frameApplied();
        return;
    }
    if (type != QEvent::UpdateRequest)
        return;
    if (m_open) {
        m_open->paintMs = now - startMs;
        m_open->cpuMs += cpuMs;
        m_open->shownMs = now;
        m_frames.append(*std::exchange(m_open, std::nullopt));
        emit frameShown(now);
    }
    emit painted(now);
}

bool runUntil(const std::function<bool()> &done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done()) {
        if (clock.elapsed() > kHungMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void runFor(int milliseconds)
{
    bool over = false;
    QTimer::singleShot(milliseconds, qApp, [&over] { over = true; });
    (void)runUntil([&over] { return over; });
}

} // namespace bench
