// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/command_tool.h"
#include "tests/app/tools/tools_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>

using namespace app;
using namespace tests;
using namespace std::chrono_literals;

namespace {

ToolOutcome run(const ToolSource &source, const QJsonObject &arguments = {})
{
    CommandTool tool(source);
    return called(tool, source.name, arguments);
}

/// A tool that is a file, which may be changed.
ToolSource scriptTool(const QString &path, const QByteArray &script)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    ToolSource source;
    source.id = u"script"_s;
    source.name = u"script"_s;
    source.kind = ToolSourceKind::Command;
    source.command.program = path;
    return source;
}

} // namespace

class CommandToolTest : public QObject
{
    Q_OBJECT
private slots:
    void argumentsComeOnStandardInput()
    {
        const ToolOutcome outcome = run(shellTool(u"cat"_s), {{u"city"_s, u"Rome"_s}});
        QCOMPARE(outcome.text, "{\"city\":\"Rome\"}\n");
        QCOMPARE(outcome.structured.value(u"city"_s).toString(), u"Rome"_s);
        QVERIFY(!outcome.isError);
        QVERIFY(outcome.duration.count() >= 0);
    }

    void manyArgumentsThatNobodyReads()
    {
        const ToolOutcome outcome =
            run(shellTool(u"echo done"_s), {{u"text"_s, QString(5'000'000, u'x')}});
        QCOMPARE(outcome.text, "done\n");
    }

    void anotherExitCodeIsAnErrorInItsWords()
    {
        const ToolOutcome outcome = run(shellTool(u"echo no such city >&2; exit 3"_s));
        QVERIFY(outcome.isError);
        QCOMPARE(outcome.failure->code, QString(kToolFailedCode));
        QCOMPARE(outcome.text, "The command “shell” ended with exit code 3.\nno such city");
    }

    void aProgramThatIsNotThere()
    {
        ToolSource source = shellTool({});
        source.command.program = u"/no/such/program"_s;
        const ToolOutcome outcome = run(source);
        QVERIFY(outcome.isError);
        QCOMPARE(outcome.text, "There is no program “/no/such/program” that may be run.");
        QCOMPARE(outcome.duration.count(), -1);
    }

    void noShellReadsTheArguments()
    {
        ToolSource source = shellTool({});
        source.command.program = u"echo"_s;
        source.command.arguments = {u"$HOME; rm -rf x | `id` > y"_s, QString(), u"\"quoted\""_s};
        QCOMPARE(run(confirmed(source)).text, "$HOME; rm -rf x | `id` > y  \"quoted\"\n");
    }

    void theEnvironmentHoldsNoKey()
    {
        qputenv("DEEPINFRA_API_KEY", "secret-of-the-user");
        qputenv("SOME_TOKEN", "secret-of-the-user");
        ToolSource source = shellTool(u"env"_s);
        source.command.environment = {{u"GIVEN"_s, u"by the user"_s}};
        const QByteArray environment = run(confirmed(source)).text;
        QVERIFY(environment.contains("PATH="));
        QVERIFY(environment.contains("GIVEN=by the user"));
        QVERIFY(!environment.contains("secret-of-the-user"));
        qunsetenv("DEEPINFRA_API_KEY");
        qunsetenv("SOME_TOKEN");
    }

    void whatNeverEndsIsKilledWithAllItStarted()
    {
        QTemporaryDir folder;
        const QString pids = folder.filePath(u"pids"_s);
        ToolSource source =
            shellTool(u"sleep 1000 & echo $! >> %1; setsid sleep 1000 & echo $! >> %1; "
                      "(setsid sleep 1000 &) ; sleep 1000"_s.arg(pids));
        source.limits.time = 700ms;
        const ToolOutcome outcome = run(source);
        QCOMPARE(outcome.failure->code, QString(kToolTimeCode));
        QCOMPARE(outcome.text,
                 "The command “shell” was stopped because it took longer than 0.7 s.");
        QFile file(pids);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList started = file.readAll().trimmed().split('\n');
        QCOMPARE(started.size(), 2);
        for (const QByteArray &process : started)
            QTRY_VERIFY(!isAlive(process.toLongLong()));
    }

    void whatALeftBehindProcessDoesEndsToo()
    {
        const ToolOutcome outcome = run(shellTool(
            u"sleep 1000 > /dev/null 2>&1 & echo $!; setsid sleep 1000 >/dev/null 2>&1 & echo $!"_s));
        QVERIFY(!outcome.isError);
        for (const QByteArray &process : outcome.text.trimmed().split('\n'))
            QTRY_VERIFY(!isAlive(process.toLongLong()));
    }

