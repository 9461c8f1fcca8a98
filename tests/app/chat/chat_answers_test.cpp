// SPDX-License-Identifier: GPL-3.0-or-later
// What follows an answer by itself, and what is done with its pieces, against a scripted server.
#include "app/chat/continuation.h"
#include "app/chat/left_out.h"
#include "app/chat/prompt_builder.h"
#include "app/chat/remedies.h"
#include "app/chat/round_reasoning.h"
#include "app/chat/turn_plan.h"
#include "tests/app/chat/chat_fixture.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kRoute = "/chat/completions";

Script piece(const QByteArray &said, const QByteArray &reason = "length")
{
    return stream({tests::text(said), finish(reason, kUsage), kDone});
}

Script refusal(int status, const QByteArray &message)
{
    return json(R"({"error":{"message":)" + quoted(message) + "}}", status);
}

void set(ChatFixture &fixture, QStringView name, const QJsonValue &value)
{
    Lane lane = fixture.conversation->lanes().first();
    lane.parameters.set(name, value);
    fixture.chat->updateLane(lane);
}

QJsonArray messagesOf(const SeenRequest &request)
{
    return request.json().value("messages"_L1).toArray();
}

QByteArray lastContent(const SeenRequest &request)
{
    return messagesOf(request).last()["content"_L1].toString().toUtf8();
}

/// Of all messages on the path of the lane.
QByteArray textOfPath(const ChatFixture &fixture)
{
    QByteArray text;
    for (const MessageId id : fixture.conversation->path(fixture.lane())) {
        const Message *message = fixture.conversation->message(id);
        if (message->role == Role::Assistant)
            text += textOf(message->parts);
    }
    return text;
}

QList<Remedy> remedies(const ChatFixture &fixture, const ModelInfo &model = {})
{
    Provider provider;
    provider.dialect = Dialect::DeepInfra;
    return remediesFor(*fixture.conversation, fixture.lane(), fixture.end().id, provider, model);
}

/// The body of the last run as it is built from what is stored.
QByteArray rebuilt(ChatFixture &fixture)
{
    const auto recipe = settled(fixture.store->recipe(fixture.end().run));
    if (!recipe)
        return "no recipe";
    QList<Message> path;
    for (const Recipe::Ref &ref : recipe->messages)
        path.append(*fixture.conversation->message(ref.message));
    return rebuildBody(*recipe, path, {}).value_or("not what was sent");
}

QList<Message> answersBeside(const ChatFixture &fixture)
{
    QList<Message> answers;
    for (const MessageId id : fixture.conversation->siblings(fixture.lane(), fixture.end().id))
        answers.append(*fixture.conversation->message(id));
    return answers;
}

} // namespace

class ChatAnswersTest : public QObject
{
    Q_OBJECT
private slots:
    void aLaneGoesOnByItselfUpToItsLimit()
    {
        ChatFixture fixture;
        set(fixture, kAutoContinue, 2);
        fixture.server.setScripts(kRoute, {piece("One, "), piece("two, "), piece("three, ")});
        QSignalSpy ended(fixture.chat.get(), &Chat::turnEnded);
        QVERIFY(fixture.ask(u"Count"_s));
        QCOMPARE(textOfPath(fixture), QByteArray("One, two, three, "));
        QCOMPARE(fixture.completionRequests(), 3);
        QCOMPARE(ended.size(), 1); // the turn ended once, behind its last piece
        QCOMPARE(piecesAdded(*fixture.conversation, fixture.end().id), 2);
        QVERIFY(!fixture.server.requests().first().json().contains(kAutoContinue.toString()));
        QCOMPARE(lastContent(fixture.server.requests().at(1)), QByteArray("One, "));
        QCOMPARE(lastContent(fixture.server.requests().at(2)), QByteArray("One, two, "));
        for (const int continued : {1, 2}) {
            const QJsonObject sent = fixture.server.requests().at(continued).json();
            QVERIFY(sent.value("continue_final_message"_L1).toBool());
        }
        QCOMPARE(rebuilt(fixture), fixture.server.requests().last().body);
    }

