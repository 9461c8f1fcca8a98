// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/ratings.h"

#include "tests/app/evaluation/sample_votes.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace app;
using namespace Qt::StringLiterals;
using sample::vote;

namespace {
QList<Vote> times(int count, const Vote &vote)
{
    return QList<Vote>(count, vote);
}

Ratings rated(const QList<Vote> &votes, const RatingOptions &options = {})
{
    return ratingsOf(comparisonsOf(votes), options);
}

QStringList models(const Ratings &ratings)
{
    QStringList list;
    for (const Rating &rating : ratings.ratings)
        list.append(rating.contender.model);
    return list;
}

/// A standard engine gives the same numbers everywhere, the distributions do not.
double uniform(std::mt19937_64 &engine)
{
    return double(engine() >> 11) * 0x1p-53;
}

const std::vector<double> kTrueStrengths{0.9, 0.3, -0.4, -0.8};

/// Votes as the model of Bradley and Terry gives them.
QList<Vote> simulated(std::mt19937_64 &engine, int count)
{
    QList<Vote> votes;
    const auto below = [&](int limit) { return int(uniform(engine) * limit); };
    for (int i = 0; i < count; ++i) {
        const int one = below(4);
        const int other = (one + 1 + below(3)) % 4;
        const double difference = kTrueStrengths[size_t(one)] - kTrueStrengths[size_t(other)];
        const bool firstWins = uniform(engine) < 1 / (1 + std::exp(-difference));
        votes.append(vote({QString::number(one), QString::number(other)}, firstWins ? 0 : 1));
    }
    return votes;
}
} // namespace

class RatingsTest : public QObject
{
    Q_OBJECT
private slots:
    void noVotesAreNoRatings()
    {
        const Ratings none = rated({});
        QVERIFY(none.ratings.isEmpty());
        QCOMPARE(none.groups, 0);
        QVERIFY(!none.canTellAnything());
        QCOMPARE(none.best(0), -1);
    }

