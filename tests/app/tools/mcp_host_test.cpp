// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/mcp/mcp_host.h"
#include "tests/app/tools/tools_fixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace app;
using namespace tests;
using namespace std::chrono_literals;
using State = ToolHost::State;

namespace {

/// A host of the fake server, started.
struct Fake
{
    explicit Fake(const QString &mode = {}, std::chrono::milliseconds time = 60s)
        : host(sourceFor(mode, time), http, secrets)
    {
        host.setFirstRest(10ms);
        host.start();
    }
    static ToolSource sourceFor(const QString &mode, std::chrono::milliseconds time)
    {
        ToolSource source = fakeServer(QStringLiteral(DIPTYCH_FAKE_MCP));
        // The second one means nothing to it, and tells it from all others.
        source.command.arguments = {mode, QUuid::createUuid().toString()};
        source.limits.time = time;
        return confirmed(source);
    }
    [[nodiscard]] bool becomes(State state)
    {
        return QTest::qWaitFor([&] { return host.state() == state; }, kPatienceMs);
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (const Tool &tool : host.tools())
            all.append(tool.ref.name);
        return all;
    }

    HttpClient http;
    MemorySecretStore secrets;
    McpHost host;
};

} // namespace

class McpHostTest : public QObject
{
    Q_OBJECT
private slots:
    void listsItsToolsPageByPage()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        QCOMPARE(fake.names(), (QStringList{u"echo"_s, u"add"_s, u"fail"_s, u"refuse"_s, u"slow"_s,
                                            u"environment"_s}));
        const Tool echo = fake.host.tools().first();
        QCOMPARE(echo.ref, (ToolRef{u"fake"_s, u"echo"_s}));
        QCOMPARE(echo.title, u"The tool echo"_s);
        QCOMPARE(echo.description, u"Does echo"_s);
        QCOMPARE(echo.kind, ToolSourceKind::McpCommand);
        QCOMPARE(echo.schema.value(u"type"_s).toString(), u"object"_s);
    }

    void speaksOlderVersions()
    {
        Fake fake(u"old"_s);
        QVERIFY(fake.becomes(State::Ready));
        QCOMPARE(fake.host.session()->version(), u"2024-11-05"_s);
        QCOMPARE(called(fake.host, u"echo"_s, {{u"a"_s, 1}}).text, "{\"a\":1}");
    }

    void refusesAVersionItDoesNotKnow()
    {
        Fake fake(u"newer"_s);
        QVERIFY(fake.becomes(State::Unusable));
        QVERIFY(fake.host.error()->message.startsWith(
            u"The tool server “fake” speaks version “2099-01-01” of the protocol"_s));
    }

    void aServerWithoutToolsIsReadyAndHasNone()
    {
        Fake fake(u"no-tools"_s);
        QVERIFY(fake.becomes(State::Ready));
        QVERIFY(fake.host.tools().isEmpty());
    }

    void callsSideBySide()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        std::vector<std::unique_ptr<ToolRun>> runs;
        QStringList texts;
        for (int i = 0; i < 20; ++i) {
            runs.emplace_back(fake.host.call(u"echo"_s, {{u"n"_s, i}}, nullptr));
            connect(runs.back().get(), &ToolRun::finished, this,
                    [&texts](const ToolOutcome &outcome) {
                        texts.append(QString::fromUtf8(outcome.text));
                    });
            runs.back()->start();
        }
        QTRY_COMPARE(texts.size(), 20);
        QVERIFY(texts.contains(u"{\"n\":19}"_s));
    }

    void errorsOfAToolAreNoErrorsOfTheServer()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        const ToolOutcome failed = called(fake.host, u"fail"_s);
        QVERIFY(failed.isError);
        QVERIFY(!failed.failure);
        QCOMPARE(failed.text, "it did not work");
        const ToolOutcome refused = called(fake.host, u"refuse"_s);
        QVERIFY(refused.isError);
        QCOMPARE(refused.failure->code, QString(kToolFailedCode));
        QCOMPARE(refused.text, "The tool server “fake” refused the call: no such city");
    }

    void readsEveryKindOfContent()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        const ToolOutcome all = called(fake.host, u"everything"_s);
        QCOMPARE(all.text, "words\n"
                           "[image: image/png, 70 bytes; shown to the user]\n"
                           "[audio: audio/wav, 3 bytes; not shown]\n"
                           "[resource file:///a.txt: a.txt]\n"
                           "[resource file:///b.txt]\ninside\n"
                           "[content of an unknown kind: smell]");
        QCOMPARE(all.images.size(), 1);
        QCOMPARE(all.images.first().mimeType, u"image/png"_s);
        QCOMPARE(all.structured.value(u"sum"_s).toInt(), 3);
        QCOMPARE(called(fake.host, u"structured"_s).text, "{\"sum\":3}");
    }

    void tellsOfProgressAndWaitsLongerForIt()
    {
        Fake fake({}, 2s);
        QVERIFY(fake.becomes(State::Ready));
        const std::unique_ptr<ToolRun> run(fake.host.call(u"slow"_s, {{u"steps"_s, 4}}, nullptr));
        QSignalSpy progress(run.get(), &ToolRun::progressed);
        QCOMPARE(outcomeOf(*run).text, "slow and done");
        QCOMPARE(progress.size(), 4);
        const auto last = progress.last().first().value<ToolProgress>();
        QCOMPARE(last.progress, 4.0);
        QCOMPARE(last.total, std::optional(4.0));
        QCOMPARE(last.message, u"step 4"_s);
    }

    void aStopIsToldToTheServer()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        const std::unique_ptr<ToolRun> run(fake.host.call(u"slow"_s, {{u"steps"_s, 6}}, nullptr));
        QSignalSpy progress(run.get(), &ToolRun::progressed);
        QSignalSpy finished(run.get(), &ToolRun::finished);
        run->start();
        QTRY_VERIFY(!progress.isEmpty());
        run->cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ToolOutcome>().failure->code,
                 QString(kToolStoppedCode));
        QCOMPARE(called(fake.host, u"cancelled"_s).text, "1");
        QCOMPARE(fake.host.state(), State::Ready);
        // Its answer came all the same, and nobody waited for it.
        QVERIFY(fake.host.log().contains("an answer that nobody waits for"));
    }

    void listsAgainWhenTheListChanged()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        QSignalSpy changed(&fake.host, &ToolHost::toolsChanged);
        QCOMPARE(called(fake.host, u"grow"_s).text, "grown");
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(fake.names().contains(u"late"_s));
    }

    void answersWhatItDoesNotServe()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        const QJsonArray answers =
            QJsonDocument::fromJson(called(fake.host, u"ask"_s).text).array();
        QCOMPARE(answers.size(), 3);
        QCOMPARE(answers.at(0)["id"_L1].toString(), u"s1"_s);
        QCOMPARE(answers.at(0)["error"_L1]["code"_L1].toInt(), -32601);
        QCOMPARE(answers.at(1)["error"_L1]["code"_L1].toInt(), -32601);
        QCOMPARE(answers.at(2)["id"_L1].toString(), u"s3"_s);
        QVERIFY(answers.at(2)["result"_L1].isObject());
    }

    void keepsStandardError()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        QCOMPARE(called(fake.host, u"log"_s).text, "logged");
        QTRY_VERIFY(fake.host.log().contains("a line for the log"));
    }

    void theEnvironmentHoldsNoKey()
    {
        qputenv("DEEPINFRA_API_KEY", "secret-of-the-user");
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        const QByteArray environment = called(fake.host, u"environment"_s).text;
        qunsetenv("DEEPINFRA_API_KEY");
        QVERIFY(environment.contains("PATH="));
        QVERIFY(!environment.contains("secret-of-the-user"));
    }

    void badServersCostASentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("hang") << u"The tool server “fake” gave no answer within 1 s."_s;
        QTest::newRow("twice") << u"first"_s;
        QTest::newRow("others-id") << u"for you"_s;
        QTest::newRow("garbage") << u"after garbage"_s;
        QTest::newRow("deep") << u"after depth"_s;
        QTest::newRow("flood")
            << u"The tool server “fake” sends more messages than anybody asked for."_s;
        QTest::newRow("giant") << u"The tool server “fake” sent a line of more than 32 MB."_s;
        QTest::newRow("die") << u"The tool server “fake” ended with exit code 3."_s;
    }
    void badServersCostASentence()
    {
        QFETCH(QString, text);
        const QString mode = QString::fromLatin1(QTest::currentDataTag());
        Fake fake(mode, mode == "hang"_L1 ? 1s : 60s);
        QVERIFY(fake.becomes(State::Ready));
        QCOMPARE(QString::fromUtf8(called(fake.host, u"echo"_s).text), text);
        // Gone on with: in the same server, or in the next one.
        QVERIFY(fake.becomes(State::Ready));
    }

    void aServerThatEndsAgainAndAgainIsLeftAlone()
    {
        Fake fake(u"loop"_s);
        QSignalSpy changed(&fake.host, &ToolHost::stateChanged);
        QVERIFY(fake.becomes(State::Unusable));
        QCOMPARE(fake.host.error()->message, u"The tool server “fake” ended with exit code 7."_s);
        // Starting and resting five times, then a last start and its end.
        QVERIFY(changed.size() <= 12);
        const ToolOutcome outcome = called(fake.host, u"echo"_s);
        QCOMPARE(outcome.text, "The tool server “fake” ended with exit code 7.");
    }

    void aListWithoutAnEndIsCut()
    {
        Fake fake(u"endless-pages"_s);
        QVERIFY(fake.becomes(State::Ready));
        QCOMPARE(fake.host.tools().size(), 100);
        QVERIFY(fake.host.log().contains("lists more tools"));
    }

    void whatIsNotConfirmedIsNotStarted()
    {
        ToolSource source = fakeServer(QStringLiteral(DIPTYCH_FAKE_MCP));
        source.command.arguments = {u"other"_s};
        HttpClient http;
        MemorySecretStore secrets;
        McpHost host(source, http, secrets);
        host.start();
        QTRY_COMPARE(host.state(), State::Unusable);
        QCOMPARE(host.error()->code, QString(kToolUnconfirmedCode));
    }

    void nothingIsLeftBehind_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("ends by itself") << QString();
        QTest::newRow("must be killed") << u"stubborn"_s;
        QTest::newRow("started another one") << u"fork"_s;
    }
    void nothingIsLeftBehind()
    {
        QFETCH(QString, mode);
        auto fake = std::make_unique<Fake>(mode);
        QVERIFY(fake->becomes(State::Ready));
        if (mode == "fork"_L1)
            QVERIFY(!called(fake->host, u"echo"_s).isError);
        const QByteArray mark = fake->host.source().command.arguments.last().toLatin1();
        const auto servers = [mark] {
            int count = 0;
            const QStringList processes =
                QDir(u"/proc"_s).entryList({u"[1-9]*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
            for (const QString &process : processes) {
                QFile line(u"/proc/%1/cmdline"_s.arg(process));
                if (line.open(QIODevice::ReadOnly) && line.readAll().contains(mark))
                    ++count;
            }
            return count;
        };
        QVERIFY(servers() > 0);
        fake->host.stop();
        QTRY_COMPARE(servers(), 0);
    }

    void manyCallsDoNotGrow()
    {
        Fake fake;
        QVERIFY(fake.becomes(State::Ready));
        const auto descriptors = [] {
            return QDir(u"/proc/self/fd"_s)
                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries)
                .size();
        };
        QCOMPARE(called(fake.host, u"echo"_s).text, "{}");
        const auto before = descriptors();
        for (int i = 0; i < 300; ++i)
            QCOMPARE(called(fake.host, u"echo"_s, {{u"n"_s, i}}).text,
                     "{\"n\":" + QByteArray::number(i) + "}");
        QCOMPARE(descriptors(), before);
    }
};

QTEST_GUILESS_MAIN(McpHostTest)
#include "mcp_host_test.moc"
