// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <span>

namespace app {

/// A stretch of two sequences: the same on both sides, or what stands on the left in place of what
/// stands on the right (one of them may be empty).
struct DiffStretch
{
    bool isSame = false;
    qsizetype left = 0; ///< where it begins
    qsizetype leftLength = 0;
    qsizetype right = 0;
    qsizetype rightLength = 0;

    bool operator==(const DiffStretch &) const = default;
};

/// What comparing may cost. The algorithm (O(NP), Wu and others 1989) needs time and memory for at
/// most left × right cells, when nothing is the same; so that many are counted before it starts.
struct DiffBudget
{
    qint64 cellsAtOnce = 2'000'000; ///< some 100 MB while it lasts, some 30 ms
    qint64 cellsAltogether = 20'000'000;
    qint64 cellsSpent = 0;
    bool wasTooSmall = false; ///< a stretch was taken as wholly different without looking closer

    [[nodiscard]] bool allows(qsizetype left, qsizetype right) const
    {
        const qint64 cells = qint64(left) * right;
        return cells <= cellsAtOnce && cellsSpent + cells <= cellsAltogether;
    }
};

/// Compares numbers that stand for lines or words. Within the budget the script is a shortest one.
/// What is longer is first cut at elements that occur once on each side (patience diff), and what
/// cannot be cut is one difference. The stretches cover both sequences in order; no two neighbours
/// are of one kind.
[[nodiscard]] QList<DiffStretch> diffSequences(std::span<const int> left,
                                               std::span<const int> right, DiffBudget &budget);

/// Whether the budget allows to compare all of them, without what is the same at both ends.
[[nodiscard]] bool fitsBudget(std::span<const int> left, std::span<const int> right,
                              const DiffBudget &budget);

} // namespace app
