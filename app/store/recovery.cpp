// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/recovery.h"

#include "app/base/log.h"
#include "app/store/storage_error.h"
#include "app/store/stored_json.h"
#include "app/store/tables/conversation_table.h"
#include "app/store/tables/message_table.h"
#include "app/store/tables/prompt_table.h"
#include "app/store/tables/search_table.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {
// Parents before children; the search tables are made from these.
constexpr std::array kTables{
    "conversations"_L1,  "lanes"_L1,       "rounds"_L1,     "turns"_L1,         "runs"_L1,
    "recipes"_L1,        "messages"_L1,    "chunks"_L1,     "drafts"_L1,        "lane_drafts"_L1,
    "queued_prompts"_L1, "blobs"_L1,       "votes"_L1,      "vote_sides"_L1,    "blind_rounds"_L1,
    "exchanges"_L1,      "raw_streams"_L1, "past_costs"_L1, "token_logprobs"_L1};

Result<QStringList> columnsOf(Database &database, const QString &table)
{
    QStringList columns;
    const auto read = database.rows(u"SELECT name FROM pragma_table_info(?)"_s, {sql(table)},
                                    [&](const Row &row) { columns.append(row.text(0)); });
    if (!read)
        return fail(read.error());
    return columns;
}

/// What the rows of a table lie in the order of: its key where it has no rowid.
Result<QStringList> orderOf(Database &database, const QString &table)
{
    QStringList columns;
    const auto read = database.rows(
        u"SELECT name FROM pragma_table_info(?) WHERE pk > 0 AND "
        "(SELECT wr FROM pragma_table_list WHERE name = ?) ORDER BY pk"_s,
        {sql(table), sql(table)}, [&](const Row &row) { columns.append(row.text(0)); });
    if (!read)
        return fail(read.error());
    return columns.isEmpty() ? QStringList{u"rowid"_s} : columns;
}

/// The cells of a row as they can be bound again: an empty blob is read like a NULL.
QVariantList cells(const Row &row)
{
    QVariantList values;
    for (int i = 0; i < row.columnCount(); ++i) {
        const QVariant value = row.value(i);
        const bool isBlob = !row.isNull(i) && value.typeId() == QMetaType::QByteArray;
        values.append(isBlob ? sql(value.toByteArray()) : value);
    }
    return values;
}

/// Copies the rows of one table.
class TableCopy
{
public:
    TableCopy(Database &damaged, Database &fresh, const QString &table, const QStringList &columns,
              QStringList order)
        : m_damaged(damaged), m_fresh(fresh), m_table(table), m_columns(columns.join(u", ")),
          m_order(std::move(order))
    {
        const QStringList marks(columns.size(), u"?"_s);
        m_insert =
            u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, m_columns, marks.join(u", "));
    }

    /// Both ends, so that damage in the middle costs the middle only.
    Result<void> run()
    {
        const bool whole = pass(u" ASC"_s);
        if (!whole)
            pass(u" DESC"_s);
        return m_failure ? Result<void>(fail(*m_failure)) : Result<void>();
    }

private:
    /// Whether it reached the end.
    bool pass(const QString &direction)
    {
        const QString order = m_order.join(direction + u", "_s) + direction;
        const auto read = m_damaged.rowsUntil(
            u"SELECT %1 FROM %2 NOT INDEXED ORDER BY %3"_s.arg(m_columns, m_table, order), {},
            [&](const Row &row) {
                const auto inserted = m_fresh.run(m_insert, cells(row));
                // A row that breaks a constraint is damaged itself; a full disk is another matter.
                if (!inserted && inserted.error().code == kDiskFull)
                    m_failure = inserted.error();
                return m_failure ? Database::Next::Stop : Database::Next::Go;
            });
        return read.has_value();
    }

    Database &m_damaged;
    Database &m_fresh;
    QString m_table;
    QString m_columns;
    QStringList m_order;
    QString m_insert;
    std::optional<Error> m_failure;
};

Result<void> copyTables(Database &damaged, Database &fresh)
{
    for (const QLatin1StringView table : kTables) {
        auto columns = columnsOf(fresh, table);
        if (!columns)
            return fail(columns.error());
        // A file of an older version may lack some.
        if (const auto there = columnsOf(damaged, table); there && !there->isEmpty())
            columns->removeIf([&](const QString &column) { return !there->contains(column); });
        const auto order = orderOf(fresh, table);
        if (!order)
            return fail(order.error());
        if (const auto copied = TableCopy(damaged, fresh, table, *columns, *order).run(); !copied)
            return copied;
    }
    return {};
}

