// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/paths.h"
#include "app/store/store.h"
#include "tests/app/cli/cli_process.h"
#include "tests/support/patience.h"
#include "tests/support/picture_files.h"
#include "tests/support/scenarios.h"
#include "tests/support/scripted_server.h"

#include <QBuffer>
#include <QFuture>
#include <QImage>
#include <QJsonArray>

#include <csignal>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

int exitCodeFor(const Expected &expected)
{
    switch (expected.status) {
    case RunStatus::Complete:
        return 0;
    case RunStatus::CutOff:
        return 6;
    case RunStatus::Cancelled:
        return 130;
    case RunStatus::Failed:
        break;
    }
    switch (*expected.error) {
    case ErrorKind::Unauthorised:
        return 3;
    case ErrorKind::RateLimited:
        return 4;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
        return 5;
    case ErrorKind::Server:
    case ErrorKind::BadResponse:
    case ErrorKind::Storage:
        return 1;
    default:
        return 7;
    }
}

QByteArray png()
{
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray bytesIn(const QJsonValue &part)
{
    const QString url = part["image_url"_L1]["url"_L1].toString();
    return QByteArray::fromBase64(url.mid(url.indexOf(u',') + 1).toLatin1());
}

QImage imageIn(const QJsonValue &part)
{
    return QImage::fromData(bytesIn(part));
}

QList<ConversationSummary> conversationsOf(const QString &profile)
{
    Store store(Paths::inFolder(profile), Store::Role::Guest);
    const auto future = store.conversations();
    const bool done = QTest::qWaitFor([&] { return future.isFinished(); }, tests::kPatienceMs);
    return done && future.result() ? *future.result() : QList<ConversationSummary>{};
}

} // namespace

/// `diptych-cli ask` as a program: what it prints, sends and leaves with.
class AskTest : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;

    [[nodiscard]] QStringList ask(const QStringList &more, const QString &model = u"m"_s) const
    {
        return QStringList{u"ask"_s, u"--base-url"_s, m_server.baseUrl().toString(), u"--model"_s,
                           model}
               + more;
    }

