// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/prompt_folder.h"
#include "tests/app/cli/cli_process.h"
#include "tests/support/patience.h"
#include "tests/support/scripted_server.h"

#include <QJsonArray>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

/// `diptych-cli ask --template`: what is sent, and what is said where something is missing.
class AskTemplateTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;
    std::unique_ptr<CliProcess> m_cli;

    [[nodiscard]] int ask(const QStringList &more)
    {
        return m_cli->run(QStringList{u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(),
                                      u"--model"_s, u"m"_s}
                          + more);
    }
    /// The prompt that the server got.
    [[nodiscard]] QString sent() const
    {
        if (m_server.requests().isEmpty())
            return {};
        const QJsonObject body = m_server.requests().last().json();
        const QJsonValue content = body["messages"_L1].toArray().last()["content"_L1];
        return content.toString();
    }
    void keep(const QString &name, const QString &text) const
    {
        QVERIFY(PromptFolder(Paths::inFolder(m_cli->profile())).save({name, {}, text}, {}));
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init()
    {
        m_server.forgetRequests();
        m_cli = std::make_unique<CliProcess>();
        keep(u"Greet"_s, u"Greet {{who}} in {{language=English}}, {{tone:warmly|briefly}}."_s);
    }

    void variablesAreFilledIn()
    {
        QCOMPARE(ask({u"--template"_s, u"Greet"_s, u"--var"_s, u"who=Ada = Bo"_s, u"--var"_s,
                      u"tone=briefly"_s}),
                 0);
        QCOMPARE(sent(), u"Greet Ada = Bo in English, briefly."_s);
    }

    void thePromptOfTheCallGoesWhereTheCursorIs()
    {
        keep(u"Around"_s, u"Before\n{{cursor}}\nbehind"_s);
        QCOMPARE(ask({u"--template"_s, u"Around"_s, u"this"_s}), 0);
        QCOMPARE(sent(), u"Before\nthis\nbehind"_s);
        QCOMPARE(ask({u"--template"_s, u"Greet"_s, u"--var"_s, u"who=Ada"_s, u"And me."_s}), 0);
        QCOMPARE(sent(), u"Greet Ada in English, warmly.\n\nAnd me."_s);
    }

    void aFileAndWhatComesWithTheProgramAreFoundToo()
    {
        QCOMPARE(
            ask({u"--template"_s, m_cli->file(u"mine.md"_s, "---\ntags: x\n---\nSay {{a=1}}")}), 0);
        QCOMPARE(sent(), u"Say 1"_s);
        QCOMPARE(ask({u"--template"_s, u"translate"_s, u"--var"_s, u"language=French"_s, u"Hi"_s}),
                 0);
        QVERIFY(sent().contains(u"into French"_s) && sent().endsWith(u"Hi"_s));
        QCOMPARE(ask({u"--template"_s, u"Übersetzen"_s, u"Hi"_s}), 0);
        QVERIFY(sent().contains(u"Englische"_s));
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("a variable")
            << QStringList{u"--template"_s, u"Greet"_s} << QByteArray("--var who=");
        QTest::newRow("no choice") << QStringList{u"--template"_s, u"Greet"_s, u"--var"_s,
                                                  u"who=a"_s,      u"--var"_s, u"tone=loudly"_s}
                                   << QByteArray("warmly, briefly");
        QTest::newRow("no such variable") << QStringList{u"--template"_s, u"Greet"_s, u"--var"_s,
                                                         u"who=a"_s,      u"--var"_s, u"whom=b"_s}
                                          << QByteArray("whom");
        QTest::newRow("no such template")
            << QStringList{u"--template"_s, u"Nobody"_s} << QByteArray("Nobody");
        QTest::newRow("no template")
            << QStringList{u"--var"_s, u"a=b"_s, u"Hi"_s} << QByteArray("--template");
        QTest::newRow("no value") << QStringList{u"--template"_s, u"Greet"_s, u"--var"_s, u"who"_s}
                                  << QByteArray("name=value");
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, part);
        QCOMPARE(ask(arguments), 2);
        QVERIFY2(m_cli->errors().contains(part), m_cli->errors().constData());
        QVERIFY(m_server.requests().isEmpty());
    }

    void aTemplateOfTenMegabytesIsRefused()
    {
        const QString path = m_cli->file(u"big.md"_s, QByteArray(10'000'000, 'a'));
        QCOMPARE(ask({u"--template"_s, path}), 2);
        QVERIFY2(m_cli->errors().contains("larger than 1 MiB"), m_cli->errors().constData());
    }
};

QTEST_GUILESS_MAIN(AskTemplateTest)
#include "ask_template_test.moc"
