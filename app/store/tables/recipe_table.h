// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"
#include "app/store/database.h"

// Statements of the table recipes. The messages of a request are nearly those of the request before
// it, so a recipe names a base and how many it shares with it, and holds only the rest. A base is
// always whole itself: reading takes two rows, and ten thousand recipes of one long conversation
// take megabytes instead of gigabytes.

namespace app {

/// The first one of a run stays: others may be based on it.
[[nodiscard]] Result<void> putRecipe(Database &database, ConversationId conversation, RunId run,
                                     const Recipe &recipe);
/// NotFound where the run is unknown or has none.
[[nodiscard]] Result<Recipe> readRecipe(Database &database, RunId run);

} // namespace app
