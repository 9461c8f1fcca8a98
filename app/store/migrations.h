// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"

#include <span>

namespace app {

/// One step of the schema. Its number is the file's PRAGMA user_version afterwards. A landed
/// migration is never edited; schema.md describes where all of them together lead.
struct Migration
{
    int number = 0;
    std::span<const char *const> statements;
};

/// In the order of their numbers: 1, 2, …
[[nodiscard]] std::span<const Migration> migrations();
[[nodiscard]] int newestSchema();

[[nodiscard]] Result<int> schemaOf(Database &database);
/// Applies what is missing, in one transaction: all steps or none. Another process may have been
/// quicker; then there is nothing left to do.
[[nodiscard]] Result<void> migrate(Database &database,
                                   std::span<const Migration> steps = migrations());

} // namespace app
