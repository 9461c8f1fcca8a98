// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/judged_pairs.h"

#include <QTest>

using namespace app;

namespace {

using State = JudgeAnswer::State;

JudgeAnswer said(JudgeChoice choice, std::optional<std::array<double, 2>> scores = {})
{
    return {State::Read, {choice, {}, scores}};
}

} // namespace

class JudgedPairsTest : public QObject
{
    Q_OBJECT
private slots:
    void bothOrdersMustAgree_data()
    {
        QTest::addColumn<JudgeAnswer>("leftFirst");
        QTest::addColumn<JudgeAnswer>("rightFirst");
        QTest::addColumn<PairResult>("result");
        const auto row = [](const char *name, const JudgeAnswer &left, const JudgeAnswer &right,
                            PairResult result) { QTest::newRow(name) << left << right << result; };
        const JudgeAnswer one = said(JudgeChoice::First);
        const JudgeAnswer two = said(JudgeChoice::Second);
        const JudgeAnswer tie = said(JudgeChoice::Tie);
        row("left", one, two, PairResult::Left);
        row("right", two, one, PairResult::Right);
        row("tie", tie, tie, PairResult::Tie);
        row("always the first", one, one, PairResult::Disagrees);
        row("always the second", two, two, PairResult::Disagrees);
        row("tie and left", tie, two, PairResult::Disagrees);
        row("open", one, {}, PairResult::Open);
        row("open and failed", {State::Failed, {}}, {}, PairResult::Open);
        row("failed", one, {State::Failed, {}}, PairResult::Incomplete);
        row("unreadable", {State::Unreadable, {}}, two, PairResult::Incomplete);
    }
    void bothOrdersMustAgree()
    {
        QFETCH(const JudgeAnswer, leftFirst);
        QFETCH(const JudgeAnswer, rightFirst);
        const JudgedPair pair{0, 1, leftFirst, rightFirst};
        QTEST(pair.result(), "result");
    }

    void talliesCountEachPairForBothOfIt()
    {
        const QList<JudgedPair> pairs{
            {0, 1, said(JudgeChoice::First, {{8, 4}}), said(JudgeChoice::Second, {{6, 10}})},
            {0, 2, said(JudgeChoice::First), said(JudgeChoice::First)},
            {1, 2, said(JudgeChoice::Tie), {State::Failed, {}}},
        };
        const QList<JudgeTally> tallies = judgeTallies(pairs, 3);
        QCOMPARE(tallies.at(0), (JudgeTally{1, 0, 0, 1, 0, 9.0}));
        QCOMPARE(tallies.at(1), (JudgeTally{0, 0, 1, 0, 1, 5.0}));
        QCOMPARE(tallies.at(2), (JudgeTally{0, 0, 0, 1, 1, {}}));
    }
};

QTEST_APPLESS_MAIN(JudgedPairsTest)
#include "judged_pairs_test.moc"
