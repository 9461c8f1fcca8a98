// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/run_phases.h"

#include <algorithm>

namespace app {

QList<RunPhase> runPhases(const Timings &timings, int retries)
{
    using Kind = RunPhase::Kind;
    QList<RunPhase> phases;
    qint64 at = 0;
    // The times are those of the last attempt; all that came before it are the others.
    const qint64 lastKnown = std::max({timings.connectedMs, timings.headersMs, timings.firstTokenMs,
                                       timings.lastTokenMs, qint64(0)});
    const qint64 offset =
        retries > 0 ? std::max<qint64>(0, timings.totalMs - lastKnown) : qint64(0);
    const auto reach = [&](Kind kind, qint64 until) {
        until = std::min(until, timings.totalMs);
        if (until > at)
            phases.append({kind, std::exchange(at, until), until});
    };
    const auto step = [&](Kind kind, qint64 until) {
        if (until >= 0)
            reach(kind, offset + until);
    };
    reach(Kind::Retries, offset);
    step(Kind::Connecting, timings.connectedMs);
    const qint64 first =
        timings.firstReasoningMs >= 0 ? timings.firstReasoningMs : timings.firstTokenMs;
    step(Kind::Waiting, first);
    if (timings.firstReasoningMs >= 0)
        step(Kind::Thinking,
             timings.firstTokenMs >= 0 ? timings.firstTokenMs : timings.lastTokenMs);
    step(Kind::Answering, timings.lastTokenMs);
    reach(first >= 0                 ? Kind::Ending
          : timings.connectedMs >= 0 ? Kind::Waiting
                                     : Kind::Connecting,
          timings.totalMs);
    return phases;
}

} // namespace app
