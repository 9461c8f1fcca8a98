// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/window/program.h"

namespace bench {

/// How long text takes from the readyRead that brought it to the return of the flush that shows
/// it, and how long the screen stands still while an answer comes. For one lane.
class Arrivals : public QObject
{
    Q_OBJECT
public:
    explicit Arrivals(Program &program);

    [[nodiscard]] const QList<double> &latencies() const { return m_latencies; }
    /// Between one flush and the next, from the first text to the last.
    [[nodiscard]] const QList<double> &gaps() const { return m_gaps; }
    /// The return of the last flush that brought new text.
    [[nodiscard]] double lastShownMs() const { return m_lastShownMs; }

private:
    void takeGrowth();
    void takeFrame(double shownMs);

    struct Arrival
    {
        double atMs;
        qsizetype bytes; ///< of the text with what came then
    };
    Program &m_program;
    QList<double> m_unread;
    QList<Arrival> m_waiting;
    QList<double> m_latencies;
    QList<double> m_gaps;
    qsizetype m_applied = 0;
    double m_lastShownMs = -1;
};

} // namespace bench
