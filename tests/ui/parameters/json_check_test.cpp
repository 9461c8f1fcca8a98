// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/json_check.h"

#include <QTest>

using namespace Qt::StringLiterals;

class JsonCheckTest : public QObject
{
    Q_OBJECT
private slots:
    void judges_data();
    void judges();
    void saysWhere_data();
    void saysWhere();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void blankIsNothing();
};

using Checker = ui::JsonCheck (*)(const QString &);
Q_DECLARE_METATYPE(Checker)

void JsonCheckTest::judges_data()
{
    QTest::addColumn<Checker>("checker");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problemPart");
    const auto row = [](const char *name, Checker checker, const char *text, const char *part) {
        QTest::newRow(name) << checker << QString::fromUtf8(text) << QString::fromUtf8(part);
    };
    row("a bare word", ui::checkJson, "true", "");
    row("two values", ui::checkJson, "1, 2", "one JSON value");
    row("an object", ui::checkJsonObject, R"({"a":1})", "");
    row("a list for an object", ui::checkJsonObject, "[1]", "braces");
    row("a tool", ui::checkTools, R"([{"type":"function","function":{"name":"f"}}])", "");
    row("tools as an object", ui::checkTools, "{}", "brackets");
    row("a tool without type", ui::checkTools, R"([{"function":{"name":"f"}}])", "Tool 1");
    row("a tool without name", ui::checkTools, R"([{"type":"function","function":{}}])", "no name");
    row("one name twice", ui::checkTools,
        R"([{"type":"function","function":{"name":"f"}},{"type":"function","function":{"name":"f"}}])",
        "called “f”");
    row("a tool with a bad schema", ui::checkTools,
        R"([{"type":"function","function":{"name":"f","parameters":{"type":"dict"}}}])",
        "“dict” is not a type");
    row("a schema", ui::checkSchema,
        R"({"type":"object","properties":{"a":{"type":["string","null"]}},"required":["a"]})", "");
    row("a nested wrong type", ui::checkSchema,
        R"({"type":"object","properties":{"a":{"type":"array","items":{"type":"text"}}}})",
        "The schema.a[]: “text”");
    row("required is no list", ui::checkSchema, R"({"required":true})", "required");
    row("properties are no object", ui::checkSchema, R"({"properties":[]})", "properties");
}

void JsonCheckTest::judges()
{
    QFETCH(Checker, checker);
    QFETCH(QString, text);
    QFETCH(QString, problemPart);
    const ui::JsonCheck check = checker(text);
    QCOMPARE(check.isOk(), problemPart.isEmpty());
    QVERIFY2(check.problem.contains(problemPart), qPrintable(check.problem));
    QCOMPARE(check.value.isUndefined(), !problemPart.isEmpty());
}

void JsonCheckTest::saysWhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("in the second line") << u"{\n  \"a\" 1\n}"_s << 5 << 9;
    QTest::newRow("after letters of several bytes") << u"{\"äöü\": x}"_s << 7 << 10;
    QTest::newRow("not closed") << u"{\"a\": 1"_s << 6 << 7;
}

void JsonCheckTest::saysWhere()
{
    QFETCH(QString, text);
    QFETCH(int, least);
    QFETCH(int, most);
    const ui::JsonCheck check = ui::checkJson(text);
    QVERIFY(!check.isOk());
    QVERIFY2(check.position >= least && check.position <= most,
             qPrintable(QString::number(check.position)));
}

void JsonCheckTest::writesWhatItReads_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("number") << u"0.5"_s;
    QTest::newRow("word") << u"true"_s;
    QTest::newRow("text") << u"\"a \\\"b\\\"\""_s;
    QTest::newRow("object") << u"{\n    \"a\": [\n        1\n    ]\n}"_s;
}

void JsonCheckTest::writesWhatItReads()
{
    QFETCH(QString, text);
    QCOMPARE(ui::jsonText(ui::checkJson(text).value), text);
}

void JsonCheckTest::blankIsNothing()
{
    for (const Checker checker : {Checker(ui::checkJson), Checker(ui::checkJsonObject),
                                  Checker(ui::checkTools), Checker(ui::checkSchema)}) {
        QVERIFY(checker(u" \n"_s).isOk());
        QVERIFY(checker(u" \n"_s).value.isUndefined());
    }
    QVERIFY(ui::jsonText(QJsonValue::Undefined).isEmpty());
}

QTEST_GUILESS_MAIN(JsonCheckTest)
#include "json_check_test.moc"
