// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/arrivals.h"

#include "app/chat/chat.h"

namespace bench {

Arrivals::Arrivals(Program &program) : m_program(program)
{
    FrameProbe &probe = program.probe();
    connect(&program, &Program::bytesArrived, this,
            [this, &probe] { m_unread.append(probe.nowMs()); });
    connect(&program.chat().conversation(), &app::Conversation::messageGrew, this,
            &Arrivals::takeGrowth);
    connect(&probe, &FrameProbe::frameApplied, this, [this] { m_applied = m_program.textShown(); });
    connect(&probe, &FrameProbe::frameShown, this, &Arrivals::takeFrame);
}

void Arrivals::takeGrowth()
{
    const qsizetype bytes = m_program.textShown();
    for (const double atMs : std::exchange(m_unread, {}))
        m_waiting.append({atMs, bytes});
}

void Arrivals::takeFrame(double shownMs)
{
    const qsizetype before = m_latencies.size();
    while (!m_waiting.isEmpty() && m_waiting.first().bytes <= m_applied)
        m_latencies.append(shownMs - m_waiting.takeFirst().atMs);
    if (m_latencies.size() == before)
        return;
    if (m_lastShownMs >= 0)
        m_gaps.append(shownMs - m_lastShownMs);
    m_lastShownMs = shownMs;
}

} // namespace bench
