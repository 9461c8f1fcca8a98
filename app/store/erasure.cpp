// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/erasure.h"

#include "app/store/tables/blob_table.h"
#include "app/store/tables/conversation_table.h"
#include "app/store/tables/message_table.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 kYoungBlobMs = 24 * 60 * 60 * 1000;
/// A picture has some megabytes: this many pages at a time are enough.
constexpr int kMostBlobs = 4;
/// Of a long answer they are as large.
constexpr int kMostTokenRows = 4;

Result<qint64> changedRows(Database &database)
{
    return database.single(u"SELECT changes()"_s).map([](const QVariant &count) {
        return count.toLongLong();
    });
}

/// Rows without text of their own. What belongs to a run goes with it.
Result<qint64> eraseRows(Database &database, const QString &table, ConversationId conversation,
                         int most = Erasure::kMostRows)
{
    return database
        .run(u"DELETE FROM %1 WHERE rowid IN "
             "(SELECT rowid FROM %1 WHERE conversation = ? ORDER BY rowid DESC LIMIT ?)"_s.arg(
                 table),
             {sql(conversation), sql(most)})
        .and_then([&] { return changedRows(database); });
}

} // namespace

Result<void> Erasure::load(Database &database)
{
    const auto marked = conversationsToErase(database);
    if (!marked)
        return fail(marked.error());
    m_conversations.assign(marked->cbegin(), marked->cend());
    m_marked.insert(marked->cbegin(), marked->cend());
    return {};
}

void Erasure::begin(ConversationId conversation)
{
    if (m_marked.insert(conversation).second)
        m_conversations.push_back(conversation);
}

bool Erasure::contains(ConversationId conversation) const
{
    return m_marked.contains(conversation);
}

Result<Erasure::Progress> Erasure::step(Database &database)
{
    if (m_conversations.empty() && !m_mayHaveUnusedBlobs)
        return Progress::Nothing;
    const bool isOfConversation = !m_conversations.empty();
    Left left = Left::Something;
    const auto done = database.inTransaction([&] {
        return (isOfConversation ? eraseSome(database, m_conversations.front())
                                 : eraseSomeBlobs(database))
            .map([&](Left now) { left = now; });
    });
    if (!done)
        return fail(done.error());
    // Not before it is committed: what was rolled back is still to be erased.
    if (left == Left::Nothing) {
        if (isOfConversation)
            m_conversations.pop_front();
        m_mayHaveUnusedBlobs = isOfConversation;
    }
    return Progress::Begun;
}

Result<Erasure::Left> Erasure::eraseSomeBlobs(Database &database)
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch() - kYoungBlobMs;
    return eraseUnusedBlobs(database, before, kMostBlobs)
        .and_then([&] { return changedRows(database); })
        .map([](qint64 rows) { return rows > 0 ? Left::Something : Left::Nothing; });
}

/// The first table that still has rows of it gives some of them; the conversation goes last.
Result<Erasure::Left> Erasure::eraseSome(Database &database, ConversationId conversation)
{
    const auto some = [](const Result<qint64> &rows) {
        return rows.map([](qint64) { return Left::Something; });
    };
    const auto tokens = eraseRows(database, u"token_logprobs"_s, conversation, kMostTokenRows);
    if (!tokens || *tokens > 0)
        return some(tokens);
    // Newest first: a message that goes takes all below it along.
    const auto messages = eraseNewestMessages(database, conversation, kMostRows, kMostBytes);
    if (!messages || *messages > 0)
        return some(messages);
    for (const QString &table : {u"raw_streams"_s, u"runs"_s, u"turns"_s, u"rounds"_s}) {
        const auto rows = eraseRows(database, table, conversation);
        if (!rows || *rows > 0)
            return some(rows);
    }
    const auto blobs = eraseBlobsOnlyUsedBy(database, conversation, kMostBlobs);
    if (!blobs || *blobs > 0)
        return some(blobs);
    return eraseConversation(database, conversation).map([] { return Left::Nothing; });
}

} // namespace app
