// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "ui/application/single_instance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace ui;

class SingleInstanceTest : public QObject
{
    Q_OBJECT
private slots:
    void theFirstStartFindsNobody()
    {
        const QTemporaryDir profile;
        SingleInstance first(profile.path());
        QVERIFY(!first.handOver("{}"));
    }

    void aSecondStartHandsItsArgumentsOver()
    {
        const QTemporaryDir profile;
        SingleInstance first(profile.path());
        first.listen();
        QSignalSpy arrived(&first, &SingleInstance::messageArrived);
        QFuture<bool> second = QtConcurrent::run(
            [&profile] { return SingleInstance(profile.path()).handOver(R"({"ask":"x"})"); });
        QTRY_COMPARE(arrived.count(), 1);
        QCOMPARE(arrived.first().first().toByteArray(), QByteArray(R"({"ask":"x"})"));
        QVERIFY(second.result());
    }

    void anotherProfileIsAnotherProgram()
    {
        const QTemporaryDir profile;
        const QTemporaryDir other;
        SingleInstance first(profile.path());
        first.listen();
        QFuture<bool> second =
            QtConcurrent::run([&other] { return SingleInstance(other.path()).handOver("{}"); });
        QVERIFY(!second.result());
    }

    void theRemainsOfACrashAreTakenOver()
    {
        const QTemporaryDir profile;
        SingleInstance first(profile.path());
        first.listen();
        SingleInstance next(profile.path());
        next.listen();
        QSignalSpy arrived(&next, &SingleInstance::messageArrived);
        QFuture<bool> start =
            QtConcurrent::run([&profile] { return SingleInstance(profile.path()).handOver("{}"); });
        QTRY_COMPARE(arrived.count(), 1);
        QVERIFY(start.result());
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "single_instance_test.moc"
