// SPDX-License-Identifier: GPL-3.0-or-later
// How sure a model was of its tokens: kept with the answer, and a branch that begins at one.
#include "app/chat/token_branch.h"
#include "tests/app/chat/chat_fixture.h"
#include "tests/support/token_events.h"

#include <QJsonArray>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QString kModel = u"tokens"_s;

/// Asked for logprobs, it gives them.
struct TokenFixture : ChatFixture
{
    TokenFixture() : ChatFixture({kModel})
    {
        server.setScriptOf(kModel, stream(helloTokenEvents()));
        Lane lane = conversation->lanes().first();
        lane.parameters.set(u"logprobs", true);
        lane.parameters.set(u"top_logprobs", 3);
        chat->updateLane(lane);
    }

    [[nodiscard]] TokenLogprobs tokens(MessageId reply) const
    {
        // What was committed last may wait behind another write.
        TokenLogprobs tokens;
        (void)QTest::qWaitFor(
            [&] {
                tokens = settled(store->tokens(reply)).value_or(TokenLogprobs());
                return !tokens.isEmpty();
            },
            kPatienceMs);
        return tokens;
    }
};

QStringList assistantTexts(const SeenRequest &request)
{
    QStringList texts;
    for (const QJsonValue &message : request.json().value("messages"_L1).toArray()) {
        if (message["role"_L1] == "assistant"_L1)
            texts.append(message["content"_L1].toString());
    }
    return texts;
}

} // namespace

class ChatTokensTest : public QObject
{
    Q_OBJECT
private slots:
    void theyAreKeptWithTheAnswer()
    {
        TokenFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const QJsonObject body = f.server.requests().last().json();
        QCOMPARE(body.value("logprobs"_L1).toBool(), true);
        QCOMPARE(body.value("top_logprobs"_L1).toInt(), 3);
        const Message reply = f.end();
        QVERIFY(f.conversation->hasTokens(reply.id));
        QCOMPARE(f.tokens(reply.id).text(), QByteArray("Hello world."));
        const auto stored = f.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->withTokens, QSet<MessageId>{reply.id});
        QCOMPARE(f.tokens(reply.id).alternativeCount(1), 3);
    }

    void withoutThemNothingIsKept()
    {
        ChatFixture f({kModel});
        f.server.setScriptOf(kModel, stream({text("Hello"), finish("stop"), kDone}));
        QVERIFY(f.ask(u"Hello"_s));
        QVERIFY(!f.conversation->hasTokens(f.end().id));
        QCOMPARE(settled(f.store->tokens(f.end().id)).error().kind, ErrorKind::NotFound);
    }

    void aStoppedAnswerKeepsWhatCame()
    {
        TokenFixture f;
        Script script = stream(helloTokenEvents().first(2));
        script.steps.append(pause(std::chrono::hours(1)));
        f.server.setScriptOf(kModel, script);
        f.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(f.text(), QByteArray("Hello world"));
        f.chat->stop(f.lane());
        QCOMPARE(f.tokens(f.end().id).size(), 2);
    }

    void aBranchGoesOnFromAnotherToken()
    {
        TokenFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const Message answer = f.end();
        const TokenBranch branch =
            tokenBranch(*f.conversation, answer.id, f.tokens(answer.id), 1, " there");
        QCOMPARE(branch.text, QByteArray("Hello there"));
        f.server.setScriptOf(kModel, stream({text(", you."), finish("stop"), kDone}));
        f.chat->branchFrom(f.lane(), answer.id, branch.text);
        QVERIFY(f.waitForEnd());

        const SeenRequest seen = f.server.requests().last();
        QCOMPARE(assistantTexts(seen), QStringList{u"Hello there"_s});
        QVERIFY(seen.json().value("continue_final_message"_L1).toBool());
        const Message piece = f.end();
        const Message *beginning = f.conversation->message(piece.continues);
        QVERIFY(beginning && beginning->edited);
        QCOMPARE(textOf(beginning->parts) + textOf(piece.parts), QByteArray("Hello there, you."));
        QCOMPARE(f.conversation->siblings(f.lane(), answer.id),
                 (QList<MessageId>{answer.id, beginning->id}));
        // The answer that it branched off from is as it was.
        QCOMPARE(textOf(f.conversation->message(answer.id)->parts), QByteArray("Hello world."));
    }

    void aBranchOfAPieceHoldsThePiecesBefore()
    {
        TokenFixture f;
        f.server.setScriptOf(kModel, stream({text("Oh. "), finish("length"), kDone}));
        QVERIFY(f.ask(u"Hello"_s));
        f.server.setScriptOf(kModel, stream(helloTokenEvents()));
        f.chat->continueReply(f.lane(), f.end().id);
        QVERIFY(f.waitForEnd());
        const TokenBranch branch =
            tokenBranch(*f.conversation, f.end().id, f.tokens(f.end().id), 1, " you");
        QCOMPARE(branch.text, QByteArray("Oh. Hello you"));
    }

    void whereNothingCanBranchOffItIsSaid()
    {
        using Obstacle = TokenBranch::Obstacle;
        TokenFixture f;
        QVERIFY(f.ask(u"Hello"_s));
        const MessageId reply = f.end().id;
        const auto obstacle = [&](const TokenLogprobs &tokens, qsizetype token,
                                  const QByteArray &bytes) {
            return tokenBranch(*f.conversation, reply, tokens, token, bytes).obstacle;
        };
        TokenLogprobs tokens;
        for (const char *bytes : {"Hm</think>", "Hello", " world", ".", "<end>"})
            tokens.append(bytes, -1);
        QCOMPARE(obstacle(tokens, 0, "x"), Obstacle::OutsideAnswer);
        QCOMPARE(obstacle(tokens, 1, "x"), Obstacle::None);
        QCOMPARE(obstacle(tokens, 1, ""), Obstacle::Nothing);
        QCOMPARE(obstacle(tokens, 2, "\xC3"), Obstacle::HalfCharacter);
        QCOMPARE(obstacle(tokens, 4, "x"), Obstacle::OutsideAnswer);
        QCOMPARE(obstacle(tokens, 9, "x"), Obstacle::NotSpelled);
        QCOMPARE(obstacle({}, 0, "x"), Obstacle::NotSpelled);
    }
};

QTEST_GUILESS_MAIN(ChatTokensTest)
#include "chat_tokens_test.moc"
