// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attachments/image_address.h"
#include "app/record/record_json.h"
#include "app/record/request_script.h"
#include "app/record/shown_body.h"
#include "app/store/raw_pieces.h"
#include "tests/app/record/record_fixture.h"
#include "tests/support/scenarios.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

void keepRawStreams(Settings &settings)
{
    Preferences preferences = settings.preferences();
    preferences.keepRawStreams = true;
    settings.setPreferences(preferences);
}

QByteArray everyFileOf(const QString &folder, const QString &name)
{
    QByteArray all;
    QDirIterator files(folder, {name}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QByteArray allOf(const RecordedRun &record)
{
    QByteArray all = QJsonDocument(recordJson(record)).toJson() + shownBody(record).toUtf8();
    for (const auto language :
         {ScriptLanguage::Curl, ScriptLanguage::Python, ScriptLanguage::JavaScript})
        all += requestScript(record, language, ScriptImages::Inline).text;
    return all;
}

} // namespace

class RecordTest : public QObject
{
    Q_OBJECT
private slots:
    void theBodyIsWhatTheServerReceived_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const Scenario &scenario : scenarios()) {
            if (!scenario.name.startsWith("silence"))
                QTest::newRow(scenario.name.constData()) << scenario.name;
        }
    }
    void theBodyIsWhatTheServerReceived()
    {
        QFETCH(QByteArray, name);
        const Scenario &played = *findScenario(name);
        RecordFixture f({QString::fromLatin1(name)});
        if (!played.streams) {
            Lane lane = f.conversation->lanes().first();
            lane.parameters.set(u"stream", false);
            f.chat->updateLane(lane);
        }
        QVERIFY(f.ask(u"Hello"_s));
        const auto record = f.record();
        QVERIFY(record);
        QCOMPARE(record->exactness, Exactness::Exact);
        QCOMPARE(record->body, f.server.requests().constLast().body);
        QCOMPARE(record->method, "POST"_ba);
        QCOMPARE(record->url, f.server.baseUrl().toString() + u"/chat/completions"_s);
        QVERIFY(record->stored.exchange);
        QCOMPARE(record->stored.exchange->failures.size(), played.expected.requests - 1);
        QCOMPARE(record->stored.replies.size(), played.expected.choices.size());
        QVERIFY(!allOf(*record).contains(kTestKey.toUtf8()));
    }

    void aLongConversationWithImagesAndParameters()
    {
        RecordFixture f;
        Lane lane = f.conversation->lanes().first();
        lane.systemPrompt = u"Be “brief”.\u2028"_s;
        lane.parameters.set(u"temperature", 0.25);
        lane.parameters.set(u"stop", QJsonArray{u"\n"_s});
        f.chat->updateLane(lane);
        QVERIFY(f.ask(u"One"_s));
        const ImagePart red = f.picture(qRgb(255, 0, 0));
        const ImagePart blue = f.picture(qRgb(0, 0, 255), 5);
        QVERIFY(f.askWith(u"Two, it's `this` $HOME \"too\""_s, {blue, red}));
        const auto record = f.record();
        QVERIFY(record);
        QCOMPARE(record->exactness, Exactness::Exact);
        QCOMPARE(record->body, f.server.requests().constLast().body);
        QCOMPARE(record->images.size(), 2);
        QCOMPARE(record->images.at(0).sha256, blue.sha256);
        QCOMPARE(record->images.at(1).width, 3);
        const QJsonObject json = recordJson(*record);
        QCOMPARE(json["request"_L1]["images"_L1][1]["sha256"_L1].toString().toLatin1(), red.sha256);
        QCOMPARE(json["request"_L1]["exactness"_L1].toString(), u"exact"_s);
        QCOMPARE(json["request"_L1]["key_variable"_L1].toString(), u"DIPTYCH_API_KEY"_s);
        QCOMPARE(json["response"_L1]["finish_reasons"_L1].toArray(), QJsonArray{u"stop"_s});
        // On the screen images are told by size and hash.
        const QString shown = shownBody(*record);
        QVERIFY(shown.contains(QString::fromLatin1(blue.sha256)) || blue.bytes < 150);
        QVERIFY(!record->url.contains(u'@'));
    }

    /// The server fetched it: no bytes are missing.
    void anImageByItsAddress()
    {
        RecordFixture f;
        const auto image = imageByAddress(u"https://example.org/a%20b.png?x=1&y=2"_s);
        QVERIFY(image);
        const ImagePart red = f.picture(qRgb(255, 0, 0));
        QVERIFY(f.askWith(u"Look"_s, {*image, red}));
        const QByteArray sent = f.server.requests().constLast().body;
        const auto record = f.record();
        QVERIFY(record);
        QCOMPARE(record->exactness, Exactness::Exact);
        QCOMPARE(record->body, sent);
        QCOMPARE(record->images.at(0).url, image->url);
        QVERIFY(!record->images.at(0).isGone());
        QCOMPARE(recordJson(*record)["request"_L1]["images"_L1][0]["url"_L1].toString(),
                 image->url);
        for (const auto language :
             {ScriptLanguage::Curl, ScriptLanguage::Python, ScriptLanguage::JavaScript}) {
            const RequestScript script = requestScript(*record, language, ScriptImages::Files);
            QCOMPARE(script.files.size(), 1);
            QCOMPARE(script.files.at(0).name, u"image-2.png"_s);
            QVERIFY(script.text.contains(image->url.toUtf8()));
            QVERIFY(!script.text.contains("image-1"));
        }
        f.chat->runAgain(f.lane(), f.end().id);
        QVERIFY(f.waitForEnd());
        QCOMPARE(f.completionRequests(), 2);
        QCOMPARE(f.server.requests().constLast().body, sent);
    }

    void noKeyIsKeptAnywhere()
    {
        RecordFixture f;
        keepRawStreams(f.settings);
        Provider provider = *f.settings.provider(u"scripted"_s);
        provider.extraHeaders = {{u"X-Api-Key"_s, u"header-secret-42"_s}, {u"X-Title"_s, u"T"_s}};
        f.settings.saveProvider(provider);
        // A server that repeats the key in what it says, in an error and in a header.
        const QByteArray key = kTestKey.toUtf8();
        Script refusal = json("{\"error\":{\"message\":\"Wrong key " + key + "\"}}", 401);
        refusal.headers = {{"x-seen", key}};
        f.server.setScripts("/chat/completions", {refusal});
        QVERIFY(f.ask(u"Hello"_s));
        const Run refused = *f.conversation->run(f.run());
        QVERIFY(refused.error);
        QCOMPARE(refused.error->message.contains(kTestKey), false);
        const auto first = f.record();
        QVERIFY(first);
        QCOMPARE(f.server.requests().constLast().header("authorization"), "Bearer " + key);

        f.server.setScripts("/chat/completions",
                            {stream({": for " + key + "\n\n", text("Hi"), finish("stop"), kDone})});
        QVERIFY(f.ask(u"Again"_s));
        const auto second = f.record();
        QVERIFY(second);
        const auto raw = settled(f.store->rawStream(f.run()));
        QVERIFY(raw);
        QVERIFY(raw->bytes.contains("[key]"));
        QVERIFY(second->sent.contains({"X-Title", "T"}));
        QVERIFY(second->sent.contains({"X-Api-Key", kHiddenValue}));
        const QByteArray scripts = allOf(*first) + allOf(*second) + raw->bytes;
        QVERIFY(!scripts.contains(key));
        QVERIFY(!scripts.contains("header-secret-42"));
        QVERIFY(requestScript(*second, ScriptLanguage::Curl, ScriptImages::Inline)
                    .text.contains("'X-Api-Key: '\"$X_API_KEY\""));
        f.chat.reset();
        f.store.reset();
        const QByteArray database = everyFileOf(f.paths.data, u"diptych.sqlite*"_s);
        QVERIFY(database.contains("scripted"));
        QVERIFY(!database.contains("header-secret-42"));
        QVERIFY(!database.contains(key));
    }

    void aKeyInTheBodyIsHidden()
    {
        RecordFixture f;
        Lane lane = f.conversation->lanes().first();
        lane.extraJson = {{u"api_key"_s, u"inner-secret-7"_s},
                          {u"schema"_s, QJsonObject{{u"password"_s, QJsonObject{{u"type"_s, 1}}}}}};
        f.chat->updateLane(lane);
        QVERIFY(f.ask(u"Hello"_s));
        QVERIFY(f.server.requests().constLast().body.contains("inner-secret-7"));
        const auto record = f.record();
        QVERIFY(record);
        QCOMPARE(record->exactness, Exactness::KeyHidden);
        QVERIFY(!allOf(*record).contains("inner-secret-7"));
        QVERIFY(record->body.contains(R"("password":{"type":1})"));
    }

    void theRawStreamIsKeptOnDemand()
    {
        RecordFixture f;
        const Script script = stream({text("Hi"), finish("stop", kUsage), kDone});
        QByteArray sent;
        for (const Step &step : script.steps)
            sent += step.bytes;
        f.server.setScripts("/chat/completions", {script});
        QVERIFY(f.ask(u"Hello"_s));
        QCOMPARE(f.record()->stored.rawBytes, -1);
        QCOMPARE(settled(f.store->rawStream(f.run())).error().kind, ErrorKind::NotFound);
        keepRawStreams(f.settings);
        QVERIFY(f.ask(u"Hello"_s));
        QCOMPARE(f.record()->stored.rawBytes, sent.size());
        const auto raw = settled(f.store->rawStream(f.run()));
        QVERIFY(raw);
        QCOMPARE(raw->bytes, sent);
        QVERIFY(!raw->isCut());
        // It goes with its conversation.
        const RunId run = f.run();
        const ConversationId id = f.conversation->id();
        f.chat.reset();
        QVERIFY(settled(f.store->erase(id)));
        const auto isGone = [&] { return !settled(f.store->rawStream(run)); };
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), kPatienceMs);
        QCOMPARE(settled(f.store->storedRun(run)).error().kind, ErrorKind::NotFound);
    }

    void aLongStreamIsCutWithANote()
    {
        RawStream raw{QByteArray(700'000, 'x'), 2'000'000};
        const QList<RawPiece> pieces = rawPieces(RunId(1), raw);
        QCOMPARE(pieces.size(), 3);
        QByteArray joined;
        for (const RawPiece &piece : pieces) {
            QCOMPARE(piece.totalBytes, 2'000'000);
            joined += unpackedRaw(packedRaw(piece.bytes));
        }
        QCOMPARE(joined, raw.bytes);
        QVERIFY(raw.isCut());
        QVERIFY(rawPieces(RunId(1), {}).isEmpty());
        QCOMPARE(unpackedRaw("x"), QByteArray());
        QCOMPARE(unpackedRaw(QByteArray("\xff\xff\xff\xff and more", 13)), QByteArray());
    }

    void aRunThatSentNothing()
    {
        RecordFixture f;
        f.setModel({});
        QVERIFY(f.ask(u"Hello"_s));
        const auto record = f.record(f.run());
        QVERIFY(record);
        QCOMPARE(record->exactness, Exactness::NothingSent);
        QVERIFY(!canBeScript(*record));
        QVERIFY(recordJson(*record)["request"_L1]["body"_L1].isNull());
        QCOMPARE(f.record(RunId(4711)).error().kind, ErrorKind::NotFound);
    }

    void whatABlindRoundHidesStaysHidden()
    {
        RecordFixture f({u"words-2"_s, u"words-3"_s});
        f.chat->setBlindMode(BlindMode::AsWritten);
        QVERIFY(f.ask(u"Hello"_s));
        QVERIFY(f.conversation->veiledRound());
        QCOMPARE(f.record().error().kind, ErrorKind::Forbidden);
        QVERIFY(settled(f.store->newestRuns(10))->isEmpty());
        const auto costs = settled(f.store->costs(0));
        QVERIFY(costs);
        QVERIFY(costs->rows.isEmpty());
        QCOMPARE(costs->veiled, 2);
        f.chat->showNames();
        QVERIFY(f.record());
        QCOMPARE(settled(f.store->newestRuns(10))->size(), 2);
        QCOMPARE(settled(f.store->costs(0))->rows.size(), 2);
    }

    void theSameRequestGoesOnceMore()
    {
        RecordFixture f;
        Lane lane = f.conversation->lanes().first();
        lane.parameters.set(u"temperature", 0.25);
        lane.extraJson = {{u"api_key"_s, u"inner-secret-7"_s}};
        f.chat->updateLane(lane);
        QVERIFY(f.askWith(u"Hello"_s, {f.picture(qRgb(1, 2, 3))}));
        const MessageId first = f.end().id;
        const QByteArray sent = f.server.requests().constLast().body;
        // Whatever becomes of the lane.
        lane = f.conversation->lanes().first();
        lane.parameters.set(u"temperature", 1.5);
        lane.systemPrompt = u"Another one."_s;
        lane.model = u"words-9"_s;
        lane.extraJson = {};
        f.chat->updateLane(lane);
        f.chat->runAgain(f.lane(), first);
        QVERIFY(f.waitForEnd());
        QCOMPARE(f.completionRequests(), 2);
        QCOMPARE(f.server.requests().constLast().body, sent);
        const Message again = f.end();
        QVERIFY(again.id != first);
        QCOMPARE(again.parent, f.conversation->message(first)->parent);
        QCOMPARE(f.conversation->run(again.run)->model, u"words-3"_s);
        QCOMPARE(f.conversation->lanes().first().model, u"words-9"_s);
        QCOMPARE(f.record()->stored.recipe->bodySha256,
                 f.record(f.conversation->message(first)->run)->stored.recipe->bodySha256);
    }

    void whatIsGoneIsNotSentAgain()
    {
        RecordFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const MessageId reply = f.end().id;
        // As a damaged file may leave it: the recipe does not give those bytes any more.
        Message prompt = *f.conversation->message(f.end().parent);
        prompt.parts = {TextPart{"Something else"}};
        f.conversation->apply(PutMessage{prompt});
        QVERIFY(settled(f.store->write(f.conversation->id(), {PutMessage{prompt}})));
        QCOMPARE(f.record()->exactness, Exactness::Differs);
        f.chat->runAgain(f.lane(), reply);
        QVERIFY(f.waitForEnd());
        QCOMPARE(f.completionRequests(), 1);
        QCOMPARE(f.conversation->run(f.run())->error->code, u"not_the_same"_s);
    }
};

QTEST_MAIN(RecordTest)
#include "record_test.moc"
