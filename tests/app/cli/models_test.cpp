// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/paths.h"
#include "tests/app/cli/cli_process.h"
#include "tests/support/scripted_server.h"

#include <QDir>
#include <QJsonArray>

using namespace tests;
using namespace Qt::StringLiterals;

class ModelsTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }

    void aTable()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"models"_s, u"--base-url"_s, m_server.baseUrl().toString()}), 0);
        QVERIFY(cli.output().startsWith("MODEL"));
        QVERIFY(cli.output().contains("openai/gpt-oss-120b"));
    }

    void asJson()
    {
        CliProcess cli;
        QCOMPARE(
            cli.run({u"models"_s, u"--json"_s, u"--base-url"_s, m_server.baseUrl().toString()}), 0);
        const QJsonArray rows = QJsonDocument::fromJson(cli.output()).array();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows)
            QVERIFY(!row["id"_L1].toString().isEmpty());
    }

    void whatIsLeftOutIsCounted()
    {
        m_server.setScripts("/models", {tests::json("{\"data\":[{\"id\":\"a\\nb\"},{\"id\":\"a\"},"
                                                    "{\"id\":\"b\\u001b[2J\"}]}")});
        CliProcess cli;
        const QStringList models{u"models"_s, u"--base-url"_s, m_server.baseUrl().toString()};
        QCOMPARE(cli.run(models), 0);
        QCOMPARE(cli.output().trimmed().count('\n'), 1);
        QVERIFY2(cli.errors().contains("left out: 2 models"), cli.errors().constData());
        m_server.setScripts("/models", {});
        QCOMPARE(cli.run(models), 0);
        QVERIFY(cli.errors().isEmpty());
    }

    void ofTheDemo()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"models"_s, u"--provider"_s, u"demo"_s}), 0);
        QVERIFY(cli.output().contains("diptych/tour"));
    }

    void aDeadServerIsANetworkError()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"models"_s, u"--base-url"_s, u"http://127.0.0.1:1/v1"_s}), 5);
        QVERIFY(!cli.errors().isEmpty());
    }

    void usageErrors()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"models"_s, u"extra"_s, u"--provider"_s, u"demo"_s}), 2);
        QCOMPARE(cli.run({u"models"_s}), 2);
        QCOMPARE(cli.run({u"nonsense"_s}), 2);
        QVERIFY(cli.errors().contains("ask"));
    }

    /// Every command that reads settings says so, once: the file is not there any more then.
    void brokenSettingsAreNamed_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("settings");
        const QString url = m_server.baseUrl().toString();
        const QStringList ask{u"ask"_s, u"--base-url"_s, url, u"-m"_s, u"words-1"_s, u"Hello"_s};
        QTest::newRow("ask") << ask << "{broken"_ba;
        QTest::newRow("ask, a list") << ask << "[]"_ba;
        QTest::newRow("ask, empty") << ask << ""_ba;
        QTest::newRow("models") << QStringList{u"models"_s, u"--base-url"_s, url} << "{broken"_ba;
        QTest::newRow("export") << QStringList{u"export"_s, u"--list"_s} << "{broken"_ba;
        QTest::newRow("record") << QStringList{u"record"_s, u"--list"_s} << "{broken"_ba;
        QTest::newRow("compare") << QStringList{u"compare"_s, u"--base-url"_s, url} << "{broken"_ba;
    }
    void brokenSettingsAreNamed()
    {
        QFETCH(QStringList, command);
        QFETCH(QByteArray, settings);
        CliProcess cli;
        QCOMPARE(cli.run({u"ask"_s, u"--provider"_s, u"demo"_s, u"--save"_s, u"Hello"_s}), 0);
        QVERIFY(!cli.errors().contains("set aside"));
        if (command.first() == "compare"_L1) {
            command +=
                {u"--lane"_s,        u"model=words-1"_s,
                 u"--out"_s,         cli.profile() + u"/out"_s,
                 u"--prompt-file"_s, cli.file(u"prompts.jsonl"_s, R"({"id":1,"prompt":"Hello"})")};
        }
        QFile file(app::Paths::inFolder(cli.profile()).settings());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(settings), settings.size());
        file.close();
        QCOMPARE(cli.run(command), 0);
        const QString folder = app::Paths::inFolder(cli.profile()).config;
        const QStringList aside = QDir(folder).entryList({u"settings.broken-*.json"_s});
        QCOMPARE(aside.size(), 1);
        QVERIFY2(cli.errors().contains(aside.first().toUtf8()), cli.errors().constData());
        QCOMPARE(cli.run(command.first() == "compare"_L1 ? QStringList{u"record"_s, u"--list"_s}
                                                         : command),
                 0);
        QVERIFY(!cli.errors().contains("set aside"));
    }

    void help()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"models"_s, u"--help"_s}), 0);
        for (const char *option :
             {"--provider", "--base-url", "--json", "--profile", "Exit codes", "130"})
            QVERIFY2(cli.output().contains(option), option);
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
