// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_6.h"

namespace app {

namespace {
constexpr const char *kTagStatements[] = {
    "ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN tags BLOB NOT NULL DEFAULT x'5b5d'", // []
};
} // namespace

std::span<const char *const> migration6()
{
    return kTagStatements;
}

} // namespace app