    void theStrongestComesFirstAndTheMeanIsZero()
    {
        const Ratings made =
            rated(times(30, vote({u"b"_s, u"a"_s}, 1)) + times(20, vote({u"b"_s, u"c"_s}, 0))
                  + times(12, vote({u"b"_s, u"a"_s}, 0)));
        QCOMPARE(models(made), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        double sum = 0;
        for (const Rating &rating : made.ratings) {
            sum += rating.strength;
            QVERIFY(rating.low <= rating.strength && rating.strength <= rating.high);
        }
        QVERIFY(std::abs(sum) < 1e-9);
        QCOMPARE(made.votes, 62);
    }

    void nineVotesAreNotEnoughToTell()
    {
        const Ratings nine = rated(times(kFewestVotes - 1, vote({u"a"_s, u"b"_s}, 0)));
        QVERIFY(!nine.ratings[0].hasEnoughVotes);
        QVERIFY(!nine.isAhead(0, 1));
        QVERIFY(!nine.canTellAnything());
        QCOMPARE(nine.best(0), -1);

        const Ratings ten = rated(times(kFewestVotes, vote({u"a"_s, u"b"_s}, 0)));
        QVERIFY(ten.ratings[0].hasEnoughVotes);
        QVERIFY(ten.isAhead(0, 1) && !ten.isAhead(1, 0));
        QVERIFY(ten.canTellAnything());
        QCOMPARE(ten.best(0), 0);
    }

    /// 12 to 8: a fair coin does that in one of four tries.
    void aSmallLeadIsNotEnoughToTell()
    {
        const Ratings close =
            rated(times(12, vote({u"a"_s, u"b"_s}, 0)) + times(8, vote({u"a"_s, u"b"_s}, 1)));
        QVERIFY(close.ratings[0].hasEnoughVotes);
        QVERIFY(!close.canTellAnything());
        const Ratings clear =
            rated(times(120, vote({u"a"_s, u"b"_s}, 0)) + times(80, vote({u"a"_s, u"b"_s}, 1)));
        QVERIFY(clear.isAhead(0, 1));
    }

    void theBestMustBeAheadOfAll()
    {
        const QList<Vote> close =
            times(20, vote({u"a"_s, u"b"_s}, 0)) + times(20, vote({u"a"_s, u"b"_s}, 1));
        const QList<Vote> worst =
            times(30, vote({u"a"_s, u"c"_s}, 0)) + times(30, vote({u"b"_s, u"c"_s}, 0));
        const Ratings made = rated(close + worst);
        QVERIFY(made.canTellAnything());
        QCOMPARE(made.best(0), -1);
        QVERIFY(made.isAhead(0, 2) && made.isAhead(1, 2));
    }

    void modelsThatNeverMetAreNotCompared()
    {
        const Ratings made =
            rated(times(50, vote({u"a"_s, u"b"_s}, 0)) + times(50, vote({u"c"_s, u"d"_s}, 0))
                  + times(50, vote({u"d"_s, u"e"_s}, 0)));
        QCOMPARE(made.groups, 2);
        QCOMPARE(models(made), (QStringList{u"c"_s, u"d"_s, u"e"_s, u"a"_s, u"b"_s}));
        QCOMPARE(made.ratings[2].group, 0);
        QCOMPARE(made.ratings[3].group, 1);
        QVERIFY(!made.isAhead(0, 4) && !made.isAhead(3, 2));
        QCOMPARE(made.best(0), 0);
        QCOMPARE(made.best(1), 3);
    }

    void whoWonOrLostAllHasAFiniteRating()
    {
        const Ratings made = rated(times(40, vote({u"a"_s, u"b"_s, u"c"_s}, 0)));
        QVERIFY(std::isfinite(made.ratings[0].high));
        QVERIFY(std::isfinite(made.ratings[2].low));
        QVERIFY(ratingPoints(made.ratings[0].strength) < 2'500);
        QCOMPARE(ratingPoints(0), 1'000.0);
        QCOMPARE(qRound(ratingPoints(std::log(10.0))), 1'400);
    }

    void aSeedGivesTheSameFiguresAgain()
    {
        std::mt19937_64 engine(3);
        const QList<Vote> votes = simulated(engine, 100);
        RatingOptions options{.resamplings = 100, .seed = 7};
        QCOMPARE(rated(votes, options).ratings, rated(votes, options).ratings);
        const double before = rated(votes, options).ratings[0].low;
        options.seed = 8;
        QVERIFY(rated(votes, options).ratings[0].low != before);
    }

    /// Of 400 simulated sets of votes the intervals of 90 % hold the truth in about 360. Those of
    /// one set depend on each other, so one contender of each is looked at, in turn. The bounds
    /// are 3.5 standard deviations of the binomial distribution: 360 ± 3.5 · √(400 · 0.9 · 0.1).
    void intervalsCoverTheTruthAsOftenAsTheySay()
    {
        constexpr int kSets = 400;
        std::mt19937_64 engine(2'026);
        int covered = 0;
        for (int set = 0; set < kSets; ++set) {
            const QString looked = QString::number(set % 4);
            const Ratings made =
                rated(simulated(engine, 300),
                      {.resamplings = 200, .confidence = 0.9, .seed = quint64(set)});
            for (const Rating &rating : made.ratings) {
                const double truth = kTrueStrengths[size_t(looked.toInt())];
                if (rating.contender.model == looked)
                    covered += rating.low <= truth && truth <= rating.high ? 1 : 0;
            }
        }
        const double expected = 0.9 * kSets;
        const double allowed = 3.5 * std::sqrt(kSets * 0.9 * 0.1);
        QVERIFY2(std::abs(covered - expected) <= allowed, qPrintable(QString::number(covered)));
    }

    void theFutureBringsTheRatingsOfATag()
    {
        const QList<Vote> votes = times(20, vote({u"a"_s, u"b"_s}, 0, {u"code"_s}))
                                  + times(20, vote({u"a"_s, u"b"_s}, 1, {u"prose"_s}));
        QFuture<Ratings> future = rate(votes, {.votes = {u"prose"_s}});
        future.waitForFinished();
        QCOMPARE(models(future.result()), (QStringList{u"b"_s, u"a"_s}));
        QCOMPARE(future.result().votes, 20);
    }

    void whatIsStaleIsGivenUp()
    {
        int asked = 0;
        (void)ratingsOf(comparisonsOf(times(20, vote({u"a"_s, u"b"_s}, 0))), {},
                        [&asked] { return ++asked == 3; });
        QCOMPARE(asked, 3);
    }
};

QTEST_GUILESS_MAIN(RatingsTest)
#include "ratings_test.moc"
