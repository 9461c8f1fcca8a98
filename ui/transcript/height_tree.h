// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace ui {

/// Heights of things below each other, with their sums: a Fenwick tree. Every operation but
/// assign() costs the logarithm of the count. A value.
class HeightTree
{
public:
    HeightTree() = default;
    void assign(const std::vector<int> &heights);
    void append(int height);
    void truncate(int count);
    void set(int index, int height);

    [[nodiscard]] int count() const { return int(m_heights.size()); }
    [[nodiscard]] int height(int index) const { return m_heights[std::size_t(index)]; }
    [[nodiscard]] int top(int index) const; ///< sum of those before; of count() the sum of all
    [[nodiscard]] int total() const { return top(count()); }
    /// The one that holds `y`; the first or last for a `y` outside. -1 when there is none.
    [[nodiscard]] int indexAt(int y) const;

private:
    std::vector<int> m_heights;
    std::vector<int> m_sums; ///< m_sums[i - 1] sums the (i & -i) heights that end before i
};

} // namespace ui
