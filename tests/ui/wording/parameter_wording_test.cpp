// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/parameter_wording.h"

#include <QTest>

using namespace Qt::StringLiterals;

class ParameterWordingTest : public QObject
{
    Q_OBJECT
private slots:
    void knownOnesHaveNames_data();
    void knownOnesHaveNames();
    void unknownOnesKeepTheirWireName();
    void everyDialectHasAName();
    void choices();
};

void ParameterWordingTest::knownOnesHaveNames_data()
{
    QTest::addColumn<QString>("wireName");
    QTest::addColumn<QString>("name");
    QTest::newRow("top_p") << u"top_p"_s << u"Top p"_s;
    QTest::newRow("n") << u"n"_s << u"Answers"_s;
    QTest::newRow("stop") << u"stop"_s << u"Stop at"_s;
    QTest::newRow("service_tier") << u"service_tier"_s << u"Service tier"_s;
}

void ParameterWordingTest::knownOnesHaveNames()
{
    QFETCH(QString, wireName);
    const auto wording = ui::parameterWording(wireName);
    QTEST(wording.name, "name");
    QVERIFY(wording.explanation.endsWith(u'.'));
}

void ParameterWordingTest::unknownOnesKeepTheirWireName()
{
    QCOMPARE(ui::parameterWording(u"flux_capacity").name, u"flux_capacity"_s);
    QVERIFY(ui::parameterWording(u"flux_capacity").explanation.isEmpty());
}

void ParameterWordingTest::everyDialectHasAName()
{
    for (int dialect = 0; dialect <= int(app::Dialect::Demo); ++dialect)
        QVERIFY(!ui::dialectText(app::Dialect(dialect)).isEmpty());
}

void ParameterWordingTest::choices()
{
    QCOMPARE(ui::choiceText(u"reasoning_effort", u"none"), u"off"_s);
    QCOMPARE(ui::choiceText(u"service_tier", u"priority"), u"priority"_s);
}

QTEST_GUILESS_MAIN(ParameterWordingTest)
#include "parameter_wording_test.moc"
