// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/text_mapping.h"

namespace ui {

namespace {

constexpr qsizetype kReach = 160; ///< units that may have vanished or come at one place
constexpr qsizetype kEnough = 4; ///< equal units that are taken for the same text

/// The end of `before` is enough as well: what comes behind it is new.
bool isSameFrom(QStringView before, QStringView after)
{
    return after.startsWith(before.first(qMin(kEnough, before.size())));
}

struct Skip
{
    qsizetype before = 0;
    qsizetype after = 0;
};

/// The shortest way past a difference; what vanished is likelier than what came.
Skip nextSame(QStringView before, QStringView after)
{
    for (qsizetype both = 1; both <= kReach; ++both) {
        for (qsizetype come = 0; come <= both; ++come) {
            const qsizetype gone = both - come;
            if (gone < before.size() && come < after.size()
                && isSameFrom(before.sliced(gone), after.sliced(come)))
                return {gone, come};
        }
    }
    return {before.size(), 0};
}

} // namespace

int mappedOffset(QStringView before, QStringView after, int offset)
{
    const qsizetype wanted = qMin<qsizetype>(offset, before.size());
    qsizetype from = 0;
    qsizetype to = 0;
    while (from < wanted && to < after.size()) {
        if (before[from] == after[to]) {
            ++from;
            ++to;
            continue;
        }
        const Skip skip = nextSame(before.sliced(from), after.sliced(to));
        if (from + skip.before > wanted)
            break; // the place was in what vanished
        from += skip.before;
        to += skip.after;
    }
    return int(to);
}

} // namespace ui
