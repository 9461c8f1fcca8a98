// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_10.h"

namespace app {

namespace {
constexpr const char *kTokenStatements[] = {
    R"(CREATE TABLE token_logprobs (
        message INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        packed BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX token_logprobs_by_conversation ON token_logprobs(conversation)",
};
} // namespace

std::span<const char *const> migration10()
{
    return kTokenStatements;
}

} // namespace app
