// SPDX-License-Identifier: GPL-3.0-or-later
// A lane replayed in a lane beside it: what is sent, how it halts and goes on, how it is read.
#include "app/chat/prompt_builder.h"
#include "app/chat/replay_plan.h"
#include "app/chat/round_votes.h"
#include "tests/app/chat/chat_fixture.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using State = LaneActivity::State;

namespace {

constexpr auto kOld = "word1 word2 word3.";

/// "user: One | assistant: …": what a request says.
QStringList said(const SeenRequest &request)
{
    QStringList lines;
    for (const QJsonValue &message : request.json().value("messages"_L1).toArray()) {
        const QJsonValue content = message["content"_L1];
        QString text = content.toString();
        for (const QJsonValue &part : content.toArray())
            text +=
                part["type"_L1].toString() == "text"_L1 ? part["text"_L1].toString() : u"[image]"_s;
        lines.append(message["role"_L1].toString() + u": "_s + text);
    }
    return lines;
}

QString user(const QString &text)
{
    return u"user: "_s + text;
}

QString assistant(const QByteArray &text)
{
    return u"assistant: "_s + QString::fromUtf8(text);
}

/// A lane that was asked three prompts.
struct ReplayFixture : ChatFixture
{
    ReplayFixture() : ChatFixture({u"words-3"_s}) { }

    bool begin() { return ask(u"One"_s) && ask(u"Two"_s) && ask(u"Three"_s); }

    /// The new lane, without waiting.
    LaneId start(const QString &model, ReplayHistory history) const
    {
        Lane wanted = conversation->lanes().first();
        wanted.model = model;
        return chat->replay({wanted.id, wanted, history});
    }
    LaneId replay(const QString &model, ReplayHistory history)
    {
        server.forgetRequests();
        const LaneId added = start(model, history);
        return waitForEnd() ? added : LaneId();
    }
    [[nodiscard]] ReplayProgress progress(LaneId id) const
    {
        return replayProgress(*conversation, id).value_or(ReplayProgress{-1, -1});
    }
    [[nodiscard]] const Message &at(LaneId id, int place) const
    {
        return *conversation->message(conversation->path(id).at(place));
    }
    [[nodiscard]] QByteArray textAt(LaneId id, int place) const
    {
        return textOf(at(id, place).parts);
    }
    /// As after a start of the program.
    bool restart()
    {
        const auto stored = afterRestart();
        if (!stored)
            return false;
        conversation = std::make_shared<Conversation>(*stored);
        chat = newChat();
        return true;
    }
};

Script refusal(const QByteArray &message, int status)
{
    return json(R"({"error":{"message":")" + message + R"("}})", status);
}

} // namespace

