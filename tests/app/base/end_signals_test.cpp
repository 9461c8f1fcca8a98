// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/end_signals.h"
#include "tests/support/patience.h"

#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <csignal>

using namespace app;

class EndSignalsTest : public QObject
{
    Q_OBJECT
private slots:
    void aSignalArrivesThroughTheEventLoop()
    {
        const EndSignals ends{SIGTERM, SIGHUP};
        QSignalSpy arrived(&ends, &EndSignals::arrived);
        QCOMPARE(std::raise(SIGTERM), 0);
        QCOMPARE(arrived.size(), 0);
        QTRY_COMPARE(arrived.size(), 1);
        // The other one changes nothing any more, and does not end the program either.
        QCOMPARE(std::raise(SIGHUP), 0);
        QCoreApplication::processEvents();
        QCOMPARE(arrived.size(), 1);
    }

    void theNextOneOfItsKindIsNotTaken()
    {
        const EndSignals ends{SIGTERM};
        QSignalSpy arrived(&ends, &EndSignals::arrived);
        std::raise(SIGTERM);
        QTRY_COMPARE(arrived.size(), 1);
        struct sigaction now = {};
        QCOMPARE(sigaction(SIGTERM, nullptr, &now), 0);
        QVERIFY(now.sa_handler == SIG_DFL);
    }

    void whatIsInterruptedKeepsItsError()
    {
        const EndSignals ends{SIGTERM};
        {
            const EndSignals other{SIGHUP}; // the pipe that is written to goes with it
        }
        errno = ENOENT;
        std::raise(SIGTERM);
        QCOMPARE(errno, ENOENT);
    }

    void whatIsIgnoredStaysSo()
    {
        std::signal(SIGHUP, SIG_IGN);
        {
            const EndSignals ends{SIGHUP};
            QSignalSpy arrived(&ends, &EndSignals::arrived);
            std::raise(SIGHUP);
            QCoreApplication::processEvents();
            QCOMPARE(arrived.size(), 0);
        }
        QVERIFY(std::signal(SIGHUP, SIG_DFL) == SIG_IGN);
    }
};

QTEST_GUILESS_MAIN(EndSignalsTest)
#include "end_signals_test.moc"
