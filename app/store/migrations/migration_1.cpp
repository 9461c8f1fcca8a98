// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations/migration_1.h"

namespace app {

namespace {
// "Dipt", so that file(1) and SQLite's tools can tell the file from others.
constexpr const char *kMigration1[] = {
    "PRAGMA application_id = 1147760756",

    R"(CREATE TABLE conversations (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        created_ms INTEGER NOT NULL,
        changed_ms INTEGER NOT NULL,
        lane_count INTEGER NOT NULL DEFAULT 1,
        unread INTEGER NOT NULL,
        hidden INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX conversations_by_change ON conversations(hidden, changed_ms)",

    R"(CREATE TABLE lanes (
        id INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        letter INTEGER NOT NULL,
        provider_id TEXT NOT NULL,
        model TEXT NOT NULL,
        parameters BLOB NOT NULL,
        send_anyway BLOB NOT NULL,
        extra_json BLOB NOT NULL,
        system_prompt TEXT NOT NULL,
        head INTEGER
    ) STRICT)",
    "CREATE INDEX lanes_by_conversation ON lanes(conversation)",

    R"(CREATE TABLE rounds (
        id INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        created_ms INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX rounds_by_conversation ON rounds(conversation)",

    R"(CREATE TABLE turns (
        id INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        round INTEGER NOT NULL,
        lane INTEGER NOT NULL,
        coordinates BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX turns_by_conversation ON turns(conversation)",

    R"(CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        turn INTEGER,
        lane INTEGER,
        provider_id TEXT NOT NULL,
        provider_name TEXT NOT NULL,
        model TEXT NOT NULL,
        model_answered TEXT NOT NULL,
        tier_asked TEXT NOT NULL,
        tier_echoed TEXT,
        status TEXT NOT NULL,
        http_status INTEGER NOT NULL,
        prompt_tokens INTEGER,
        completion_tokens INTEGER,
        total_tokens INTEGER,
        cached_tokens INTEGER,
        cache_write_tokens INTEGER,
        reasoning_tokens INTEGER,
        usage_cost_usd REAL,
        cost_usd REAL,
        cost_computed INTEGER NOT NULL,
        connected_ms INTEGER NOT NULL,
        headers_ms INTEGER NOT NULL,
        first_reasoning_ms INTEGER NOT NULL,
        first_token_ms INTEGER NOT NULL,
        last_token_ms INTEGER NOT NULL,
        total_ms INTEGER NOT NULL,
        retries INTEGER NOT NULL,
        error BLOB,
        response_id TEXT NOT NULL,
        started_ms INTEGER NOT NULL,
        version TEXT NOT NULL
    ) STRICT)",
    "CREATE INDEX runs_by_conversation ON runs(conversation)",

    R"(CREATE TABLE recipes (
        run INTEGER PRIMARY KEY REFERENCES runs(id) ON DELETE CASCADE,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        body BLOB NOT NULL,
        system_prompt TEXT NOT NULL,
        base INTEGER,
        shared INTEGER NOT NULL,
        messages BLOB NOT NULL,
        images BLOB NOT NULL,
        body_sha256 BLOB NOT NULL,
        body_bytes INTEGER NOT NULL
    ) STRICT)",
    "CREATE INDEX recipes_by_conversation ON recipes(conversation)",

    R"(CREATE TABLE messages (
        id INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        parent INTEGER REFERENCES messages(id) ON DELETE CASCADE
            DEFERRABLE INITIALLY DEFERRED,
        role TEXT NOT NULL,
        state TEXT NOT NULL,
        created_ms INTEGER NOT NULL,
        round INTEGER,
        turn INTEGER,
        run INTEGER,
        choice INTEGER NOT NULL,
        continues INTEGER,
        edited INTEGER NOT NULL,
        hidden INTEGER NOT NULL,
        finish_reason TEXT NOT NULL,
        parts BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX messages_by_conversation ON messages(conversation)",
    "CREATE INDEX messages_by_parent ON messages(parent)",
    "CREATE INDEX messages_streaming ON messages(state) WHERE state = 'streaming'",

    R"(CREATE TABLE chunks (
        id INTEGER PRIMARY KEY,
        message INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
        reasoning INTEGER NOT NULL,
        text BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX chunks_by_message ON chunks(message)",

    R"(CREATE TABLE drafts (
        conversation INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        images BLOB NOT NULL
    ) STRICT)",

    R"(CREATE TABLE blobs (
        sha256 TEXT PRIMARY KEY,
        mime_type TEXT NOT NULL,
        created_ms INTEGER NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT)",
    "CREATE INDEX blobs_by_age ON blobs(created_ms, sha256)",

    R"(CREATE TABLE blob_uses (
        conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (conversation, sha256)
    ) STRICT, WITHOUT ROWID)",
    "CREATE INDEX blob_uses_by_blob ON blob_uses(sha256)",

    // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): long statements in several literals
    "CREATE VIRTUAL TABLE message_search USING "
    "fts5(text, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE title_search USING "
    "fts5(text, tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE TRIGGER messages_leave_search AFTER DELETE ON messages BEGIN "
    "DELETE FROM message_search WHERE rowid = old.id; END",
    "CREATE TRIGGER conversations_leave_search AFTER DELETE ON conversations BEGIN "
    "DELETE FROM title_search WHERE rowid = old.id; END",
};
} // namespace

std::span<const char *const> migration1()
{
    return kMigration1;
}

} // namespace app
