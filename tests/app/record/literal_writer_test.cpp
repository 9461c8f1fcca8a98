// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/literal_writer.h"

#include "app/record/curl_script.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class LiteralWriterTest : public QObject
{
    Q_OBJECT
private slots:
    void textStaysText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("literal");
        QTest::newRow("plain") << u"Grüße 你好 😀"_s << u"\"Grüße 你好 😀\""_s;
        QTest::newRow("quotes") << u"a\"b\\c'"_s << u"\"a\\\"b\\\\c'\""_s;
        QTest::newRow("lines") << u"a\nb\rc\t"_s << u"\"a\\nb\\u000dc\\u0009\""_s;
        QTest::newRow("controls") << u"\u001b\u007f\u009b"_s << u"\"\\u001b\\u007f\\u009b\""_s;
        QTest::newRow("directions") << u"\u202e\u2028\ufeff"_s << u"\"\\u202e\\u2028\\ufeff\""_s;
    }
    void textStaysText()
    {
        QFETCH(QString, text);
        QTEST(LiteralWriter::text(text), "literal");
    }

    void valuesOfBothLanguages()
    {
        const QJsonObject value{{u"a"_s, QJsonArray{1, 0.5, true, QJsonValue::Null}},
                                {u"b"_s, QJsonObject()},
                                {u"c"_s, QJsonArray()}};
        const LiteralWriter python(LiteralWriter::Language::Python);
        QCOMPARE(python.value(value, 0),
                 u"{\n    \"a\": [\n        1,\n        0.5,\n        True,\n"
                 "        None,\n    ],\n    \"b\": {},\n    \"c\": [],\n}"_s);
        const LiteralWriter javaScript(LiteralWriter::Language::JavaScript);
        QVERIFY(javaScript.value(value, 0).contains(u"true,\n        null,"_s));
        QCOMPARE(javaScript.value(QJsonObject{{u"__proto__"_s, 1}}, 0),
                 u"{\n    [\"__proto__\"]: 1,\n}"_s);
    }

    void aTextCanBecomeAnExpression()
    {
        const LiteralWriter writer(LiteralWriter::Language::Python, [](const QString &text) {
            return text == "x"_L1 ? u"f(1)"_s : QString();
        });
        QCOMPARE(writer.value(QJsonArray{u"x"_s, u"y"_s}, 0), u"[\n    f(1),\n    \"y\",\n]"_s);
    }

    void wordsOfAShell_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("plain") << "a b $c `d` !e"_ba
                               << "'a b $c `d` !e'"_ba;
        QTest::newRow("quote") << "it's"_ba
                               << "'it'\\''s'"_ba;
        QTest::newRow("DEL") << "a\x7f"
                                "b"_ba
                             << "'a'\"$(printf '\\177')\"'b'"_ba;
        QTest::newRow("CSI of the upper range") << "a\xc2\x9b"
                                                   "b"_ba
                                                << "'a'\"$(printf '\\302\\233')\"'b'"_ba;
        QTest::newRow("line feed") << "a\nb"_ba
                                   << "'a b'"_ba;
    }
    void wordsOfAShell()
    {
        QFETCH(QByteArray, text);
        QTEST(shellWord(text), "word");
    }
};

QTEST_APPLESS_MAIN(LiteralWriterTest)
#include "literal_writer_test.moc"
