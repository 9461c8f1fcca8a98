// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison that is killed, stopped, or meets a folder that is not as it left it.
#include "tests/app/cli/compare/compare_fixture.h"

#include <csignal>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kChat = "/chat/completions";

Script slowAnswer()
{
    return {.steps = {send(tests::text("Well")), pause(20ms),
                      send(tests::text(" then.") + finish("stop", kUsage) + kDone)}};
}

/// "p1/A/1" … in order.
QStringList allCells(int prompts)
{
    QStringList cells;
    for (int i = 1; i <= prompts; ++i)
        cells += {u"p%1/A/1"_s.arg(i), u"p%1/B/1"_s.arg(i)};
    cells.sort();
    return cells;
}

const QStringList kLanes{u"model=a"_s, u"model=b"_s};

} // namespace

class CompareResumeTest : public QObject
{
    Q_OBJECT
private slots:
    void aKilledComparisonGoesOnWhereItStopped()
    {
        CompareFixture fixture;
        fixture.server.setScripts(kChat, {slowAnswer()});
        const QStringList call =
            fixture.arguments(fixture.prompts(20), kLanes, {u"--concurrency"_s, u"3"_s});
        int kills = 0;
        qsizetype askedInVain = 0;
        for (const qsizetype enough : {5, 14, 27}) {
            fixture.cli.start(call);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.results().size() >= enough, 60'000);
            const qsizetype pid = fixture.cli.process().processId();
            QCOMPARE(::kill(pid_t(pid), SIGKILL), 0);
            QVERIFY(fixture.cli.waitForEnd());
            ++kills;
            askedInVain = fixture.asked().size() - fixture.results().size();
            // What was on its way at a kill, and nothing else, was asked in vain.
            QVERIFY2(askedInVain <= 3 * kills, qPrintable(QString::number(askedInVain)));
        }
        QCOMPARE(fixture.cli.run(call), 0);
        QVERIFY2(fixture.cli.errors().contains("going on"), fixture.cli.errors().constData());
        QCOMPARE(fixture.cells(), allCells(20));
        QCOMPARE(fixture.asked().size(), 40 + askedInVain);

        const qsizetype asked = fixture.asked().size();
        QCOMPARE(fixture.cli.run(call), 0);
        QCOMPARE(fixture.asked().size(), asked);
    }

    void tornAndDoubleLinesAreMended()
    {
        CompareFixture fixture;
        const QStringList call = fixture.arguments(fixture.prompts(3), kLanes);
        QCOMPARE(fixture.cli.run(call), 0);
        const QByteArrayList lines = fixture.bytes(u"results.jsonl"_s).trimmed().split('\n');
        QCOMPARE(lines.size(), 6);

        QFile file(fixture.out() + u"/results.jsonl"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines.at(0) + '\n' + lines.at(1) + '\n' + lines.at(0) + '\n' // double
                   + QByteArray(40, '\0') + '\n' // what a power cut leaves
                   + lines.at(2) + '\n' + lines.at(3).left(lines.at(3).size() / 2)); // torn
        file.close();
        fixture.server.forgetRequests();
        QCOMPARE(fixture.cli.run(call), 0);
        QCOMPARE(fixture.asked().size(), 3);
        QCOMPARE(fixture.cells(), allCells(3));
        QVERIFY2(fixture.cli.errors().contains("3 lines"), fixture.cli.errors().constData());
        QVERIFY(fixture.bytes(u"results.jsonl"_s).startsWith(lines.at(0) + '\n' + lines.at(1)));
    }

