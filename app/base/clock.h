// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace app {

/// Where times come from, so that tests can set them. Timers are not part of it.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall clock, milliseconds since the epoch, UTC.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
    /// Never goes back; for durations only.
    [[nodiscard]] virtual std::chrono::nanoseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override;
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override;
};

} // namespace app
