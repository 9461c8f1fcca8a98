// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/spread.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace app {

double quantileOf(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const double place = std::clamp(share, 0.0, 1.0) * double(sorted.size() - 1);
    const auto below = size_t(place);
    const size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - double(below));
}

Spread spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    const auto count = double(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return {.count = int(values.size()),
            .mean = mean,
            .deviation = values.size() > 1 ? std::sqrt(squares / (count - 1)) : 0,
            .smallest = values.front(),
            .lowerQuartile = quantileOf(values, 0.25),
            .median = quantileOf(values, 0.5),
            .upperQuartile = quantileOf(values, 0.75),
            .largest = values.back()};
}

} // namespace app
