// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_process.h"
#include "tests/support/scripted_server.h"

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

    void help()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"models"_s, u"--help"_s}), 0);
        for (const char *option : {"--provider", "--base-url", "--json", "--profile"})
            QVERIFY2(cli.output().contains(option), option);
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
