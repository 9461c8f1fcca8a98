// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/frame_clock.h"

namespace ui {

namespace {
/// Fewer frames would save CPU, but a frame that is missed then leaves a gap that can be seen.
constexpr qint64 kFrameMs = 16;
} // namespace

FrameClock::FrameClock(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FrameClock::fire);
}

void FrameClock::request()
{
    if (m_timer.isActive())
        return;
    const qint64 since = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : kFrameMs;
    m_timer.start(int(qBound<qint64>(0, kFrameMs - since, kFrameMs)));
}

void FrameClock::fire()
{
    m_sinceFrame.start();
    emit frameDue();
}

} // namespace ui
