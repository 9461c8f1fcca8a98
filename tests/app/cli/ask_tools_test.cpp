// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/paths.h"
#include "app/store/store.h"
#include "tests/app/cli/cli_process.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"

#include <QFuture>
#include <QJsonArray>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAskPath = "/chat/completions";

/// JSON as it can be written down: with single quotes.
QByteArray wire(QByteArray json)
{
    return json.replace('\'', '"');
}

Script calling(const QByteArray &name, const QByteArray &arguments)
{
    return stream({tests::delta(wire("'tool_calls':[{'index':0,'id':'call_a','type':'function',"
                                     "'function':{'name':'")
                                + name + wire("','arguments':") + quoted(arguments) + "}}]"),
                   finish("tool_calls", kUsage), kDone});
}

Script saying(const QByteArray &words)
{
    return stream({tests::text(words), finish("stop", kUsage), kDone});
}

QByteArray toolFile(const QByteArray &more)
{
    return wire("[{'type':'function','function':{'name':'weather','parameters':{'type':'object'}}"
                + more + "}]");
}

/// The terminal in front of which `diptych-cli` runs, with the user at it.
class UserAtTerminal
{
public:
    UserAtTerminal() : m_terminal(posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK))
    {
        if (grantpt(m_terminal) != 0 || unlockpt(m_terminal) != 0)
            QFAIL("there is no terminal");
    }
    ~UserAtTerminal() { ::close(m_terminal); }
    Q_DISABLE_COPY_MOVE(UserAtTerminal)

    void start(CliProcess &cli, const QStringList &arguments) const
    {
        const QString script = cli.file(u"run.sh"_s, "exec \"$@\" <\"$TTY\" 2>\"$TTY\"");
        cli.setVariable(u"TTY"_s, QString::fromLatin1(ptsname(m_terminal)));
        cli.startThrough({u"/bin/sh"_s, script}, arguments);
    }
    /// Since what was typed last.
    [[nodiscard]] bool sees(const QByteArray &text)
    {
        char bytes[4096];
        for (ssize_t count = 1; count > 0;) {
            count = ::read(m_terminal, bytes, sizeof bytes);
            m_seen.append(bytes, std::max<ssize_t>(count, 0));
        }
        return m_seen.contains(text);
    }
    [[nodiscard]] bool type(const QByteArray &line)
    {
        m_seen.clear();
        return ::write(m_terminal, line.constData(), size_t(line.size())) == ssize_t(line.size());
    }

private:
    int m_terminal;
    QByteArray m_seen;
};

} // namespace

