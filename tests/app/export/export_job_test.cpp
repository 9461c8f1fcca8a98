// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include "app/chat/prompt_builder.h"
#include "app/store/store.h"
#include "tests/app/export/export_fixture.h"
#include "tests/support/patience.h"
#include "tests/support/scale.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct StoredConversation
{
    QTemporaryDir folder;
    Store store{Paths::inFolder(folder.path()), Store::Role::Owner};

    void write(const ConversationRecord &record)
    {
        Changes changes{PutConversation{record.summary}};
        for (const Lane &lane : record.lanes)
            changes.append(PutLane{lane});
        for (const Round &round : record.rounds)
            changes.append(PutRound{round});
        for (const TurnRecord &turn : record.turns)
            changes.append(PutTurn{turn});
        for (const Run &run : record.runs)
            changes.append(PutRun{run});
        for (const Message &message : record.messages)
            changes.append(PutMessage{message});
        QFuture<Result<void>> written = store.write(record.summary.id, changes);
        written.waitForFinished();
        QVERIFY(written.result());
    }
};

Exported collected(const ConversationPtr &conversation, const ExportWish &wish = {})
{
    return collectExport(*conversation, {deepInfraProvider()}, wish);
}

QByteArray bytesOf(ExportJob &job)
{
    QByteArray bytes;
    QObject::connect(&job, &ExportJob::done, &job, [&](const QByteArray &made) { bytes = made; });
    QSignalSpy done(&job, &ExportJob::done);
    job.start();
    done.wait(tests::kPatienceMs);
    return bytes;
}

/// One prompt with a picture, answered, as the store has it.
struct WithPicture
{
    StoredConversation stored;
    ConversationRows rows;
    LaneId lane = rows.addLane(u"m"_s);
    RoundId round = rows.addRound();
    QByteArray sha256 = QCryptographicHash::hash("cat", QCryptographicHash::Sha256).toHex();
    ConversationPtr conversation;

    WithPicture()
    {
        const MessageId prompt =
            rows.addPrompt(round, {}, "What?", {{sha256, u"image/png"_s, 1, 1, 3, u"cat.png"_s}});
        rows.addAnswer(lane, round, prompt, "A cat.");
        RequestPlan plan;
        plan.provider = deepInfraProvider();
        plan.model = u"m"_s;
        plan.path = {rows.record().messages.constFirst()};
        plan.imageBytes = {{sha256, "cat"}};
        rows.record().runs.last().recipe = buildPrompt(plan)->recipe;
        stored.store.putBlob("cat", u"image/png"_s).waitForFinished();
        stored.write(rows.record());
        conversation = std::make_shared<Conversation>(rows.record());
    }
};

} // namespace

class ExportJobTest : public QObject
{
    Q_OBJECT
private slots:
    void readsPicturesAndRequests()
    {
        WithPicture f;
        ExportJob job(f.conversation, collected(f.conversation), ExportFormat::Json,
                      f.stored.store);
        const QJsonDocument json = QJsonDocument::fromJson(bytesOf(job));
        QCOMPARE(json["images"_L1][0]["base64"_L1].toString(), u"Y2F0"_s);
        const QJsonValue request = json["runs"_L1][0]["request"_L1];
        QCOMPARE(request["is_exact"_L1], QJsonValue(true));
        QCOMPARE(request["body"_L1]["model"_L1].toString(), u"m"_s);
        QCOMPARE(request["messages"_L1].toArray().size(), 1);
    }

    void leavesOutWhatIsNotWanted()
    {
        WithPicture f;
        ExportJob job(f.conversation,
                      collected(f.conversation, {.withImages = false, .withRuns = false}),
                      ExportFormat::Json, f.stored.store);
        const QJsonDocument json = QJsonDocument::fromJson(bytesOf(job));
        QVERIFY(json["images"_L1][0]["base64"_L1].isNull());
        QCOMPARE(json["runs"_L1].toArray().size(), 0);
    }

    void aPictureThatIsGoneIsLeftOut()
    {
        StoredConversation stored;
        ConversationRows rows;
        const LaneId lane = rows.addLane(u"m"_s);
        const RoundId round = rows.addRound();
        rows.addAnswer(
            lane, round,
            rows.addPrompt(round, {}, "?", {{"00", u"image/png"_s, 1, 1, 3, u"x.png"_s}}), "!");
        const auto conversation = std::make_shared<Conversation>(rows.record());
        ExportJob job(conversation, collected(conversation), ExportFormat::Html, stored.store);
        QVERIFY(bytesOf(job).contains("Image, not included: x.png"));
    }

