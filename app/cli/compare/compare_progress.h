// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <deque>
#include <optional>

namespace app {

/// How far a comparison is, in one line for standard error. A value.
struct CompareProgress
{
    qint64 done = 0; ///< with those of earlier calls
    qint64 total = 0;
    qint64 failed = 0;
    double spentUsd = 0;
    std::optional<double> answersPerSecond;

    /// Nothing while the rate is not known.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft() const;
    /// "1,234 of 8,000 answers · 3 failed · 61.2/s · $0.0412 · 1 min 51 s left"
    [[nodiscard]] QString line() const;

    bool operator==(const CompareProgress &) const = default;
};

/// "3 s", "2 min 5 s", "4 h 10 min".
[[nodiscard]] QString timeText(std::chrono::seconds time);

/// The rate of the last half minute, from counts at moments.
class RecentRate
{
public:
    void note(std::chrono::nanoseconds now, qint64 count);
    [[nodiscard]] std::optional<double> perSecond() const;

private:
    std::deque<std::pair<std::chrono::nanoseconds, qint64>> m_seen;
};

} // namespace app
