// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/height_tree.h"

#include <QRandomGenerator>
#include <QTest>

using ui::HeightTree;

class HeightTreeTest : public QObject
{
    Q_OBJECT
private slots:
    void empty()
    {
        const HeightTree tree;
        QCOMPARE(tree.total(), 0);
        QCOMPARE(tree.indexAt(5), -1);
    }

    void agreesWithPlainSums()
    {
        QRandomGenerator random(3);
        HeightTree tree;
        std::vector<int> plain;
        for (int round = 0; round < 2000; ++round) {
            const int action = random.bounded(10);
            if (action < 6 || plain.empty()) {
                plain.push_back(random.bounded(50));
                tree.append(plain.back());
            } else if (action < 9) {
                const int index = random.bounded(int(plain.size()));
                plain[size_t(index)] = random.bounded(50);
                tree.set(index, plain[size_t(index)]);
            } else {
                plain.resize(size_t(random.bounded(int(plain.size()) + 1)));
                tree.truncate(int(plain.size()));
            }
            int sum = 0;
            for (int i = 0; i < int(plain.size()); ++i) {
                QCOMPARE(tree.top(i), sum);
                sum += plain[size_t(i)];
                if (plain[size_t(i)] > 0)
                    QCOMPARE(tree.indexAt(sum - 1), i);
            }
            QCOMPARE(tree.total(), sum);
        }
    }

    void clampsOutside()
    {
        HeightTree tree;
        tree.assign({10, 20, 30});
        QCOMPARE(tree.indexAt(-5), 0);
        QCOMPARE(tree.indexAt(1000), 2);
        QCOMPARE(tree.indexAt(10), 1);
    }
};

QTEST_GUILESS_MAIN(HeightTreeTest)
#include "height_tree_test.moc"
