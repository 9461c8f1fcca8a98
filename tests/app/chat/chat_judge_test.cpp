// SPDX-License-Identifier: GPL-3.0-or-later
// A judge asked about the answers of a round: what it sees, what is kept, how it goes wrong.
#include "app/chat/chats.h"
#include "app/chat/judge_plan.h"
#include "app/chat/judge_runs.h"
#include "app/chat/judging.h"
#include "app/chat/lane_changes.h"
#include "app/chat/prompt_builder.h"
#include "app/chat/replay_plan.h"
#include "app/evaluation/judge_prompt.h"
#include "tests/app/chat/chat_fixture.h"

#include <QJsonArray>
#include <QSet>
#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

Script verdict(const QByteArray &json)
{
    return stream({text(json), finish("stop"), kDone});
}

QString promptOf(const SeenRequest &request)
{
    const QJsonValue content = request.json().value("messages"_L1).toArray().last()["content"_L1];
    QString text = content.toString();
    for (const QJsonValue &part : content.toArray())
        text += part["text"_L1].toString();
    return text;
}

/// Some lanes that have answered one prompt.
struct JudgeFixture : ChatFixture
{
    using ChatFixture::ChatFixture;

    bool begin(const QString &prompt = u"Count, please."_s)
    {
        const bool asked = ask(prompt);
        server.forgetRequests();
        return asked;
    }
    [[nodiscard]] JudgeOrder order() const
    {
        JudgeOrder order;
        order.round = newestRound(*conversation);
        order.answers = answersIn(*conversation, order.round);
        order.providerId = QString::fromLatin1(kProvider);
        order.model = u"a-judge"_s;
        order.rubric = u"Be strict."_s;
        return order;
    }
    void answerWith(const QList<Script> &scripts)
    {
        server.setScripts("/chat/completions", scripts);
    }
    [[nodiscard]] bool waitForJudge() const
    {
        return QTest::qWaitFor([this] { return !chat->isBusy(); }, 30'000);
    }
    [[nodiscard]] Judging judging() const
    {
        const QList<RoundId> all = judgingsOf(*conversation);
        return all.isEmpty() ? Judging() : readJudging(*conversation, all.constLast());
    }
};

} // namespace

