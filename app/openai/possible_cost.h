// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Whether a request can have cost that. What a server says otherwise, negative or absurd, is kept
/// as it said it, and counted nowhere: it would spoil every sum.
[[nodiscard]] constexpr bool isPossibleCost(double usd)
{
    constexpr double kMostUsd = 1e6;
    return usd >= 0 && usd <= kMostUsd;
}

} // namespace app
