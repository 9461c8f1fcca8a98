// SPDX-License-Identifier: GPL-3.0-or-later
// diptych-cli compare, the real program against a scripted server.
#include "tests/app/cli/compare/compare_fixture.h"

#include <QBuffer>
#include <QImage>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kChat = "/chat/completions";

Script answerOf(const QByteArray &words)
{
    return stream({tests::text(words), finish("stop", kUsage), kDone});
}

Script refusal(int status, const QByteArray &words, const QByteArray &retryAfter = {})
{
    Script script = json("{\"error\":{\"message\":\"" + words + "\"}}", status);
    if (!retryAfter.isEmpty())
        script.headers = {{"Retry-After", retryAfter}};
    return script;
}

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT
private slots:
    void everyPromptGoesToEveryLane()
    {
        CompareFixture fixture;
        QVERIFY(fixture.listens);
        QCOMPARE(fixture.cli.run(fixture.arguments(
                     fixture.prompts(3),
                     {u"model=words-2,temperature=0"_s, u"model=words-3,name=long"_s},
                     {u"--repeat"_s, u"2"_s})),
                 0);
        QCOMPARE(fixture.asked().size(), 12);
        const QStringList expected{u"p1/A/1"_s, u"p1/A/2"_s, u"p1/long/1"_s, u"p1/long/2"_s,
                                   u"p2/A/1"_s, u"p2/A/2"_s, u"p2/long/1"_s, u"p2/long/2"_s,
                                   u"p3/A/1"_s, u"p3/A/2"_s, u"p3/long/1"_s, u"p3/long/2"_s};
        QCOMPARE(fixture.cells(), expected);
        for (const QJsonObject &line : fixture.results()) {
            QCOMPARE(line.keys(), (QStringList{u"cost_usd"_s, u"error"_s, u"id"_s, u"lane"_s,
                                               u"model"_s, u"repeat"_s, u"status"_s, u"sweep"_s,
                                               u"text"_s, u"timings"_s, u"usage"_s}));
            QCOMPARE(line["status"_L1].toString(), u"complete"_s);
            QCOMPARE(line["text"_L1].toString(),
                     line["lane"_L1] == "A"_L1 ? u"word1 word2."_s : u"word1 word2 word3."_s);
            QCOMPARE(line["cost_usd"_L1].toDouble(), 1.5e-05);
            QVERIFY(line["timings"_L1]["total_ms"_L1].isDouble());
            QVERIFY(line["error"_L1].isNull());
        }
        for (const QJsonObject &body : fixture.asked())
            QCOMPARE(body.contains("temperature"_L1), body["model"_L1] == "words-2"_L1);
    }

    void aSweepAsksAtEveryPoint()
    {
        CompareFixture fixture;
        QCOMPARE(fixture.cli.run(fixture.arguments(
                     fixture.prompts(1), {u"model=words-1"_s},
                     {u"--sweep"_s, u"temperature=0:1:0.5"_s, u"--sweep"_s, u"top_p=0.8,1"_s})),
                 0);
        QStringList asked;
        for (const QJsonObject &body : fixture.asked())
            asked.append(
                u"%1 %2"_s.arg(body["temperature"_L1].toDouble()).arg(body["top_p"_L1].toDouble()));
        asked.sort();
        QCOMPARE(asked, (QStringList{u"0 0.8"_s, u"0 1"_s, u"0.5 0.8"_s, u"0.5 1"_s, u"1 0.8"_s,
                                     u"1 1"_s}));
        QCOMPARE(fixture.results().first()["sweep"_L1].toObject().keys(),
                 (QStringList{u"temperature"_s, u"top_p"_s}));
    }

    void promptsBringMessagesSystemVarsAndImages()
    {
        CompareFixture fixture;
        QByteArray picture;
        QBuffer buffer(&picture);
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(&buffer, "PNG"));
        QVERIFY(!fixture.cli.file(u"red.png"_s, picture).isEmpty());
        const QString prompts = fixture.cli.file(
            u"prompts.jsonl"_s,
            "{\"id\":1,\"prompt\":\"Say {{word}} in {{other}}\",\"vars\":{\"word\":\"yes\"},\"system\":\"S {{word}}\"}"
            "\n\n"
            "{\"id\":2,\"messages\":[{\"role\":\"user\",\"content\":\"A\"},{\"role\":\"assistant\",\"content\":\"B\"},{\"role\":\"user\",\"content\":\"C\"}]}"
            "\r\n"
            "{\"id\":\"three\",\"prompt\":\"Look\",\"images\":[\"red.png\"]}");
        QCOMPARE(fixture.cli.run(fixture.arguments(prompts, {u"model=words-1,system=lane"_s},
                                                   {u"--concurrency"_s, u"1"_s})),
                 0);
        const QList<QJsonObject> asked = fixture.asked();
        QCOMPARE(asked.size(), 3);
        const auto message = [&](int request, int at) {
            return asked.at(request)["messages"_L1][at].toObject();
        };
        QCOMPARE(message(0, 0)["content"_L1].toString(), u"S yes"_s);
        QCOMPARE(message(0, 1)["content"_L1].toString(), u"Say yes in {{other}}"_s);
        QCOMPARE(message(1, 0)["content"_L1].toString(), u"lane"_s);
        QCOMPARE(message(1, 3)["content"_L1].toString(), u"C"_s);
        QVERIFY(message(2, 1)["content"_L1][0]["image_url"_L1]["url"_L1].toString().startsWith(
            u"data:image/png;base64,"));
        QCOMPARE(fixture.results().at(0)["id"_L1], QJsonValue(1)); // a number stays one
    }

    void badInputSendsNothing_data()
    {
        QTest::addColumn<QByteArray>("prompts");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("says");
        const QByteArray good = "{\"id\":1,\"prompt\":\"A\"}"
                                "\n";
        const QStringList lane{u"--lane"_s, u"model=m"_s};
        const auto row = [&](const char *name, const QByteArray &lines, const QByteArray &says) {
            QTest::newRow(name) << lines << lane << says;
        };
        row("not JSON", good + "{\"id\":2,", "line 2");
        row("not an object", good + good.trimmed().prepend('[') + ']', "line 2");
        row("no id", "{\"prompt\":\"A\"}", "line 1");
        row("an id twice", good + "\n" + good, "line 3: the id “1” is that of line 1");
        row("no prompt", good + "{\"id\":2}", "line 2");
        row("both", good + "{\"id\":2,\"prompt\":\"A\",\"messages\":[{\"role\":\"user\"}]}",
            "line 2");
        row("a message without a role", "{\"id\":2,\"messages\":[{\"content\":\"A\"}]}", "line 1");
        row("a missing image", "{\"id\":2,\"prompt\":\"A\",\"images\":[\"none.png\"]}", "none.png");
        row("no lines", "\n \n", "holds no prompts");
        row("bytes that are no text", good + "\xff\xfe\x00\x01", "line 2");
        const auto call = [&](const char *name, const QStringList &more, const QByteArray &says) {
            QTest::newRow(name) << good << more << says;
        };
        call("no lane", {}, "--lane");
        call("not an assignment", {u"--lane"_s, u"m"_s}, "name=value");
        call("an unknown parameter", {u"--lane"_s, u"model=m,heat=1"_s}, "heat");
        call("out of range", {u"--lane"_s, u"model=m,temperature=9"_s}, "temperature");
        call("an open quote", {u"--lane"_s, u"model=\"m"_s}, "quote");
        call("two of a name", {u"--lane"_s, u"model=m,name=B"_s, u"--lane"_s, u"model=m"_s}, "B");
        call("n", {u"--lane"_s, u"model=m,n=2"_s}, "--repeat");
        call("no model", {u"--lane"_s, u"temperature=1"_s}, "no model");
        call("an unknown provider", {u"--lane"_s, u"model=m,provider=nobody"_s}, "nobody");
        call("a bad sweep", lane + QStringList{u"--sweep"_s, u"temperature=0:1"_s}, "--sweep");
        call("a sweep of what a lane sets",
             {u"--lane"_s, u"model=m,temperature=1"_s, u"--sweep"_s, u"temperature=0,1"_s},
             "temperature");
        call("a bad repeat", lane + QStringList{u"--repeat"_s, u"0"_s}, "--repeat");
        call("a bad ceiling", lane + QStringList{u"--max-cost"_s, u"-1"_s}, "--max-cost");
        call("a bad concurrency", lane + QStringList{u"--concurrency"_s, u"x"_s}, "--concurrency");
    }
    void badInputSendsNothing()
    {
        QFETCH(QByteArray, prompts);
        QFETCH(QStringList, more);
        QFETCH(QByteArray, says);
        CompareFixture fixture;
        const QString file = fixture.cli.file(u"prompts.jsonl"_s, prompts);
        QCOMPARE(fixture.cli.run(fixture.arguments(file, {}, more)), 2);
        QVERIFY2(fixture.cli.errors().contains(says), fixture.cli.errors().constData());
        QVERIFY(fixture.asked().isEmpty());
        QVERIFY(fixture.results().isEmpty());
    }

    void whatFailsIsALineAndTheRestGoesOn()
    {
        CompareFixture fixture;
        fixture.server.setScripts(kChat, {answerOf("One."),
                                          refusal(400, "No \x1b[31mway"),
                                          {.answers = false},
                                          answerOf("Two.")});
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(4), {u"model=m"_s},
                                                   {u"--concurrency"_s, u"1"_s})),
                 1);
        const QList<QJsonObject> lines = fixture.results();
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(1)["status"_L1].toString(), u"failed"_s);
        QCOMPARE(lines.at(1)["error"_L1]["status"_L1].toInt(), 400);
        QVERIFY(lines.at(1)["cost_usd"_L1].isNull());
        QCOMPARE(lines.at(3)["text"_L1].toString(), u"Two."_s);

        // Nothing is asked twice, and what failed only on request.
        const qsizetype asked = fixture.asked().size();
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(4), {u"model=m"_s})), 1);
        QCOMPARE(fixture.asked().size(), asked);
        QCOMPARE(fixture.cli.run(
                     fixture.arguments(fixture.prompts(4), {u"model=m"_s}, {u"--retry-failed"_s})),
                 0);
        QCOMPARE(fixture.asked().size(), asked + 1);
        QCOMPARE(fixture.cells(),
                 (QStringList{u"p1/A/1"_s, u"p2/A/1"_s, u"p3/A/1"_s, u"p4/A/1"_s}));
    }

    void aServerThatDiesFailsItsLaneAlone()
    {
        CompareFixture fixture;
        auto dying = std::make_unique<ScriptedServer>();
        QVERIFY(dying->listen());
        connect(dying.get(), &ScriptedServer::requestSeen, this, [&] {
            if (dying->requests().size() > 3)
                dying.release()->deleteLater();
        });
        const QString lane = u"model=words-1,base-url="_s + dying->baseUrl().toString();
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(8), {u"model=words-1"_s, lane},
                                                   {u"--concurrency"_s, u"2"_s})),
                 1);
        int complete = 0;
        for (const QJsonObject &line : fixture.results()) {
            const bool worked = line["status"_L1] == "complete"_L1;
            QVERIFY(worked || line["lane"_L1] == "B"_L1);
            complete += worked ? 1 : 0;
        }
        QCOMPARE(fixture.results().size(), 16);
        QVERIFY(complete >= 9 && complete < 16);
    }

    void aKeyGoesToTheServerOfTheCallAlone()
    {
        CompareFixture fixture;
        ScriptedServer other;
        QVERIFY(other.listen());
        fixture.cli.setVariable(u"DIPTYCH_API_KEY"_s, u"secret"_s);
        const QString lane = u"model=words-1,base-url="_s + other.baseUrl().toString();
        QCOMPARE(fixture.cli.run(fixture.arguments(
                     fixture.prompts(1),
                     {u"model=words-1"_s, lane, u"model=diptych/json,provider=demo"_s})),
                 0);
        QCOMPARE(fixture.results().size(), 3);
        QCOMPARE(fixture.server.requests().last().header("authorization"),
                 QByteArray("Bearer secret"));
        QVERIFY(!other.requests().isEmpty());
        for (const SeenRequest &request : other.requests())
            QVERIFY(request.header("authorization").isEmpty());
        for (const auto &name : {u"compare.json"_s, u"results.jsonl"_s, u"index.html"_s})
            QVERIFY(!fixture.bytes(name).contains("secret"));
    }

    void aRefusalHoldsTheWholeLane()
    {
        CompareFixture fixture;
        fixture.server.setScripts(kChat, {refusal(429, "Rate limited", "0.2"), answerOf("Yes.")});
        QCOMPARE(fixture.cli.run(fixture.arguments(fixture.prompts(6), {u"model=m"_s},
                                                   {u"--concurrency"_s, u"1"_s})),
                 0);
        QCOMPARE(fixture.asked().size(), 7); // one refusal, none of the others ran into it
        QCOMPARE(fixture.results().size(), 6);
    }

    void theCeilingStopsBeforeItIsPassed()
    {
        CompareFixture fixture;
        // Each answer costs $0.000015, and is guessed at more.
        const auto arguments = [&](const QString &usd) {
            return fixture.arguments(fixture.prompts(20),
                                     {u"model=openai/gpt-oss-120b,max_tokens=100"_s},
                                     {u"--max-cost"_s, usd, u"--concurrency"_s, u"4"_s});
        };
        QCOMPARE(fixture.cli.run(arguments(u"0.00015"_s)), 8);
        double spent = 0;
        for (const QJsonObject &line : fixture.results())
            spent += line["cost_usd"_L1].toDouble();
        QVERIFY2(spent > 0.00005 && spent <= 0.00015, qPrintable(QString::number(spent)));
        QVERIFY2(fixture.cli.errors().contains("stopped before"), fixture.cli.errors().constData());
        const qsizetype asked = fixture.asked().size();
        QCOMPARE(fixture.results().size(), asked);

        QCOMPARE(fixture.cli.run(arguments(u"0.00015"_s)), 8); // what was spent counts
        QCOMPARE(fixture.asked().size(), asked);
        QCOMPARE(fixture.cli.run(arguments(u"1"_s)), 0);
        QCOMPARE(fixture.results().size(), 20);
        QCOMPARE(fixture.asked().size(), 20);
    }

    void aCeilingOfZeroSendsNothingThatCosts()
    {
        CompareFixture fixture;
        QCOMPARE(
            fixture.cli.run(fixture.arguments(fixture.prompts(2), {u"model=openai/gpt-oss-120b"_s},
                                              {u"--max-cost"_s, u"0"_s})),
            8);
        QVERIFY(fixture.asked().isEmpty());
    }

    void whatIsWrittenForPeopleIsHarmless()
    {
        CompareFixture fixture;
        fixture.server.setScripts(
            kChat, {answerOf("=1+1 \"x\", <script>alert(1)</script>\x1b[2J & more")});
        const QString prompts =
            fixture.cli.file(u"prompts.jsonl"_s,
                             "{\"id\":\"<b>1</b>\",\"prompt\":\"<img src=x onerror=alert(1)>\"}");
        QCOMPARE(fixture.cli.run(fixture.arguments(prompts, {u"model=m,name=<i>A</i>"_s})), 0);

        const QByteArray page = fixture.bytes(u"index.html"_s);
        QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        QVERIFY(page.contains("&lt;img src=x"));
        for (const char *live : {"<script", "<img", "<b>1", "<i>A", "\x1b", "http://", "https://"})
            QVERIFY2(!page.contains(live), live);
        const QByteArrayList rows = fixture.bytes(u"results.csv"_s).split('\n');
        QVERIFY(rows.first().startsWith("\xef\xbb\xbfid,lane,repeat,status,model"));
        QVERIFY2(rows.at(1).contains("\"'=1+1 \"\"x\"\", <script>"), rows.at(1).constData());
        QVERIFY(!fixture.cli.errors().contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(CompareTest)
#include "compare_test.moc"
