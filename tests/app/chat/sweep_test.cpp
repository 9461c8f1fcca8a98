// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/sweep.h"

#include <QJsonArray>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class SweepTest : public QObject
{
    Q_OBJECT
private slots:
    void axes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonArray>("values");
        QTest::newRow("range") << u"temperature=0:1.2:0.3"_s << QJsonArray{0, 0.3, 0.6, 0.9, 1.2};
        QTest::newRow("tenths are tenths")
            << u"temperature=0:0.5:0.1"_s << QJsonArray{0, 0.1, 0.2, 0.3, 0.4, 0.5};
        QTest::newRow("short of the end") << u"temperature=0:1:0.4"_s << QJsonArray{0, 0.4, 0.8};
        QTest::newRow("downwards")
            << u"presence_penalty=1:-1:0.5"_s << QJsonArray{1, 0.5, 0, -0.5, -1};
        QTest::newRow("one") << u"temperature=1:1:0.1"_s << QJsonArray{1};
        QTest::newRow("whole numbers") << u"max_tokens=100:300:100"_s << QJsonArray{100, 200, 300};
        QTest::newRow("list") << u"top_p=0.8, 1"_s << QJsonArray{0.8, 1};
        QTest::newRow("words") << u"reasoning_effort=low,high"_s << QJsonArray{u"low"_s, u"high"_s};
        QTest::newRow("quoted") << u"user=\"a,b\",c"_s << QJsonArray{u"a,b"_s, u"c"_s};
        QTest::newRow("booleans") << u"fail_fast=true,false"_s << QJsonArray{true, false};
    }
    void axes()
    {
        QFETCH(QString, text);
        QFETCH(QJsonArray, values);
        const auto axis = parseSweepAxis(text);
        QVERIFY2(axis, axis ? "" : qPrintable(axis.error().message));
        QCOMPARE(axis->name, text.left(text.indexOf(u'=')));
        QCOMPARE(axis->values.size(), values.size());
        for (qsizetype i = 0; i < values.size(); ++i)
            QCOMPARE(axis->values.at(i), values.at(i)); // equal to the last bit
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no name") << u"0:1:0.1"_s << u"name="_s;
        QTest::newRow("unknown") << u"heat=0:1:0.1"_s << u"heat"_s;
        QTest::newRow("no single value") << u"tools=1,2"_s << u"tools"_s;
        QTest::newRow("no step") << u"temperature=0:1"_s << u"step"_s;
        QTest::newRow("step of zero") << u"temperature=0:1:0"_s << u"zero"_s;
        QTest::newRow("no number") << u"temperature=0:x:0.1"_s << u"x"_s;
        QTest::newRow("not finite") << u"temperature=0:inf:1"_s << u"inf"_s;
        QTest::newRow("out of range") << u"temperature=0:3:1"_s << u"temperature"_s;
        QTest::newRow("too many") << u"temperature=0:2:0.0001"_s << u"1000"_s;
        QTest::newRow("twice") << u"temperature=1,1.0"_s << u"twice"_s;
        QTest::newRow("empty") << u"temperature="_s << u"temperature"_s;
        QTest::newRow("not of the list") << u"service_tier=flex,loud"_s << u"service_tier"_s;
        QTest::newRow("half a token") << u"max_tokens=1:2:0.5"_s << u"max_tokens"_s;
    }
    void refusals()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto axis = parseSweepAxis(text);
        QVERIFY(!axis);
        QCOMPARE(axis.error().kind, ErrorKind::InvalidRequest);
        QVERIFY2(axis.error().message.contains(reason), qPrintable(axis.error().message));
    }

    void aGridHoldsEveryCombination()
    {
        const auto grid =
            sweepGrid({*parseSweepAxis(u"temperature=0:1:1"_s), *parseSweepAxis(u"top_p=0.8,1"_s)});
        QVERIFY(grid);
        const QList<QJsonObject> expected{
            {{u"temperature"_s, 0}, {u"top_p"_s, 0.8}},
            {{u"temperature"_s, 0}, {u"top_p"_s, 1}},
            {{u"temperature"_s, 1}, {u"top_p"_s, 0.8}},
            {{u"temperature"_s, 1}, {u"top_p"_s, 1}},
        };
        QCOMPARE(*grid, expected);
        QCOMPARE(*sweepGrid({}), QList<QJsonObject>{QJsonObject()});
    }

    void aGridHasLimits()
    {
        const SweepAxis axis = *parseSweepAxis(u"temperature=0:2:0.01"_s);
        QVERIFY(!sweepGrid({axis, axis}));
        SweepAxis other = axis;
        other.name = u"presence_penalty"_s;
        QVERIFY(!sweepGrid({axis, other})); // 201 × 201
    }

    void coordinatesTakeThePlaceOfValues()
    {
        const ParameterSet parameters =
            ParameterSet::fromJson({{u"temperature"_s, 1}, {u"seed"_s, 7}});
        const ParameterSet cell = withCoordinates(parameters, {{u"temperature"_s, 0.5}});
        QCOMPARE(cell.toJson(), (QJsonObject{{u"temperature"_s, 0.5}, {u"seed"_s, 7}}));
    }
};

QTEST_GUILESS_MAIN(SweepTest)
#include "sweep_test.moc"
