// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/schema_inference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class SchemaInferenceTest : public QObject
{
    Q_OBJECT
private slots:
    void schemas_data()
    {
        QTest::addColumn<QByteArray>("samples"); // a list
        QTest::addColumn<QByteArray>("schema");
        const auto row = [](const char *name, const char *samples, const char *schema) {
            QTest::newRow(name) << QByteArray(samples) << QByteArray(schema);
        };
        row("none", "[]", "{}");
        row("a text", R"(["x"])", R"({"type":"string"})");
        row("whole numbers", "[1, 2]", R"({"type":"integer"})");
        row("a whole one among others", "[1, 2.5]", R"({"type":"number"})");
        row("a time in milliseconds", "[1732950000000]", R"({"type":"integer"})");
        row("null beside a text", R"([null,"x"])", R"({"type":["string","null"]})");
        row("a date", R"(["2026-11-30","2026-02-28"])", R"({"type":"string","format":"date"})");
        row("no date", R"(["2026-11-30","2026-02-30"])", R"({"type":"string"})");
        row("a time", R"(["2026-11-30T05:00:00Z","2026-11-30T05:00:00+01:00"])",
            R"({"type":"string","format":"date-time"})");
        row("a local time", R"(["2026-11-30T05:00:00"])", R"({"type":"string"})");
        row("an object", R"([{"a":1,"b":true}])",
            R"({"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"boolean"}},
                "required":["a","b"],"additionalProperties":false})");
        row("a member that may lack", R"([{"a":1,"b":2},{"a":3}])",
            R"({"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"integer"}},
                "required":["a"],"additionalProperties":false})");
        row("a list", R"([[1],[2,3.5]])", R"({"type":"array","items":{"type":"number"}})");
        row("an empty list", "[[]]", R"({"type":"array","items":{}})");
        row("items of two kinds", R"([[1,"x"]])",
            R"({"type":"array","items":{"type":["string","integer"]}})");
    }
    void schemas()
    {
        QFETCH(QByteArray, samples);
        QFETCH(QByteArray, schema);
        QList<QJsonValue> values;
        const QJsonArray list = QJsonDocument::fromJson(samples).array();
        for (const QJsonValue &value : list)
            values.append(value);
        QCOMPARE(inferSchema(values), QJsonDocument::fromJson(schema).object());
    }

    void aDeepSampleEnds()
    {
        const QByteArray deep = QByteArray(900, '[') + QByteArray(900, ']');
        const QJsonObject schema = inferSchema({QJsonDocument::fromJson(deep).array()});
        QCOMPARE(schema["type"_L1].toString(), u"array"_s);
        QVERIFY(QJsonDocument(schema).toJson().count("items") < 100);
    }
};

QTEST_GUILESS_MAIN(SchemaInferenceTest)
#include "schema_inference_test.moc"
