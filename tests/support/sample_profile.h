// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/store.h"

namespace tests {

/// What a profile is filled with. The same values give the same profile, ids apart.
struct SampleProfile
{
    int conversations = 40;
    qint64 nowMs = 0; ///< the newest conversation changed then; the others lie before it
    int longConversation = 0; ///< messages of one conversation that is made besides; 0: none
};

/// Fills a store with conversations as they come about in use: one, two and three lanes, branches
/// (retries, edited prompts), answers with Markdown, code and tables, reasoning, images, usage and
/// recipes, and a draft. Blocks until all of it is written.
[[nodiscard]] app::Result<void> fillProfile(app::Store &store, const SampleProfile &profile);

} // namespace tests
