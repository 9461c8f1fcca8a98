// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/argument_check.h"

#include <QJsonDocument>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;
using Verdict = ArgumentCheck::Verdict;

class ArgumentCheckTest : public QObject
{
    Q_OBJECT
private slots:
    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &schema, const QByteArray &arguments,
                            Verdict verdict, const QString &place = {}) {
            QTest::newRow(name) << schema << arguments << int(verdict) << place;
        };
        const QByteArray city =
            R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"]})";
        row("fits", city, R"({"city":"Rome"})", Verdict::Fits);
        row("missing", city, "{}", Verdict::Misfit, u"city"_s);
        row("nothing at all", city, "", Verdict::Misfit, u"city"_s);
        row("another type", city, R"({"city":3})", Verdict::Misfit, u"string"_s);
        row("one more", city, R"({"city":"Rome","day":1})", Verdict::Fits);
        row("one too many", R"({"properties":{},"additionalProperties":false})", R"({"day":1})",
            Verdict::Misfit, u"day"_s);
        row("no JSON", city, R"({"city":)", Verdict::Misfit);
        row("no object", city, R"(["Rome"])", Verdict::Misfit);
        row("a list of types", R"({"properties":{"a":{"type":["string","null"]}}})",
            R"({"a":null})", Verdict::Fits);
        row("an integer", R"({"properties":{"a":{"type":"integer"}}})", R"({"a":2.0})",
            Verdict::Fits);
        row("no integer", R"({"properties":{"a":{"type":"integer"}}})", R"({"a":2.5})",
            Verdict::Misfit, u"integer"_s);
        row("a choice", R"({"properties":{"a":{"enum":["x","y"]}}})", R"({"a":"y"})",
            Verdict::Fits);
        row("no choice", R"({"properties":{"a":{"enum":["x","y"]}}})", R"({"a":"z"})",
            Verdict::Misfit, u"a"_s);
        row("out of bounds", R"({"properties":{"a":{"maximum":3}}})", R"({"a":4})", Verdict::Misfit,
            u"a"_s);
        row("in an array",
            R"({"properties":{"a":{"items":{"properties":{"b":{"type":"string"}}}}}})",
            R"({"a":[{"b":"x"},{"b":1}]})", Verdict::Misfit, u"a[1].b"_s);
        row("a reference", R"({"properties":{"a":{"$ref":"#/definitions/a"}}})", R"({"a":1})",
            Verdict::Unknown);
        row("a pattern", R"({"properties":{"a":{"type":"string","pattern":"(a+)+$"}}})",
            R"({"a":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"})", Verdict::Unknown);
        row("a misfit beside a reference", R"({"required":["b"],"$ref":"#"})", R"({"a":1})",
            Verdict::Misfit, u"b"_s);
    }

    void verdicts()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, arguments);
        QFETCH(int, verdict);
        QFETCH(QString, place);
        const ArgumentCheck check =
            checkArguments(arguments, QJsonDocument::fromJson(schema).object());
        QCOMPARE(int(check.verdict), verdict);
        QCOMPARE(check.sentence.isEmpty(), check.verdict != Verdict::Misfit);
        QVERIFY2(check.sentence.contains(place), qPrintable(check.sentence));
    }

    /// What nests deeper than anybody reads is not followed to its end.
    void deepNestingIsUnknown()
    {
        QJsonObject schema{{u"type"_s, u"string"_s}};
        QJsonValue value = 1;
        for (int i = 0; i < 100; ++i) {
            schema = {{u"properties"_s, QJsonObject{{u"a"_s, schema}}}};
            value = QJsonObject{{u"a"_s, value}};
        }
        const QByteArray arguments = QJsonDocument(value.toObject()).toJson();
        QCOMPARE(checkArguments(arguments, schema).verdict, Verdict::Unknown);
    }

    void whatIsReadIsIndentedAndHidesNothing()
    {
        QCOMPARE(readableText(R"({"a":1})"), u"{\n    \"a\": 1\n}"_s);
        QCOMPARE(readableText("no JSON"), u"no JSON"_s);
        const QString turned = readableText("{\"a\":\"x\u202ey\"}");
        QVERIFY(!turned.contains(QChar(0x202E)));
        QVERIFY(editableText("{\"a\":\"x\u202ey\"}").contains(QChar(0x202E)));
    }

    void whatIsLongIsCut()
    {
        const QString shown = readableText(QByteArray(5'000'000, 'x'));
        QVERIFY(shown.size() < 25'000);
        QVERIFY(shown.contains(u"5000000"_s));
    }
};

QTEST_GUILESS_MAIN(ArgumentCheckTest)
#include "argument_check_test.moc"
