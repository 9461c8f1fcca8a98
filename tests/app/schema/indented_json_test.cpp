// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schema/indented_json.h"

#include <QTest>

using namespace app;

class IndentedJsonTest : public QObject
{
    Q_OBJECT
private slots:
    void changesWhiteSpaceOnly_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("indented");
        QTest::newRow("members") << QByteArray(R"({"b":1,"a":[true,null]})")
                                 << QByteArray("{\n"
                                               "    \"b\": 1,\n"
                                               "    \"a\": [\n"
                                               "        true,\n"
                                               "        null\n"
                                               "    ]\n"
                                               "}");
        QTest::newRow("a name twice") << QByteArray(R"({"path":"a","path":"b"})")
                                      << QByteArray("{\n"
                                                    "    \"path\": \"a\",\n"
                                                    "    \"path\": \"b\"\n"
                                                    "}");
        QTest::newRow("numbers as written")
            << QByteArray("[1.0, 12345678901234567890,1E400]")
            << QByteArray("[\n    1.0,\n    12345678901234567890,\n    1E400\n]");
        QTest::newRow("signs in strings") << QByteArray("[\"a,b:{[ \\\" \\\\\",  \"\\u0041\"]")
                                          << QByteArray("[\n"
                                                        "    \"a,b:{[ \\\" \\\\\",\n"
                                                        "    \"\\u0041\"\n"
                                                        "]");
        QTest::newRow("empty") << QByteArray("{ \"a\" : [ ] , \"b\":{\r\n} }")
                               << QByteArray("{\n    \"a\": [],\n    \"b\": {}\n}");
        QTest::newRow("already") << QByteArray("[\n    1\n]\n") << QByteArray("[\n    1\n]");
        QTest::newRow("a word") << QByteArray(" null ") << QByteArray("null");
    }
    void changesWhiteSpaceOnly()
    {
        QFETCH(QByteArray, json);
        QTEST(indentedJson(json).value_or("no JSON"), "indented");
    }

    void leavesAloneWhatIsNoWholeJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("It is sunny.");
        QTest::newRow("cut") << QByteArray(R"({"a":1)");
        QTest::newRow("cut in an escape") << QByteArray("[\"a\\");
        QTest::newRow("text behind") << QByteArray("{} {}");
        QTest::newRow("too long") << '[' + QByteArray(kMostIndentedJson, ' ') + ']';
    }
    void leavesAloneWhatIsNoWholeJson()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!indentedJson(text));
    }

    void growsByABoundedFactor()
    {
        const QByteArray deep =
            QByteArray(300, '[') + QByteArray("1,").repeated(40'000) + '1' + QByteArray(300, ']');
        const auto indented = indentedJson(deep);
        QVERIFY(indented);
        QVERIFY2(indented->size() < 40 * deep.size(),
                 qPrintable(QString::number(indented->size())));
    }
};

QTEST_GUILESS_MAIN(IndentedJsonTest)
#include "indented_json_test.moc"
