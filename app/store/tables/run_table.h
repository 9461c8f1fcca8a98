// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"
#include "app/store/database.h"

// Statements of the table runs.

namespace app {

/// With its recipe, where it has one.
[[nodiscard]] Result<void> putRun(Database &database, ConversationId conversation, const Run &run);
/// Without their recipes.
[[nodiscard]] Result<QList<Run>> readRuns(Database &database, ConversationId conversation);

/// NotFound for an unknown one; without its recipe.
[[nodiscard]] Result<Run> readRun(Database &database, RunId id);

} // namespace app