/// `diptych-cli ask` with tools, as a program.
class AskToolsTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;

    [[nodiscard]] QStringList ask(const QStringList &more) const
    {
        return QStringList{u"ask"_s,     u"--base-url"_s, m_server.baseUrl().toString(),
                           u"--model"_s, u"m"_s,          u"--json"_s}
               + more + QStringList{u"Weather?"_s};
    }
    [[nodiscard]] QJsonObject toolMessage() const
    {
        return m_server.requests().at(1).json().value("messages"_L1).toArray().last().toObject();
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init() { m_server.forgetRequests(); }

    void aCommandOfAFile()
    {
        m_server.setScripts(kAskPath,
                            {calling("weather", wire("{'city':'Rome'}")), saying("It is warm.")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile(",'command':['/bin/cat']"));
        QCOMPARE(cli.run(ask({u"--tools"_s, file, u"--approve"_s, u"always"_s})), 0);
        const QJsonObject json = cli.json();
        QCOMPARE(json["choices"_L1][0]["text"_L1].toString(), u"It is warm."_s);
        const QJsonObject call = json["calls"_L1][0].toObject();
        QCOMPARE(call.value("name"_L1).toString(), u"weather"_s);
        QCOMPARE(call.value("arguments"_L1).toString(), QString::fromUtf8(wire("{'city':'Rome'}")));
        QCOMPARE(call.value("result"_L1).toString(), QString::fromUtf8(wire("{'city':'Rome'}\n")));
        QVERIFY(!call.value("is_error"_L1).toBool(true));
        QVERIFY(call.value("duration_ms"_L1).toInteger(-1) >= 0);
        QCOMPARE(toolMessage().value("tool_call_id"_L1).toString(), u"call_a"_s);
        // What is for this program alone is not sent.
        QVERIFY(!m_server.requests().first().body.contains("/bin/cat"));
    }

    void aServer()
    {
        m_server.setScripts(kAskPath,
                            {calling("echo", wire("{'a':1}")), saying("It says it again.")});
        CliProcess cli;
        QCOMPARE(cli.run(ask(
                     {u"--mcp"_s, QStringLiteral(DIPTYCH_FAKE_MCP), u"--approve"_s, u"always"_s})),
                 0);
        const QJsonObject call = cli.json()["calls"_L1][0].toObject();
        QCOMPARE(call.value("source"_L1).toString(), u"diptych-fake-mcp"_s);
        QCOMPARE(call.value("result"_L1).toString(), QString::fromUtf8(wire("{'a':1}")));
        const QJsonArray sent = m_server.requests().first().json().value("tools"_L1).toArray();
        QCOMPARE(sent.size(), 6);
    }

    void withoutATerminalNothingIsAllowed()
    {
        m_server.setScripts(kAskPath, {calling("weather", "{}"), saying("Then not.")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile(",'command':['/bin/cat']"));
        QCOMPARE(cli.run(ask({u"--tools"_s, file})), 0);
        QCOMPARE(toolMessage().value("content"_L1).toString(),
                 u"Nobody is there to allow this call."_s);
        const QJsonObject call = cli.json()["calls"_L1][0].toObject();
        QCOMPARE(call.value("failure"_L1).toString(), u"tool_refused"_s);
        QVERIFY(call.value("duration_ms"_L1).isNull());
    }

    void asksOnTheTerminal_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("told");
        QTest::newRow("yes") << "y\n"_ba << QString::fromUtf8(wire("{'city':'a\u202Eb'}\n"));
        QTest::newRow("no") << "n\n"_ba << u"The user did not allow this call."_s;
        QTest::newRow("a reason") << "Guess it.\n"_ba << u"Guess it."_s;
    }
    void asksOnTheTerminal()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, told);
        m_server.setScripts(kAskPath,
                            {calling("weather", wire("{'city':'a\u202Eb'}")), saying("Well.")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile(",'command':['/bin/cat']"));
        UserAtTerminal user;
        user.start(cli, ask({u"--tools"_s, file}));
        QTRY_VERIFY(user.sees("no > "));
        QVERIFY(user.sees("The model calls weather with"));
        QVERIFY(user.sees("a⟨U+202E⟩b"));
        QVERIFY(!user.sees("v: view all of it"));
        QVERIFY(user.type(typed));
        QVERIFY(cli.waitForEnd());
        QCOMPARE(cli.process().exitCode(), 0);
        QCOMPARE(toolMessage().value("content"_L1).toString(), told);
    }

    void whatIsAllowedCanBeKnown()
    {
        const QByteArray arguments = wire("{'a':'") + QByteArray(15'000, 'x') + "MIDDLE"
                                     + QByteArray(15'000, 'y') + "END" + wire("'}");
        m_server.setScripts(kAskPath, {calling("weather", arguments), saying("Well.")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile(",'command':['/bin/cat']"));
        UserAtTerminal user;
        user.start(cli, ask({u"--tools"_s, file}));
        QTRY_VERIFY(user.sees("no > "));
        QVERIFY(user.sees("xx"));
        QVERIFY(user.sees("yyEND"));
        QVERIFY(!user.sees("MIDDLE"));
        QVERIFY(user.sees(QByteArray::number(arguments.size() - 16'000) + " bytes are not shown"));
        QVERIFY(user.type("v\n"));
        QTRY_VERIFY(user.sees("no > "));
        QVERIFY(user.sees("MIDDLE"));
        QVERIFY(!user.sees("not shown"));
        QVERIFY(user.type("y\n"));
        QVERIFY(cli.waitForEnd());
        QCOMPARE(toolMessage().value("content"_L1).toString(), QString::fromUtf8(arguments + '\n'));
    }

    void never()
    {
        m_server.setScripts(kAskPath, {calling("weather", "{}"), saying("Then not.")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile(",'command':['/bin/cat']"));
        QCOMPARE(cli.run(ask({u"--tools"_s, file, u"--approve"_s, u"never"_s})), 0);
        QCOMPARE(toolMessage().value("content"_L1).toString(),
                 u"The user does not allow calls of this tool."_s);
    }

    void aReplyNeedsNobody()
    {
        m_server.setScripts(kAskPath, {calling("weather", "{}"), saying("Warm.")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile(",'reply':'21 C'"));
        QCOMPARE(cli.run(ask({u"--tools"_s, file})), 0);
        QCOMPARE(toolMessage().value("content"_L1).toString(), u"21 C"_s);
    }

    void definitionsAloneAreOnlyShown()
    {
        m_server.setScripts(kAskPath, {calling("weather", "{}"), saying("never asked")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile({}));
        QCOMPARE(cli.run(ask({u"--tools"_s, file})), 0);
        QCOMPARE(m_server.requests().size(), 1);
        QCOMPARE(cli.json()["choices"_L1][0]["tool_calls"_L1].toArray().size(), 1);
        QVERIFY(!cli.json().contains("calls"_L1));
    }

    void theLoopIsSavedWithAllItsRuns()
    {
        m_server.setScripts(kAskPath, {calling("weather", "{}"), saying("Warm.")});
        CliProcess cli;
        const QString file = cli.file(u"tools.json"_s, toolFile(",'reply':'21 C'"));
        QCOMPARE(cli.run(ask({u"--tools"_s, file, u"--save"_s})), 0);
        Store store(Paths::inFolder(cli.profile()), Store::Role::Guest);
        const auto list = store.conversations();
        QTRY_VERIFY(list.isFinished());
        const auto loaded = store.conversation(list.result()->first().id);
        QTRY_VERIFY(loaded.isFinished());
        const ConversationRecord record = *loaded.result();
        QCOMPARE(record.runs.size(), 2);
        QCOMPARE(record.messages.size(), 4);
        QCOMPARE(record.messages.at(2).role, Role::Tool);
        QCOMPARE(textOf(record.messages.at(3).parts), "Warm.");
        QCOMPARE(record.lanes.first().head, record.messages.at(3).id);
        for (const Run &run : record.runs)
            QCOMPARE(run.status, RunStatus::Complete);
    }

    void usageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("approve") << QStringList{u"--approve"_s, u"maybe"_s}
                                 << "--approve takes ask, always or never, not “maybe”"_ba;
        QTest::newRow("empty server") << QStringList{u"--mcp"_s, u" "_s}
                                      << "--mcp: “ ” is neither a command nor an address"_ba;
    }
    void usageErrors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        CliProcess cli;
        QCOMPARE(cli.run(ask(arguments)), 2);
        QVERIFY2(cli.errors().contains(sentence), cli.errors().constData());
    }

    void aServerThatIsNotThere()
    {
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"--mcp"_s, u"/no/such/server"_s})), 1);
        QVERIFY2(cli.errors().contains("There is no program “/no/such/server” that may be run."),
                 cli.errors().constData());
        QCOMPARE(m_server.requests().size(), 0);
    }
};

QTEST_GUILESS_MAIN(AskToolsTest)
#include "ask_tools_test.moc"
