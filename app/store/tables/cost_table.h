// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/run_queries.h"

// What runs cost: sums over the tables runs and past_costs. The latter takes over by a trigger what
// a run cost when it is erased: money that was spent stays spent.

namespace app {

/// Of runs that began at that moment or later, and of erased ones of its day and later; 0: of all.
[[nodiscard]] Result<CostTable> readCosts(Database &database, qint64 sinceMs);

} // namespace app
