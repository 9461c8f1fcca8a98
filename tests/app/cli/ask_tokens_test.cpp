// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_tokens.h"

#include "tests/app/cli/cli_process.h"
#include "tests/support/scripted_server.h"

#include <QJsonArray>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

/// `ask --logprobs`: what it sends, and what it tells.
class AskTokensTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;

    [[nodiscard]] QStringList ask(const QStringList &more, const QString &model) const
    {
        return QStringList{u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(), u"--model"_s,
                           model}
               + more;
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init() { m_server.forgetRequests(); }

    void theNumberMayBeLeftOut()
    {
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"--logprobs"_s, u"Hello"_s}, u"logprobs"_s)), 0);
        QJsonObject body = m_server.requests().last().json();
        QCOMPARE(body.value("logprobs"_L1).toBool(), true);
        QVERIFY(!body.contains("top_logprobs"_L1));
        QCOMPARE(cli.run(ask({u"--logprobs"_s, u"5"_s, u"Hello"_s}, u"logprobs"_s)), 0);
        body = m_server.requests().last().json();
        QCOMPARE(body.value("top_logprobs"_L1).toInt(), 5);
        QCOMPARE(cli.run(ask({u"--logprobs"_s, u"21"_s, u"Hello"_s}, u"logprobs"_s)), 2);
        QVERIFY(cli.errors().contains("--logprobs"));
    }

    void theTableIsOnStandardError()
    {
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"--logprobs"_s, u"3"_s, u"Hello"_s}, u"logprobs"_s)), 0);
        QCOMPARE(cli.output(), QByteArray("Hello world.\n"));
        const QByteArrayList lines = cli.errors().split('\n');
        QVERIFY2(lines.contains(" 90.5 %  \"Hello\"              \"Hi\"  8.2 %"),
                 cli.errors().constData());
        QVERIFY2(cli.errors().contains(" 30.1 %  \" world\"             \" there\" 40.7 %  "
                                       "\" you\" 20.2 %"),
                 cli.errors().constData());
        QVERIFY(lines.contains(" 99.0 %  \".\""));
    }

    void jsonHoldsThemAsServersDo()
    {
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"--json"_s, u"--logprobs"_s, u"3"_s, u"Hello"_s}, u"logprobs"_s)),
                 0);
        const QJsonArray tokens =
            QJsonDocument::fromJson(cli.output())["choices"_L1][0]["logprobs"_L1].toArray();
        QCOMPARE(tokens.size(), 3);
        QCOMPARE(tokens.at(1)["token"_L1].toString(), u" world"_s);
        QCOMPARE(tokens.at(1)["bytes"_L1].toArray().size(), 6);
        QVERIFY(qAbs(tokens.at(1)["logprob"_L1].toDouble() + 1.2) < 1e-6);
        QCOMPARE(tokens.at(1)["top_logprobs"_L1][2]["token"_L1].toString(), u" you"_s);
        QVERIFY(!cli.errors().contains('%'));
    }

    void whereThereAreNoneItIsSaid()
    {
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"--logprobs"_s, u"Hello"_s}, u"words-3"_s)), 0);
        QVERIFY(cli.errors().contains("the server told no log probabilities"));
    }

    void partsOfACharacterAreNumbers()
    {
        TokenLogprobs tokens;
        tokens.append("\xC3", -1);
        tokens.append("a\n\"", kUnknownLogprob);
        QCOMPARE(tokenTable(tokens), (QByteArrayList{" 36.8 %  <c3>", "      ?  \"a\\n\\\"\""}));
        QVERIFY(tokensToJson(tokens).at(1)["logprob"_L1].isNull());
    }
};

QTEST_GUILESS_MAIN(AskTokensTest)
#include "ask_tokens_test.moc"
