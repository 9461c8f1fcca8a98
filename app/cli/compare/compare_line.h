// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/compare/compare_plan.h"
#include "app/store/records.h"

namespace app {

/// The line of results.jsonl for one answer.
[[nodiscard]] QJsonObject compareLine(const ComparePlan &plan, const CompareCell &cell,
                                      const Run &run, const RunOutcome &outcome);

} // namespace app
