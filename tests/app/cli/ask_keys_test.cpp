// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "tests/app/cli/cli_process.h"
#include "tests/support/scripted_server.h"

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

/// A key goes to the origin it belongs to and nowhere else.
class AskKeysTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;

    void saveAsDefault(const QString &profile) const
    {
        Settings settings(Paths::inFolder(profile));
        Provider provider;
        provider.id = u"mine"_s;
        provider.name = u"Mine"_s;
        provider.baseUrl = m_server.baseUrl();
        settings.saveProvider(provider);
        Preferences preferences = settings.preferences();
        preferences.defaultProvider = provider.id;
        preferences.defaultModel = u"words-3"_s;
        settings.setPreferences(preferences);
        QVERIFY(settings.flush());
    }
    [[nodiscard]] QByteArray authorization() const
    {
        return m_server.requests().isEmpty() ? QByteArray("no request")
                                             : m_server.requests().last().header("authorization");
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init()
    {
        m_server.forgetRequests();
        m_server.setStrict(false);
        m_server.setScripts("/chat/completions", {});
    }

    void whereAKeyGoes_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("sent");
        const QString base = u"--base-url"_s;
        const QString provider = u"--provider"_s;
        QTest::newRow("DeepInfra's elsewhere") << u"DEEPINFRA_API_KEY"_s << base << QByteArray();
        QTest::newRow("its other name") << u"DEEPINFRA_TOKEN"_s << base << QByteArray();
        QTest::newRow("of OpenAI") << u"OPENAI_API_KEY"_s << base << QByteArray();
        QTest::newRow("ours, to an address")
            << u"DIPTYCH_API_KEY"_s << base << QByteArray("Bearer sesame");
        QTest::newRow("ours, to a provider")
            << u"DIPTYCH_API_KEY"_s << provider << QByteArray("Bearer sesame");
        QTest::newRow("ours, to the default") << u"DIPTYCH_API_KEY"_s << QString() << QByteArray();
    }
    void whereAKeyGoes()
    {
        QFETCH(QString, variable);
        QFETCH(QString, option);
        CliProcess cli;
        saveAsDefault(cli.profile());
        cli.setVariable(variable, u"sesame"_s);
        QStringList arguments{u"ask"_s, u"-m"_s, u"words-3"_s, u"Hello"_s};
        if (option == "--base-url"_L1)
            arguments += {option, m_server.baseUrl().toString()};
        else if (!option.isEmpty())
            arguments += {option, u"mine"_s};
        QCOMPARE(cli.run(arguments), 0);
        QTEST(authorization(), "sent");
    }

    void aMissingKeyNamesItsVariable()
    {
        m_server.setStrict(true);
        CliProcess cli;
        cli.setVariable(u"DIPTYCH_API_KEY"_s, u"sesame"_s);
        QCOMPARE(cli.run({u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(), u"-m"_s,
                          u"words-3"_s, u"Hello"_s}),
                 3);
        QVERIFY(cli.errors().contains("DIPTYCH_API_KEY"));
        QVERIFY(!cli.errors().contains("sesame"));
        QVERIFY(!cli.output().contains("sesame"));
    }

    void aKeyThatWouldBeAHeaderIsRefused()
    {
        CliProcess cli;
        const QStringList ask{u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(),
                              u"-m"_s,  u"words-3"_s,    u"Hello"_s};
        cli.setVariable(u"DIPTYCH_API_KEY"_s, u"sesame\r\nX-Evil: 1"_s);
        QCOMPARE(cli.run(ask), 2);
        QVERIFY(cli.errors().contains("DIPTYCH_API_KEY holds a line break"));
        QVERIFY(!cli.errors().contains("sesame"));
        QVERIFY(m_server.requests().isEmpty());
        cli.setVariable(u"DIPTYCH_API_KEY"_s, u" sesame\r\n"_s);
        QCOMPARE(cli.run(ask), 0);
        QCOMPARE(authorization(), QByteArray("Bearer sesame"));
    }

    void noKeyFollowsARedirectToAnotherOrigin()
    {
        ScriptedServer elsewhere;
        QVERIFY(elsewhere.listen());
        Script redirect = json("{}", 307);
        redirect.headers.append(
            {"Location", elsewhere.baseUrl().toEncoded() + "/chat/completions"});
        m_server.setScripts("/chat/completions", {redirect});
        CliProcess cli;
        cli.setVariable(u"DIPTYCH_API_KEY"_s, u"sesame"_s);
        const int code = cli.run({u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(), u"-m"_s,
                                  u"words-3"_s, u"Hello"_s});
        QCOMPARE(authorization(), QByteArray("Bearer sesame"));
        QVERIFY(code == 0 || elsewhere.requests().isEmpty());
        for (const SeenRequest &request : elsewhere.requests())
            QVERIFY(request.header("authorization").isEmpty());
    }

    void theSavedDefaultAnswers()
    {
        CliProcess cli;
        saveAsDefault(cli.profile());
        QCOMPARE(cli.run({u"ask"_s, u"Hello"_s}), 0);
        QCOMPARE(m_server.requests().last().json()["model"_L1].toString(), u"words-3"_s);
    }
};

QTEST_GUILESS_MAIN(AskKeysTest)
#include "ask_keys_test.moc"
