// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/height_tree.h"

#include <algorithm>
#include <bit>

namespace ui {

void HeightTree::assign(const std::vector<int> &heights)
{
    m_heights.clear();
    m_sums.clear();
    m_heights.reserve(heights.size());
    m_sums.reserve(heights.size());
    for (const int height : heights)
        append(height);
}

void HeightTree::append(int height)
{
    m_heights.push_back(height);
    const int position = count();
    int sum = height;
    for (int step = 1; step < (position & -position); step *= 2)
        sum += m_sums[size_t(position - step - 1)];
    m_sums.push_back(sum);
}

void HeightTree::truncate(int newCount)
{
    m_heights.resize(size_t(std::min(newCount, count())));
    m_sums.resize(m_heights.size());
}

void HeightTree::set(int index, int height)
{
    const int difference = height - m_heights[size_t(index)];
    if (difference == 0)
        return;
    m_heights[size_t(index)] = height;
    for (int position = index + 1; position <= count(); position += position & -position)
        m_sums[size_t(position - 1)] += difference;
}

int HeightTree::top(int index) const
{
    int sum = 0;
    for (int position = index; position > 0; position -= position & -position)
        sum += m_sums[size_t(position - 1)];
    return sum;
}

int HeightTree::indexAt(int y) const
{
    if (m_heights.empty())
        return -1;
    int position = 0;
    int rest = std::max(y, 0);
    for (int step = int(std::bit_floor(unsigned(count()))); step > 0; step /= 2) {
        const int next = position + step;
        if (next <= count() && m_sums[size_t(next - 1)] <= rest) {
            rest -= m_sums[size_t(next - 1)];
            position = next;
        }
    }
    return std::min(position, count() - 1);
}

} // namespace ui
