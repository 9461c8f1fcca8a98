// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/spread.h"

#include <QTest>

#include <cmath>

using namespace app;

class SpreadTest : public QObject
{
    Q_OBJECT
private slots:
    void figuresComputedByHand()
    {
        const Spread spread = spreadOf({4, 1, 3, 2});
        QCOMPARE(spread.count, 4);
        QCOMPARE(spread.mean, 2.5);
        QCOMPARE(spread.deviation, std::sqrt(5.0 / 3.0));
        QCOMPARE(spread.smallest, 1.0);
        QCOMPARE(spread.lowerQuartile, 1.75);
        QCOMPARE(spread.median, 2.5);
        QCOMPARE(spread.upperQuartile, 3.25);
        QCOMPARE(spread.largest, 4.0);
    }

    void oneValueHasNoDeviationAndNoneHasNothing()
    {
        const Spread one = spreadOf({7});
        QCOMPARE(one.deviation, 0.0);
        QCOMPARE(one.median, 7.0);
        QCOMPARE(one.largest, 7.0);
        QCOMPARE(spreadOf({}), Spread());
    }

    void quantilesReachTheEnds()
    {
        const std::vector<double> sorted{10, 20, 30};
        QCOMPARE(quantileOf(sorted, 0), 10.0);
        QCOMPARE(quantileOf(sorted, 1), 30.0);
        QCOMPARE(quantileOf(sorted, 2), 30.0);
        QCOMPARE(quantileOf(sorted, 0.25), 15.0);
        QCOMPARE(quantileOf({}, 0.5), 0.0);
    }
};

QTEST_GUILESS_MAIN(SpreadTest)
#include "spread_test.moc"
