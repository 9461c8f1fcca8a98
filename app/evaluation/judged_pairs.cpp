// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/judged_pairs.h"

namespace app {

namespace {

struct ScoreSum
{
    double sum = 0;
    int count = 0;
};

void addScores(const JudgeAnswer &answer, ScoreSum &first, ScoreSum &second)
{
    if (answer.state != JudgeAnswer::State::Read || !answer.verdict.scores)
        return;
    first.sum += answer.verdict.scores->at(0);
    second.sum += answer.verdict.scores->at(1);
    ++first.count;
    ++second.count;
}

void countResult(PairResult result, JudgeTally &left, JudgeTally &right)
{
    switch (result) {
    case PairResult::Left:
        ++left.wins;
        ++right.losses;
        return;
    case PairResult::Right:
        ++left.losses;
        ++right.wins;
        return;
    case PairResult::Tie:
        ++left.ties;
        ++right.ties;
        return;
    case PairResult::Disagrees:
        ++left.disagreements;
        ++right.disagreements;
        return;
    case PairResult::Open:
    case PairResult::Incomplete:
        ++left.undecided;
        ++right.undecided;
        return;
    }
}

} // namespace

JudgeChoice choiceOfPair(const JudgeVerdict &verdict, bool isLeftFirst)
{
    if (verdict.choice == JudgeChoice::Tie || isLeftFirst)
        return verdict.choice;
    return verdict.choice == JudgeChoice::First ? JudgeChoice::Second : JudgeChoice::First;
}

PairResult JudgedPair::result() const
{
    using State = JudgeAnswer::State;
    if (leftFirst.state == State::Open || rightFirst.state == State::Open)
        return PairResult::Open;
    if (leftFirst.state != State::Read || rightFirst.state != State::Read)
        return PairResult::Incomplete;
    const JudgeChoice one = choiceOfPair(leftFirst.verdict, true);
    const JudgeChoice other = choiceOfPair(rightFirst.verdict, false);
    if (one != other)
        return PairResult::Disagrees;
    if (one == JudgeChoice::Tie)
        return PairResult::Tie;
    return one == JudgeChoice::First ? PairResult::Left : PairResult::Right;
}

QList<JudgeTally> judgeTallies(const QList<JudgedPair> &pairs, int answers)
{
    QList<JudgeTally> tallies(answers);
    QList<ScoreSum> scores(answers);
    for (const JudgedPair &pair : pairs) {
        countResult(pair.result(), tallies[pair.left], tallies[pair.right]);
        addScores(pair.leftFirst, scores[pair.left], scores[pair.right]);
        addScores(pair.rightFirst, scores[pair.right], scores[pair.left]);
    }
    for (int i = 0; i < answers; ++i) {
        if (scores.at(i).count > 0)
            tallies[i].meanScore = scores.at(i).sum / scores.at(i).count;
    }
    return tallies;
}

} // namespace app
