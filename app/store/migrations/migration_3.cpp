// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_3.h"

namespace app {

namespace {
constexpr const char *kStatements[] = {
    R"(CREATE TABLE search_pending (
        message INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE
    ) STRICT)",
};
} // namespace

std::span<const char *const> migration3()
{
    return kStatements;
}

} // namespace app
