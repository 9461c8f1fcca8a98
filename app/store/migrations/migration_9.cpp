// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_9.h"

namespace app {

namespace {
constexpr const char *kLaneToolsStatements[] = {
    "ALTER TABLE lanes ADD COLUMN tools BLOB",
};
} // namespace

std::span<const char *const> migration9()
{
    return kLaneToolsStatements;
}

} // namespace app
