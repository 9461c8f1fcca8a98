// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/job_thread.h"

#include <QSemaphore>
#include <QTest>

using namespace app;

namespace {

/// Jobs that wait until all of them are posted, and write down the order in which they ran.
struct Recorder
{
    QSemaphore go;
    QList<int> ran; ///< read after the thread has ended
    JobThread thread{QStringLiteral("test")};

    Recorder()
    {
        thread.post<void>([this]() -> Result<void> {
            go.acquire();
            return {};
        });
    }
    void post(int number, JobThread::Place place)
    {
        thread.post<void>(
            [this, number]() -> Result<void> {
                ran.append(number);
                return {};
            },
            place);
    }
};

} // namespace

class JobThreadTest : public QObject
{
    Q_OBJECT
private slots:
    void order_data()
    {
        using Places = QList<JobThread::Place>;
        QTest::addColumn<Places>("places");
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("as posted")
            << Places{{1, false}, {2, false}, {0, false}, {1, false}} << QList{0, 1, 2, 3};
        QTest::newRow("urgent first")
            << Places{{1, false}, {2, false}, {3, true}} << QList{2, 0, 1};
        QTest::newRow("not before its own group")
            << Places{{1, false}, {2, false}, {1, true}} << QList{0, 2, 1};
        QTest::newRow("urgent ones in turn")
            << Places{{1, false}, {2, true}, {3, true}} << QList{1, 2, 0};
        QTest::newRow("not before what has no group")
            << Places{{1, false}, {0, false}, {2, false}, {3, true}} << QList{0, 1, 3, 2};
        QTest::newRow("no group, and urgent") << Places{{1, false}, {0, true}} << QList{1, 0};
    }
    void order()
    {
        QFETCH(QList<JobThread::Place>, places);
        QList<int> ran;
        {
            Recorder recorder;
            for (int i = 0; i < places.size(); ++i)
                recorder.post(i, places[i]);
            const QFuture<Result<void>> last =
                recorder.thread.post<void>([] { return Result<void>(); });
            recorder.go.release();
            QFuture<Result<void>>(last).waitForFinished();
            ran = recorder.ran;
        }
        QTEST(ran, "order");
    }
};

QTEST_GUILESS_MAIN(JobThreadTest)
#include "job_thread_test.moc"
