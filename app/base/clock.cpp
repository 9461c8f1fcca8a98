// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"

namespace app {

qint64 SystemClock::nowMs() const
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::chrono::nanoseconds SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace app
