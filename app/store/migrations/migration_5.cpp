// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_5.h"

namespace app {

namespace {
constexpr const char *kVoteTables[] = {
    R"(CREATE TABLE votes (
        id INTEGER PRIMARY KEY,
        round INTEGER NOT NULL UNIQUE,
        conversation INTEGER REFERENCES conversations(id) ON DELETE SET NULL,
        outcome TEXT NOT NULL,
        winner INTEGER,
        blind INTEGER NOT NULL,
        tags BLOB NOT NULL,
        voted_ms INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX votes_by_conversation ON votes(conversation)",

    R"(CREATE TABLE vote_sides (
        vote INTEGER NOT NULL REFERENCES votes(id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        turn INTEGER NOT NULL,
        lane INTEGER NOT NULL,
        letter INTEGER NOT NULL,
        provider_id TEXT NOT NULL,
        provider_name TEXT NOT NULL,
        model TEXT NOT NULL,
        settings BLOB NOT NULL,
        UNIQUE (vote, place)
    ) STRICT)",

    R"(CREATE TABLE blind_rounds (
        round INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        lanes BLOB NOT NULL,
        revealed_ms INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX blind_rounds_by_conversation ON blind_rounds(conversation)",
};
} // namespace

std::span<const char *const> migration5()
{
    return kVoteTables;
}

} // namespace app