    void aBodyWithABlindAnswerIsNotTold()
    {
        WithPicture f;
        ConversationRecord record = f.rows.record();
        record.blindRounds.append({f.round, {f.lane}, 0});
        // A run of a later round whose request holds that answer.
        ConversationRows &rows = f.rows;
        const RoundId second = rows.addRound();
        const MessageId prompt = rows.addPrompt(second, rows.record().messages[1].id, "And?");
        rows.addAnswer(f.lane, second, prompt, "So.");
        Run &run = rows.record().runs.last();
        run.recipe = rows.record().runs.first().recipe;
        run.recipe.messages.append({rows.record().messages[1].id, {}});
        rows.record().blindRounds = record.blindRounds;
        f.stored.write(rows.record());
        const auto conversation = std::make_shared<Conversation>(rows.record());
        ExportJob job(conversation, collected(conversation), ExportFormat::Json, f.stored.store);
        const QJsonDocument json = QJsonDocument::fromJson(bytesOf(job));
        QCOMPARE(json["runs"_L1].toArray().size(), 1);
        QVERIFY(json["runs"_L1][0]["request"_L1]["body"_L1].isNull());
        QVERIFY(json["runs"_L1][0]["request"_L1]["messages"_L1].isNull());
    }

    /// Nothing of it goes on where the window lives, and that one turns meanwhile.
    void tenThousandMessagesAreWrittenOnAWorker()
    {
        StoredConversation stored;
        ConversationRows rows;
        const LaneId lane = rows.addLane(u"m"_s);
        MessageId head;
        const int rounds = scaled(5'000);
        const QByteArray text =
            "## Title\n\n" + QByteArray("some *words* and `code`. ").repeated(20);
        for (int i = 0; i < rounds; ++i) {
            const RoundId round = rows.addRound();
            head = rows.addAnswer(lane, round, rows.addPrompt(round, head, "Next?"), text);
        }
        const auto conversation = std::make_shared<Conversation>(rows.record());
        ExportJob job(conversation, collected(conversation), ExportFormat::Html, stored.store);
        int turns = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { ++turns; });
        timer.start(1);
        QThread *writer = nullptr;
        QSignalSpy done(&job, &ExportJob::done);
        job.start([&](const Exported &exported) -> Result<QByteArray> {
            writer = QThread::currentThread();
            QByteArray all;
            for (const QString &name : exportFormatNames())
                all += written(*exportFormatFromName(name), exported);
            return all;
        });
        QVERIFY(done.wait(600'000));
        QVERIFY(writer != QThread::currentThread());
        QVERIFY(turns > 10);
        QVERIFY(done[0][0].toByteArray().count("Next?") > rounds);
    }

    void keysAreNowhere()
    {
        ConversationRows rows;
        const LaneId lane = rows.addLane(u"m"_s);
        Lane &planted = rows.record().lanes.last();
        planted.extraJson = {{u"api_key"_s, u"sk-planted"_s}};
        const RoundId round = rows.addRound();
        rows.addAnswer(lane, round, rows.addPrompt(round, {}, "?"), "!");
        Provider provider = deepInfraProvider();
        provider.baseUrl = QUrl(u"https://u:sk-planted@e.org/v1?token=sk-planted"_s);
        provider.extraHeaders = {{u"Authorization"_s, u"Bearer sk-planted"_s}};
        RequestPlan plan;
        plan.provider = provider;
        plan.model = u"m"_s;
        plan.extraJson = planted.extraJson;
        plan.key = u"sk-planted"_s;
        plan.path = {rows.record().messages.constFirst()};
        rows.record().runs.last().recipe = buildPrompt(plan)->recipe;
        StoredConversation stored;
        stored.write(rows.record());
        const auto conversation = std::make_shared<Conversation>(rows.record());
        for (const QString &name : exportFormatNames()) {
            ExportJob job(conversation, collectExport(*conversation, {provider}, {}),
                          *exportFormatFromName(name), stored.store);
            const QByteArray bytes = bytesOf(job);
            QVERIFY(!bytes.isEmpty());
            QVERIFY2(!bytes.contains("sk-planted"), bytes.constData());
        }
    }
};

QTEST_GUILESS_MAIN(ExportJobTest)
#include "export_job_test.moc"
