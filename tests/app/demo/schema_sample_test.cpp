// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/schema_sample.h"

#include "tests/support/schema_breach.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

// The samples are written with single quotes, to be read.
QJsonObject parsed(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).object();
}

} // namespace

class SchemaSampleTest : public QObject
{
    Q_OBJECT
private slots:
    void fitsTheSchema_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("object") << QByteArray(
            "{'type':'object','properties':{'city':{'type':'string'},"
            "'days':{'type':'integer','minimum':2,'maximum':9}},'required':['city',"
            "'days'],'additionalProperties':false}");
        QTest::newRow("nested") << QByteArray(
            "{'type':'object','properties':{'list':{'type':'array','minItems':3,"
            "'items':{'type':'object','properties':{'a':{'type':'boolean'}},"
            "'required':['a']}}},'required':['list']}");
        QTest::newRow("enum") << QByteArray("{'type':'string','enum':['b','c']}");
        QTest::newRow("const") << QByteArray("{'const':{'k':[1]}}");
        QTest::newRow("reference")
            << QByteArray("{'$ref':'#/definitions/a~1b','definitions':{'a/b':{'type':'integer',"
                          "'minimum':7}}}");
        QTest::newRow("all of") << QByteArray("{'allOf':[{'type':'object','required':['a']},"
                                              "{'properties':{'a':{'type':'null'}}}]}");
        QTest::newRow("any of") << QByteArray("{'anyOf':[{'type':'integer'},{'type':'null'}]}");
        QTest::newRow("one of") << QByteArray("{'oneOf':[{'type':'boolean'},{'type':'null'}]}");
        QTest::newRow("nullable") << QByteArray("{'type':['null','string']}");
        QTest::newRow("lengths") << QByteArray("{'type':'string','minLength':30,'maxLength':31}");
        QTest::newRow("short") << QByteArray("{'type':'string','maxLength':2}");
        QTest::newRow("negative") << QByteArray("{'type':'integer','maximum':-3}");
        QTest::newRow("excluded") << QByteArray(
            "{'type':'integer','exclusiveMinimum':4,'exclusiveMaximum':6}");
        QTest::newRow("between") << QByteArray(
            "{'type':'number','exclusiveMinimum':0.1,'exclusiveMaximum':0.2}");
        QTest::newRow("multiple") << QByteArray("{'type':'integer','multipleOf':5,'minimum':11}");
        QTest::newRow("tuple") << QByteArray(
            "{'type':'array','items':{'type':'number'},'minItems':2,'maxItems':2}");
        QTest::newRow("required only") << QByteArray("{'required':['x']}");
        QTest::newRow("empty") << QByteArray("{}");
    }

    void fitsTheSchema()
    {
        QFETCH(QByteArray, schema);
        const QJsonObject object = parsed(schema);
        const QJsonValue value = sampleOf(object);
        QCOMPARE(schemaBreach(object, value), QString());
        QCOMPARE(schemaBreach(object, sampleOf(object, u"words of the prompt"_s)), QString());
    }

    void textsFollowTheirFormatAndWords()
    {
        const QJsonObject date{{u"type"_s, u"string"_s}, {u"format"_s, u"date"_s}};
        QCOMPARE(sampleOf(date).toString(), u"2026-01-31"_s);
        const QJsonObject text{{u"type"_s, u"string"_s}};
        QCOMPARE(sampleOf(text, u"Rome"_s).toString(), u"Rome"_s);
        const QJsonObject named{{u"properties"_s, QJsonObject{{u"title"_s, text}}}};
        QCOMPARE(sampleOf(named).toObject().value("title"_L1).toString(), u"example of title"_s);
    }

    void recursionEnds()
    {
        const QJsonObject self{{u"$ref"_s, u"#"_s}};
        QVERIFY(!sampleOf(self).isUndefined());
        const QJsonObject tree{{u"type"_s, u"object"_s},
                               {u"required"_s, QJsonArray{u"child"_s}},
                               {u"properties"_s, QJsonObject{{u"child"_s, self}}}};
        QVERIFY(sampleOf(tree).toObject().contains("child"_L1));
    }

    void aSchemaThatIsNoneGivesSomething()
    {
        const QJsonObject odd{{u"$ref"_s, 7},
                              {u"type"_s, 5},
                              {u"properties"_s, QJsonArray()},
                              {u"required"_s, QJsonObject()}};
        QVERIFY(sampleOf(odd).isObject());
    }
};

QTEST_GUILESS_MAIN(SchemaSampleTest)
#include "schema_sample_test.moc"