    void aWholeLineWithoutItsEndIsAskedAgain()
    {
        CompareFixture fixture;
        const QStringList call = fixture.arguments(fixture.prompts(1), kLanes);
        QCOMPARE(fixture.cli.run(call), 0);
        QFile file(fixture.out() + u"/results.jsonl"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 1));
        file.close();
        QCOMPARE(fixture.cli.run(call), 0);
        QCOMPARE(fixture.cells(), allCells(1));
        QVERIFY(fixture.bytes(u"results.jsonl"_s).endsWith('\n'));
    }

    void anotherComparisonIsRefused_data()
    {
        QTest::addColumn<int>("prompts");
        QTest::addColumn<QStringList>("lanes");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("prompts") << 3 << kLanes << QStringList() << QByteArray("its prompts");
        QTest::newRow("lanes") << 2 << QStringList{u"model=a"_s} << QStringList()
                               << QByteArray("its lanes");
        QTest::newRow("a parameter") << 2 << QStringList{u"model=a"_s, u"model=b,temperature=1"_s}
                                     << QStringList() << QByteArray("its lanes");
        QTest::newRow("repeats") << 2 << kLanes << QStringList{u"--repeat"_s, u"2"_s}
                                 << QByteArray("its number of repeats");
        QTest::newRow("sweep") << 2 << kLanes << QStringList{u"--sweep"_s, u"temperature=0,1"_s}
                               << QByteArray("its sweep");
    }
    void anotherComparisonIsRefused()
    {
        QFETCH(int, prompts);
        QFETCH(QStringList, lanes);
        QFETCH(QStringList, more);
        QFETCH(QByteArray, says);
        CompareFixture fixture;
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(2), kLanes)), 0);
        const QByteArray before = fixture.bytes(u"results.jsonl"_s);
        fixture.server.forgetRequests();
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(prompts), lanes, more)), 2);
        QVERIFY2(fixture.cli.errors().contains(says), fixture.cli.errors().constData());
        QVERIFY(fixture.asked().isEmpty());
        QCOMPARE(fixture.bytes(u"results.jsonl"_s), before);
        // How fast it goes and what it may cost is no part of it.
        QCOMPARE(fixture.cli.run(
                     fixture.arguments(fixture.prompts(2), kLanes, {u"--concurrency"_s, u"2"_s})),
                 0);
    }

    void anotherServerIsAnotherComparison()
    {
        CompareFixture fixture;
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(2), kLanes)), 0);
        ScriptedServer other;
        QVERIFY(other.listen());
        QStringList call = fixture.arguments(fixture.prompts(2), kLanes);
        call.replaceInStrings(fixture.server.baseUrl().toString(), other.baseUrl().toString());
        QCOMPARE(fixture.cli.run(call), 2);
        QVERIFY2(fixture.cli.errors().contains("its lanes"), fixture.cli.errors().constData());
    }

    void resultsOfSomethingElseAreLeftAlone()
    {
        CompareFixture fixture;
        QVERIFY(QDir().mkpath(fixture.out()));
        QFile file(fixture.out() + u"/results.jsonl"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious\n");
        file.close();
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(1), kLanes)), 2);
        QCOMPARE(fixture.bytes(u"results.jsonl"_s), QByteArray("precious\n"));
    }

    void oneProcessAtATime()
    {
        CompareFixture fixture;
        fixture.server.setScripts(kChat, {{.steps = {pause(10min)}}});
        const QStringList call = fixture.arguments(fixture.prompts(1), kLanes);
        fixture.cli.start(call);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.asked().isEmpty(), 60'000);
        CliProcess second;
        QCOMPARE(second.run(call), 2);
        QVERIFY2(second.errors().contains("at work"), second.errors().constData());
        fixture.cli.process().kill();
        QVERIFY(fixture.cli.waitForEnd());
    }

    void aStopWaitsForWhatIsOnItsWay()
    {
        CompareFixture fixture;
        fixture.server.setScripts(
            kChat, {{.steps = {send(tests::text("Well")), pause(500ms),
                               send(tests::text(" then.") + finish("stop", kUsage) + kDone)}}});
        const QStringList call =
            fixture.arguments(fixture.prompts(20), kLanes, {u"--concurrency"_s, u"2"_s});
        fixture.cli.start(call);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.asked().size(), 2, 60'000);
        QCOMPARE(::kill(pid_t(fixture.cli.process().processId()), SIGINT), 0);
        QVERIFY(fixture.cli.waitForEnd());
        QCOMPARE(fixture.cli.process().exitCode(), 130);
        // All that was asked for is there, and the page of it.
        QCOMPARE(fixture.results().size(), fixture.asked().size());
        QVERIFY(fixture.results().size() < 40);
        QCOMPARE(fixture.results().first()["text"_L1].toString(), u"Well then."_s);
        QVERIFY(!fixture.bytes(u"index.html"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(CompareResumeTest)
#include "compare_resume_test.moc"
