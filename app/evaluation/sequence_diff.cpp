// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/sequence_diff.h"

#include <QHash>

#include <algorithm>
#include <dtl/dtl.hpp>
#include <vector>

namespace app {

namespace {
constexpr int kDeepestCut = 16;

struct Region
{
    qsizetype left = 0;
    qsizetype leftEnd = 0;
    qsizetype right = 0;
    qsizetype rightEnd = 0;

    [[nodiscard]] qsizetype leftLength() const { return leftEnd - left; }
    [[nodiscard]] qsizetype rightLength() const { return rightEnd - right; }
};

using Numbers = std::span<const int>;

qsizetype commonStart(Numbers left, Numbers right, const Region &region)
{
    const qsizetype most = std::min(region.leftLength(), region.rightLength());
    qsizetype length = 0;
    while (length < most
           && left[size_t(region.left + length)] == right[size_t(region.right + length)])
        ++length;
    return length;
}

qsizetype commonEnd(Numbers left, Numbers right, const Region &region)
{
    const qsizetype most = std::min(region.leftLength(), region.rightLength());
    qsizetype length = 0;
    while (length < most
           && left[size_t(region.leftEnd - 1 - length)]
                  == right[size_t(region.rightEnd - 1 - length)])
        ++length;
    return length;
}

class SequenceDiffer
{
public:
    SequenceDiffer(Numbers left, Numbers right, DiffBudget &budget)
        : m_left(left), m_right(right), m_budget(budget)
    {
    }

    void compare(Region region, int depth);
    [[nodiscard]] QList<DiffStretch> take() { return std::move(m_stretches); }

private:
    using Anchor = std::pair<qsizetype, qsizetype>;

    void add(bool isSame, qsizetype leftLength, qsizetype rightLength);
    void compareClosely(const Region &region);
    void cut(const Region &region, int depth);
    [[nodiscard]] std::vector<Anchor> anchors(const Region &region) const;

    Numbers m_left;
    Numbers m_right;
    DiffBudget &m_budget;
    QList<DiffStretch> m_stretches;
    qsizetype m_leftAt = 0;
    qsizetype m_rightAt = 0;
};

void SequenceDiffer::add(bool isSame, qsizetype leftLength, qsizetype rightLength)
{
    if (leftLength == 0 && rightLength == 0)
        return;
    if (m_stretches.isEmpty() || m_stretches.constLast().isSame != isSame)
        m_stretches.append({isSame, m_leftAt, 0, m_rightAt, 0});
    m_stretches.last().leftLength += leftLength;
    m_stretches.last().rightLength += rightLength;
    m_leftAt += leftLength;
    m_rightAt += rightLength;
}

void SequenceDiffer::compare(Region region, int depth)
{
    const qsizetype start = commonStart(m_left, m_right, region);
    add(true, start, start);
    region.left += start;
    region.right += start;
    const qsizetype end = commonEnd(m_left, m_right, region);
    region.leftEnd -= end;
    region.rightEnd -= end;
    if (region.leftLength() == 0 || region.rightLength() == 0)
        add(false, region.leftLength(), region.rightLength());
    else if (m_budget.allows(region.leftLength(), region.rightLength()))
        compareClosely(region);
    else
        cut(region, depth);
    add(true, end, end);
}

void SequenceDiffer::compareClosely(const Region &region)
{
    m_budget.cellsSpent += qint64(region.leftLength()) * region.rightLength();
    const auto part = [](Numbers all, qsizetype from, qsizetype to) {
        return std::vector<int>(all.begin() + from, all.begin() + to);
    };
    dtl::Diff<int, std::vector<int>> diff(part(m_left, region.left, region.leftEnd),
                                          part(m_right, region.right, region.rightEnd));
    diff.compose();
    for (const auto &[number, element] : diff.getSes().getSequence()) {
        const bool isSame = element.type == dtl::SES_COMMON;
        add(isSame, element.type == dtl::SES_ADD ? 0 : 1, element.type == dtl::SES_DELETE ? 0 : 1);
    }
}

/// What occurs once on each side, as far as it stands in the same order on both.
std::vector<SequenceDiffer::Anchor> SequenceDiffer::anchors(const Region &region) const
{
    struct Places
    {
        int leftCount = 0;
        int rightCount = 0;
        qsizetype right = 0;
    };
    QHash<int, Places> places;
    for (qsizetype i = region.left; i < region.leftEnd; ++i)
        ++places[m_left[size_t(i)]].leftCount;
    for (qsizetype i = region.right; i < region.rightEnd; ++i) {
        Places &place = places[m_right[size_t(i)]];
        ++place.rightCount;
        place.right = i;
    }
    // The longest rising subsequence of their places on the right: piles of patience sorting.
    std::vector<Anchor> unique;
    std::vector<size_t> tops;
    std::vector<qsizetype> before;
    for (qsizetype i = region.left; i < region.leftEnd; ++i) {
        const Places place = places.value(m_left[size_t(i)]);
        if (place.leftCount != 1 || place.rightCount != 1)
            continue;
        const auto pile = std::ranges::lower_bound(tops, place.right, {},
                                                   [&](size_t top) { return unique[top].second; });
        before.push_back(pile == tops.begin() ? -1 : qsizetype(*(pile - 1)));
        if (pile == tops.end())
            tops.push_back(unique.size());
        else
            *pile = unique.size();
        unique.emplace_back(i, place.right);
    }
    std::vector<Anchor> chain;
    for (qsizetype at = tops.empty() ? -1 : qsizetype(tops.back()); at >= 0;
         at = before[size_t(at)])
        chain.push_back(unique[size_t(at)]);
    std::ranges::reverse(chain);
    return chain;
}

void SequenceDiffer::cut(const Region &region, int depth)
{
    const std::vector<Anchor> found = depth < kDeepestCut ? anchors(region) : std::vector<Anchor>();
    if (found.empty()) {
        m_budget.wasTooSmall = true;
        return add(false, region.leftLength(), region.rightLength());
    }
    Region gap = region;
    for (const auto &[left, right] : found) {
        gap.leftEnd = left;
        gap.rightEnd = right;
        compare(gap, depth + 1);
        add(true, 1, 1);
        gap.left = left + 1;
        gap.right = right + 1;
    }
    gap.leftEnd = region.leftEnd;
    gap.rightEnd = region.rightEnd;
    compare(gap, depth + 1);
}
} // namespace

QList<DiffStretch> diffSequences(std::span<const int> left, std::span<const int> right,
                                 DiffBudget &budget)
{
    SequenceDiffer differ(left, right, budget);
    differ.compare({0, qsizetype(left.size()), 0, qsizetype(right.size())}, 0);
    return differ.take();
}

bool fitsBudget(std::span<const int> left, std::span<const int> right, const DiffBudget &budget)
{
    Region region{0, qsizetype(left.size()), 0, qsizetype(right.size())};
    const qsizetype start = commonStart(left, right, region);
    region.left += start;
    region.right += start;
    const qsizetype end = commonEnd(left, right, region);
    return budget.allows(region.leftLength() - end, region.rightLength() - end);
}

} // namespace app
