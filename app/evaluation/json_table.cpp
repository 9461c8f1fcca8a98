// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/json_table.h"

#include "app/evaluation/csv.h"
#include "app/evaluation/json_diff.h"
#include "app/schema/json_text.h"

#include <QJsonObject>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>
#include <set>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString cellText(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    return QString::fromUtf8(compactJson(value));
}

class TableBuilder
{
public:
    explicit TableBuilder(JsonTable &table) : m_table(table) { }

    void visit(const QString &path, const QList<QJsonValue> &values)
    {
        const auto all = [&](auto is) {
            return std::ranges::any_of(values, is)
                   && std::ranges::all_of(values, [&](const QJsonValue &value) {
                          return value.isUndefined() || is(value);
                      });
        };
        const auto isFullObject = [](const QJsonValue &value) {
            return value.isObject() && !value.toObject().isEmpty();
        };
        const auto isFullArray = [](const QJsonValue &value) {
            return value.isArray() && !value.toArray().isEmpty();
        };
        if (all(isFullObject))
            visitObjects(path, values);
        else if (all(isFullArray))
            visitArrays(path, values);
        else
            addRow(path, values);
    }

private:
    void visitObjects(const QString &path, const QList<QJsonValue> &values)
    {
        std::set<QString> names;
        for (const QJsonValue &value : values) {
            for (const QString &name : value.toObject().keys())
                names.insert(name);
        }
        for (QString name : names) {
            QList<QJsonValue> inside;
            for (const QJsonValue &value : values)
                inside.append(value[name]);
            name.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
            visit(path + u'/' + name, inside);
        }
    }

    void visitArrays(const QString &path, const QList<QJsonValue> &values)
    {
        qsizetype longest = 0;
        for (const QJsonValue &value : values)
            longest = std::max(longest, value.toArray().size());
        for (qsizetype i = 0; i < longest && !m_table.isCut; ++i) {
            QList<QJsonValue> inside;
            for (const QJsonValue &value : values)
                inside.append(value.toArray().at(i));
            visit(path + u'/' + QString::number(i), inside);
        }
    }

    void addRow(const QString &path, const QList<QJsonValue> &values)
    {
        if (m_table.rows.size() >= kMostJsonRows) {
            m_table.isCut = true;
            return;
        }
        JsonTableRow row{path, {}, false};
        const QJsonValue *first = nullptr;
        for (qsizetype i = 0; i < values.size(); ++i) {
            row.cells.append(cellText(values.at(i)));
            if (!m_table.isJson.at(i))
                continue;
            row.differs = row.differs || (first && *first != values.at(i));
            first = first ? first : &values.at(i);
        }
        m_table.differing += row.differs ? 1 : 0;
        m_table.rows.append(row);
    }

    JsonTable &m_table;
};

} // namespace

JsonTable jsonTable(const QStringList &texts)
{
    JsonTable table;
    QList<QJsonValue> values;
    for (const QString &text : texts) {
        const auto value = jsonIn(text);
        table.isJson.append(value.has_value());
        values.append(value.value_or(QJsonValue(QJsonValue::Undefined)));
    }
    if (table.isJson.contains(true))
        TableBuilder(table).visit({}, values);
    return table;
}

QFuture<JsonTable> prepareJsonTable(const QStringList &texts)
{
    return QtConcurrent::run(jsonTable, texts);
}

QByteArray jsonTableCsv(const JsonTable &table, const QStringList &names)
{
    QByteArray csv = csvRow(QStringList{u"path"_s} + names + QStringList{u"differs"_s});
    for (const JsonTableRow &row : table.rows) {
        csv += csvRow(QStringList{row.path} + row.cells
                      + QStringList{row.differs ? u"true"_s : u"false"_s});
    }
    return csv;
}

} // namespace app
