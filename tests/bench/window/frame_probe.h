// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/frame_clock.h"

#include <QApplication>
#include <QElapsedTimer>

#include <functional>

namespace bench {

/// An application that measures its own event loop. A frame is one turn of the frame clock (apply,
/// parse, layout) and the repaint that follows it (paint, flush to the X server).
class FrameProbe : public QApplication
{
    Q_OBJECT
public:
    FrameProbe(int &argc, char **argv);

    struct Frame
    {
        double startMs = 0; ///< of the turn of the clock
        double applyMs = 0;
        double paintMs = 0; ///< with the flush
        double shownMs = 0; ///< when the flush returned
        double cpuMs = 0; ///< of this thread; what is left of both where others want the CPU too

        [[nodiscard]] double costMs() const { return applyMs + paintMs; }
    };

    /// The clock of the window; connect it before any view is made.
    void watch(const ui::FrameClock &clock);
    void reset();
    [[nodiscard]] const QList<Frame> &frames() const { return m_frames; }
    /// The longest that any single event held the thread, and the most CPU that one took.
    [[nodiscard]] double longestEventMs() const { return m_longestEvent; }
    [[nodiscard]] double longestEventCpuMs() const { return m_longestEventCpu; }
    /// Since the start of the process, on the clock of the frames.
    [[nodiscard]] double nowMs() const { return double(m_clock.nsecsElapsed()) / 1e6; }

    bool notify(QObject *receiver, QEvent *event) override;

signals:
    void frameApplied(); ///< what there is now will be in the next frame
    void frameShown(double atMs);
    void painted(double atMs); ///< any flush

private:
    void timed(QEvent::Type type, double startMs, double cpuMs);

    QElapsedTimer m_clock;
    QList<Frame> m_frames;
    std::optional<Frame> m_open; ///< applied and not painted yet
    bool m_due = false; ///< the clock fired in the event going on
    int m_depth = 0;
    double m_longestEvent = 0;
    double m_longestEventCpu = 0;
};

/// Runs the event loop until `done`, or for as long as it takes to call it hung.
[[nodiscard]] bool runUntil(const std::function<bool()> &done);
/// Runs the event loop for that long.
void runFor(int milliseconds);

} // namespace bench
