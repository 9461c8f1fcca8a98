// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/bradley_terry.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace app {

namespace {
/// Newton's method converges quadratically: after a step this small the next one is below 1e-9.
constexpr double kSmallStep = 1e-5;
constexpr int kMostSteps = 200;

double preferenceChance(double difference)
{
    return 1.0 / (1.0 + std::exp(-difference));
}

/// Gradient and negated matrix of second derivatives of the logarithm of the likelihood.
struct Slope
{
    std::vector<double> gradient;
    std::vector<double> curvature; ///< n × n, positive definite by the prior

    explicit Slope(size_t size) : gradient(size), curvature(size * size) { }
    void set(const PreferenceCounts &counts, std::span<const double> strengths, double priorTies);
};

void Slope::set(const PreferenceCounts &counts, std::span<const double> strengths, double priorTies)
{
    const int size = counts.size();
    std::ranges::fill(curvature, 0.0);
    const auto cell = [&](int row, int column) -> double & {
        return curvature[size_t(row) * size_t(size) + size_t(column)];
    };
    for (int i = 0; i < size; ++i) {
        const double chance = preferenceChance(strengths[size_t(i)]);
        gradient[size_t(i)] = priorTies * (0.5 - chance);
        cell(i, i) = priorTies * chance * (1 - chance);
    }
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < i; ++j) {
            const double wins = counts.of(i, j);
            const double meetings = wins + counts.of(j, i);
            if (meetings == 0)
                continue;
            const double chance = preferenceChance(strengths[size_t(i)] - strengths[size_t(j)]);
            const double surplus = wins - meetings * chance;
            const double weight = meetings * chance * (1 - chance);
            gradient[size_t(i)] += surplus;
            gradient[size_t(j)] -= surplus;
            cell(i, i) += weight;
            cell(j, j) += weight;
            cell(i, j) -= weight;
        }
    }
}

/// Solves matrix × x = values by Cholesky's decomposition, in place; reads the lower half only.
void solve(std::vector<double> &matrix, std::vector<double> &values)
{
    const size_t size = values.size();
    const auto row = [&](size_t i) { return matrix.data() + i * size; };
    for (size_t i = 0; i < size; ++i) {
        double *const current = row(i);
        for (size_t j = 0; j <= i; ++j) {
            const double *const other = row(j);
            const double rest = std::inner_product(current, current + j, other, 0.0);
            if (i == j)
                current[i] = std::sqrt(std::max(current[i] - rest, 1e-300));
            else
                current[j] = (current[j] - rest) / other[j];
        }
        values[i] =
            (values[i] - std::inner_product(current, current + i, values.data(), 0.0)) / current[i];
    }
    for (size_t i = size; i-- > 0;) {
        values[i] /= row(i)[i];
        for (size_t j = 0; j < i; ++j)
            values[j] -= row(i)[j] * values[i];
    }
}
} // namespace

std::vector<double> fittedStrengths(const PreferenceCounts &counts, std::vector<double> start,
                                    double priorTies)
{
    std::vector<double> strengths = std::move(start);
    strengths.resize(size_t(counts.size()));
    Slope slope(strengths.size());
    for (int step = 0; step < kMostSteps && !strengths.empty(); ++step) {
        slope.set(counts, strengths, priorTies);
        std::vector<double> &change = slope.gradient;
        solve(slope.curvature, change);
        const auto [lowest, highest] = std::ranges::minmax(change);
        // As long as no difference of strengths changes by more than 1, a step of Newton's method
        // never lowers the likelihood (Bach 2010, Self-concordant analysis for logistic
        // regression).
        const double widest = std::max(highest, 0.0) - std::min(lowest, 0.0);
        const double share = std::min(1.0, 1.0 / std::max(widest, 1e-300));
        for (size_t i = 0; i < strengths.size(); ++i)
            strengths[i] += share * change[i];
        if (widest < kSmallStep)
            break;
    }
    return strengths;
}

std::vector<int> groupsOf(const PreferenceCounts &counts)
{
    const int size = counts.size();
    std::vector<int> groups(size_t(size), -1);
    std::vector<int> members;
    for (int first = 0; first < size; ++first) {
        if (groups[size_t(first)] >= 0)
            continue;
        const int group = int(members.size());
        members.push_back(0);
        std::vector<int> open{first};
        groups[size_t(first)] = group;
        while (!open.empty()) {
            const int one = open.back();
            open.pop_back();
            ++members.back();
            for (int other = 0; other < size; ++other) {
                if (groups[size_t(other)] < 0
                    && counts.of(one, other) + counts.of(other, one) > 0) {
                    groups[size_t(other)] = group;
                    open.push_back(other);
                }
            }
        }
    }
    std::vector<int> order(members.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order,
                             [&](int a, int b) { return members[size_t(a)] > members[size_t(b)]; });
    std::vector<int> place(order.size());
    for (size_t i = 0; i < order.size(); ++i)
        place[size_t(order[i])] = int(i);
    for (int &group : groups)
        group = place[size_t(group)];
    return groups;
}

} // namespace app