    void itStopsWhereTheAnswerEnds()
    {
        ChatFixture fixture;
        set(fixture, kAutoContinue, 5);
        fixture.server.setScripts(kRoute, {piece("One, "), piece("two.", "stop")});
        QVERIFY(fixture.ask(u"Count"_s));
        QCOMPARE(fixture.completionRequests(), 2);
        QCOMPARE(fixture.end().finishReason, u"stop"_s);
    }

    void aStopEndsTheWholeChain()
    {
        ChatFixture fixture;
        set(fixture, kAutoContinue, 5);
        const Script hangs{
            .steps = {send(tests::text("two, ")), tests::pause(std::chrono::minutes(1))}};
        fixture.server.setScripts(kRoute, {piece("One, "), hangs});
        fixture.chat->send({u"Count"_s, {}});
        QTRY_COMPARE(textOfPath(fixture), QByteArray("One, two, "));
        fixture.chat->stop(fixture.lane());
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(fixture.end().state, MessageState::Cancelled);
        QCOMPARE(fixture.completionRequests(), 2);
    }

    void theJointIsExact_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("added");
        QTest::newRow("white space") << QByteArray("A line \n\n  ") << QByteArray("  and more\t");
        QTest::newRow("in a word") << QByteArray("Don") << QByteArray("audampf");
        QTest::newRow("many bytes") << QByteArray("Grüße 東") << QByteArray("京 🙂");
        QTest::newRow("what is drawn onto a letter") << QByteArray("e") << QByteArray("\u0301té");
        QTest::newRow("in a fence")
            << QByteArray("```cpp\nint a;\n") << QByteArray("int b;\n```\n");
        QTest::newRow("in the marks of a fence")
            << QByteArray("```cpp\nint a;\n``") << QByteArray("`\nDone.");
    }
    void theJointIsExact()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, added);
        ChatFixture fixture;
        fixture.server.setScripts(kRoute, {piece(before), piece(added, "stop"), piece("Yes")});
        QVERIFY(fixture.ask(u"Go"_s));
        fixture.chat->continueReply(fixture.lane(), fixture.end().id);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(lastContent(fixture.server.requests().last()), before);
        QCOMPARE(textOfPath(fixture), before + added);
        QVERIFY(fixture.ask(u"Thanks"_s));
        QCOMPARE(
            messagesOf(fixture.server.requests().last()).at(1)["content"_L1].toString().toUtf8(),
            before + added);
        QCOMPARE(rebuilt(fixture), fixture.server.requests().last().body);
    }

    void aModelThatThinksGoesOnBehindAnEmptyThought()
    {
        ChatFixture fixture;
        const Script thinks = stream({delta(R"("reasoning_content":"Hm.")"), tests::text("One, "),
                                      finish("length", kUsage), kDone});
        fixture.server.setScripts(kRoute, {thinks, piece("two.", "stop"), piece("Yes")});
        QVERIFY(fixture.ask(u"Count"_s));
        fixture.chat->continueReply(fixture.lane(), fixture.end().id);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(lastContent(fixture.server.requests().last()),
                 QByteArray("<think>\n\n</think>\n\nOne, "));
        QCOMPARE(rebuilt(fixture), fixture.server.requests().last().body);
        QVERIFY(fixture.ask(u"Thanks"_s));
        QCOMPARE(messagesOf(fixture.server.requests().last()).at(1)["content"_L1].toString(),
                 u"One, two."_s);
    }

    void anAnswerWithoutAWordIsExplainedAndHelped()
    {
        ChatFixture fixture;
        set(fixture, u"max_tokens", 100);
        set(fixture, u"reasoning_effort", u"high"_s);
        const Script thinks =
            stream({delta(R"("reasoning_content":"Hm, let me think.")"),
                    finish("length", R"("usage":{"prompt_tokens":12,"completion_tokens":100,)"
                                     R"("completion_tokens_details":{"reasoning_tokens":100}})"),
                    kDone});
        fixture.server.setScripts(kRoute, {thinks, thinks, piece("Well.", "stop")});
        QVERIFY(fixture.ask(u"Why?"_s));
        QVERIFY(isEmptyForLength(fixture.end()));
        QVERIFY(!goesOnByItself(*fixture.conversation,
                                fixture.conversation->lanes().first().parameters,
                                fixture.end().id));
        const QList<Remedy> offered = remedies(fixture);
        QCOMPARE(offered, (QList<Remedy>{{Remedy::Kind::MoreTokens, 3072},
                                         {Remedy::Kind::LessEffort, 0, u"medium"_s},
                                         {Remedy::Kind::AnswerNow}}));
        ModelInfo small;
        small.contextLength = 512;
        QCOMPARE(remedies(fixture, small).first(), (Remedy{Remedy::Kind::MoreTokens, 500}));

        const MessageId empty = fixture.end().id;
        fixture.chat->retryWith(remedied(fixture.conversation->lanes().first(), offered.at(1)),
                                empty);
        QVERIFY(fixture.waitForEnd());
        const QJsonObject sent = fixture.server.requests().last().json();
        QCOMPARE(sent.value("reasoning_effort"_L1).toString(), u"medium"_s);
        QCOMPARE(messagesOf(fixture.server.requests().last()).size(), 1);

        fixture.chat->continueReply(fixture.lane(), fixture.end().id);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(lastContent(fixture.server.requests().last()),
                 QByteArray("<think>\n\n</think>\n\n"));
        QCOMPARE(fixture.text(), QByteArray("Well."));
        QCOMPARE(rebuilt(fixture), fixture.server.requests().last().body);
    }

    void aServerThatBeginsAnewIsFoundOut()
    {
        ChatFixture fixture;
        set(fixture, kAutoContinue, 5);
        const QByteArray answer = "The capital of France is Paris, which lies on the Seine. ";
        fixture.server.setScripts(
            kRoute, {piece(answer), piece(answer + "It is old.", "length"), piece("Yes", "stop")});
        QVERIFY(fixture.ask(u"What?"_s));
        QCOMPARE(fixture.completionRequests(), 2); // it does not go on asking
        const Message again = fixture.end();
        QVERIFY(startsAnew(*fixture.conversation, again.id));
        const MessageId first = again.continues;

        fixture.chat->keepPiece(fixture.lane(), again.id);
        const Message kept = fixture.end();
        QCOMPARE(kept.id, again.id);
        QVERIFY(!kept.continues);
        QCOMPARE(kept.parent, fixture.conversation->message(first)->parent);
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), first),
                 (QList<MessageId>{first, kept.id}));
        QVERIFY(kept.turn != fixture.conversation->message(first)->turn);
        QCOMPARE(fixture.conversation->run(kept.run)->turn, kept.turn);
        QCOMPARE(fixture.conversation->firstReply(kept.turn), kept.id);

        QVERIFY(fixture.ask(u"Sure?"_s));
        QCOMPARE(
            messagesOf(fixture.server.requests().last()).at(1)["content"_L1].toString().toUtf8(),
            answer + "It is old.");
        const auto read = fixture.afterRestart();
        QVERIFY(read);
        QCOMPARE(messageOf(*read, kept.id).parent, kept.parent);
        QVERIFY(!messageOf(*read, kept.id).continues);
    }

    void aPieceIsDroppedAndComesBack()
    {
        ChatFixture fixture;
        fixture.server.setScripts(kRoute,
                                  {piece("One, "), piece("two", "stop"), piece("Yes", "stop")});
        QVERIFY(fixture.ask(u"Count"_s));
        const MessageId first = fixture.end().id;
        fixture.chat->continueReply(fixture.lane(), first);
        QVERIFY(fixture.waitForEnd());
        const MessageId second = fixture.end().id;
        fixture.chat->moveHeads({{fixture.lane(), first}});
        QCOMPARE(textOfPath(fixture), QByteArray("One, "));
        fixture.chat->moveHeads({{fixture.lane(), second}});
        QCOMPARE(textOfPath(fixture), QByteArray("One, two"));
        fixture.chat->moveHeads({{fixture.lane(), first}});
        QVERIFY(fixture.ask(u"On"_s));
        QCOMPARE(messagesOf(fixture.server.requests().last()).at(1)["content"_L1].toString(),
                 u"One, "_s);
    }

    void choicesStreamAtOnce()
    {
        ChatFixture fixture;
        set(fixture, u"n", 2);
        const Script both = stream({tests::text("He", 0), tests::text("Good ", 1),
                                    tests::text("llo", 0), tests::text("day", 1),
                                    finish("stop", {}, 0), finish("stop", kUsage, 1), kDone});
        fixture.server.setScripts(kRoute, {both});
        QVERIFY(fixture.ask(u"Greet"_s));
        QCOMPARE(fixture.text(), QByteArray("Hello"));
        const QList<Message> answers = answersBeside(fixture);
        QCOMPARE(answers.size(), 2);
        QCOMPARE(textOf(answers.at(1).parts), QByteArray("Good day"));
        QCOMPARE(answers.at(0).run, answers.at(1).run);
        QCOMPARE(fixture.completionRequests(), 1);
    }

    void aServerThatRefusesChoicesIsAskedOneByOne_data()
    {
        QTest::addColumn<Script>("refused");
        QTest::addColumn<int>("requests");
        QTest::newRow("405") << refusal(405, "n > 1 is not supported for model: m") << 4;
        QTest::newRow("400") << refusal(400, "Only one completion choice is allowed") << 4;
        QTest::newRow("422") << json(
            R"({"detail":[{"loc":["body","n"],"msg":"Input should be 1"}]})", 422)
                             << 4;
        QTest::newRow("one answer all the same") << piece("Answer", "stop") << 3;
    }
    void aServerThatRefusesChoicesIsAskedOneByOne()
    {
        QFETCH(Script, refused);
        QFETCH(int, requests);
        ChatFixture fixture;
        set(fixture, u"n", 3);
        fixture.server.setScripts(kRoute, {refused, piece("Answer", "stop")});
        QVERIFY(fixture.ask(u"Greet"_s));
        QCOMPARE(fixture.completionRequests(), requests);
        QVERIFY(fixture.server.requests().first().json().contains("n"_L1));
        QVERIFY(!fixture.server.requests().at(1).json().contains("n"_L1));
        const QList<Message> answers = answersBeside(fixture);
        QCOMPARE(answers.size(), 3);
        QCOMPARE(answers.first().id, fixture.end().id);
        QSet<RunId> runs;
        for (const Message &answer : answers) {
            QCOMPARE(textOf(answer.parts), QByteArray("Answer"));
            QCOMPARE(answer.state, MessageState::Complete);
            QCOMPARE(answer.turn, answers.first().turn);
            runs.insert(answer.run);
        }
        QCOMPARE(runs.size(), 3);

        // It was learnt: from now on nothing is refused.
        fixture.server.forgetRequests();
        QVERIFY(fixture.ask(u"Again"_s));
        QCOMPARE(fixture.completionRequests(), 3);
        QCOMPARE(answersBeside(fixture).size(), 3);
        const auto read = fixture.afterRestart();
        QVERIFY(read);
        QVERIFY(std::none_of(read->messages.begin(), read->messages.end(), [](const Message &each) {
            return each.state == MessageState::Streaming;
        }));
    }

    void furtherAnswersAreStoppedWithTheirLane()
    {
        ChatFixture fixture;
        set(fixture, u"n", 3);
        fixture.catalogue.learn(u"scripted"_s, u"scripted-model"_s, &ModelInfo::choices,
                                Ability::No);
        const Script hangs{
            .steps = {send(tests::text("Well")), tests::pause(std::chrono::minutes(1))}};
        fixture.server.setScripts(kRoute, {hangs});
        fixture.chat->send({u"Greet"_s, {}});
        QTRY_COMPARE(fixture.completionRequests(), 3);
        QTRY_VERIFY(fixture.state() == LaneActivity::State::Answering);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        fixture.chat->stop(fixture.lane());
        QVERIFY(!fixture.chat->isBusy());
        QVERIFY(!idle.isEmpty());
        for (const Message &answer : answersBeside(fixture))
            QCOMPARE(answer.state, MessageState::Cancelled);
    }

    void anOverflowIsHelpedByFewerTokensOrFewerRounds()
    {
        ChatFixture fixture;
        fixture.server.setScripts(
            kRoute,
            {piece("First answer, long enough to count for something", "stop"),
             piece("Second answer, long enough to count for something", "stop"),
             refusal(400, "This model's maximum context length is 1000 tokens. However, you "
                          "requested 1250 tokens (900 in the messages, 350 in the completion)."),
             refusal(400, "This model's maximum context length is 1000 tokens. However, your "
                          "request has 1200 input tokens."),
             piece("Fits", "stop")});
        QVERIFY(fixture.ask(u"First prompt, long enough to count for something"_s));
        QVERIFY(fixture.ask(u"Second prompt, long enough to count for something"_s));
        set(fixture, u"max_tokens", 350);
        QVERIFY(fixture.ask(u"Third"_s));
        QCOMPARE(fixture.end().state, MessageState::Failed);
        QCOMPARE(remedies(fixture), (QList<Remedy>{{Remedy::Kind::FewerTokens, 100},
                                                   {Remedy::Kind::LeaveOutRounds, 1}}));

        Lane lane = fixture.conversation->lanes().first();
        lane.parameters.unset(u"max_tokens");
        fixture.chat->retryWith(lane, fixture.end().id);
        QVERIFY(fixture.waitForEnd());
        const QList<Remedy> offered = remedies(fixture);
        QCOMPARE(offered, (QList<Remedy>{{Remedy::Kind::LeaveOutRounds, 1}}));
        fixture.chat->retryWith(remedied(lane, offered.first()), fixture.end().id);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.text(), QByteArray("Fits"));
        const QJsonArray sent = messagesOf(fixture.server.requests().last());
        QCOMPARE(sent.size(), 3);
        QVERIFY(sent.first()["content"_L1].toString().startsWith(u"Second prompt"));
        QVERIFY(!fixture.server.requests().last().json().contains(kLeaveOutRounds.toString()));
        QCOMPARE(rebuilt(fixture), fixture.server.requests().last().body);
        // Nothing is deleted.
        QCOMPARE(fixture.conversation->path(fixture.lane()).size(), 6);
    }

    void theLastPromptIsAlwaysSent()
    {
        ChatFixture fixture;
        QVERIFY(fixture.ask(u"One"_s));
        set(fixture, kLeaveOutRounds, 1000);
        QVERIFY(fixture.ask(u"Two"_s));
        QCOMPARE(messagesOf(fixture.server.requests().last()).size(), 1);
        const QList<MessageId> &path = fixture.conversation->path(fixture.lane());
        QCOMPARE(firstSent(*fixture.conversation, path, 1000), 2);
        QCOMPARE(firstSent(*fixture.conversation, path, 0), 0);
    }

    void thinkingIsComparedByRound()
    {
        ChatFixture fixture({u"scripted-model"_s, u"words-3"_s});
        const Script thinks =
            stream({delta(R"("reasoning_content":"Hm, let me think.")"), tests::text("One"),
                    finish("stop", R"("usage":{"prompt_tokens":12,"completion_tokens":40,)"
                                   R"("completion_tokens_details":{"reasoning_tokens":30}})"),
                    kDone});
        fixture.server.setScripts(kRoute, {thinks});
        QVERIFY(fixture.ask(u"Why?"_s));
        const auto lanes =
            roundReasoning(*fixture.conversation, fixture.end().round, [](const Run &) {
                Prices prices;
                prices.output = 2;
                return prices;
            });
        QCOMPARE(lanes.size(), 2);
        QCOMPARE(lanes.first().tokens, std::optional<qint64>(30));
        QCOMPARE(lanes.first().characters, 17);
        QCOMPARE(lanes.first().text, QByteArray("Hm, let me think."));
        QCOMPARE(lanes.first().costUsd, std::optional(60e-6));
        QCOMPARE(lanes.first().share, std::optional(0.75));
    }
};

QTEST_GUILESS_MAIN(ChatAnswersTest)
#include "chat_answers_test.moc"