class ChatReplayTest : public QObject
{
    Q_OBJECT
private slots:
    void itsCostIsGuessedBeforehand()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        ModelInfo model{.id = u"dear"_s};
        model.prices = {.input = 3.0, .output = 0.0};
        ReplayOrder order{fixture.lane(0), fixture.conversation->lanes().first(),
                          ReplayHistory::Original};
        const Provider provider{.baseUrl = QUrl(u"https://api.example.com/v1"_s)};
        const auto cost = replayCost(*fixture.conversation, order, model, provider);
        QVERIFY(cost);
        // A token for three bytes of all that is said up to each prompt, each begun one whole.
        const auto tokens = [](qsizetype bytes) { return double((bytes + 2) / 3); };
        const qsizetype answer = QByteArray(kOld).size();
        QCOMPARE(*cost * 1e6 / 3,
                 tokens(3) + tokens(3 + answer + 3) + tokens(3 + 2 * answer + 3 + 5));
        QVERIFY(!replayCost(*fixture.conversation, order, ModelInfo{.id = u"unknown"_s}, provider));
        order.original = {};
        QVERIFY(!replayCost(*fixture.conversation, order, model, provider));
    }

    void theNewModelLivesWithItsOwnAnswers()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Own);
        QVERIFY(lane);
        QCOMPARE(fixture.server.requests().size(), 3);
        const QString now = assistant("word1 word2.");
        QCOMPARE(said(fixture.server.requests().at(0)), QStringList{user(u"One"_s)});
        QCOMPARE(said(fixture.server.requests().at(1)),
                 (QStringList{user(u"One"_s), now, user(u"Two"_s)}));
        QCOMPARE(said(fixture.server.requests().at(2)),
                 (QStringList{user(u"One"_s), now, user(u"Two"_s), now, user(u"Three"_s)}));
        QCOMPARE(fixture.progress(lane), (ReplayProgress{3, 3, ReplayHistory::Own}));
        QVERIFY(!fixture.chat->isReplaying(lane));
    }

    void theOldAnswersAreTheContext()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Original);
        QVERIFY(lane);
        const QString old = assistant(kOld);
        QCOMPARE(said(fixture.server.requests().at(1)),
                 (QStringList{user(u"One"_s), old, user(u"Two"_s)}));
        QCOMPARE(said(fixture.server.requests().at(2)),
                 (QStringList{user(u"One"_s), old, user(u"Two"_s), old, user(u"Three"_s)}));
        // What is shown is what the new model said.
        QCOMPARE(fixture.conversation->path(lane).size(), 6);
        for (int place = 0; place < 6; place += 2) {
            QCOMPARE(fixture.textAt(lane, place), fixture.textAt(fixture.lane(0), place));
            QCOMPARE(fixture.textAt(lane, place + 1), "word1 word2.");
        }
        // One chats on with what is shown.
        fixture.server.forgetRequests();
        fixture.chat->send({u"Four"_s, {}, lane});
        QVERIFY(fixture.waitForEnd());
        const QString now = assistant("word1 word2.");
        QCOMPARE(said(fixture.server.requests().at(0)),
                 (QStringList{user(u"One"_s), now, user(u"Two"_s), now, user(u"Three"_s), now,
                              user(u"Four"_s)}));
        QVERIFY(!replayProgress(*fixture.conversation, lane));
    }

    void theRecipesGiveTheBodiesThatTheServerSaw_data()
    {
        QTest::addColumn<ReplayHistory>("history");
        QTest::newRow("old answers") << ReplayHistory::Original;
        QTest::newRow("new answers") << ReplayHistory::Own;
    }
    void theRecipesGiveTheBodiesThatTheServerSaw()
    {
        QFETCH(const ReplayHistory, history);
        ReplayFixture fixture;
        const QByteArray picture = "not really a picture";
        const auto hash = settled(fixture.store->putBlob(picture, u"image/png"_s));
        QVERIFY(hash);
        fixture.chat->send({u"What is this?"_s, {ImagePart{*hash, u"image/png"_s, 4, 5, 20}}});
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.ask(u"And now?"_s));
        const LaneId lane = fixture.replay(u"words-2"_s, history);
        QVERIFY(lane);
        fixture.chat->continueReply(lane, fixture.conversation->lane(lane)->head);
        QVERIFY(fixture.waitForEnd());

        const QList<SeenRequest> seen = fixture.server.requests();
        QCOMPARE(seen.size(), 3);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QList<Run> runs = stored->runs;
        runs.removeIf([&](const Run &run) { return run.lane != lane; });
        QCOMPARE(runs.size(), seen.size());
        for (qsizetype at = 0; at < seen.size(); ++at) {
            const auto recipe = settled(fixture.store->recipe(runs.at(at).id));
            QVERIFY(recipe);
            QList<Message> path;
            for (const Recipe::Ref &ref : recipe->messages)
                path.append(messageOf(*stored, ref.message));
            const auto rebuilt = rebuildBody(*recipe, path, {{*hash, picture}});
            QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().message));
            QCOMPARE(*rebuilt, seen.at(at).body);
        }
    }

    void theLaneStandsBesideAndCrowdsNothing()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId first = fixture.lane(0);
        fixture.chat->addLane(first, QString::fromLatin1(ChatFixture::kProvider), u"words-5"_s);
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Own);
        QCOMPARE(fixture.conversation->lane(lane)->position, 1);
        QCOMPARE(fixture.conversation->lane(lane)->letter, 2);
        for (int place = 0; place < 6; ++place) {
            const MessageId old = fixture.at(first, place).id;
            const Message &copy = fixture.at(lane, place);
            QCOMPARE(fixture.conversation->siblings(first, old), QList<MessageId>{old});
            QCOMPARE(fixture.conversation->siblings(lane, copy.id), QList<MessageId>{copy.id});
            QCOMPARE(fixture.conversation->round(copy.round)->kind, RoundKind::Replay);
            // It is read beside the round that it replays, and can be voted on with it.
            QCOMPARE(pairedRound(*fixture.conversation, copy), fixture.at(first, place).round);
        }
        const RoundId last = fixture.at(first, 5).round;
        QCOMPARE(newestRound(*fixture.conversation), last);
        QCOMPARE(answersIn(*fixture.conversation, last).size(), 2);
    }

    void settingsAreThoseThatWereChosen()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        Lane settings = fixture.conversation->lanes().first();
        settings.model = u"words-2"_s;
        settings.systemPrompt = u"Be brief."_s;
        settings.parameters.set(u"temperature", 0.5);
        fixture.server.forgetRequests();
        const LaneId lane = fixture.chat->replay({settings.id, settings, ReplayHistory::Own});
        QVERIFY(fixture.waitForEnd());
        const QJsonObject body = fixture.server.requests().last().json();
        QCOMPARE(body.value("temperature"_L1).toDouble(), 0.5);
        QCOMPARE(said(fixture.server.requests().last()).first(), u"system: Be brief."_s);
        QVERIFY(fixture.conversation->lanes().first().systemPrompt.isEmpty());
        QCOMPARE(fixture.conversation->lane(lane)->systemPrompt, u"Be brief."_s);
    }

    void equalSettingsStayEqual()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        fixture.chat->setSameSettings(true, fixture.lane(0));
        Lane settings = fixture.conversation->lanes().first();
        settings.model = u"words-2"_s;
        settings.systemPrompt = u"Be brief."_s;
        const LaneId lane = fixture.chat->replay({settings.id, settings, ReplayHistory::Own});
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.conversation->lane(lane)->model, u"words-2"_s);
        QVERIFY(fixture.conversation->lane(lane)->systemPrompt.isEmpty());
    }

    void itHaltsAtAFailureAndGoesOn()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const Script answer = stream({text("fine"), finish("stop"), kDone});
        fixture.server.setScripts("/chat/completions", {answer, refusal("no such thing", 400)});
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Own);
        QCOMPARE(fixture.server.requests().size(), 2);
        QCOMPARE(fixture.progress(lane), (ReplayProgress{1, 3, ReplayHistory::Own}));
        QVERIFY(!fixture.chat->isReplaying(lane));

        fixture.server.setScripts("/chat/completions", {});
        fixture.chat->goOnWithReplay(lane);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.progress(lane).isDone());
        QCOMPARE(fixture.conversation->path(lane).size(), 6);
        QCOMPARE(fixture.textAt(lane, 5), "word1 word2.");
        // The failed one is beside the one that took its place.
        QCOMPARE(fixture.conversation->siblings(lane, fixture.at(lane, 3).id).size(), 2);
        fixture.server.forgetRequests();
        fixture.chat->goOnWithReplay(lane); // there is nothing left
        QVERIFY(!fixture.chat->isBusy());
        QVERIFY(fixture.server.requests().isEmpty());
    }

    void aRetryOfWhatHaltedItMovesItOn()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        fixture.server.setScripts("/chat/completions", {refusal("no such thing", 400)});
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Original);
        QCOMPARE(fixture.progress(lane).answered, 0);
        fixture.server.setScripts("/chat/completions", {});
        fixture.server.forgetRequests();
        fixture.chat->retry(lane, fixture.conversation->lane(lane)->head);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.progress(lane).isDone());
        QCOMPARE(said(fixture.server.requests().last()).at(1), assistant(kOld));
    }

    void anEarlierAnswerAskedAgainOffersTheRest()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Own);
        const QList<MessageId> before = fixture.conversation->path(lane);
        fixture.chat->retry(lane, before.at(1));
        QVERIFY(fixture.waitForEnd());
        // Nobody asked for the others again.
        QCOMPARE(fixture.progress(lane), (ReplayProgress{1, 3, ReplayHistory::Own}));
        QCOMPARE(fixture.conversation->siblings(lane, before.at(1)).size(), 2);
        fixture.chat->showBranch(lane, before.at(1));
        QCOMPARE(fixture.conversation->path(lane), before);
    }

    void itIsStoppedAndGoesOn()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId lane = fixture.start(u"silence"_s, ReplayHistory::Own);
        QVERIFY(fixture.chat->isReplaying(lane));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.chat->activity(lane).state, State::Answering, 30'000);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        fixture.chat->stop(lane);
        QVERIFY(!fixture.chat->isBusy());
        QVERIFY(!fixture.chat->isReplaying(lane));
        QCOMPARE(idle.size(), 1);
        QCOMPARE(fixture.progress(lane), (ReplayProgress{0, 3, ReplayHistory::Own}));

        Lane better = *fixture.conversation->lane(lane);
        better.model = u"words-2"_s;
        fixture.chat->updateLane(better);
        fixture.chat->goOnWithReplay(lane);
        fixture.chat->goOnWithReplay(lane); // once is enough
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.progress(lane).isDone());
        QCOMPARE(fixture.conversation->path(lane).size(), 6);
    }

    void itSurvivesTheEndOfTheProgram()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        LaneId lane = fixture.start(u"silence"_s, ReplayHistory::Original);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.chat->activity(lane).state, State::Answering, 30'000);
        QVERIFY(fixture.restart());
        QCOMPARE(fixture.conversation->lanes().size(), 2);
        lane = fixture.lane(1);
        QCOMPARE(fixture.end(1).state, MessageState::Interrupted);
        QCOMPARE(fixture.progress(lane), (ReplayProgress{0, 3, ReplayHistory::Original}));
        QVERIFY(!fixture.chat->isReplaying(lane));

        fixture.setModel(u"words-2"_s, 1);
        fixture.server.forgetRequests();
        fixture.chat->goOnWithReplay(lane);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.progress(lane).isDone());
        QCOMPARE(said(fixture.server.requests().last()).size(), 5);
        QCOMPARE(said(fixture.server.requests().last()).at(1), assistant(kOld));
    }

    void whatIsSentMeanwhileWaits()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId lane = fixture.start(u"words-2"_s, ReplayHistory::Own);
        fixture.chat->send({u"Four"_s, {}});
        QCOMPARE(fixture.chat->queue().size(), 1);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.chat->queue().isEmpty());
        QCOMPARE(fixture.conversation->path(lane).size(), 8);
        QCOMPARE(fixture.conversation->path(fixture.lane(0)).size(), 8);
        QCOMPARE(fixture.at(lane, 7).round, fixture.at(fixture.lane(0), 7).round);
    }

    void aRemovedLaneTakesItsReplayAlong()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId lane = fixture.start(u"silence"_s, ReplayHistory::Own);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.chat->activity(lane).state, State::Answering, 30'000);
        fixture.chat->removeLane(lane);
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(fixture.completionRequests(), 4);
    }

    void whatTheModelRefusesIsLeftOutFromThenOn()
    {
        ReplayFixture fixture;
        const auto hash = settled(fixture.store->putBlob("picture", u"image/png"_s));
        QVERIFY(hash);
        fixture.chat->send({u"What is this?"_s, {ImagePart{*hash, u"image/png"_s, 4, 5, 7}}});
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.ask(u"And now?"_s));
        fixture.server.setScripts("/chat/completions",
                                  {refusal("this model does not take an image", 405)});
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Own);
        const MessageId failed = fixture.conversation->lane(lane)->head;
        const Run *run = fixture.conversation->run(fixture.conversation->message(failed)->run);
        QVERIFY(run && run->error);
        fixture.server.setScripts("/chat/completions", {});
        fixture.server.forgetRequests();
        fixture.chat->retryWithout(lane, failed, *run->error);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.progress(lane).isDone());
        QCOMPARE(fixture.server.requests().size(), 2);
        for (const SeenRequest &request : fixture.server.requests())
            QVERIFY(!request.body.contains("image_url"));
    }

    void aReplayCanBeReplayed()
    {
        ReplayFixture fixture;
        QVERIFY(fixture.begin());
        const LaneId lane = fixture.replay(u"words-2"_s, ReplayHistory::Original);
        Lane settings = *fixture.conversation->lane(lane);
        settings.model = u"words-1"_s;
        fixture.server.forgetRequests();
        const LaneId again = fixture.chat->replay({lane, settings, ReplayHistory::Original});
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(said(fixture.server.requests().at(1)).at(1), assistant("word1 word2."));
        QCOMPARE(pairedRound(*fixture.conversation, fixture.at(again, 5)),
                 fixture.at(fixture.lane(0), 5).round);
    }

    void anEmptyLaneHasNothingToReplay()
    {
        ReplayFixture fixture;
        QVERIFY(!fixture.start(u"words-2"_s, ReplayHistory::Own));
        QCOMPARE(fixture.conversation->lanes().size(), 1);
        QVERIFY(!fixture.chat->isBusy());
        fixture.chat->goOnWithReplay(fixture.lane(0));
        QVERIFY(!fixture.chat->isBusy());
    }

    void coordinatesAreReadBack()
    {
        const ReplayPlace place{MessageId(9'007'199'254'740'993),
                                MessageId(9'107'199'254'740'993),
                                ReplayHistory::Original,
                                {{u"tools"_s}, true}};
        QCOMPARE(replayPlace(coordinatesOf(place)), std::optional(place));
        QVERIFY(!replayPlace(QJsonObject{{u"temperature"_s, 0.5}}));
        QVERIFY(!replayPlace(QJsonObject()));
    }
};

QTEST_GUILESS_MAIN(ChatReplayTest)
#include "chat_replay_test.moc"
