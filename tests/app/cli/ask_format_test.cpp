// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_process.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"

#include <QJsonArray>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSchema = R"({"type":"json_schema","json_schema":{"name":"person","strict":true,
    "schema":{"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"}},
              "required":["name","age"],"additionalProperties":false}}})";

} // namespace

/// `diptych-cli ask --response-format`: the answer is held against it.
class AskFormatTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;

    int ask(CliProcess &cli, const QByteArray &format, const QStringList &more) const
    {
        return cli.run(QStringList{u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(),
                                   u"--model"_s, u"m"_s, u"--response-format"_s,
                                   cli.file(u"format.json"_s, format), u"Who?"_s}
                       + more);
    }
    void answer(const QByteArray &text, const QByteArray &reason = "stop")
    {
        m_server.setScripts("/chat/completions",
                            {stream({tests::text(text), finish(reason), kDone})});
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init() { m_server.forgetRequests(); }

    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("code");
        QTest::addColumn<QJsonValue>("valid");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *format, const char *text, int code,
                            const QJsonValue &valid, const char *says,
                            const char *reason = "stop") {
            QTest::newRow(name) << QByteArray(format) << QByteArray(text) << QByteArray(reason)
                                << code << valid << QByteArray(says);
        };
        constexpr auto kObject = R"({"type":"json_object"})";
        constexpr auto kRemote =
            R"({"type":"json_schema","json_schema":{"name":"n","schema":{"$ref":"http://x/y"}}})";
        row("fits", kSchema, R"({"name":"Ada","age":36})", 0, true, "");
        row("missing", kSchema, R"({"name":"Ada"})", 8, false, "/: “age” is missing");
        row("type", kSchema, R"({"name":"Ada","age":"36"})", 8, false,
            "/age: the type is wrong: this is string");
        row("words", kSchema, "No.", 8, false, "there is no JSON in it");
        row("cut", kSchema, R"({"name":"A)", 8, false,
            "the token limit cut the JSON at line 1, column 11", "length");
        row("broken", kSchema, R"({"name":x})", 8, false, "broken JSON at line 1, column 9");
        row("not to be checked", kRemote, "{}", 8, QJsonValue::Null,
            "the schema refers to http://x/y, which is never fetched");
        row("an object", kObject, "{}", 0, true, "");
        row("no object", kObject, "[]", 8, false, "it is JSON, but not an object");
    }
    void verdicts()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        QFETCH(int, code);
        QFETCH(QJsonValue, valid);
        QFETCH(QByteArray, says);
        answer(text, reason);
        CliProcess cli;
        QCOMPARE(ask(cli, format, {}), code);
        QCOMPARE(cli.output().trimmed(), text);
        QVERIFY2(cli.errors().contains(says), cli.errors().constData());

        QCOMPARE(ask(cli, format, {u"--json"_s}), code);
        const QJsonObject json = cli.json()["format"_L1].toObject();
        QCOMPARE(json["valid"_L1], valid);
        QCOMPARE(json["errors"_L1].toArray().isEmpty(), valid != QJsonValue(false));
        QCOMPARE(json["reason"_L1].isString(), valid.isNull());
    }

    void failuresArePointers()
    {
        answer(R"({"name":1,"age":36,"x":2})");
        CliProcess cli;
        QCOMPARE(ask(cli, kSchema, {u"--json"_s}), 8);
        QStringList found;
        const QJsonArray errors = cli.json()["format"_L1]["errors"_L1].toArray();
        for (const QJsonValue &error : errors)
            found.append(error["path"_L1].toString() + u' ' + error["keyword"_L1].toString());
        found.sort();
        QCOMPARE(found, (QStringList{u"/name type"_s, u"/x additionalProperties"_s}));
    }

    void whatIsNoSchemaIsNotSent()
    {
        CliProcess cli;
        QCOMPARE(
            ask(cli,
                R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"text"}}})",
                {}),
            2);
        QVERIFY2(cli.errors().contains("not a valid schema"), cli.errors().constData());
        QVERIFY2(cli.errors().contains("/type"), cli.errors().constData());
        QVERIFY(m_server.requests().isEmpty());
    }

    void withoutAFormatNothingIsSaid()
    {
        answer("Hello");
        CliProcess cli;
        QCOMPARE(cli.run({u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(), u"--model"_s,
                          u"m"_s, u"--json"_s, u"Hello"_s}),
                 0);
        QVERIFY(!cli.json().contains("format"_L1));
    }

    void anErrorKeepsItsCode()
    {
        m_server.setScripts("/chat/completions", {json(R"({"error":{"message":"no"}})", 401)});
        CliProcess cli;
        QCOMPARE(ask(cli, kSchema, {u"--json"_s}), 3);
        QVERIFY(cli.json()["format"_L1]["valid"_L1].isNull());
    }

    void theDemoAnswersByTheSchema()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"ask"_s, u"--provider"_s, u"demo"_s, u"--model"_s, u"diptych/json"_s,
                          u"--json"_s, u"--response-format"_s, cli.file(u"format.json"_s, kSchema),
                          u"Who?"_s}),
                 0);
        QCOMPARE(cli.json()["format"_L1]["valid"_L1], QJsonValue(true));
    }
};

QTEST_GUILESS_MAIN(AskFormatTest)
#include "ask_format_test.moc"
