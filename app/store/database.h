// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>

namespace app {

/// One row of an answer, read by column number.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) { }

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] qint64 integer(int column) const { return value(column).toLongLong(); }
    [[nodiscard]] int number(int column) const { return value(column).toInt(); }
    [[nodiscard]] bool flag(int column) const { return value(column).toBool(); }
    [[nodiscard]] double real(int column) const { return value(column).toDouble(); }
    [[nodiscard]] QString text(int column) const { return value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return value(column).toByteArray(); }
    template <typename Key>
    [[nodiscard]] Key id(int column) const
    {
        return Key(integer(column));
    }
    [[nodiscard]] int columnCount() const;

private:
    const QSqlQuery &m_query;
};

/// What is bound to the question marks of a statement.
template <typename Tag>
[[nodiscard]] QVariant sql(Id<Tag> id) ///< NULL where there is none
{
    return id.isValid() ? QVariant(id.value()) : QVariant();
}
[[nodiscard]] QVariant sql(const QString &text); ///< never NULL
[[nodiscard]] QVariant sql(const QByteArray &bytes); ///< a blob, never NULL
[[nodiscard]] inline QVariant sql(QLatin1StringView name)
{
    return QString(name);
}
[[nodiscard]] inline QVariant sql(qint64 number)
{
    return number;
}
[[nodiscard]] inline QVariant sql(int number)
{
    return number;
}
[[nodiscard]] inline QVariant sql(double number)
{
    return number;
}
[[nodiscard]] inline QVariant sql(bool flag)
{
    return int(flag);
}
template <typename Value>
[[nodiscard]] QVariant sql(const std::optional<Value> &value)
{
    return value ? sql(*value) : QVariant();
}

/// One connection to an SQLite file. Lives and dies on the thread that opened it (a rule of
/// QSqlDatabase). Statements are prepared once and kept. Errors have the code of Store.
class Database
{
public:
    enum class Mode {
        ReadWrite, ///< made when it is not there
        ReadOnly,
        Immutable, ///< nobody writes: works in a folder where SQLite cannot keep its WAL index
        Damaged, ///< for reading what is left, even of a file that is shorter than it should be
    };

    /// Opens and reads the first page, so that what is no database is found here. Waits up to 5 s
    /// for a lock, here and in every later statement.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// One statement without an answer.
    Result<void> run(const QString &statement, const QVariantList &values = {});
    /// Calls `read` for every row. It must not run the same statement again.
    Result<void> rows(const QString &statement, const QVariantList &values,
                      const std::function<void(const Row &)> &read);
    enum class Next { Go, Stop };
    Result<void> rowsUntil(const QString &statement, const QVariantList &values,
                           const std::function<Next(const Row &)> &read);
    /// The only value of the only row; null where there is none.
    Result<QVariant> single(const QString &statement, const QVariantList &values = {});

    /// BEGIN IMMEDIATE … COMMIT, or ROLLBACK when `work` fails or the commit does.
    Result<void> inTransaction(const std::function<Result<void>()> &work);

private:
    explicit Database(const QString &connection);
    Result<QSqlQuery *> execute(const QString &statement, const QVariantList &values);

    QString m_connection;
    QSqlDatabase m_database;
    struct TextHash
    {
        size_t operator()(const QString &text) const { return qHash(text); }
    };
    std::unordered_map<QString, QSqlQuery, TextHash> m_statements;
};

} // namespace app
