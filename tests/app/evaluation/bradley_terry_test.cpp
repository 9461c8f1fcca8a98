// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/bradley_terry.h"

#include <QTest>

#include <cmath>

using namespace app;

namespace {
/// So weak that the most likely strengths are those of the votes alone.
constexpr double kHardlyAny = 1e-9;

PreferenceCounts counts(int size, const std::vector<std::array<int, 3>> &rows)
{
    PreferenceCounts made(size);
    for (const auto &[better, worse, times] : rows)
        made.add(better, worse, times);
    return made;
}

bool isNear(double one, double other, double distance = 1e-6)
{
    return std::abs(one - other) < distance;
}
} // namespace

class BradleyTerryTest : public QObject
{
    Q_OBJECT
private slots:
    /// 3 of 4: the odds are 3 to 1.
    void twoContendersHaveTheOddsOfTheirVotes()
    {
        const auto strengths = fittedStrengths(counts(2, {{0, 1, 3}, {1, 0, 1}}), {}, kHardlyAny);
        QVERIFY(isNear(strengths[0] - strengths[1], std::log(3.0)));
        QVERIFY(isNear(strengths[0] + strengths[1], 0));
    }

    /// Worth 4, 2 and 1: 4 beats 2 in 4 of 6, 2 beats 1 in 4 of 6, 4 beats 1 in 8 of 10. These
    /// votes fit the model exactly, so its likelihood has its peak there.
    void threeContendersComputedByHand()
    {
        const auto strengths = fittedStrengths(
            counts(3, {{0, 1, 4}, {1, 0, 2}, {1, 2, 4}, {2, 1, 2}, {0, 2, 8}, {2, 0, 2}}), {},
            kHardlyAny);
        QVERIFY(isNear(strengths[0] - strengths[1], std::log(2.0)));
        QVERIFY(isNear(strengths[1] - strengths[2], std::log(2.0)));
    }

    /// With the prior the slope is 0 at the peak: for two contenders at t and −t, who met n times,
    /// w − n/(1 + exp(−2t)) + 1/2 − 1/(1 + exp(−t)) = 0.
    void theSlopeIsZeroAtThePeak()
    {
        const auto strengths = fittedStrengths(counts(2, {{0, 1, 5}}));
        const double t = strengths[0];
        QVERIFY(isNear(strengths[1], -t));
        QVERIFY(isNear(5 - 5 / (1 + std::exp(-2 * t)) + 0.5 - 1 / (1 + std::exp(-t)), 0));
        QVERIFY(t > 0.5 && t < 3);
    }

    void moreVictoriesWithoutDefeatAreMoreStrength()
    {
        double before = 0;
        for (const int wins : {1, 10, 100, 10'000}) {
            const auto strengths = fittedStrengths(counts(2, {{0, 1, wins}}));
            QVERIFY(std::isfinite(strengths[0]));
            QVERIFY(strengths[0] > before);
            before = strengths[0];
        }
    }

    void aLongChainIsSolvedToo()
    {
        constexpr int kLength = 60;
        PreferenceCounts chain(kLength);
        for (int i = 0; i + 1 < kLength; ++i) {
            chain.add(i, i + 1, 2);
            chain.add(i + 1, i, 1);
        }
        const auto strengths = fittedStrengths(chain, {}, kHardlyAny);
        for (size_t i = 0; i + 1 < kLength; ++i)
            QVERIFY(isNear(strengths[i] - strengths[i + 1], std::log(2.0), 1e-4));
    }

    void theStartDoesNotMatter()
    {
        const auto votes = counts(3, {{0, 1, 40}, {1, 2, 3}, {2, 0, 1}});
        const auto cold = fittedStrengths(votes);
        const auto warm = fittedStrengths(votes, {-30, 20, 5});
        for (size_t i = 0; i < cold.size(); ++i)
            QVERIFY(isNear(cold[i], warm[i], 1e-8));
    }

    void groupsAreThoseThatMet()
    {
        const auto groups = groupsOf(counts(6, {{0, 1, 1}, {2, 3, 1}, {4, 3, 1}}));
        QCOMPARE(groups, (std::vector<int>{1, 1, 0, 0, 0, 2}));
        QVERIFY(groupsOf(PreferenceCounts(0)).empty());
        QVERIFY(fittedStrengths(PreferenceCounts(0)).empty());
    }
};

QTEST_GUILESS_MAIN(BradleyTerryTest)
#include "bradley_terry_test.moc"
