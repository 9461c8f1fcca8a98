// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/answer_json.h"

#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class AnswerJsonTest : public QObject
{
    Q_OBJECT

    static AnswerJson read(const QByteArray &answer, qsizetype piece)
    {
        AnswerJson json;
        for (qsizetype at = 0; at < answer.size(); at += piece)
            json.append(answer.mid(at, piece));
        json.finish();
        return json;
    }

private slots:
    void theJsonOfAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<JsonOutcome>("outcome");
        const auto row = [](const char *name, const char *answer, const char *json,
                            JsonOutcome outcome) {
            QTest::newRow(name) << QByteArray(answer) << QByteArray(json) << outcome;
        };
        row("alone", "{\"a\":1}", "{\"a\":1}", JsonOutcome::Complete);
        row("space around", "\n {\"a\":1}\n", "\n {\"a\":1}\n", JsonOutcome::Complete);
        row("a list", "[1]", "[1]", JsonOutcome::Complete);
        row("a text", "\"x\"", "\"x\"", JsonOutcome::Complete);
        row("a number", " 12 ", "12", JsonOutcome::Complete);
        row("a word", "true", "true", JsonOutcome::Complete);
        row("in a fence", "```json\n{\"a\":1}\n```", "{\"a\":1}", JsonOutcome::Complete);
        row("between words", "Here it is:\n\n```\n[1]\n```\nAnything else?", "[1]",
            JsonOutcome::Complete);
        row("cut", "{\"a\":", "{\"a\":", JsonOutcome::Cut);
        row("cut in a fence", "```json\n{\"a\":", "{\"a\":", JsonOutcome::Cut);
        row("broken", "{a", "{a", JsonOutcome::Broken);
        row("words behind", "{} I hope so", "{} I hope so", JsonOutcome::Broken);
        row("broken in a fence", "```\n{\"a\"}\n```", "{\"a\"}\n```", JsonOutcome::Broken);
        row("none", "I cannot do that.", "", JsonOutcome::Missing);
        row("nothing", "", "", JsonOutcome::Missing);
        row("two numbers", "12 13", "", JsonOutcome::Missing);
        row("a fence without a line", "see ```x```", "", JsonOutcome::Missing);
    }
    void theJsonOfAnAnswer()
    {
        QFETCH(QByteArray, answer);
        for (const qsizetype piece : {1, 2, 3, 5, 1'000}) {
            const AnswerJson json = read(answer, piece);
            QTEST(jsonOutcome(json), "outcome");
            if (jsonOutcome(json) != JsonOutcome::Broken)
                QTEST(json.outline().text(), "json");
        }
    }

    void formats_data()
    {
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<AnswerFormat>("format");
        using Kind = AnswerFormat::Kind;
        QTest::newRow("not set") << QByteArray("{}") << AnswerFormat{};
        QTest::newRow("text") << QByteArray(R"({"type":"text"})") << AnswerFormat{};
        QTest::newRow("regex") << QByteArray(R"({"type":"regex","regex":"a"})") << AnswerFormat{};
        QTest::newRow("JSON") << QByteArray(R"({"type":"json_object"})")
                              << AnswerFormat{Kind::Json, {}, {}};
        QTest::newRow("llama-server") << QByteArray(R"({"type":"json_object","schema":{}})")
                                      << AnswerFormat{Kind::Schema, {}, "{}"};
        QTest::newRow("schema") << QByteArray(
            R"({"type":"json_schema","json_schema":{"name":"n","schema":{"a":1}}})")
                                << AnswerFormat{Kind::Schema, u"n"_s, "{\"a\":1}"};
        QTest::newRow("bare schema")
            << QByteArray(R"({"type":"json_schema","json_schema":{"type":"object"}})")
            << AnswerFormat{Kind::Schema, {}, "{\"type\":\"object\"}"};
        QTest::newRow("a schema that takes nothing")
            << QByteArray(R"({"type":"json_schema","json_schema":{"name":"n","schema":false}})")
            << AnswerFormat{Kind::Schema, u"n"_s, "false"};
    }
    void formats()
    {
        QFETCH(QByteArray, parameter);
        const QJsonValue value = QJsonDocument::fromJson(parameter).object();
        QTEST(answerFormat(value), "format");
        QCOMPARE(answerFormat(QJsonValue::Undefined), AnswerFormat{});
    }
};

QTEST_GUILESS_MAIN(AnswerJsonTest)
#include "answer_json_test.moc"
