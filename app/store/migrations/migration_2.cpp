// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_2.h"

namespace app {

namespace {
constexpr const char *kMigration2[] = {
    "ALTER TABLE chunks ADD COLUMN call INTEGER",
    "ALTER TABLE chunks ADD COLUMN call_part BLOB",

    R"(CREATE TABLE queued_prompts (
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        images BLOB NOT NULL,
        PRIMARY KEY (conversation, position)
    ) STRICT, WITHOUT ROWID)",
};
} // namespace

std::span<const char *const> migration2()
{
    return kMigration2;
}

} // namespace app
