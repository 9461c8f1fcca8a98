// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/compare/compare_lane.h"
#include "app/cli/compare/prompts_file.h"

namespace app {

/// One answer that is asked for: what a line of the results is about.
struct CompareCell
{
    qsizetype prompt = 0;
    int lane = 0;
    int coordinates = 0; ///< in ComparePlan::grid
    int repeat = 0; ///< from 0

    bool operator==(const CompareCell &) const = default;
};

/// Everything that a comparison asks: each prompt of each lane, at all coordinates, so many times.
struct ComparePlan
{
    QList<CompareLane> lanes;
    QList<QJsonObject> grid{QJsonObject()};
    int repeat = 1;
    PromptsFile prompts;

    /// Answers of one lane to one prompt.
    [[nodiscard]] int perPrompt() const { return int(grid.size()) * repeat; }
    /// Answers of one lane.
    [[nodiscard]] qsizetype perLane() const { return prompts.size() * perPrompt(); }
    [[nodiscard]] qsizetype size() const { return perLane() * lanes.size(); }
    /// Answers in the order of the prompts, within one in that of the lanes.
    [[nodiscard]] qsizetype indexOf(const CompareCell &cell) const;
    [[nodiscard]] CompareCell at(qsizetype index) const;
    /// The answers of one lane in the order in which they are asked for.
    [[nodiscard]] CompareCell ofLane(int lane, qsizetype number) const;

    /// What makes it this comparison and no other; kept beside the results.
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace app
