// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_7.h"

namespace app {

namespace {
constexpr const char *kBlindModeStatements[] = {
    "ALTER TABLE conversations ADD COLUMN blind_mode TEXT NOT NULL DEFAULT 'off'",
    "ALTER TABLE conversations ADD COLUMN ceiling_usd REAL",
};
} // namespace

std::span<const char *const> migration7()
{
    return kBlindModeStatements;
}

} // namespace app
