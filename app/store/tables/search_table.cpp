// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/search_table.h"

#include "app/markdown/block_parser.h"
#include "app/markdown/plain_text.h"
#include "app/store/search_text.h"
#include "app/store/tables/conversation_table.h"

#include <QSet>

#include <numeric>

using namespace Qt::StringLiterals;

namespace app {

namespace {
using Found = QSet<ConversationId>;

// Read and indexed in two milliseconds.
constexpr qsizetype kIndexedAtOnce = 32 * 1024;

/// The message and what is below it, without branches that were deleted for themselves.
QString withBranch(const QString &statement)
{
    return u"WITH RECURSIVE branch(id) AS (SELECT ? UNION SELECT m.id FROM messages AS m "
           "JOIN branch ON m.parent = branch.id WHERE m.hidden = 0) "_s
           + statement;
}

QString shownText(const Message &message)
{
    const QByteArray written = textOf(message.parts);
    QString text = message.role == Role::Assistant ? toPlainText(parseMarkdown(written))
                                                   : QString::fromUtf8(written);
    for (const Part &part : message.parts) {
        if (const auto *image = std::get_if<ImagePart>(&part))
            text += u'\n' + image->fileName;
    }
    return text;
}

Result<void> findIn(Database &database, const QString &statement, const QString &phrase,
                    const std::function<bool()> &isStale, Found &found)
{
    return database.rowsUntil(statement, {sql(phrase)}, [&](const Row &row) {
        found.insert(row.id<ConversationId>(0));
        return isStale() ? Database::Next::Stop : Database::Next::Go;
    });
}

Result<Found> conversationsWith(Database &database, const QString &phrase,
                                const std::function<bool()> &isStale)
{
    Found found;
    const auto read =
        findIn(database, u"SELECT rowid FROM title_search WHERE title_search MATCH ?"_s, phrase,
               isStale, found)
            .and_then([&] {
                return findIn(database,
                              u"SELECT m.conversation FROM message_search AS s "
                              "JOIN messages AS m ON m.id = s.rowid "
                              "WHERE message_search MATCH ?"_s,
                              phrase, isStale, found);
            });
    if (!read)
        return fail(read.error());
    if (isStale())
        return fail(ErrorKind::Cancelled);
    return found;
}
} // namespace

Result<void> indexTitle(Database &database, ConversationId conversation, const QString &title)
{
    return database.run(u"DELETE FROM title_search WHERE rowid = ?"_s, {sql(conversation)})
        .and_then([&]() -> Result<void> {
            if (title.isEmpty())
                return {};
            return database.run(u"INSERT INTO title_search (rowid, text) VALUES (?, ?)"_s,
                                {sql(conversation), sql(searchText(title))});
        });
}

bool isIndexedLater(const Message &message)
{
    const auto longer = [](qsizetype size, const Part &part) {
        const auto *text = std::get_if<TextPart>(&part);
        return size + (text ? text->text.size() : 0);
    };
    const auto &parts = message.parts;
    return message.role == Role::Assistant
           && std::accumulate(parts.begin(), parts.end(), qsizetype(0), longer) > kIndexedAtOnce;
}

Result<void> indexMessage(Database &database, const Message &message)
{
    if (!isIndexedLater(message))
        return putSearchText(database, message.id, searchText(shownText(message)));
    return removeFromSearch(database, message.id).and_then([&] {
        return database.run(u"INSERT INTO search_pending (message) VALUES (?)"_s,
                            {sql(message.id)});
    });
}

Result<void> putSearchText(Database &database, MessageId message, const QString &text)
{
    return removeFromSearch(database, message).and_then([&]() -> Result<void> {
        if (text.isEmpty())
            return {};
        return database.run(u"INSERT INTO message_search (rowid, text) VALUES (?, ?)"_s,
                            {sql(message), sql(text)});
    });
}

Result<void> removeFromSearch(Database &database, MessageId message)
{
    return database.run(u"DELETE FROM message_search WHERE rowid = ?"_s, {sql(message)})
        .and_then([&] {
            return database.run(u"DELETE FROM search_pending WHERE message = ?"_s, {sql(message)});
        });
}

Result<void> removeBranchFromSearch(Database &database, MessageId top)
{
    return database
        .run(withBranch(u"DELETE FROM message_search WHERE rowid IN branch"_s), {sql(top)})
        .and_then([&] {
            return database.run(withBranch(u"DELETE FROM search_pending WHERE message IN branch"_s),
                                {sql(top)});
        });
}

Result<void> noteBranchForSearch(Database &database, MessageId top)
{
    return database.run(withBranch(u"INSERT OR IGNORE INTO search_pending (message) "
                                   "SELECT id FROM messages "
                                   "WHERE id IN branch AND state <> 'streaming'"_s),
                        {sql(top)});
}

Result<std::optional<MessageId>> nextToIndex(Database &database)
{
    std::optional<MessageId> next;
    const auto read =
        database.rows(u"SELECT message FROM search_pending ORDER BY message DESC LIMIT 1"_s, {},
                      [&](const Row &row) { next = row.id<MessageId>(0); });
    if (!read)
        return fail(read.error());
    return next;
}

Result<QList<ConversationId>> searchConversations(Database &database, const QString &words,
                                                  const std::function<bool()> &isStale)
{
    const bool everything = words.trimmed().isEmpty();
    std::optional<Found> found;
    for (const QString &phrase : searchPhrases(words)) {
        auto matching = conversationsWith(database, phrase, isStale);
        if (!matching)
            return fail(matching.error());
        found = found ? found->intersect(*matching) : *matching;
    }
    const auto visible = listConversations(database);
    if (!visible)
        return fail(visible.error());
    QList<ConversationId> result;
    for (const ConversationSummary &summary : *visible) {
        if (everything || (found && found->contains(summary.id)))
            result.append(summary.id);
    }
    return result;
}

} // namespace app