class ChatJudgeTest : public QObject
{
    Q_OBJECT
private slots:
    void eachPairIsAskedAboutTwiceWithPositionsSwapped()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s, u"words-4"_s});
        QVERIFY(fixture.begin());
        const QList<MessageId> heads{fixture.end(0).id, fixture.end(1).id, fixture.end(2).id};
        fixture.answerWith({verdict(R"({"winner":"1","reason":"first"})")});
        const RoundId round = fixture.chat->judge(fixture.order());
        QVERIFY(round);
        QVERIFY(fixture.chat->isBusy());
        QVERIFY(!fixture.chat->hasBusyLane());
        QVERIFY(fixture.waitForJudge());
        QCOMPARE(fixture.server.requests().size(), 6);

        QSet<QString> seen;
        for (const SeenRequest &request : fixture.server.requests()) {
            const QString text = promptOf(request);
            seen.insert(text);
            QVERIFY(text.contains("Be strict."_L1));
            QVERIFY(text.contains("Count, please."_L1));
            for (const auto &name : {"words-2"_L1, "words-3"_L1, "words-4"_L1, "Scripted"_L1})
                QVERIFY(!text.contains(name));
            QCOMPARE(request.json().value("messages"_L1).toArray().size(), 1);
        }
        QCOMPARE(seen.size(), 6);
        using Order = std::pair<QLatin1StringView, QLatin1StringView>;
        for (const Order &order : {Order{"word1 word2."_L1, "word1 word2 word3."_L1},
                                   Order{"word1 word2 word3."_L1, "word1 word2."_L1}}) {
            QVERIFY(std::any_of(seen.begin(), seen.end(), [&](const QString &text) {
                const qsizetype one = text.indexOf(u'\n' + order.first + u'\n');
                const qsizetype two = text.indexOf(u'\n' + order.second + u'\n');
                return one >= 0 && two > one;
            }));
        }
        // Nothing of the conversation moved, and nothing of it is a vote.
        QCOMPARE((QList{fixture.end(0).id, fixture.end(1).id, fixture.end(2).id}), heads);
        QVERIFY(!fixture.conversation->vote(fixture.order().round));
        QVERIFY(settled(fixture.store->votes())->isEmpty());
        QCOMPARE(fixture.conversation->siblings(fixture.lane(0), fixture.end(0).parent).size(), 1);

        const Judging judging = fixture.judging();
        QCOMPARE(judging.id, round);
        QCOMPARE(judging.judged, fixture.order().round);
        QCOMPARE(judging.model, u"a-judge"_s);
        QCOMPARE(judging.answers, heads);
        QCOMPARE(judging.pairs.size(), 3);
        for (const JudgedPair &pair : judging.pairs)
            QCOMPARE(pair.result(), PairResult::Disagrees); // always the first one
    }

    void theWholeTextIsKeptAndTheRecipeTellsTheTruth()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        const QByteArray picture = "not really a picture";
        const auto hash = settled(fixture.store->putBlob(picture, u"image/png"_s));
        QVERIFY(hash);
        QVERIFY(fixture.ask(u"Hello"_s));
        fixture.chat->send({u"What is this?"_s, {ImagePart{*hash, u"image/png"_s, 4, 5, 20}}});
        QVERIFY(fixture.waitForEnd());
        fixture.server.forgetRequests();
        JudgeOrder order = fixture.order();
        order.sendsImages = true;
        order.parameters.set(u"response_format", QJsonObject{{u"type"_s, u"json_object"_s}});
        fixture.answerWith({verdict(R"({"winner":"tie"})")});
        const RoundId round = fixture.chat->judge(order);
        QVERIFY(fixture.waitForJudge());
        const QList<SeenRequest> seen = fixture.server.requests();
        QCOMPARE(seen.size(), 2);
        QVERIFY(seen.first().body.contains("image_url"));
        QVERIFY(seen.first().json().contains("response_format"_L1));
        // Lanes with histories of their own share the user's words only.
        QVERIFY(promptOf(seen.first()).contains("User: Hello"_L1));
        QVERIFY(!promptOf(seen.first()).contains("Assistant: "_L1));

        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        fixture.conversation = std::make_shared<Conversation>(*stored);
        fixture.chat = fixture.newChat();
        const Judging judging = fixture.judging();
        QCOMPARE(judging.id, round);
        QCOMPARE(judging.providerName, u"Scripted"_s);
        QCOMPARE(judging.pairs.size(), 1);
        QCOMPARE(judging.pairs.first().result(), PairResult::Tie);
        QCOMPARE(judging.missing(), 0);
        QStringList shown;
        for (const JudgeRequest &request : judging.requests) {
            const Message prompt = messageOf(*stored, request.prompt);
            shown.append(QString::fromUtf8(textOf(prompt.parts)));
            const auto recipe =
                settled(fixture.store->recipe(messageOf(*stored, request.reply).run));
            QVERIFY(recipe);
            const auto body = rebuildBody(*recipe, {prompt}, {{*hash, picture}});
            QVERIFY(body);
            QVERIFY(*body == seen.at(0).body || *body == seen.at(1).body);
        }
        QVERIFY(shown.contains(promptOf(seen.at(0))));
        QVERIFY(shown.contains(promptOf(seen.at(1))));
    }

    void aSharedHistoryIsToldWhole()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        QVERIFY(fixture.ask(u"Hello"_s));
        fixture.chat->goOnWith(fixture.lane(1), fixture.end(1).id);
        QVERIFY(fixture.begin(u"And now?"_s));
        fixture.answerWith({verdict(R"({"winner":"tie"})")});
        QVERIFY(fixture.chat->judge(fixture.order()));
        QVERIFY(fixture.waitForJudge());
        QVERIFY(promptOf(fixture.server.requests().first())
                    .contains("User: Hello\n\nAssistant: word1 word2 word3."_L1));
    }

    void anAnswerThatWasContinuedIsJudgedWhole()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        QVERIFY(fixture.begin());
        fixture.chat->continueReply(fixture.lane(0), fixture.end(0).id);
        QVERIFY(fixture.waitForEnd());
        fixture.server.forgetRequests();
        fixture.answerWith({verdict(R"({"winner":"tie"})")});
        QVERIFY(fixture.chat->judge(fixture.order()));
        QVERIFY(fixture.waitForJudge());
        QVERIFY(promptOf(fixture.server.requests().first())
                    .contains("\nword1 word2.word1 word2.\n"_L1));
    }

    void anUnreadableVerdictIsSaidAndAskedAgain()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        QVERIFY(fixture.begin());
        fixture.answerWith({verdict("I like both."), verdict(R"({"winner":"2"})")});
        const RoundId round = fixture.chat->judge(fixture.order());
        QVERIFY(fixture.waitForJudge());
        Judging judging = fixture.judging();
        QCOMPARE(judging.missing(), 1);
        QCOMPARE(judging.pairs.first().result(), PairResult::Incomplete);

        fixture.answerWith({verdict(R"({"winner":"2"})")});
        fixture.server.forgetRequests();
        fixture.chat->judgeAgain(round);
        QVERIFY(fixture.waitForJudge());
        QCOMPARE(fixture.server.requests().size(), 1);
        judging = fixture.judging();
        QCOMPARE(judging.missing(), 0);
        QCOMPARE(judging.requests.size(), 2);
        QCOMPARE(judging.pairs.first().result(), PairResult::Disagrees);
        fixture.chat->judgeAgain(round); // there is nothing left
        QVERIFY(!fixture.chat->isBusy());
    }

    void failedRequestsAreAskedAgainWithoutWhatWasRefused()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        QVERIFY(fixture.begin());
        JudgeOrder order = fixture.order();
        order.parameters.set(u"response_format", QJsonObject{{u"type"_s, u"json_object"_s}});
        fixture.answerWith(
            {json(R"({"error":{"message":"json_object response format is not supported"}})", 405)});
        const RoundId round = fixture.chat->judge(order);
        QVERIFY(fixture.waitForJudge());
        QCOMPARE(fixture.judging().missing(), 2);

        fixture.answerWith({verdict(R"({"winner":"1"})")});
        fixture.server.forgetRequests();
        fixture.chat->judgeAgain(round);
        QVERIFY(fixture.waitForJudge());
        QCOMPARE(fixture.server.requests().size(), 2);
        for (const SeenRequest &request : fixture.server.requests())
            QVERIFY(!request.json().contains("response_format"_L1));
        QCOMPARE(fixture.judging().missing(), 0);
    }

    void eightLanesAreAskedWithinTheLimits()
    {
        JudgeFixture fixture({u"words-1"_s, u"words-2"_s, u"words-3"_s, u"words-4"_s, u"words-5"_s,
                              u"words-6"_s, u"words-7"_s, u"words-8"_s});
        QVERIFY(fixture.begin());
        Provider provider = *fixture.settings.provider(QString::fromLatin1(ChatFixture::kProvider));
        provider.mostRuns = 3;
        fixture.settings.saveProvider(provider);
        JudgeOrder order = fixture.order();
        order.model = u"silence"_s;
        const RoundId round = fixture.chat->judge(order);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.server.requests().size(), 3, 30'000);
        QTest::qWait(0);
        QCOMPARE(fixture.server.requests().size(), 3);
        QCOMPARE(fixture.judging().open(), judgeRequests(8));
        fixture.chat->judgeRuns().stop(round);

        fixture.server.forgetRequests();
        fixture.answerWith({verdict(R"({"winner":"tie"})")});
        QVERIFY(fixture.chat->judge(fixture.order()));
        QVERIFY(fixture.waitForJudge());
        QCOMPARE(fixture.server.requests().size(), 56);
        QCOMPARE(fixture.judging().pairs.size(), 28);
        QCOMPARE(fixture.judging().missing(), 0);
    }

    void itIsStopped()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s, u"words-4"_s, u"words-5"_s});
        QVERIFY(fixture.begin());
        JudgeOrder order = fixture.order();
        order.model = u"silence"_s;
        const RoundId round = fixture.chat->judge(order);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.server.requests().size(), JudgeRuns::kAtOnce, 30'000);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        fixture.chat->judgeRuns().stop(round);
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(idle.size(), 1);
        QCOMPARE(fixture.server.requests().size(), JudgeRuns::kAtOnce);
        QCOMPARE(fixture.judging().missing(), 12);
    }

    void stoppingAllStopsTheJudgeToo()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        QVERIFY(fixture.begin());
        JudgeOrder order = fixture.order();
        order.model = u"silence"_s;
        QVERIFY(fixture.chat->judge(order));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.server.requests().size(), 2, 30'000);
        fixture.chat->stopAll();
        QVERIFY(!fixture.chat->isBusy());
    }

    void aConversationIsBusyWhileItsJudgeIsAsked()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        QVERIFY(fixture.begin());
        JudgeOrder order = fixture.order();
        fixture.chat.reset();
        Chats chats(fixture.dependencies());
        const ChatPtr chat = chats.chat(fixture.conversation);
        chats.setShown(ConversationId::next()); // the user looks at another one
        QSignalSpy busy(&chats, &Chats::busyChanged);
        order.model = u"silence"_s;
        QVERIFY(chat->judge(order));
        QCOMPARE(busy.size(), 1);
        QVERIFY(chats.isBusy(fixture.conversation->id()));
        QVERIFY(!fixture.conversation->summary().unread);
        chats.stopAll();
        QVERIFY(!chats.isBusy());
        QVERIFY(fixture.conversation->summary().unread);
    }

    void itSurvivesTheEndOfTheProgram()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s, u"words-4"_s, u"words-5"_s});
        QVERIFY(fixture.begin());
        JudgeOrder order = fixture.order();
        order.model = u"silence"_s;
        QVERIFY(fixture.chat->judge(order));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.server.requests().size(), JudgeRuns::kAtOnce, 30'000);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        fixture.conversation = std::make_shared<Conversation>(*stored);
        fixture.chat = fixture.newChat();
        // Those that had not begun are interrupted like the others.
        QCOMPARE(fixture.judging().requests.size(), 12);
        QCOMPARE(fixture.judging().missing(), 12);
        QCOMPARE(fixture.judging().open(), 0);
    }

    void aCeilingHoldsItUpUntilTheUserDecides()
    {
        JudgeFixture fixture({u"words-2"_s, u"words-3"_s});
        QVERIFY(fixture.begin());
        const auto provider =
            fixture.settings.provider(QString::fromLatin1(ChatFixture::kProvider));
        QVERIFY(settled(fixture.catalogue.refresh(*provider, {})));
        JudgeOrder order = fixture.order();
        order.model = u"openai/gpt-oss-120b"_s;
        QVERIFY(*judgingCost(*fixture.conversation, order,
                             fixture.catalogue.model(provider->id, order.model), *provider)
                > 0);
        QVERIFY(!judgingCost(*fixture.conversation, order, {}, deepInfraProvider()));
        Preferences preferences = fixture.settings.preferences();
        preferences.runCeilingUsd = 0.0;
        fixture.settings.setPreferences(preferences);
        fixture.answerWith({verdict(R"({"winner":"tie"})")});
        fixture.server.forgetRequests();
        const RoundId round = fixture.chat->judge(order);
        const JudgeRuns &runs = fixture.chat->judgeRuns();
        QTRY_VERIFY_WITH_TIMEOUT(runs.obstacle(round).spending, 30'000);
        QVERIFY(fixture.server.requests().isEmpty());
        fixture.chat->judgeRuns().sendOnce(round);
        QVERIFY(fixture.waitForJudge());
        QCOMPARE(fixture.judging().missing(), 0);
        QCOMPARE(fixture.settings.preferences().runCeilingUsd, 0.0);
    }

    void aReplayIsJudgedBesideWhatItReplays()
    {
        JudgeFixture fixture({u"words-2"_s});
        QVERIFY(fixture.begin());
        Lane settings = fixture.conversation->lanes().first();
        settings.model = u"words-3"_s;
        QVERIFY(fixture.chat->replay({settings.id, settings, ReplayHistory::Own}));
        QVERIFY(fixture.waitForEnd());
        const JudgeOrder order = fixture.order();
        QCOMPARE(order.answers.size(), 2);
        fixture.answerWith({verdict(R"({"winner":"tie"})")});
        fixture.server.forgetRequests();
        QVERIFY(fixture.chat->judge(order));
        QVERIFY(fixture.waitForJudge());
        QCOMPARE(fixture.server.requests().size(), 2);
        QCOMPARE(fixture.judging().pairs.first().result(), PairResult::Tie);
    }

    void oneAnswerIsNothingToJudge()
    {
        JudgeFixture fixture({u"words-2"_s});
        QVERIFY(fixture.begin());
        QVERIFY(!fixture.chat->judge(fixture.order()));
        QVERIFY(judgingsOf(*fixture.conversation).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ChatJudgeTest)
#include "chat_judge_test.moc"
