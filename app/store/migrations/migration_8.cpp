// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_8.h"

namespace app {

namespace {
constexpr const char *kExchangeTables[] = {
    R"(CREATE TABLE exchanges (
        run INTEGER PRIMARY KEY REFERENCES runs(id) ON DELETE CASCADE,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        facts BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX exchanges_by_conversation ON exchanges(conversation)",

    R"(CREATE TABLE raw_streams (
        id INTEGER PRIMARY KEY,
        run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        total_bytes INTEGER NOT NULL,
        packed BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX raw_streams_by_run ON raw_streams(run)",
    "CREATE INDEX raw_streams_by_conversation ON raw_streams(conversation)",

    "CREATE INDEX runs_by_start ON runs(started_ms)",

    R"(CREATE TABLE past_costs (
        day TEXT NOT NULL,
        provider_id TEXT NOT NULL,
        provider_name TEXT NOT NULL,
        model TEXT NOT NULL,
        answers INTEGER NOT NULL,
        said_usd REAL NOT NULL,
        computed_usd REAL NOT NULL,
        computed INTEGER NOT NULL,
        prompt_tokens INTEGER NOT NULL,
        cached_tokens INTEGER NOT NULL,
        completion_tokens INTEGER NOT NULL,
        reasoning_tokens INTEGER NOT NULL,
        PRIMARY KEY (day, provider_id, model)
    ) STRICT, WITHOUT ROWID)",
    R"(CREATE TRIGGER runs_leave_costs AFTER DELETE ON runs
    WHEN old.cost_usd BETWEEN 0 AND 1000000 BEGIN
        INSERT INTO past_costs VALUES (
            date(old.started_ms / 1000, 'unixepoch', 'localtime'),
            old.provider_id, old.provider_name, old.model, 1,
            iif(old.cost_computed, 0.0, old.cost_usd), iif(old.cost_computed, old.cost_usd, 0.0),
            old.cost_computed, ifnull(old.prompt_tokens, 0), ifnull(old.cached_tokens, 0),
            ifnull(old.completion_tokens, 0), ifnull(old.reasoning_tokens, 0))
        ON CONFLICT (day, provider_id, model) DO UPDATE SET
            provider_name = excluded.provider_name,
            answers = answers + 1,
            said_usd = said_usd + excluded.said_usd,
            computed_usd = computed_usd + excluded.computed_usd,
            computed = computed + excluded.computed,
            prompt_tokens = prompt_tokens + excluded.prompt_tokens,
            cached_tokens = cached_tokens + excluded.cached_tokens,
            completion_tokens = completion_tokens + excluded.completion_tokens,
            reasoning_tokens = reasoning_tokens + excluded.reasoning_tokens;
    END)",
};
} // namespace

std::span<const char *const> migration8()
{
    return kExchangeTables;
}

} // namespace app
