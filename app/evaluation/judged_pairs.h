// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/judge_verdict.h"

#include <QList>

namespace app {

/// What came of asking a judge about a pair in one order.
struct JudgeAnswer
{
    enum class State {
        Open, ///< on its way
        Failed, ///< no reply: failed, stopped or interrupted
        Unreadable, ///< a reply in which no verdict can be read
        Read,
    };
    State state = State::Open;
    JudgeVerdict verdict; ///< in Read; by the order in which the answers were shown

    bool operator==(const JudgeAnswer &) const = default;
};

/// What both orders together say of a pair.
enum class PairResult {
    Open, ///< one of them is on its way
    Incomplete, ///< one of them brought no verdict: the pair is not decided
    Left,
    Right,
    Tie,
    Disagrees, ///< with itself when positions are swapped: the place decided, not the answer
};

/// Two answers as numbers of a list, asked about twice.
struct JudgedPair
{
    int left = 0;
    int right = 0;
    JudgeAnswer leftFirst; ///< the left one was shown as 1
    JudgeAnswer rightFirst;

    [[nodiscard]] PairResult result() const;
    bool operator==(const JudgedPair &) const = default;
};

/// The choice in terms of the pair: First is the left one.
[[nodiscard]] JudgeChoice choiceOfPair(const JudgeVerdict &verdict, bool isLeftFirst);

/// How one answer fared in its pairs.
struct JudgeTally
{
    int wins = 0;
    int ties = 0;
    int losses = 0;
    int disagreements = 0;
    int undecided = 0; ///< open and incomplete ones
    std::optional<double> meanScore; ///< over all verdicts that give one

    bool operator==(const JudgeTally &) const = default;
};

/// One for each of so many answers.
[[nodiscard]] QList<JudgeTally> judgeTallies(const QList<JudgedPair> &pairs, int answers);

} // namespace app
