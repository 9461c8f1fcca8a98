// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/conversation_table.h"

#include "app/store/record_names.h"
#include "app/store/stored_json.h"
#include "app/store/tables/search_table.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
const QString kConversationColumns =
    u"id, title, created_ms, changed_ms, lane_count, unread, hidden, pinned, tags, "
    "same_settings, blind_mode, ceiling_usd"_s;
constexpr int kToErase = 2; ///< in the column `hidden`

ConversationSummary summaryOf(const Row &row)
{
    return {.id = row.id<ConversationId>(0),
            .title = row.text(1),
            .createdMs = row.integer(2),
            .changedMs = row.integer(3),
            .laneCount = row.number(4),
            .unread = row.flag(5),
            .hidden = row.flag(6),
            .pinned = row.flag(7),
            .tags = stringsOf(row.bytes(8)),
            .sameSettings = row.flag(9),
            .blindMode = blindModeOf(row.text(10)),
            .ceilingUsd = row.isNull(11) ? std::nullopt : std::optional(row.real(11))};
}
} // namespace

Result<void> putConversation(Database &database, const ConversationSummary &summary)
{
    // lane_count follows the lanes (see lane_table).
    return database
        .run(u"INSERT INTO conversations (id, title, created_ms, changed_ms, unread, hidden, "
             "pinned, tags, same_settings, blind_mode, ceiling_usd) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
             "ON CONFLICT (id) DO UPDATE SET title = excluded.title, "
             "created_ms = excluded.created_ms, changed_ms = excluded.changed_ms, "
             "unread = excluded.unread, hidden = excluded.hidden, "
             "pinned = excluded.pinned, tags = excluded.tags, "
             "same_settings = excluded.same_settings, blind_mode = excluded.blind_mode, "
             "ceiling_usd = excluded.ceiling_usd"_s,
             {sql(summary.id), sql(summary.title), sql(summary.createdMs), sql(summary.changedMs),
              sql(summary.unread), sql(summary.hidden), sql(summary.pinned),
              sql(storedJson(summary.tags)), sql(summary.sameSettings),
              sql(storedName(summary.blindMode)), sql(summary.ceilingUsd)})
        .and_then([&] { return indexTitle(database, summary.id, summary.title); });
}

Result<QList<ConversationSummary>> listConversations(Database &database)
{
    QList<ConversationSummary> list;
    const auto read = database.rows(u"SELECT %1 FROM conversations AS c WHERE hidden = 0 AND ("
                                    "EXISTS (SELECT 1 FROM messages WHERE conversation = c.id) OR "
                                    "EXISTS (SELECT 1 FROM drafts WHERE conversation = c.id) OR "
                                    "EXISTS (SELECT 1 FROM lane_drafts WHERE conversation = c.id)) "
                                    "ORDER BY changed_ms DESC, id DESC"_s.arg(kConversationColumns),
                                    {}, [&](const Row &row) { list.append(summaryOf(row)); });
    if (!read)
        return fail(read.error());
    return list;
}

Result<ConversationSummary> readConversation(Database &database, ConversationId id)
{
    std::optional<ConversationSummary> summary;
    const auto read = database.rows(
        u"SELECT %1 FROM conversations WHERE id = ? AND hidden <> ?"_s.arg(kConversationColumns),
        {sql(id), sql(kToErase)}, [&](const Row &row) { summary = summaryOf(row); });
    if (!read)
        return fail(read.error());
    if (!summary)
        return fail(ErrorKind::NotFound, u"no conversation %1"_s.arg(id.value()));
    return *summary;
}

Result<void> markToErase(Database &database, ConversationId id)
{
    return database
        .run(u"UPDATE conversations SET hidden = ? WHERE id = ?"_s, {sql(kToErase), sql(id)})
        .and_then([&] {
            // They stay, and say at once that it is gone.
            return database.run(u"UPDATE votes SET conversation = NULL WHERE conversation = ?"_s,
                                {sql(id)});
        });
}

Result<QList<ConversationId>> conversationsToErase(Database &database)
{
    QList<ConversationId> marked;
    const auto read =
        database.rows(u"SELECT id FROM conversations WHERE hidden = ?"_s, {sql(kToErase)},
                      [&](const Row &row) { marked.append(row.id<ConversationId>(0)); });
    if (!read)
        return fail(read.error());
    return marked;
}

Result<void> eraseConversation(Database &database, ConversationId id)
{
    return database.run(u"DELETE FROM conversations WHERE id = ?"_s, {sql(id)});
}

Result<void> eraseEmptyConversations(Database &database, qint64 createdBefore)
{
    return database.run(
        u"DELETE FROM conversations WHERE created_ms < ? "
        "AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation = conversations.id) "
        "AND NOT EXISTS (SELECT 1 FROM drafts WHERE conversation = conversations.id) "
        "AND NOT EXISTS (SELECT 1 FROM lane_drafts WHERE conversation = conversations.id)"_s,
        {sql(createdBefore)});
}

} // namespace app
