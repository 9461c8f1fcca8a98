// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/read_scheduler.h"

#include <QDeadlineTimer>

namespace app {

void ReadScheduler::add(Reader *reader)
{
    if (std::find(m_waiting.begin(), m_waiting.end(), reader) != m_waiting.end())
        return;
    m_waiting.push_back(reader);
    // A timer and not a posted event: events posted while others are delivered belong to the same
    // turn, and would keep painting and input waiting.
    if (!m_turn.isActive())
        m_turn.start(0, this);
}

void ReadScheduler::remove(Reader *reader)
{
    std::erase(m_waiting, reader);
    if (m_reading == reader)
        m_reading = nullptr;
}

void ReadScheduler::timerEvent(QTimerEvent *)
{
    const QDeadlineTimer end(kSlice, Qt::PreciseTimer);
    while (!m_waiting.empty() && !end.hasExpired()) {
        Reader *reader = m_waiting.front();
        m_waiting.pop_front();
        m_reading = reader;
        const bool more = reader->readSome();
        if (std::exchange(m_reading, nullptr) && more)
            add(reader);
    }
    if (m_waiting.empty())
        m_turn.stop();
}

} // namespace app