private slots:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void init()
    {
        m_server.forgetRequests();
        m_server.setScripts("/chat/completions", {});
        m_server.setStrict(false);
    }

    void scenario_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const Scenario &each : scenarios()) {
            // The others wait in earnest, seconds or minutes.
            if (each.expected.requests == 1 && !each.name.startsWith("silence")
                && !each.modelThinks)
                QTest::newRow(each.name.constData()) << each.name;
        }
    }
    void scenario()
    {
        QFETCH(QByteArray, name);
        const Scenario &played = *findScenario(name);
        const Expected &expected = played.expected;
        CliProcess cli;
        QStringList arguments = ask({u"--json"_s, u"Hello"_s}, QString::fromLatin1(name));
        if (!played.streams)
            arguments.insert(1, u"--no-stream"_s);
        QCOMPARE(cli.run(arguments), exitCodeFor(expected));
        const QJsonObject json = cli.json();
        QCOMPARE(json["status"_L1].toString(), QString(runStatusName(expected.status)));
        const QString kind = expected.error ? QString(errorKindName(*expected.error)) : QString();
        QCOMPARE(json["error"_L1]["kind"_L1].toString(), kind);
        QCOMPARE(json["usage"_L1].isNull(), !expected.usage.has_value());
        QCOMPARE(json["malformed_events"_L1].toInt(), expected.malformedEvents);
        QCOMPARE(cli.errors().contains("could not be read of the stream"),
                 expected.malformedEvents > 0);
        const QJsonArray choices = json["choices"_L1].toArray();
        QCOMPARE(choices.size(), expected.choices.size());
        for (const Choice &choice : expected.choices) {
            const QJsonValue printed = choices.at(choice.index);
            QCOMPARE(printed["text"_L1].toString(), QString::fromUtf8(choice.text));
            QCOMPARE(printed["reasoning"_L1].toString(), QString::fromUtf8(choice.reasoning));
            QCOMPARE(printed["finish_reason"_L1].toString(), choice.finishReason);
            QCOMPARE(printed["tool_calls"_L1].toArray().size(), choice.toolCalls.size());
        }
        QCOMPARE(m_server.requests().size(), 1);
    }

    void theObjectHasItsShape()
    {
        CliProcess cli;
        m_server.setScripts("/chat/completions",
                            {stream({text("Hi"), finish("stop", kUsage), kDone})});
        QCOMPARE(cli.run(ask({u"--json"_s, u"Hello"_s})), 0);
        const QJsonObject json = cli.json();
        QCOMPARE(json.keys(), (QStringList{u"choices"_s, u"cost_usd"_s, u"error"_s, u"model"_s,
                                           u"record_id"_s, u"retries"_s, u"service_tier"_s,
                                           u"status"_s, u"timings"_s, u"usage"_s}));
        QCOMPARE(json["choices"_L1][0].toObject().keys(),
                 (QStringList{u"finish_reason"_s, u"index"_s, u"reasoning"_s, u"text"_s,
                              u"tool_calls"_s}));
        QCOMPARE(json["timings"_L1].toObject().keys(),
                 (QStringList{u"first_token_ms"_s, u"headers_ms"_s, u"total_ms"_s}));
        QVERIFY(json["error"_L1].isNull());
        QVERIFY(json["record_id"_L1].isNull()); // nothing is kept
        QVERIFY(json["service_tier"_L1].isNull());
        QVERIFY(json["cost_usd"_L1].isDouble());
        QVERIFY(json["timings"_L1]["total_ms"_L1].toInt(-1) >= 0);
        QCOMPARE(cli.output().count('\n'), 1);
    }

    void anAnswerIsGoneOnWith()
    {
        CliProcess cli;
        const auto piece = [](const QByteArray &said, const QByteArray &reason) {
            return stream({text(said), finish(reason, kUsage), kDone});
        };
        m_server.setScripts(
            "/chat/completions",
            {piece("One, ", "length"), piece("two, ", "length"), piece("three.", "stop")});
        m_server.forgetRequests();
        QCOMPARE(cli.run(ask({u"--continue"_s, u"3"_s, u"--save"_s, u"Count"_s})), 0);
        QCOMPARE(cli.output(), QByteArray("One, two, three.\n"));
        QCOMPARE(m_server.requests().size(), 3);
        const QJsonObject last = m_server.requests().last().json();
        QCOMPARE(last["messages"_L1][1]["content"_L1].toString(), u"One, two, "_s);
        QVERIFY(!last.contains("auto_continue"_L1));

        m_server.setScripts(
            "/chat/completions",
            {piece("One, ", "length"), piece("two, ", "length"), piece("three.", "stop")});
        QCOMPARE(cli.run(ask({u"--continue"_s, u"1"_s, u"--json"_s, u"Count"_s})), 0);
        const QJsonObject json = cli.json();
        QCOMPARE(json["continuations"_L1].toInt(), 1);
        QCOMPARE(json["choices"_L1][0]["text"_L1].toString(), u"One, two, "_s);
        QCOMPARE(json["choices"_L1][0]["finish_reason"_L1].toString(), u"length"_s);
        QCOMPARE(json["usage"_L1]["completion_tokens"_L1].toInt(), 6);
    }

    void severalAnswers()
    {
        CliProcess cli;
        const Script one = stream({text("Hi"), finish("stop", kUsage), kDone});
        const Script refused = tests::json(
            R"({"error":{"message":"n must be 1","param":"n","type":"invalid_request_error"}})",
            400);
        m_server.setScripts("/chat/completions", {refused, one});
        m_server.forgetRequests();
        QCOMPARE(cli.run(ask({u"--n"_s, u"3"_s, u"--json"_s, u"Greet"_s})), 0);
        QCOMPARE(m_server.requests().size(), 4);
        const QJsonObject json = cli.json();
        QCOMPARE(json["choices"_L1].toArray().size(), 3);
        QCOMPARE(json["choices"_L1][2]["index"_L1].toInt(), 2);
        QCOMPARE(json["requests"_L1].toInt(), 3);

        m_server.setScripts("/chat/completions", {one});
        QCOMPARE(cli.run(ask({u"--n"_s, u"2"_s, u"Greet"_s})), 0);
        QCOMPARE(cli.output(), QByteArray("Hi\n--- 2 ---\nHi\n"));
    }

    void theTextGoesToStandardOutputAsItIs()
    {
        CliProcess cli;
        m_server.setScripts("/chat/completions",
                            {stream({delta(R"("reasoning_content":"Hm")"), text("\x1b[1mÜ"),
                                     finish("stop"), kDone})});
        QCOMPARE(cli.run(ask({u"Hello"_s})), 0);
        QCOMPARE(cli.output(), QByteArray("\x1b[1mÜ\n"));
        QCOMPARE(cli.errors(), QByteArray());
    }

    void aTerminalSeesNoControlCharacters()
    {
        const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
        const QByteArray name = ptsname(terminal);
        m_server.setScripts("/chat/completions",
                            {stream({delta(R"("reasoning_content":"Hm")"), text("\x1b[1mÜ"),
                                     finish("stop"), kDone})});
        CliProcess cli;
        const QString script = cli.file(u"run.sh"_s, R"(exec "$@" >"$TTY" 2>"$TTY")");
        cli.setVariable(u"TTY"_s, QString::fromLatin1(name));
        cli.startThrough({u"/bin/sh"_s, script}, ask({u"Hello"_s}));
        QVERIFY(cli.waitForEnd());
        QByteArray seen(4096, '\0');
        const auto bytes = read(terminal, seen.data(), size_t(seen.size()));
        close(terminal);
        QVERIFY(bytes > 0);
        QCOMPARE(seen.first(bytes), QByteArray("\x1b[2mHm\x1b[0m\r\n␛[1mÜ\r\n"));
    }

    void aStopStillPrintsTheObject()
    {
        m_server.setScripts("/chat/completions", {{.steps = {send(text("Well")), pause(60s)}}});
        CliProcess cli;
        cli.start(ask({u"Hello"_s}));
        QByteArray printed;
        QTRY_VERIFY_WITH_TIMEOUT(
            (printed += cli.process().readAllStandardOutput(), printed == "Well"),
            tests::kPatienceMs);
        ::kill(pid_t(cli.process().processId()), SIGINT);
        QVERIFY(cli.waitForEnd());
        QCOMPARE(cli.process().exitCode(), 130);

        m_server.forgetRequests();
        cli.start(ask({u"--json"_s, u"Hello"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(m_server.requests().size(), 1, tests::kPatienceMs);
        ::kill(pid_t(cli.process().processId()), SIGINT);
        QVERIFY(cli.waitForEnd());
        QCOMPARE(cli.process().exitCode(), 130);
        const auto json = QJsonDocument::fromJson(cli.process().readAllStandardOutput());
        QCOMPARE(json["status"_L1].toString(), u"cancelled"_s);
        QCOMPARE(json["error"_L1]["kind"_L1].toString(), u"cancelled"_s);
    }

    void aStopIsHeardWhileThePromptIsRead_data()
    {
        QTest::addColumn<bool>("json");
        QTest::newRow("text") << false;
        QTest::newRow("json") << true;
    }
    void aStopIsHeardWhileThePromptIsRead()
    {
        QFETCH(bool, json);
        CliProcess cli;
        cli.startWithInput(ask(json ? QStringList{u"--json"_s, u"-"_s} : QStringList{u"-"_s}));
        cli.process().write(QByteArray(4'000'000, 'x'));
        // No pipe holds so much: the program reads, and waits for more.
        QTRY_COMPARE_WITH_TIMEOUT(cli.process().bytesToWrite(), 0, tests::kPatienceMs);
        ::kill(pid_t(cli.process().processId()), SIGINT);
        QVERIFY(cli.waitForEnd());
        QCOMPARE(cli.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(cli.process().exitCode(), 130);
        QVERIFY(m_server.requests().isEmpty());
        const QByteArray output = cli.process().readAllStandardOutput();
        const QJsonObject object = QJsonDocument::fromJson(output).object();
        QCOMPARE(output.isEmpty(), !json);
        QCOMPARE(object["status"_L1].toString(), json ? u"cancelled"_s : QString());
        QCOMPARE(object["model"_L1].toString(), json ? u"m"_s : QString());
    }

    void aClosedInputIsAnEmptyOne()
    {
        CliProcess cli;
        cli.startThrough({u"sh"_s, u"-c"_s, u"exec \"$@\" <&-"_s, u"sh"_s}, ask({u"-"_s}));
        QVERIFY(cli.waitForEnd());
        QCOMPARE(cli.process().exitCode(), 2);
        QVERIFY(cli.process().readAllStandardError().contains("there is no prompt"));
    }

    void usageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("no prompt") << ask({}) << QByteArray("prompt");
        QTest::newRow("two prompts") << ask({u"a"_s, u"b"_s}) << QByteArray("one prompt");
        QTest::newRow("unknown option") << ask({u"--colour"_s, u"x"_s}) << QByteArray("colour");
        QTest::newRow("unknown parameter")
            << ask({u"--set"_s, u"heat=1"_s, u"x"_s}) << QByteArray("heat");
        QTest::newRow("out of range")
            << ask({u"--set"_s, u"temperature=9"_s, u"x"_s}) << QByteArray("temperature");
        QTest::newRow("no value") << ask({u"--set"_s, u"seed"_s, u"x"_s}) << QByteArray("seed");
        QTest::newRow("a key as an option")
            << ask({u"--api-key"_s, u"k"_s, u"x"_s}) << QByteArray("api-key");
        QTest::newRow("too many answers") << ask({u"--n"_s, u"9"_s, u"x"_s}) << QByteArray("--n");
        QTest::newRow("no JSON") << ask({u"--extra-json"_s, u"{"_s, u"x"_s})
                                 << QByteArray("--extra-json");
        QTest::newRow("no such file")
            << ask({u"--tools"_s, u"/nowhere.json"_s, u"x"_s}) << QByteArray("/nowhere.json");
        QTest::newRow("no such picture")
            << ask({u"--image"_s, u"/nowhere.png"_s, u"x"_s}) << QByteArray("/nowhere.png");
        QTest::newRow("two servers")
            << ask({u"--provider"_s, u"demo"_s, u"x"_s}) << QByteArray("--provider");
        QTest::newRow("a setting of chats")
            << ask({u"--set"_s, u"leave_out_rounds=1"_s, u"x"_s}) << QByteArray("leave_out_rounds");
        QTest::newRow("streamed and not")
            << ask({u"--no-stream"_s, u"--set"_s, u"stream=true"_s, u"x"_s})
            << QByteArray("--no-stream and --set stream=true");
        QTest::newRow("unknown provider")
            << QStringList{u"ask"_s, u"--provider"_s, u"nobody"_s, u"x"_s} << QByteArray("nobody");
        QTest::newRow("no address")
            << QStringList{u"ask"_s, u"--base-url"_s, u"localhost:1"_s, u"x"_s}
            << QByteArray("localhost:1");
        QTest::newRow("no server, and no demo by itself")
            << QStringList{u"ask"_s, u"x"_s} << QByteArray("DEEPINFRA_API_KEY");
        QTest::newRow("no model") << QStringList{u"ask"_s, u"--base-url"_s,
                                                 m_server.baseUrl().toString(), u"x"_s}
                                  << QByteArray("--model");
    }
    void usageErrors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        CliProcess cli;
        QCOMPARE(cli.run(arguments), 2);
        QVERIFY2(cli.errors().contains(named), cli.errors().constData());
        QVERIFY(cli.errors().contains("--help"));
        QVERIFY(cli.output().isEmpty());
        QVERIFY(m_server.requests().isEmpty());
    }

    void optionsBecomeTheRequest()
    {
        CliProcess cli;
        const QString tools = cli.file(
            u"tools.json"_s, R"([{"type":"function","function":{"name":"f","parameters":{}}}])");
        const QString format = cli.file(u"format.json"_s, R"({"type":"json_object"})");
        const QString picture = cli.file(u"red.png"_s, png());
        const QString messages = cli.file(
            u"messages.json"_s,
            R"([{"role":"user","content":"One","name":"n"},{"role":"assistant","content":"1"}])");
        QCOMPARE(
            cli.run(ask({u"-s"_s, u"Brief."_s, u"-i"_s, picture, u"--set"_s, u"temperature=0.5"_s,
                         u"--set"_s, u"stop=[\"a\",\"b\"]"_s, u"--tools"_s, tools,
                         u"--response-format"_s, format, u"--extra-json"_s, u"{\"x\":{\"y\":1}}"_s,
                         u"--messages"_s, messages, u"--no-stream"_s, u"-"_s}),
                    "Two\n"),
            8); // "Hello world" is no JSON object
        const QJsonObject body = m_server.requests().last().json();
        QCOMPARE(body["temperature"_L1].toDouble(), 0.5);
        QCOMPARE(body["stop"_L1].toArray(), (QJsonArray{u"a"_s, u"b"_s}));
        QCOMPARE(body["tools"_L1].toArray().size(), 1);
        QCOMPARE(body["response_format"_L1]["type"_L1].toString(), u"json_object"_s);
        QCOMPARE(body["x"_L1]["y"_L1].toInt(), 1);
        QCOMPARE(body["stream"_L1].toBool(true), false);
        const QJsonArray sent = body["messages"_L1].toArray();
        QCOMPARE(sent.size(), 4);
        QCOMPARE(sent.at(0)["role"_L1].toString(), u"system"_s);
        QCOMPARE(sent.at(1)["name"_L1].toString(), u"n"_s);
        const QJsonArray parts = sent.at(3)["content"_L1].toArray();
        QVERIFY(parts.at(0)["image_url"_L1]["url"_L1].toString().startsWith(
            "data:image/png;base64,"_L1));
        QCOMPARE(parts.at(1)["text"_L1].toString(), u"Two\n"_s);
    }

    void aStreamIsSentAsItIsSet_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("streams");
        const QString set = u"--set"_s;
        QTest::newRow("nothing") << QStringList{} << true;
        QTest::newRow("set") << QStringList{set, u"stream=true"_s} << true;
        QTest::newRow("set off") << QStringList{set, u"stream=false"_s} << false;
        QTest::newRow("option") << QStringList{u"--no-stream"_s} << false;
        QTest::newRow("both") << QStringList{u"--no-stream"_s, set, u"stream=false"_s} << false;
    }
    void aStreamIsSentAsItIsSet()
    {
        QFETCH(QStringList, options);
        CliProcess cli;
        QCOMPARE(cli.run(ask(options + QStringList{u"Hello"_s}, u"words-2"_s)), 0);
        QTEST(m_server.requests().last().json()["stream"_L1].toBool(), "streams");
        QCOMPARE(cli.output().trimmed().split(' ').size(), 2);
    }

    void aSeedIsSentToItsLastDigit()
    {
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"--set"_s, u"seed=9223372036854775807"_s, u"Hello"_s})), 0);
        QVERIFY(m_server.requests().last().body.contains(R"("seed":9223372036854775807)"));
    }

    void imagesPagesAndAddressesGoInTheOrderGiven()
    {
        CliProcess cli;
        const QString photo = cli.file(u"photo.jpg"_s, jpegWithExif(halves(2600, 1300), 6));
        const QString pdf = cli.file(u"report.pdf"_s, samplePdf(9));
        const QString moving = cli.file(u"moving.gif"_s, animatedGif());
        QCOMPARE(
            cli.run(ask({u"--image"_s, photo, u"--image"_s, u"https://x.org/a.png"_s, u"--image"_s,
                         pdf, u"--image"_s, moving, u"--pages"_s, u"4,1"_s, u"What?"_s},
                        u"words-3"_s)),
            0);
        QVERIFY(cli.errors().contains("2 pictures; only the first one"));
        const QByteArray body = m_server.requests().last().body;
        const QJsonArray parts = m_server.requests()
                                     .last()
                                     .json()["messages"_L1]
                                     .toArray()
                                     .first()["content"_L1]
                                     .toArray();
        QCOMPARE(parts.size(), 6);
        const QImage first = imageIn(parts.at(0));
        QCOMPARE(first.size(), QSize(1024, 2048)); // upright, no longer than the preferences say
        QVERIFY(first.pixelColor(500, 100).red() > 150);
        QVERIFY(first.pixelColor(500, 1900).blue() > 150);
        QVERIFY(!bytesIn(parts.at(0)).contains(kSecretPlace));
        QVERIFY(!bytesIn(parts.at(0)).contains("Exif"));
        QCOMPARE(parts.at(1)["image_url"_L1]["url"_L1].toString(), u"https://x.org/a.png"_s);
        QCOMPARE(imageIn(parts.at(2)).pixelColor(100, 100), QColor(0, 0, 255)); // page 4
        QCOMPARE(imageIn(parts.at(3)).pixelColor(100, 100), QColor(255, 0, 0)); // page 1
        QCOMPARE(imageIn(parts.at(3)).size(), QSize(2048, 1024));
        QCOMPARE(imageIn(parts.at(4)).size(), QSize(1, 1));
        QCOMPARE(parts.at(5)["text"_L1].toString(), u"What?"_s);
        QVERIFY(!body.contains("report.pdf"));
    }

    void imagesThatCannotGoAreUsageErrors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QString &fileName, const QByteArray &file,
                            const QByteArray &said, const QStringList &more = {}) {
            QTest::newRow(name) << fileName << file << more << said;
        };
        row("too many pages", u"a.pdf"_s, samplePdf(10'000), "at most 20 pages; name them");
        row("no such page", u"a.pdf"_s, samplePdf(3), "no page 4; the last one is 3",
            {u"--pages"_s, u"4"_s});
        row("no page numbers", u"a.pdf"_s, samplePdf(3), "names no pages",
            {u"--pages"_s, u"cover"_s});
        row("locked", u"a.pdf"_s, lockedPdf(), "needs a password");
        row("pages of a picture", u"a.png"_s, png(), "--pages needs a PDF file",
            {u"--pages"_s, u"1"_s});
        row("drawing", u"a.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg'/>", "drawings");
        row("empty", u"a.png"_s, "", "empty");
    }

    void imagesThatCannotGoAreUsageErrors()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, file);
        QFETCH(QStringList, more);
        QFETCH(QByteArray, said);
        CliProcess cli;
        QCOMPARE(cli.run(ask(QStringList{u"--image"_s, cli.file(name, file)} + more
                             + QStringList{u"x"_s})),
                 2);
        QVERIFY2(cli.errors().contains(said), cli.errors().constData());
        QVERIFY(m_server.requests().isEmpty());
    }

    void anImageByAddressIsKeptAndNotFetched()
    {
        CliProcess cli;
        const QString address = m_server.baseUrl().toString() + u"/cat.png"_s;
        QCOMPARE(cli.run(ask({u"--save"_s, u"--image"_s, address, u"x"_s}, u"words-3"_s)), 0);
        QCOMPARE(m_server.requests().size(), 1);
        Store store(Paths::inFolder(cli.profile()), Store::Role::Guest);
        const auto future = store.conversation(conversationsOf(cli.profile()).first().id);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
        const auto *image =
            std::get_if<ImagePart>(&future.result()->messages.first().parts.first());
        QVERIFY(image);
        QCOMPARE(image->url, address);
    }

    /// The answer is printed as it came; what is kept has its pictures beside it.
    void picturesOfAnAnswerAreKeptAsBlobs()
    {
        QImage image(40, 30, QImage::Format_RGB32);
        for (int i = 0; i < 1200; ++i)
            image.setPixel(i % 40, i / 40, qRgb(i * 7, i * 3, i));
        const QByteArray picture = encodedAs(image, "png");
        const QByteArray said =
            "Here: ![it](data:image/png;base64," + picture.toBase64() + ") is it.";
        m_server.setScripts("/chat/completions", {stream({text(said), finish("stop"), kDone})});
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"--save"_s, u"Draw"_s})), 0);
        QCOMPARE(cli.output().trimmed(), said);
        Store store(Paths::inFolder(cli.profile()), Store::Role::Guest);
        const auto future = store.conversation(conversationsOf(cli.profile()).first().id);
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
        const Parts parts = future.result()->messages.last().parts;
        QCOMPARE(parts.size(), 2);
        const auto *kept = std::get_if<ImagePart>(&parts.first());
        QVERIFY(kept);
        QCOMPARE(QSize(kept->width, kept->height), QSize(40, 30));
        QCOMPARE(textOf(parts),
                 "Here: ![it](data:image/png;base64,sha256-" + kept->sha256 + ") is it.");
        const auto blob = store.blob(kept->sha256);
        QTRY_VERIFY(blob.isFinished());
        QVERIFY(blob.result());
        QCOMPARE(*blob.result(), picture);
    }

    void messagesAloneAreEnough()
    {
        CliProcess cli;
        const QString messages =
            cli.file(u"messages.json"_s, R"([{"role":"user","content":"One"}])");
        QCOMPARE(cli.run(ask({u"--messages"_s, messages})), 0);
        QCOMPARE(m_server.requests().last().json()["messages"_L1].toArray().size(), 1);
    }

    /// What is kept is what is sent, so what cannot be kept is refused.
    void messagesAreKeptAsTheyAreOrRefused_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("isKept");
        const QByteArray image =
            R"({"type":"image_url","image_url":{"url":"https://x.org/a.png"}})";
        const QByteArray text = R"({"type":"text","text":"a"})";
        const auto user = [](const QByteArray &content) {
            return R"({"role":"user","content":)" + content + "}";
        };
        QTest::newRow("text") << user("\"a\"") << true;
        QTest::newRow("one part") << user("[" + text + "]") << true;
        QTest::newRow("image, text") << user("[" + image + "," + text + "]") << true;
        QTest::newRow("nothing beside")
            << R"({"role":"user","content":"a","name":null,"annotations":[]})"_ba << true;
        QTest::newRow("reasoning")
            << R"({"role":"assistant","content":"a","reasoning_content":"r"})"_ba << true;
        QTest::newRow("name") << R"({"role":"user","content":"a","name":"n"})"_ba << false;
        QTest::newRow("text, image") << user("[" + text + "," + image + "]") << false;
        QTest::newRow("two texts") << user("[" + text + "," + text + "]") << false;
        QTest::newRow("detail") << user(
            R"([{"type":"image_url","image_url":{"url":"https://x.org/a.png",)"
            R"("detail":"low"}}])")
                                << false;
        QTest::newRow("cache control")
            << user(R"([{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}])")
            << false;
        QTest::newRow("unknown member")
            << R"({"role":"assistant","content":"a","audio":{"id":"x"}})"_ba << false;
        QTest::newRow("call without a result")
            << R"({"role":"assistant","content":"a","tool_calls":[{"id":"c","type":"function",)"
               R"("function":{"name":"f","arguments":"{}"}}]})"_ba
            << false;
    }
    void messagesAreKeptAsTheyAreOrRefused()
    {
        QFETCH(QByteArray, message);
        QFETCH(bool, isKept);
        CliProcess cli;
        const QString messages =
            cli.file(u"messages.json"_s, R"([{"role":"user","content":"First"},)" + message + "]");
        const QStringList arguments = ask({u"--messages"_s, messages, u"Then"_s}, u"words-3"_s);
        QCOMPARE(cli.run(arguments + QStringList{u"--save"_s}), isKept ? 0 : 2);
        QCOMPARE(m_server.requests().size(), isKept ? 1 : 0);
        const bool isNamed = cli.errors().contains("message 2 of --messages")
                             && cli.errors().contains("leave out --save");
        QCOMPARE(isNamed, !isKept);
        QCOMPARE(cli.run(arguments), 0); // as it is
        QCOMPARE(m_server.requests().last().json()["messages"_L1][1].toObject(),
                 QJsonDocument::fromJson(message).object());
    }

    void onlySaveKeepsAnything()
    {
        CliProcess cli;
        QCOMPARE(cli.run(ask({u"Hello"_s}, u"words-3"_s)), 0);
        QVERIFY(!QFile::exists(Paths::inFolder(cli.profile()).store()));

        const QString messages =
            cli.file(u"messages.json"_s,
                     R"([{"role":"user","content":"First"},{"role":"assistant","content":"1"}])");
        QCOMPARE(cli.run(ask({u"--save"_s, u"--messages"_s, messages, u"Second"_s}, u"words-3"_s)),
                 0);
        const QByteArray answer = cli.output().trimmed();
        const auto kept = conversationsOf(cli.profile());
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().title, u"First"_s);
        Store store(Paths::inFolder(cli.profile()), Store::Role::Guest);
        const auto future = store.conversation(kept.first().id);
        QTRY_VERIFY(future.isFinished());
        const auto record = future.result();
        QVERIFY(record);
        QCOMPARE(record->messages.size(), 4);
        QCOMPARE(textOf(record->messages.last().parts), answer);
        QCOMPARE(record->messages.last().state, MessageState::Complete);
        QCOMPARE(record->lanes.first().head, record->messages.last().id);
        QCOMPARE(record->runs.size(), 1);
        QCOMPARE(record->runs.first().status, RunStatus::Complete);
    }

    void theDemoAnswersWhenAsked()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"ask"_s, u"--provider"_s, u"demo"_s, u"--json"_s, u"Hello"_s}), 0);
        QVERIFY(!cli.json()["choices"_L1][0]["text"_L1].toString().isEmpty());
    }

    void helpNamesEveryOption()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"ask"_s, u"--help"_s}), 0);
        for (const char *option :
             {"--provider", "--base-url", "--model", "--system", "--image", "--pages", "--set",
              "--tools", "--response-format", "--extra-json", "--messages", "--no-stream", "--save",
              "--json", "--profile", "PROMPT", "temperature", "DIPTYCH_API_KEY", "130"})
            QVERIFY2(cli.output().contains(option), option);
        QVERIFY(cli.output().contains("-9223372036854775808 … 9223372036854775807")); // of a seed
        QVERIFY(!cli.output().contains("leave_out_rounds")); // it is refused
    }
};

QTEST_GUILESS_MAIN(AskTest)
#include "ask_test.moc"
