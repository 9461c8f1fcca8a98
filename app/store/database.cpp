// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/store/storage_error.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;

namespace app {

namespace {
QString nextConnectionName()
{
    static std::atomic<int> last{0};
    return u"diptych-store-%1"_s.arg(++last);
}

QString optionsOf(Database::Mode mode)
{
    // Half of Qt's own default would do for a window, but diptych-cli may write beside it.
    const QString common = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    switch (mode) {
    case Database::Mode::ReadWrite:
        return common;
    case Database::Mode::ReadOnly:
    case Database::Mode::Damaged:
        return common + u";QSQLITE_OPEN_READONLY"_s;
    case Database::Mode::Immutable:
        return common + u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
    }
    return common;
}

QString nameOf(const QString &path, Database::Mode mode)
{
    if (mode != Database::Mode::Immutable)
        return path;
    return QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded()) + u"?immutable=1"_s;
}
} // namespace

int Row::columnCount() const
{
    return m_query.record().count();
}

QVariant sql(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant sql(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

Database::Database(const QString &connection)
    : m_connection(connection), m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, connection))
{
}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = {}; // removeDatabase() wants the last copy gone
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    std::unique_ptr<Database> database(new Database(nextConnectionName()));
    database->m_database.setConnectOptions(optionsOf(mode));
    database->m_database.setDatabaseName(nameOf(path, mode));
    if (!database->m_database.open())
        return fail(storageError(database->m_database.lastError()));
    if (mode == Mode::Damaged) {
        // SQLite refuses a truncated file whole, unless somebody may be mending its schema.
        if (const auto run = database->run(u"PRAGMA writable_schema = ON"_s); !run)
            return fail(run.error());
    }
    if (const auto read = database->single(u"PRAGMA schema_version"_s); !read)
        return fail(read.error());
    return database;
}

Result<QSqlQuery *> Database::execute(const QString &statement, const QVariantList &values)
{
    auto known = m_statements.find(statement);
    if (known == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(statement))
            return fail(storageError(query.lastError()));
        known = m_statements.emplace(statement, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec()) {
        const Error error = storageError(query.lastError());
        query.finish();
        return fail(error);
    }
    return &query;
}

Result<void> Database::run(const QString &statement, const QVariantList &values)
{
    return rows(statement, values, [](const Row &) {});
}

Result<void> Database::rows(const QString &statement, const QVariantList &values,
                            const std::function<void(const Row &)> &read)
{
    return rowsUntil(statement, values, [&](const Row &row) {
        read(row);
        return Next::Go;
    });
}

Result<void> Database::rowsUntil(const QString &statement, const QVariantList &values,
                                 const std::function<Next(const Row &)> &read)
{
    const auto executed = execute(statement, values);
    if (!executed)
        return fail(executed.error());
    QSqlQuery &query = **executed;
    const Row row(query);
    bool stopped = false;
    while (!stopped && query.next())
        stopped = read(row) == Next::Stop;
    const QSqlError error = query.lastError();
    // An unfinished statement would hold its snapshot, and the WAL could not shrink.
    query.finish();
    if (!stopped && error.isValid())
        return fail(storageError(error));
    return {};
}

Result<QVariant> Database::single(const QString &statement, const QVariantList &values)
{
    QVariant value;
    const auto read = rowsUntil(statement, values, [&](const Row &row) {
        value = row.value(0);
        return Next::Stop;
    });
    if (!read)
        return fail(read.error());
    return value;
}

Result<void> Database::inTransaction(const std::function<Result<void>()> &work)
{
    // IMMEDIATE: a transaction that turns from reading to writing cannot wait for a lock.
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<void> done = work();
    if (done)
        done = run(u"COMMIT"_s);
    if (!done)
        (void)run(u"ROLLBACK"_s); // fails where SQLite has rolled back by itself
    return done;
}

} // namespace app
