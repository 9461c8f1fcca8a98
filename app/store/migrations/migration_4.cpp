// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_4.h"

namespace app {

namespace {
constexpr const char *kLaneStatements[] = {
    "ALTER TABLE lanes ADD COLUMN detached INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE lanes ADD COLUMN width INTEGER NOT NULL DEFAULT 1000",
    "ALTER TABLE conversations ADD COLUMN same_settings INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE queued_prompts ADD COLUMN lane INTEGER",

    R"(CREATE TABLE lane_drafts (
        lane INTEGER PRIMARY KEY REFERENCES lanes(id) ON DELETE CASCADE,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        images BLOB NOT NULL
    ) STRICT)",
};
} // namespace

std::span<const char *const> migration4()
{
    return kLaneStatements;
}

} // namespace app
