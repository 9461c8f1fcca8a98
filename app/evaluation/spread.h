// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace app {

/// How a figure is spread over several answers.
struct Spread
{
    int count = 0; ///< of 0 all else is 0
    double mean = 0;
    double deviation = 0; ///< standard deviation of the sample (divided by count − 1); 0 for one
    double smallest = 0;
    double lowerQuartile = 0;
    double median = 0;
    double upperQuartile = 0;
    double largest = 0;

    bool operator==(const Spread &) const = default;
};

[[nodiscard]] Spread spreadOf(std::vector<double> values);

/// Between the two nearest values in proportion (type 7 of Hyndman and Fan 1996, as R and NumPy
/// do). `sorted` rises; 0 for no values; `share` is 0 … 1.
[[nodiscard]] double quantileOf(const std::vector<double> &sorted, double share);

} // namespace app
