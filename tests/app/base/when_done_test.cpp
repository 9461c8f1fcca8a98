// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/when_done.h"
#include "tests/support/patience.h"

#include <QPromise>
#include <QTest>

#include <memory>

using namespace app;

class WhenDoneTest : public QObject
{
    Q_OBJECT
private slots:
    void handsOnTheResultThroughTheEventLoop()
    {
        int seen = 0;
        whenDone(QtFuture::makeReadyFuture(7), this, [&seen](int value) { seen = value; });
        QCOMPARE(seen, 0);
        QTRY_COMPARE(seen, 7);
    }

    void isSilentWhenTheContextDiesFirst()
    {
        bool called = false;
        QPromise<int> promise;
        promise.start();
        {
            QObject context;
            whenDone(promise.future(), &context, [&called](int) { called = true; });
        }
        promise.addResult(1);
        promise.finish();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void isSilentWhenThePromiseIsDropped()
    {
        bool called = false;
        auto promise = std::make_unique<QPromise<int>>();
        promise->start();
        QObject context;
        whenDone(promise->future(), &context, [&called](int) { called = true; });
        promise.reset();
        QTRY_VERIFY(context.children().isEmpty());
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(WhenDoneTest)
#include "when_done_test.moc"
