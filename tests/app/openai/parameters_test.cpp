// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/parameters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class ParametersTest : public QObject
{
    Q_OBJECT
private slots:
    void namesAreUniqueAndFound()
    {
        QSet<QString> names;
        for (const ParameterSpec &spec : parameterTable()) {
            names.insert(QString(spec.name));
            QCOMPARE(findParameter(QString(spec.name)), &spec);
            QVERIFY(spec.minimum <= spec.maximum);
            QVERIFY(takesParameter(Dialect::Unknown, spec));
        }
        QCOMPARE(qsizetype(parameterTable().size()), names.size());
        QCOMPARE(findParameter(u"no such"), nullptr);
    }

    void dialectsTakeWhatTheyKnow()
    {
        const auto takes = [](Dialect dialect, QStringView name) {
            return takesParameter(dialect, *findParameter(name));
        };
        QVERIFY(takes(Dialect::OpenAi, u"temperature"));
        QVERIFY(!takes(Dialect::OpenAi, u"top_k"));
        QVERIFY(takes(Dialect::DeepInfra, u"fail_fast"));
        QVERIFY(!takes(Dialect::Vllm, u"fail_fast"));
        QVERIFY(!takes(Dialect::Ollama, u"n"));
        QVERIFY(!takes(Dialect::OpenRouter, u"service_tier"));
    }

    void parses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json"); // empty: refused

        const auto row = [](const QString &name, const QString &text, const QByteArray &json) {
            QTest::addRow("%s=%s", qPrintable(name), qPrintable(text)) << name << text << json;
        };
        row(u"temperature"_s, u"0"_s, "0");
        row(u"temperature"_s, u"2"_s, "2");
        row(u"temperature"_s, u"2.01"_s, "");
        row(u"temperature"_s, u"-0.1"_s, "");
        row(u"temperature"_s, u"warm"_s, "");
        row(u"temperature"_s, u"nan"_s, "");
        row(u"top_p"_s, u"0"_s, "");
        row(u"top_p"_s, u"0.01"_s, "0.01");
        row(u"min_p"_s, u"0"_s, "0");
        row(u"top_k"_s, u"1000"_s, "");
        row(u"repetition_penalty"_s, u"0"_s, "");
        row(u"presence_penalty"_s, u"-2"_s, "-2");
        row(u"max_tokens"_s, u"10000000"_s, "10000000");
        row(u"max_tokens"_s, u"0"_s, "");
        row(u"max_tokens"_s, u"1.5"_s, "");
        row(u"n"_s, u"5"_s, "");
        row(u"seed"_s, u"9007199254740993"_s, "9007199254740993");
        row(u"seed"_s, u"9223372036854775807"_s, "9223372036854775807");
        row(u"seed"_s, u"-9223372036854775808"_s, "-9223372036854775808");
        row(u"seed"_s, u"9223372036854775808"_s, "");
        row(u"seed"_s, u"18446744073709551615"_s, "");
        row(u"stop"_s, u"END"_s, R"(["END"])");
        row(u"stop"_s, uR"(["a","b"])"_s, R"(["a","b"])");
        row(u"stop"_s, uR"(["a","b","c","d","e"])"_s, "");
        row(u"stop_token_ids"_s, u"[1,2]"_s, "[1,2]");
        row(u"stop_token_ids"_s, u"[1.5]"_s, "");
        row(u"service_tier"_s, u"flex"_s, R"("flex")");
        row(u"service_tier"_s, u"auto"_s, "");
        row(u"reasoning_effort"_s, u"none"_s, R"("none")");
        row(u"tool_choice"_s, u"required"_s, R"("required")");
        row(u"tool_choice"_s, uR"({"type":"function"})"_s, R"({"type":"function"})");
        row(u"fail_fast"_s, u"true"_s, "true");
        row(u"fail_fast"_s, u"yes"_s, "");
        row(u"user"_s, u"7"_s, R"("7")");
        row(u"tools"_s, uR"([{"type":"function","function":{"name":"f"}}])"_s,
            R"([{"function":{"name":"f"},"type":"function"}])");
        row(u"tools"_s, uR"([{"type":"function","function":{}}])"_s, "");
        row(u"response_format"_s, uR"({"type":"json_object"})"_s, R"({"type":"json_object"})");
        row(u"response_format"_s, uR"({"type":"json_schema"})"_s, "");
        row(u"response_format"_s, u"text"_s, "");
        row(u"chat_template_kwargs"_s, uR"({"enable_thinking":false})"_s,
            R"({"enable_thinking":false})");
        row(u"nonsense"_s, u"1"_s, "");
    }
    void parses()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QByteArray, json);
        const auto value = parseParameter(name, text);
        QCOMPARE(value.has_value(), !json.isEmpty());
        if (!value) {
            QCOMPARE(value.error().kind, ErrorKind::InvalidRequest);
            QCOMPARE(value.error().param, name);
            QVERIFY(value.error().message.contains(name));
            return;
        }
        QCOMPARE(QJsonDocument(QJsonArray{*value}).toJson(QJsonDocument::Compact),
                 "[" + json + "]");
    }

    void aRangeOfWholeNumbersIsToldInDigits()
    {
        const auto value = parseParameter(u"seed", u"18446744073709551615"_s);
        QVERIFY(!value);
        QCOMPARE(value.error().message,
                 u"seed must be a whole number from -9223372036854775808 to 9223372036854775807"_s);
    }
};

QTEST_GUILESS_MAIN(ParametersTest)
#include "parameters_test.moc"
