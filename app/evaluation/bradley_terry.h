// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace app {

/// How often each of n contenders was preferred to each other one.
class PreferenceCounts
{
public:
    explicit PreferenceCounts(int contenders)
        : m_size(contenders), m_counts(size_t(contenders) * size_t(contenders))
    {
    }

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] double of(int better, int worse) const { return m_counts[at(better, worse)]; }
    void add(int better, int worse, double weight) { m_counts[at(better, worse)] += weight; }
    void clear() { m_counts.assign(m_counts.size(), 0.0); }

private:
    [[nodiscard]] size_t at(int row, int column) const
    {
        return size_t(row) * size_t(m_size) + size_t(column);
    }

    int m_size;
    std::vector<double> m_counts;
};

/// The weak prior: each contender is taken to have tied this many times with one of average
/// strength. Who won (or lost) all it took part in thus has a finite strength, which grows with the
/// number of its votes.
inline constexpr double kPriorTies = 1.0;

/// Strengths by the model of Bradley and Terry (1952): i is preferred to j with the odds
/// exp(strength i − strength j). The most likely ones with the prior, found by Newton's method: on
/// a chain of models that met only their neighbours the MM algorithm (Hunter 2004) takes thousands
/// of steps, this a dozen. The mean of those who met, directly or through others, is about 0: see
/// groupsOf(). `start` (empty: zeros) saves steps when the answer is near.
[[nodiscard]] std::vector<double> fittedStrengths(const PreferenceCounts &counts,
                                                  std::vector<double> start = {},
                                                  double priorTies = kPriorTies);

/// For each contender the number of its group: those that can be compared because they met,
/// directly or through others. The largest group is 0.
[[nodiscard]] std::vector<int> groupsOf(const PreferenceCounts &counts);

} // namespace app
