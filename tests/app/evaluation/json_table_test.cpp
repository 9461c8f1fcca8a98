// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/json_table.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class JsonTableTest : public QObject
{
    Q_OBJECT

    static QStringList rows(const JsonTable &table)
    {
        QStringList rows;
        for (const JsonTableRow &row : table.rows) {
            QString text = row.path + (row.differs ? u" !"_s : u" ="_s);
            for (const QString &cell : row.cells)
                text += u' ' + (cell.isNull() ? u"-"_s : cell);
            rows.append(text);
        }
        return rows;
    }

private slots:
    void tables_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *name, const QStringList &texts, const QStringList &rows) {
            QTest::newRow(name) << texts << rows;
        };
        row("the same", {uR"({"a":1,"b":"x"})"_s, uR"({"b":"x","a":1.0})"_s},
            {u"/a = 1 1"_s, uR"(/b = "x" "x")"_s});
        row("a value differs", {uR"({"a":1})"_s, uR"({"a":2})"_s, uR"({"a":1})"_s},
            {u"/a ! 1 2 1"_s});
        row("a member lacks", {uR"({"a":1,"b":2})"_s, uR"({"a":1})"_s},
            {u"/a = 1 1"_s, u"/b ! 2 -"_s});
        row("lists by number", {u"[1,2]"_s, u"[1]"_s}, {u"/0 = 1 1"_s, u"/1 ! 2 -"_s});
        row("deeper", {uR"({"a":{"b/c":[{}]}})"_s, uR"({"a":{"b/c":[{}]}})"_s},
            {u"/a/b~1c/0 = {} {}"_s});
        row("of two kinds", {uR"({"a":{"b":1}})"_s, uR"({"a":[1]})"_s}, {uR"(/a ! {"b":1} [1])"_s});
        row("in a fence", {u"Here:\n```json\n[1]\n```\n"_s, u"[1]"_s}, {u"/0 = 1 1"_s});
        row("one is no JSON", {u"[1]"_s, u"No."_s, u"[1]"_s}, {u"/0 = 1 - 1"_s});
        row("none is", {u"No."_s, u"Yes."_s}, {});
    }
    void tables()
    {
        QFETCH(QStringList, texts);
        const JsonTable table = jsonTable(texts);
        QTEST(rows(table), "rows");
        QCOMPARE(table.differing, std::ranges::count_if(table.rows, &JsonTableRow::differs));
    }

    void longTablesAreCut()
    {
        QString list = u"[0"_s;
        for (qsizetype i = 0; i < kMostJsonRows + 5; ++i)
            list += u",0"_s;
        const JsonTable table = jsonTable({list + u']', u"[]"_s});
        QVERIFY(table.rows.size() <= kMostJsonRows);
        const JsonTable both = jsonTable({list + u']', list + u']'});
        QCOMPARE(both.rows.size(), kMostJsonRows);
        QVERIFY(both.isCut);
    }

    void aSpreadsheetGetsAllOfIt()
    {
        const JsonTable table = jsonTable({uR"({"a":"x,y"})"_s, uR"({"a":"=1"})"_s});
        QCOMPARE(jsonTableCsv(table, {u"A"_s, u"B"_s}),
                 "path,A,B,differs\r\n/a,\"\"\"x,y\"\"\",\"\"\"=1\"\"\",true\r\n");
    }
};

QTEST_GUILESS_MAIN(JsonTableTest)
#include "json_table_test.moc"
