// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_reader.h"

#include "app/store/store_writer.h"
#include "app/store/tables/blob_table.h"
#include "app/store/tables/conversation_table.h"
#include "app/store/tables/cost_table.h"
#include "app/store/tables/exchange_table.h"
#include "app/store/tables/lane_table.h"
#include "app/store/tables/message_table.h"
#include "app/store/tables/prompt_table.h"
#include "app/store/tables/recipe_table.h"
#include "app/store/tables/run_table.h"
#include "app/store/tables/search_table.h"
#include "app/store/tables/token_table.h"
#include "app/store/tables/vote_table.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
Result<ConversationRecord> readAll(Database &database, ConversationId id)
{
    ConversationRecord record;
    const auto into = [](auto &member) {
        return [&member](auto value) { member = std::move(value); };
    };
    const auto read =
        readConversation(database, id)
            .map(into(record.summary))
            .and_then([&] { return readLanes(database, id).map(into(record.lanes)); })
            .and_then([&] { return readRounds(database, id).map(into(record.rounds)); })
            .and_then([&] { return readTurns(database, id).map(into(record.turns)); })
            .and_then([&] { return readRuns(database, id).map(into(record.runs)); })
            .and_then([&] { return readMessages(database, id).map(into(record.messages)); })
            .and_then([&] { return readDraft(database, id).map(into(record.draft)); })
            .and_then([&] { return readLaneDrafts(database, id).map(into(record.laneDrafts)); })
            .and_then([&] { return readQueue(database, id).map(into(record.queue)); })
            .and_then([&] { return readBlindRounds(database, id).map(into(record.blindRounds)); })
            .and_then([&] { return readVotes(database, id).map(into(record.votes)); })
            .and_then(
                [&] { return messagesWithTokens(database, id).map(into(record.withTokens)); });
    if (!read)
        return fail(read.error());
    return record;
}
} // namespace

void StoreReader::close()
{
    m_database.reset();
}

/// In one read transaction: all statements see the same moment.
template <typename T>
Result<T> StoreReader::read(const std::function<Result<T>(Database &)> &work)
{
    if (!m_database) {
        auto opened = m_writer.openForReading();
        if (!opened)
            return fail(opened.error());
        m_database = *std::move(opened);
    }
    if (const auto begun = m_database->run(u"BEGIN"_s); !begun)
        return fail(begun.error());
    Result<T> result = work(*m_database);
    (void)m_database->run(u"COMMIT"_s); // of a transaction that only read
    if (!result)
        m_writer.noteDamage(result.error());
    return result;
}

Result<QList<ConversationSummary>> StoreReader::conversations()
{
    return read<QList<ConversationSummary>>(listConversations);
}

Result<ConversationRecord> StoreReader::conversation(ConversationId id)
{
    return read<ConversationRecord>([&](Database &database) { return readAll(database, id); });
}

Result<Recipe> StoreReader::recipe(RunId id)
{
    return read<Recipe>([&](Database &database) { return readRecipe(database, id); });
}

Result<StoredRun> StoreReader::storedRun(RunId id)
{
    return read<StoredRun>([&](Database &database) { return readStoredRun(database, id); });
}

Result<RawStream> StoreReader::rawStream(RunId id)
{
    return read<RawStream>([&](Database &database) { return readRawStream(database, id); });
}

Result<TokenLogprobs> StoreReader::tokens(MessageId id)
{
    return read<TokenLogprobs>([&](Database &database) { return readTokens(database, id); });
}

Result<QList<RunLine>> StoreReader::newestRuns(int most)
{
    return read<QList<RunLine>>([&](Database &database) { return readNewestRuns(database, most); });
}

Result<CostTable> StoreReader::costs(qint64 sinceMs)
{
    return read<CostTable>([&](Database &database) { return readCosts(database, sinceMs); });
}

Result<QList<Vote>> StoreReader::votes()
{
    return read<QList<Vote>>([](Database &database) { return readVotes(database); });
}

Result<QByteArray> StoreReader::blob(const QByteArray &sha256)
{
    return read<QByteArray>([&](Database &database) { return readBlob(database, sha256); });
}

Result<QList<ConversationId>> StoreReader::search(const QString &words,
                                                  const std::function<bool()> &isStale)
{
    return read<QList<ConversationId>>(
        [&](Database &database) { return searchConversations(database, words, isStale); });
}

} // namespace app
