// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/generation/generation.h"

namespace app {

/// A stretch of the time that a run took.
struct RunPhase
{
    enum class Kind {
        Retries, ///< attempts that failed, and the waits behind them
        Connecting, ///< until the request had left
        Waiting, ///< for the first token: queues, and the reading of the prompt
        Thinking,
        Answering,
        Ending, ///< behind the last token
    };
    Kind kind = Kind::Connecting;
    qint64 fromMs = 0; ///< since the start of the run
    qint64 toMs = 0;

    [[nodiscard]] qint64 lengthMs() const { return toMs - fromMs; }
    bool operator==(const RunPhase &) const = default;
};

/// One behind the other, without gaps, up to the end of the run; none is empty.
[[nodiscard]] QList<RunPhase> runPhases(const Timings &timings, int retries);

} // namespace app
