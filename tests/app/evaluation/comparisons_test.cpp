// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/comparisons.h"

#include "tests/app/evaluation/sample_votes.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using sample::allBad;
using sample::vote;

class ComparisonsTest : public QObject
{
    Q_OBJECT
private slots:
    void aWinnerBeatsEachOther()
    {
        const Comparisons made = comparisonsOf({vote({u"a"_s, u"b"_s, u"c"_s}, 1)});
        QCOMPARE(made.kinds.size(), 1);
        QCOMPARE(made.kinds[0].preferences, (QList<Preference>{{1, 0, 1}, {1, 2, 1}}));
        QCOMPARE(made.tallies, (QList<Tally>{{0, 0, 1, 0}, {1, 0, 0, 0}, {0, 0, 1, 0}}));
        QCOMPARE(made.votes, 1);
    }

    void aTieIsHalfAWinEach()
    {
        const Comparisons made = comparisonsOf({vote({u"a"_s, u"b"_s, u"c"_s}, -1)});
        QCOMPARE(made.kinds[0].preferences.size(), 6);
        for (const Preference &preference : made.kinds[0].preferences)
            QCOMPARE(preference.weight, 0.5);
        QCOMPARE(made.tallies[2], (Tally{0, 1, 0, 0}));
    }

    void allBadIsCountedAndComparesNothing()
    {
        const Comparisons made =
            comparisonsOf({allBad({u"a"_s, u"b"_s}), vote({u"a"_s, u"b"_s}, 0)});
        QCOMPARE(made.votes, 1);
        QCOMPARE(made.allBad, 1);
        QCOMPARE(made.kinds.size(), 1);
        QCOMPARE(made.tallies, (QList<Tally>{{1, 0, 0, 1}, {0, 0, 1, 1}}));
        QCOMPARE(made.tallies[0].comparisons(), 1);
    }

    void votesThatSayTheSameAreOneKindWhateverTheirOrder()
    {
        const Comparisons made =
            comparisonsOf({vote({u"a"_s, u"b"_s, u"c"_s}, 0), vote({u"c"_s, u"b"_s, u"a"_s}, 2),
                           vote({u"b"_s, u"a"_s, u"c"_s}, 0)});
        QCOMPARE(made.kinds.size(), 2);
        QCOMPARE(made.kinds[0].count, 2);
        QCOMPARE(made.kinds[1].count, 1);
    }

    void aModelIsNotComparedWithItself()
    {
        const Comparisons same = comparisonsOf({vote({u"a"_s, u"a"_s}, 0)});
        QCOMPARE(same.votes, 0);
        QCOMPARE(same.tallies, QList{Tally()});
        const Comparisons mixed = comparisonsOf({vote({u"a"_s, u"b"_s, u"a"_s}, 0)});
        QCOMPARE(mixed.kinds[0].preferences, (QList<Preference>{{0, 1, 1}}));
        QCOMPARE(mixed.tallies, (QList<Tally>{{1, 0, 0, 0}, {0, 0, 1, 0}}));
    }

    void oneModelAtTwoProvidersIsTwoContenders()
    {
        Vote between = vote({u"a"_s, u"a"_s}, 1);
        between.sides[1] = sample::side(u"a"_s, u"q"_s);
        Vote renamed = between;
        renamed.sides[1].providerName = u"New name"_s;
        const Comparisons made = comparisonsOf({between, renamed});
        QCOMPARE(made.contenders.size(), 2);
        QCOMPARE(made.contenders[1], (Contender{u"q"_s, u"New name"_s, u"a"_s}));
        QCOMPARE(made.kinds[0].count, 2);
    }

    void aTagChoosesVotes()
    {
        const QList<Vote> votes{vote({u"a"_s, u"b"_s}, 0, {u"code"_s, u"fun"_s}),
                                vote({u"a"_s, u"b"_s}, 1, {u"Art"_s}), vote({u"a"_s, u"b"_s}, 1)};
        QCOMPARE(comparisonsOf(votes, {u"code"_s}).votes, 1);
        QCOMPARE(comparisonsOf(votes, {u"none"_s}).votes, 0);
        QCOMPARE(comparisonsOf(votes).votes, 3);
        QCOMPARE(comparisonsOf(votes, {{}, true}).votes, 0);
        QList<Vote> blind = votes;
        blind.first().isBlind = true;
        QCOMPARE(comparisonsOf(blind, {{}, true}).votes, 1);
        QCOMPARE(tagsOf(votes), (QStringList{u"Art"_s, u"code"_s, u"fun"_s}));
    }

    void aDamagedVoteIsLeftOut()
    {
        Vote damaged = vote({u"a"_s, u"b"_s}, 0);
        damaged.winner = -1;
        QCOMPARE(comparisonsOf({damaged}).votes, 0);
    }
};

QTEST_GUILESS_MAIN(ComparisonsTest)
#include "comparisons_test.moc"
