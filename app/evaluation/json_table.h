// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QStringList>

namespace app {

/// One place of several JSON values, with what each of them has there.
struct JsonTableRow
{
    QString path; ///< a JSON pointer; empty: the whole
    QStringList cells; ///< as JSON, one for each value; null where it has nothing there
    bool differs = false;

    bool operator==(const JsonTableRow &) const = default;
};

/// JSON values side by side, place by place: members of objects by name, items of lists by number,
/// down to what is no object or list in all of them. Values are compared by what they are worth: 1
/// and 1.0 are the same.
struct JsonTable
{
    QList<JsonTableRow> rows;
    QList<bool> isJson; ///< of the texts; a column without any has null cells and does not count
    qsizetype differing = 0; ///< rows
    bool isCut = false; ///< there are more than kMostJsonRows

    bool operator==(const JsonTable &) const = default;
};

inline constexpr qsizetype kMostJsonRows = 20'000;

/// Texts with JSON in them, see jsonIn(). Takes time in proportion to them.
[[nodiscard]] JsonTable jsonTable(const QStringList &texts);
/// The same on a worker.
[[nodiscard]] QFuture<JsonTable> prepareJsonTable(const QStringList &texts);

/// For a spreadsheet; `names` of the columns.
[[nodiscard]] QByteArray jsonTableCsv(const JsonTable &table, const QStringList &names);

} // namespace app
