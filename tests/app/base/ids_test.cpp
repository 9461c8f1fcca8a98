// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ids.h"

#include <QSet>
#include <QTest>
#include <QtConcurrentRun>

using namespace app;

class IdsTest : public QObject
{
    Q_OBJECT
private slots:
    void riseStrictly()
    {
        MessageId last;
        QVERIFY(!last.isValid());
        for (int i = 0; i < 10'000; ++i) {
            const auto next = MessageId::next();
            QVERIFY(next > last);
            last = next;
        }
    }

    void differAcrossThreads()
    {
        const auto many = [] {
            QList<qint64> ids;
            for (int i = 0; i < 20'000; ++i)
                ids.append(nextIdValue());
            return ids;
        };
        QFuture<QList<qint64>> other = QtConcurrent::run(many);
        const QList<qint64> mine = many();
        QSet<qint64> all(mine.begin(), mine.end());
        for (const qint64 id : other.result())
            all.insert(id);
        QCOMPARE(all.size(), 40'000);
    }
};

QTEST_GUILESS_MAIN(IdsTest)
#include "ids_test.moc"
