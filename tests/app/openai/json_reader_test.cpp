// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

QJsonValue build(JsonReader &reader)
{
    switch (reader.kind()) {
    case JsonReader::Kind::Object: {
        QJsonObject object;
        QByteArrayView key;
        for (bool more = reader.enterObject(); more && reader.nextKey(key);) {
            const QString name = QString::fromUtf8(key);
            object.insert(name, build(reader));
        }
        return object;
    }
    case JsonReader::Kind::Array: {
        QJsonArray array;
        for (bool more = reader.enterArray(); more && reader.nextElement();)
            array.append(build(reader));
        return array;
    }
    case JsonReader::Kind::String:
        return QString::fromUtf8(reader.readString());
    case JsonReader::Kind::Number:
        return reader.readNumber().value_or(0);
    case JsonReader::Kind::Boolean:
        return reader.skip() == "true";
    default:
        reader.skip();
        return {};
    }
}

/// Ours takes nothing that Qt does not take, and reads the same. (Qt takes more: ".5", "\x", 01.)
void compare(const QByteArray &json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson("[" + json + "]", &problem);
    JsonReader reader(json);
    const QJsonValue built = build(reader);
    const bool good = reader.atEnd();
    JsonReader passer(json);
    passer.skip();
    QCOMPARE(passer.atEnd(), good);
    if (problem.error == QJsonParseError::IllegalUTF8String)
        return; // ours replaces what is not UTF-8
    QVERIFY2(!good || problem.error == QJsonParseError::NoError, json.constData());
    if (good)
        QCOMPARE(QJsonArray{built}, document.array());
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatQtReads_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"{}",
                                 "[]",
                                 " [ ] ",
                                 "{\"a\":1,\"b\":[true,false,null]}",
                                 "\"\"",
                                 "\"a\\u00e4\\n\\/\"",
                                 "\"\\ud83d\\ude00\"",
                                 "-0.5e+3",
                                 "0",
                                 "01",
                                 "1.",
                                 ".5",
                                 "-",
                                 "1e",
                                 "+1",
                                 "tru",
                                 "nul",
                                 "[1,]",
                                 "[,1]",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{a:1}",
                                 "{\"a\":1,}",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"a",
                                 "[1 2]",
                                 "{\"a\":1 \"b\":2}",
                                 "[",
                                 "]",
                                 "{\"a\":{\"b\":[{}]}}",
                                 "\"a\tb\"",
                                 "[1]x",
                                 "nullnull"})
            QTest::newRow(json) << QByteArray(json);
    }
    void readsWhatQtReads()
    {
        QFETCH(QByteArray, json);
        compare(json);
    }

    void isStrict_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isJson");
        for (const char *good : {"{}", " [ ] ", "0", "-0.5e+3", "\"\\u00e4\"", "[{\"a\":[null]}]"})
            QTest::newRow(good) << QByteArray(good) << true;
        for (const char *bad :
             {"", "01", "1.", ".5", "-", "1e", "+1", "tru", "[1,]", "{\"a\":1,}", "\"\\x\"",
              "\"\\u12\"", "\"\\", "\"a", "\"a\tb\"", "[1]x", "nullnull"})
            QTest::newRow(bad) << QByteArray(bad) << false;
    }
    void isStrict()
    {
        QFETCH(QByteArray, json);
        JsonReader reader(json);
        reader.skip();
        QTEST(reader.atEnd(), "isJson");
    }

    void agreesWithQtOnDamagedInput()
    {
        const QByteArray sample =
            R"({"id":"c","choices":[{"index":0,"delta":{"content":"a\nä"},"x":[1,-2.5e3,null]}]})";
        QRandomGenerator random(1);
        const QByteArray bytes = "{}[]\",:\\ 0eE.-+tfnu";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray damaged = sample;
            for (int i = random.bounded(1, 4); i > 0; --i) {
                const int at = random.bounded(int(damaged.size()));
                if (random.bounded(2) == 0)
                    damaged[at] = bytes[random.bounded(int(bytes.size()))];
                else
                    damaged.remove(at, 1);
            }
            compare(damaged);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void nestsToItsLimit()
    {
        const auto nested = [](int depth) {
            return QByteArray(depth, '[') + QByteArray(depth, ']');
        };
        const QByteArray most = nested(JsonReader::kMaxDepth);
        JsonReader good(most);
        good.skip();
        QVERIFY(good.atEnd());
        const QByteArray tooMany = nested(JsonReader::kMaxDepth + 1);
        JsonReader bad(tooMany);
        bad.skip();
        QVERIFY(bad.hasFailed());
        const QByteArray open(1'000'000, '[');
        JsonReader hostile(open);
        hostile.skip();
        QVERIFY(hostile.hasFailed());
    }

    void textIsAlwaysUtf8()
    {
        const auto read = [](const QByteArray &json) {
            JsonReader reader(json);
            return reader.readString().toByteArray();
        };
        QCOMPARE(read("\"\\ud83d\\ude00\""), QByteArray("😀"));
        QCOMPARE(read("\"\\ud83dx\""), QByteArray("\xEF\xBF\xBDx"));
        QCOMPARE(read("\"\\ude00\""), QByteArray("\xEF\xBF\xBD"));
        QCOMPARE(read("\"a\xFF\""), QByteArray("a\xEF\xBF\xBD"));
        QCOMPARE(read("7"), QByteArray());
    }
};

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "json_reader_test.moc"
