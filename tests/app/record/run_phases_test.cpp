// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/run_phases.h"

#include <QTest>

using namespace app;
using Kind = RunPhase::Kind;

Q_DECLARE_METATYPE(Timings)

class RunPhasesTest : public QObject
{
    Q_OBJECT
private slots:
    void phases_data()
    {
        QTest::addColumn<Timings>("timings");
        QTest::addColumn<int>("retries");
        QTest::addColumn<QList<RunPhase>>("phases");
        QTest::newRow("a plain answer") << Timings{50, 200, -1, 300, 1'000, 1'050} << 0
                                        << QList<RunPhase>{{Kind::Connecting, 0, 50},
                                                           {Kind::Waiting, 50, 300},
                                                           {Kind::Answering, 300, 1'000},
                                                           {Kind::Ending, 1'000, 1'050}};
        QTest::newRow("one that thinks") << Timings{50, 200, 300, 700, 1'000, 1'000} << 0
                                         << QList<RunPhase>{{Kind::Connecting, 0, 50},
                                                            {Kind::Waiting, 50, 300},
                                                            {Kind::Thinking, 300, 700},
                                                            {Kind::Answering, 700, 1'000}};
        QTest::newRow("nothing but thoughts")
            << Timings{50, 200, 300, -1, 900, 900} << 0
            << QList<RunPhase>{
                   {Kind::Connecting, 0, 50}, {Kind::Waiting, 50, 300}, {Kind::Thinking, 300, 900}};
        QTest::newRow("after an attempt that failed")
            << Timings{50, 200, -1, 300, 400, 2'400} << 1
            << QList<RunPhase>{{Kind::Retries, 0, 2'000},
                               {Kind::Connecting, 2'000, 2'050},
                               {Kind::Waiting, 2'050, 2'300},
                               {Kind::Answering, 2'300, 2'400}};
        QTest::newRow("no connection") << Timings{-1, -1, -1, -1, -1, 15'000} << 0
                                       << QList<RunPhase>{{Kind::Connecting, 0, 15'000}};
        QTest::newRow("refused") << Timings{20, 90, -1, -1, -1, 95} << 0
                                 << QList<RunPhase>{{Kind::Connecting, 0, 20},
                                                    {Kind::Waiting, 20, 95}};
        QTest::newRow("not over yet") << Timings() << 0 << QList<RunPhase>{};
    }
    void phases()
    {
        QFETCH(Timings, timings);
        QFETCH(int, retries);
        QTEST(runPhases(timings, retries), "phases");
    }
};

QTEST_APPLESS_MAIN(RunPhasesTest)
#include "run_phases_test.moc"