    void tooMuchOutputIsCutOff()
    {
        ToolSource source = shellTool(u"yes"_s);
        source.limits.outputBytes = 1024 * 1024;
        const ToolOutcome outcome = run(source);
        QCOMPARE(outcome.failure->code, QString(kToolOutputCode));
        QCOMPARE(outcome.text, "The command “shell” was stopped because it wrote more than 1 MB.");
    }

    void tooMuchMemoryIsRefused()
    {
        // dd allocates its block at once.
        ToolSource source = shellTool(u"dd if=/dev/zero of=/dev/null bs=200M count=1"_s);
        source.limits.memoryBytes = 64LL * 1024 * 1024;
        const ToolOutcome outcome = run(source);
        QVERIFY(outcome.isError);
        QVERIFY(outcome.text.contains("exit code"));
        source.limits.memoryBytes = 512LL * 1024 * 1024;
        QVERIFY(!run(source).isError);
    }

    void aStopKillsIt()
    {
        QTemporaryDir folder;
        const QString pids = folder.filePath(u"pid"_s);
        CommandTool tool(shellTool(u"echo $$ > %1; sleep 1000"_s.arg(pids)));
        const std::unique_ptr<ToolRun> run(tool.call({}, {}, nullptr));
        QSignalSpy finished(run.get(), &ToolRun::finished);
        run->start();
        QTRY_VERIFY(QFile::exists(pids) && QFileInfo(pids).size() > 1);
        QFile file(pids);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qint64 process = file.readAll().trimmed().toLongLong();
        QVERIFY(isAlive(process));
        run->cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ToolOutcome>().failure->code,
                 QString(kToolStoppedCode));
        QTRY_VERIFY(!isAlive(process));
    }

    void destructionKillsIt()
    {
        QTemporaryDir folder;
        const QString pids = folder.filePath(u"pid"_s);
        CommandTool tool(shellTool(u"echo $$ > %1; trap '' TERM; sleep 1000"_s.arg(pids)));
        std::unique_ptr<ToolRun> run(tool.call({}, {}, nullptr));
        run->start();
        QTRY_VERIFY(QFile::exists(pids) && QFileInfo(pids).size() > 1);
        QFile file(pids);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qint64 process = file.readAll().trimmed().toLongLong();
        run.reset();
        QTRY_VERIFY(!isAlive(process));
    }

    void onlyWhatWasConfirmedIsStarted()
    {
        QTemporaryDir folder;
        ToolSource source = scriptTool(folder.filePath(u"tool"_s), "echo one");
        QCOMPARE(run(source).failure->code, QString(kToolUnconfirmedCode));
        source = confirmed(source);
        QCOMPARE(run(source).text, "one\n");

        scriptTool(folder.filePath(u"tool"_s), "echo two"); // another content
        const ToolOutcome changed = run(source);
        QCOMPARE(changed.failure->code, QString(kToolUnconfirmedCode));
        QCOMPARE(changed.text, "The command of “script” is not the one that was confirmed.");
        QCOMPARE(changed.duration.count(), -1);

        source = confirmed(source);
        source.command.arguments = {u"--more"_s};
        QCOMPARE(run(source).failure->code, QString(kToolUnconfirmedCode));
    }

    void theScriptOfAnInterpreterCounts()
    {
        QTemporaryDir folder;
        ToolSource source = shellTool({});
        source.command.arguments = {folder.filePath(u"tool.sh"_s)};
        scriptTool(folder.filePath(u"tool.sh"_s), "echo one");
        source = confirmed(source);
        QCOMPARE(run(source).text, "one\n");
        scriptTool(folder.filePath(u"tool.sh"_s), "echo two");
        QCOMPARE(run(source).failure->code, QString(kToolUnconfirmedCode));
    }

    void aHostSaysWhyItCannotBeUsed()
    {
        ToolSource source = shellTool(u"cat"_s);
        source.confirmed.clear();
        CommandTool tool(source);
        tool.start();
        QTRY_COMPARE(tool.state(), ToolHost::State::Unusable);
        QCOMPARE(tool.error()->code, QString(kToolUnconfirmedCode));
        QCOMPARE(tool.error()->message, u"The command of “shell” has not been confirmed yet."_s);
        QCOMPARE(tool.tools().first().ref, (ToolRef{u"shell"_s, u"shell"_s}));
    }

    void callsLeaveNothingBehind()
    {
        const auto descriptors = [] {
            return QDir(u"/proc/self/fd"_s)
                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries)
                .size();
        };
        // Workers look through /proc for what a call has left.
        const auto settle = [] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY(QThreadPool::globalInstance()->waitForDone(tests::kPatienceMs));
        };
        const ToolSource source = shellTool(u"echo x"_s);
        QCOMPARE(run(source).text, "x\n");
        settle();
        const auto before = descriptors();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(run(source).text, "x\n");
        settle();
        QCOMPARE(descriptors(), before);
    }
};

QTEST_GUILESS_MAIN(CommandToolTest)
#include "command_tool_test.moc"
