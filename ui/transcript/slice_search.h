// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/find_query.h"
#include "ui/transcript/slice.h"

#include <vector>

namespace ui {

/// A place where a query is found. It ends in a later slice where its paragraph, code or table was
/// cut in the middle of it.
struct SliceHit
{
    SlicePosition from;
    SlicePosition to;
    bool inReasoning = false;

    bool operator==(const SliceHit &) const = default;
};

/// All of a message, in reading order.
[[nodiscard]] QList<SliceHit> hitsIn(const std::vector<Slice> &slices, const FindQuery &query);
/// What one of its slices shows of them, in units of its text.
[[nodiscard]] QList<FindQuery::Match> hitsShown(const std::vector<Slice> &slices, int number,
                                                const FindQuery &query);

} // namespace ui
