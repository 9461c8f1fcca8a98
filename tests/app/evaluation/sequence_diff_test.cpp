// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/sequence_diff.h"

#include <QTest>

#include <numeric>
#include <random>
#include <vector>

using namespace app;

namespace {
using Numbers = std::vector<int>;

qsizetype same(const QList<DiffStretch> &stretches)
{
    qsizetype length = 0;
    for (const DiffStretch &stretch : stretches)
        length += stretch.isSame ? stretch.leftLength : 0;
    return length;
}

/// What every script must be: in order, whole, alternating, and right about what is the same.
bool isSound(const Numbers &left, const Numbers &right, const QList<DiffStretch> &stretches)
{
    qsizetype leftAt = 0;
    qsizetype rightAt = 0;
    for (qsizetype i = 0; i < stretches.size(); ++i) {
        const DiffStretch &stretch = stretches.at(i);
        if (stretch.left != leftAt || stretch.right != rightAt
            || (i > 0 && stretches.at(i - 1).isSame == stretch.isSame))
            return false;
        if (stretch.isSame
            && !std::equal(left.begin() + leftAt, left.begin() + leftAt + stretch.leftLength,
                           right.begin() + rightAt, right.begin() + rightAt + stretch.rightLength))
            return false;
        leftAt += stretch.leftLength;
        rightAt += stretch.rightLength;
    }
    return leftAt == qsizetype(left.size()) && rightAt == qsizetype(right.size());
}

/// The length of the longest common subsequence, by the textbook.
qsizetype longestCommon(const Numbers &left, const Numbers &right)
{
    std::vector<qsizetype> row(right.size() + 1);
    for (const int one : left) {
        qsizetype diagonal = 0;
        for (size_t j = 0; j < right.size(); ++j) {
            const qsizetype above = row[j + 1];
            row[j + 1] = one == right[j] ? diagonal + 1 : std::max(above, row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

Numbers random(std::mt19937 &engine, int length, int letters)
{
    Numbers numbers;
    for (int i = 0; i < length; ++i)
        numbers.push_back(int(engine() % uint(letters)));
    return numbers;
}
} // namespace

class SequenceDiffTest : public QObject
{
    Q_OBJECT
private slots:
    void stretchesComputedByHand()
    {
        DiffBudget budget;
        const Numbers left{1, 2, 3, 4, 5};
        const Numbers right{1, 9, 3, 5, 6};
        QCOMPARE(diffSequences(left, right, budget), (QList<DiffStretch>{{true, 0, 1, 0, 1},
                                                                         {false, 1, 1, 1, 1},
                                                                         {true, 2, 1, 2, 1},
                                                                         {false, 3, 1, 3, 0},
                                                                         {true, 4, 1, 3, 1},
                                                                         {false, 5, 0, 4, 1}}));
        QVERIFY(!budget.wasTooSmall);
    }

    void emptyAndEqualOnesCostNothing()
    {
        DiffBudget budget;
        const Numbers some{1, 2, 3};
        QVERIFY(diffSequences({}, {}, budget).isEmpty());
        QCOMPARE(diffSequences(some, some, budget), (QList<DiffStretch>{{true, 0, 3, 0, 3}}));
        QCOMPARE(diffSequences(some, {}, budget), (QList<DiffStretch>{{false, 0, 3, 0, 0}}));
        QCOMPARE(diffSequences({}, some, budget), (QList<DiffStretch>{{false, 0, 0, 0, 3}}));
        QCOMPARE(budget.cellsSpent, 0);
    }

    void scriptsAreSoundAndShortest()
    {
        std::mt19937 engine(4);
        for (int i = 0; i < 400; ++i) {
            const int letters = 2 + i % 9;
            const Numbers left = random(engine, i % 37, letters);
            const Numbers right = random(engine, i % 41, letters);
            DiffBudget budget;
            const auto stretches = diffSequences(left, right, budget);
            QVERIFY(isSound(left, right, stretches));
            QCOMPARE(same(stretches), longestCommon(left, right));
        }
    }

    void beyondTheBudgetScriptsAreStillSound()
    {
        std::mt19937 engine(5);
        for (int i = 0; i < 400; ++i) {
            const Numbers left = random(engine, 40, 60);
            const Numbers right = random(engine, 45, 60);
            DiffBudget budget{.cellsAtOnce = i, .cellsAltogether = 4 * i};
            QVERIFY(isSound(left, right, diffSequences(left, right, budget)));
            QVERIFY(budget.cellsSpent <= budget.cellsAltogether);
        }
    }

    /// A hundred lines are changed in a hundred thousand: lines that occur once hold the rest.
    void longOnesAreCutAtWhatOccursOnce()
    {
        Numbers left(100'000);
        std::iota(left.begin(), left.end(), 0);
        Numbers right = left;
        for (size_t i = 500; i < right.size(); i += 1'000)
            right[i] = -1;
        DiffBudget budget;
        QVERIFY(!fitsBudget(left, right, budget));
        const auto stretches = diffSequences(left, right, budget);
        QVERIFY(isSound(left, right, stretches));
        QCOMPARE(same(stretches), qsizetype(99'900));
        QVERIFY(!budget.wasTooSmall);
        QCOMPARE(budget.cellsSpent, 100);
    }

    void whatCannotBeCutIsOneDifference()
    {
        const Numbers left(5'000, 1);
        Numbers right(5'000, 2);
        DiffBudget budget;
        QCOMPARE(diffSequences(left, right, budget),
                 (QList<DiffStretch>{{false, 0, 5'000, 0, 5'000}}));
        QVERIFY(budget.wasTooSmall);
        QCOMPARE(budget.cellsSpent, 0);
    }
};

QTEST_GUILESS_MAIN(SequenceDiffTest)
#include "sequence_diff_test.moc"