Result<void> mendReferences(Database &fresh)
{
    return fresh
        .run(u"INSERT OR IGNORE INTO conversations (id, title, created_ms, changed_ms, unread, "
             "hidden) SELECT conversation, '', min(created_ms), max(created_ms), 0, 0 "
             "FROM messages GROUP BY conversation"_s)
        .and_then([&] {
            return fresh.run(u"UPDATE messages SET parent = NULL WHERE parent IS NOT NULL "
                             "AND parent NOT IN (SELECT id FROM messages)"_s);
        })
        .and_then([&]() -> Result<void> {
            for (const QLatin1StringView table :
                 {"lanes"_L1, "rounds"_L1, "turns"_L1, "runs"_L1, "recipes"_L1, "drafts"_L1,
                  "lane_drafts"_L1, "queued_prompts"_L1, "blind_rounds"_L1}) {
                const auto run = fresh.run(u"DELETE FROM %1 WHERE conversation NOT IN "
                                           "(SELECT id FROM conversations)"_s.arg(table));
                if (!run)
                    return run;
            }
            return {};
        })
        .and_then([&] {
            return fresh.run(u"DELETE FROM recipes WHERE run NOT IN (SELECT id FROM runs)"_s);
        })
        .and_then([&]() -> Result<void> {
            for (const QLatin1StringView table : {"exchanges"_L1, "raw_streams"_L1}) {
                const auto run = fresh.run(
                    u"DELETE FROM %1 WHERE run NOT IN (SELECT id FROM runs)"_s.arg(table));
                if (!run)
                    return run;
            }
            return {};
        })
        .and_then([&] {
            return fresh.run(
                u"DELETE FROM token_logprobs WHERE message NOT IN (SELECT id FROM messages)"_s);
        })
        .and_then([&] {
            return fresh.run(u"DELETE FROM vote_sides WHERE vote NOT IN (SELECT id FROM votes)"_s);
        })
        .and_then([&] {
            return fresh.run(u"UPDATE votes SET conversation = NULL WHERE conversation NOT IN "
                             "(SELECT id FROM conversations)"_s);
        })
        .and_then([&] {
            return fresh.run(
                u"DELETE FROM chunks WHERE message NOT IN (SELECT id FROM messages)"_s);
        });
}

/// Uses and search text are made from the rows: writing each once more does both.
Result<void> rebuildWhatIsDerived(Database &fresh)
{
    QList<ConversationId> ids;
    const auto read = fresh.rows(u"SELECT id FROM conversations"_s, {},
                                 [&](const Row &row) { ids.append(row.id<ConversationId>(0)); });
    if (!read)
        return read;
    for (const ConversationId id : std::as_const(ids)) {
        const auto summary = readConversation(fresh, id);
        const auto draft = readDraft(fresh, id);
        const auto laneDrafts = readLaneDrafts(fresh, id);
        const auto queue = readQueue(fresh, id);
        const auto messages = readMessages(fresh, id);
        if (!summary || !draft || !laneDrafts || !queue || !messages)
            continue;
        auto done = putConversation(fresh, *summary)
                        .and_then([&] { return putDraft(fresh, id, *draft); })
                        .and_then([&] { return putQueue(fresh, id, *queue); });
        for (const auto &[lane, written] : laneDrafts->asKeyValueRange()) {
            if (done)
                done = putLaneDraft(fresh, id, lane, written);
        }
        for (const Message &message : *messages) {
            if (done)
                done = putMessage(fresh, id, message);
        }
        if (!done)
            return done;
    }
    return {};
}

QString asidePath(const QString &path, const QString &stamp)
{
    const QFileInfo file(path);
    return u"%1/%2-damaged-%3.%4"_s.arg(file.path(), file.completeBaseName(), stamp, file.suffix());
}

Result<void> writeWhatIsLeft(const QString &newPath, const QString &damagedPath,
                             std::span<const Migration> steps)
{
    const auto created = Database::open(newPath, Database::Mode::ReadWrite);
    if (!created)
        return fail(created.error());
    QFile::setPermissions(newPath, QFile::ReadOwner | QFile::WriteOwner);
    Database &fresh = **created;
    if (const auto migrated = migrate(fresh, steps); !migrated)
        return migrated;
    const auto damaged = Database::open(damagedPath, Database::Mode::Damaged);
    if (!damaged) {
        qCWarning(logStore, "nothing could be read from the damaged store");
        return {};
    }
    return fresh.inTransaction([&] {
        return copyTables(**damaged, fresh)
            .and_then([&] { return mendReferences(fresh); })
            .and_then([&] { return foldInterrupted(fresh); })
            .and_then([&] { return rebuildWhatIsDerived(fresh); });
    });
}
} // namespace

Result<QString> setAside(const QString &path, const QString &stamp)
{
    const QString aside = asidePath(path, stamp);
    // The log holds the newest rows and is found by its name. It is copied, so that the one thing
    // that moves is the file.
    if (QFile::exists(path + u"-wal"_s) && !QFile::copy(path + u"-wal"_s, aside + u"-wal"_s))
        return fail(storageError(kReadOnly, u"cannot set the log of %1 aside"_s.arg(path)));
    if (!QFile::rename(path, aside)) {
        QFile::remove(aside + u"-wal"_s);
        return fail(storageError(kReadOnly, u"cannot set %1 aside"_s.arg(path)));
    }
    removeLog(path);
    return aside;
}

QString newestSetAside(const QString &path)
{
    const QFileInfo file(asidePath(path, u"*"_s));
    const QStringList oldestFirst =
        file.dir().entryList({file.fileName()}, QDir::Files, QDir::Name);
    return oldestFirst.isEmpty() ? QString() : file.dir().filePath(oldestFirst.constLast());
}

void removeLog(const QString &path)
{
    for (const QLatin1StringView end : {"-wal"_L1, "-shm"_L1})
        QFile::remove(path + end);
}

Result<void> recoverInto(const QString &newPath, const QString &damagedPath,
                         std::span<const Migration> steps)
{
    const QString unfinished = newPath + u"-unfinished"_s;
    for (const QLatin1StringView end : {""_L1, "-journal"_L1}) // of an attempt that was killed
        QFile::remove(unfinished + end);
    if (const auto written = writeWhatIsLeft(unfinished, damagedPath, steps); !written)
        return written;
    QFile::remove(newPath);
    if (!QFile::rename(unfinished, newPath))
        return fail(storageError(kReadOnly, u"cannot make %1"_s.arg(newPath)));
    return {};
}

} // namespace app
