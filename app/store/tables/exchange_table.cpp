// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/exchange_table.h"

#include "app/store/record_names.h"
#include "app/store/stored_json.h"
#include "app/store/tables/message_table.h"
#include "app/store/tables/recipe_table.h"
#include "app/store/tables/run_table.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace app {

namespace {

Result<void> readPlace(Database &database, StoredRun &stored)
{
    const auto read =
        database.rows(u"SELECT r.conversation, c.title FROM runs AS r JOIN conversations AS c "
                      "ON c.id = r.conversation WHERE r.id = ? AND c.hidden < 2"_s,
                      {sql(stored.run.id)}, [&](const Row &row) {
                          stored.conversation = row.id<ConversationId>(0);
                          stored.conversationTitle = row.text(1);
                      });
    if (read && !stored.conversation)
        return fail(ErrorKind::NotFound, u"no run %1"_s.arg(stored.run.id.value()));
    return read;
}

Result<void> readRequest(Database &database, StoredRun &stored)
{
    const auto recipe = readRecipe(database, stored.run.id);
    if (!recipe)
        return recipe.error().kind == ErrorKind::NotFound ? Result<void>() : fail(recipe.error());
    stored.recipe = *recipe;
    stored.isPathWhole = true;
    for (const Recipe::Ref &ref : recipe->messages) {
        if (!stored.path.isEmpty() && stored.path.constLast().id == ref.message)
            continue; // the results of one message of calls
        const auto message = readMessage(database, ref.message);
        if (message)
            stored.path.append(*message);
        else if (message.error().kind != ErrorKind::NotFound)
            return fail(message.error());
        else
            stored.isPathWhole = false;
    }
    return {};
}

Result<void> readExchange(Database &database, StoredRun &stored)
{
    return database
        .rows(u"SELECT facts FROM exchanges WHERE run = ?"_s, {sql(stored.run.id)},
              [&](const Row &row) { stored.exchange = exchangeFromJson(objectOf(row.bytes(0))); })
        .and_then([&] {
            return database.rows(u"SELECT total_bytes FROM raw_streams WHERE run = ? LIMIT 1"_s,
                                 {sql(stored.run.id)},
                                 [&](const Row &row) { stored.rawBytes = row.integer(0); });
        });
}

Result<void> readReplies(Database &database, StoredRun &stored)
{
    QList<MessageId> ids;
    const auto read = database.rows(
        u"SELECT id FROM messages WHERE conversation = ? AND run = ? ORDER BY choice, id"_s,
        {sql(stored.conversation), sql(stored.run.id)},
        [&](const Row &row) { ids.append(row.id<MessageId>(0)); });
    if (!read)
        return read;
    for (const MessageId id : std::as_const(ids)) {
        const auto reply = readMessage(database, id);
        if (!reply)
            return fail(reply.error());
        stored.replies.append(*reply);
    }
    return {};
}

/// The round of the run, and of every message that it speaks of.
Result<void> readVeil(Database &database, StoredRun &stored)
{
    QSet<RoundId> veiled;
    const auto read = database.rows(
        u"SELECT round FROM blind_rounds WHERE conversation = ? AND revealed_ms = 0"_s,
        {sql(stored.conversation)}, [&](const Row &row) { veiled.insert(row.id<RoundId>(0)); });
    if (!read || veiled.isEmpty())
        return read;
    for (const QList<Message> &messages : {stored.path, stored.replies}) {
        for (const Message &message : messages)
            stored.isVeiled = stored.isVeiled || veiled.contains(message.round);
    }
    const auto round =
        database.single(u"SELECT round FROM turns WHERE id = ?"_s, {sql(stored.run.turn)});
    if (!round)
        return fail(round.error());
    stored.isVeiled = stored.isVeiled || veiled.contains(RoundId(round->toLongLong()));
    return {};
}

} // namespace

Result<void> putExchange(Database &database, ConversationId conversation, RunId run,
                         const Exchange &exchange)
{
    return database.run(u"INSERT INTO exchanges (run, conversation, facts) VALUES (?, ?, ?) "
                        "ON CONFLICT (run) DO UPDATE SET facts = excluded.facts"_s,
                        {sql(run), sql(conversation), sql(storedJson(exchangeToJson(exchange)))});
}

Result<void> appendRaw(Database &database, ConversationId conversation, const RawPiece &piece)
{
    return database.run(
        u"INSERT INTO raw_streams (run, conversation, total_bytes, packed) VALUES (?, ?, ?, ?)"_s,
        {sql(piece.run), sql(conversation), sql(piece.totalBytes), sql(packedRaw(piece.bytes))});
}

Result<RawStream> readRawStream(Database &database, RunId run)
{
    std::optional<RawStream> raw;
    const auto read = database.rowsUntil(
        u"SELECT total_bytes, packed FROM raw_streams WHERE run = ? ORDER BY id"_s, {sql(run)},
        [&](const Row &row) {
            if (!raw)
                raw = RawStream{{}, row.integer(0)};
            raw->bytes += unpackedRaw(row.bytes(1));
            return raw->bytes.size() < kMostRawBytes ? Database::Next::Go : Database::Next::Stop;
        });
    if (!read)
        return fail(read.error());
    if (!raw)
        return fail(ErrorKind::NotFound, u"no raw stream of run %1"_s.arg(run.value()));
    return *raw;
}

Result<StoredRun> readStoredRun(Database &database, RunId run)
{
    StoredRun stored;
    stored.run.id = run;
    const auto read =
        readPlace(database, stored)
            .and_then([&] {
                return readRun(database, run).map([&](const Run &found) { stored.run = found; });
            })
            .and_then([&] { return readRequest(database, stored); })
            .and_then([&] { return readExchange(database, stored); })
            .and_then([&] { return readReplies(database, stored); })
            .and_then([&] { return readVeil(database, stored); });
    if (!read)
        return fail(read.error());
    return stored;
}

Result<QList<RunLine>> readNewestRuns(Database &database, int most)
{
    QList<RunLine> lines;
    const auto read = database.rows(
        u"SELECT r.id, r.started_ms, r.model, r.status, c.title FROM runs AS r "
        "JOIN conversations AS c ON c.id = r.conversation LEFT JOIN turns AS t ON t.id = r.turn "
        "LEFT JOIN blind_rounds AS b ON b.round = t.round AND b.revealed_ms = 0 "
        "WHERE c.hidden = 0 AND b.round IS NULL ORDER BY r.started_ms DESC, r.id DESC LIMIT ?"_s,
        {sql(most)}, [&](const Row &row) {
            lines.append({row.id<RunId>(0), row.integer(1), row.text(2), runStatusOf(row.text(3)),
                          row.text(4)});
        });
    if (!read)
        return fail(read.error());
    return lines;
}

} // namespace app
