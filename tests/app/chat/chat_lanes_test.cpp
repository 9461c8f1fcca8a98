// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds asked again, answers to go on with, lanes prompted alone, lanes kept equal.
#include "app/chat/lane_changes.h"
#include "app/chat/round_votes.h"
#include "tests/app/chat/chat_fixture.h"
#include "tests/support/patience.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using State = LaneActivity::State;

namespace {

QList<MessageId> heads(const ChatFixture &fixture)
{
    QList<MessageId> found;
    for (const Lane &lane : fixture.conversation->lanes())
        found.append(lane.head);
    return found;
}

void detach(ChatFixture &fixture, int position, bool detached = true)
{
    fixture.chat->arrangeLanes(
        changesToDetachLane(*fixture.conversation, fixture.lane(position), detached));
}

QString lastPrompt(const SeenRequest &request)
{
    return request.json().value("messages"_L1).toArray().last()["content"_L1].toString();
}

} // namespace

class ChatLanesTest : public QObject
{
    Q_OBJECT
private slots:
    void aRoundIsAskedAgainInAllItsLanes()
    {
        ChatFixture fixture({u"words-3"_s, u"wrong-key"_s, u"words-5"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const RoundId round = fixture.end(0).round;
        const QList<MessageId> before = heads(fixture);
        Lane failing = fixture.conversation->lanes().at(1);
        failing.model = u"words-4"_s;
        fixture.chat->updateLane(failing);

        fixture.chat->retryRound(round);
        QVERIFY(fixture.waitForEnd());
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(fixture.end(i).state, MessageState::Complete);
            QCOMPARE(fixture.end(i).round, round);
            QCOMPARE(fixture.conversation->siblings(fixture.lane(i), fixture.end(i).id),
                     (QList<MessageId>{before.at(i), fixture.end(i).id}));
        }
        QCOMPARE(fixture.completionRequests(), 6);
    }

    void anEarlierRoundIsABranchAndOthersStay()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const Message first = fixture.end(0);
        detach(fixture, 1);
        QVERIFY(fixture.ask(u"Two"_s)); // the second lane is not asked
        QCOMPARE(fixture.completionRequests(), 3);
        const RoundId second = fixture.end(0).round;
        fixture.chat->retryRound(second);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.completionRequests(), 4);
        fixture.chat->retryRound(first.round);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(fixture.completionRequests(), 6);
        QCOMPARE(fixture.end(0).parent, first.parent);
        fixture.chat->retryRound(RoundId(1)); // no such round
        QVERIFY(!fixture.chat->isBusy());
    }

    void aRoundAskedAgainStopsWhatRuns()
    {
        ChatFixture fixture({u"silence"_s, u"words-5"_s});
        fixture.chat->send({u"Hello"_s, {}});
        QTRY_COMPARE(fixture.state(0), State::Answering);
        QTRY_COMPARE(fixture.state(1), State::Idle);
        const MessageId running = fixture.end(0).id;
        Lane lane = fixture.conversation->lanes().first();
        lane.model = u"words-3"_s;
        fixture.chat->updateLane(lane);
        QSignalSpy idle(fixture.chat.get(), &Chat::idle);
        fixture.chat->retryRound(fixture.end(0).round);
        QCOMPARE(fixture.conversation->message(running)->state, MessageState::Cancelled);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(idle.size(), 1);
        QCOMPARE(fixture.end(0).state, MessageState::Complete);
    }

    void allGoOnWithOneAnswer()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s, u"silence"_s});
        fixture.chat->send({u"One"_s, {}});
        QTRY_COMPARE(fixture.state(2), State::Answering);
        QTRY_COMPARE(fixture.state(0), State::Idle);
        QTRY_COMPARE(fixture.state(1), State::Idle);
        const QList<MessageId> before = heads(fixture);
        const MessageId chosen = before.at(1);
        fixture.chat->goOnWith(fixture.lane(1), chosen);
        QCOMPARE(heads(fixture), (QList<MessageId>{chosen, chosen, chosen}));
        QVERIFY(!fixture.chat->isBusy());
        QCOMPARE(fixture.conversation->message(before.at(2))->state, MessageState::Cancelled);

        QHash<LaneId, MessageId> undone;
        for (int i = 0; i < 3; ++i)
            undone.insert(fixture.lane(i), before.at(i));
        fixture.chat->moveHeads(undone);
        QCOMPARE(heads(fixture), before);

        fixture.chat->goOnWith(fixture.lane(1), chosen);
        Lane third = fixture.conversation->lanes().at(2);
        third.model = u"words-4"_s;
        fixture.chat->updateLane(third);
        QVERIFY(fixture.ask(u"Two"_s));
        // One history: the prompt is one message with three turns below it.
        const auto promptOf = [&](int lane) { return fixture.end(lane).parent; };
        QCOMPARE(promptOf(0), promptOf(1));
        QCOMPARE(promptOf(0), promptOf(2));
        QCOMPARE(fixture.conversation->message(promptOf(0))->parent, chosen);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QVERIFY(stored->lanes.at(0).head != stored->lanes.at(1).head);
    }

    void anAnswerOfAnotherPathIsNothingToGoOnWith()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const QList<MessageId> before = heads(fixture);
        fixture.chat->goOnWith(fixture.lane(0), before.at(1));
        fixture.chat->goOnWith(fixture.lane(0), fixture.end(0).parent);
        QCOMPARE(heads(fixture), before);
    }

    void aDetachedLaneIsPromptedAlone()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        detach(fixture, 1);
        QVERIFY(fixture.ask(u"To all"_s));
        QVERIFY(fixture.conversation->path(fixture.lane(1)).isEmpty());
        fixture.chat->send({u"To one"_s, {}, fixture.lane(1)});
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(lastPrompt(fixture.server.requests().last()), u"To one"_s);
        QCOMPARE(fixture.conversation->path(fixture.lane(0)).size(), 2);
        QCOMPARE(fixture.conversation->path(fixture.lane(1)).size(), 2);
        detach(fixture, 0);
        QVERIFY(fixture.ask(u"To nobody"_s));
        QCOMPARE(fixture.completionRequests(), 2);
        QVERIFY(fixture.chat->queue().isEmpty());
    }

    void whatWaitsForOneLaneDoesNotWaitForAnother()
    {
        ChatFixture fixture({u"silence"_s, u"words-9"_s});
        detach(fixture, 1);
        fixture.chat->send({u"Slow"_s, {}});
        QTRY_COMPARE(fixture.state(0), State::Answering);
        fixture.chat->send({u"All, later"_s, {}});
        fixture.chat->send({u"One"_s, {}, fixture.lane(1)});
        fixture.chat->send({u"One, later"_s, {}, fixture.lane(1)});
        QCOMPARE(fixture.chat->queue().size(), 2);
        QTRY_COMPARE(fixture.conversation->path(fixture.lane(1)).size(), 4);
        QTRY_COMPARE(fixture.state(1), State::Idle);
        QCOMPARE(fixture.chat->queue().size(), 1);
        QCOMPARE(fixture.chat->queue().first().text, u"All, later"_s);
        QCOMPARE(fixture.state(0), State::Answering);
        fixture.chat->shelveQueue();
        QCOMPARE(fixture.conversation->draft().text, u"All, later"_s);
        fixture.chat->stopAll();
    }

    void draftsOfLanesAreTheirOwnAndAreKept()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        QVERIFY(fixture.ask(u"One"_s));
        fixture.chat->setDraft({u"to all"_s, {}});
        fixture.chat->setDraft({u"to one"_s, {}}, fixture.lane(1));
        QCOMPARE(fixture.conversation->draft().text, u"to all"_s);
        QCOMPARE(fixture.conversation->draft(fixture.lane(1)).text, u"to one"_s);
        QVERIFY(fixture.conversation->draft(fixture.lane(0)).isEmpty());
        detach(fixture, 1);
        const LaneId lane = fixture.lane(1);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->draft.text, u"to all"_s);
        QCOMPARE(stored->laneDrafts.value(lane).text, u"to one"_s);
        QVERIFY(stored->lanes.at(1).detached);
    }

    void whatIsSentIsNoDraftAnyMore()
    {
        ChatFixture fixture({u"words-3"_s});
        detach(fixture, 0);
        fixture.chat->setDraft({u"to one"_s, {}}, fixture.lane());
        fixture.chat->send({u"to one"_s, {}, fixture.lane()});
        QVERIFY(fixture.conversation->draft(fixture.lane()).isEmpty());
        QVERIFY(fixture.waitForEnd());
    }

    void aVoteIsKeptAndCanBeGivenAgain()
    {
        ChatFixture fixture({u"words-3"_s, u"wrong-key"_s, u"words-5"_s});
        QVERIFY(fixture.ask(u"One"_s));
        const RoundId round = newestRound(*fixture.conversation);
        QCOMPARE(answersIn(*fixture.conversation, round).size(), 2); // one has failed
        fixture.chat->vote(round, VoteOutcome::Winner, fixture.lane(1));
        QVERIFY(!fixture.conversation->vote(round));
        fixture.chat->vote(round, VoteOutcome::Tie);
        fixture.chat->vote(round, VoteOutcome::Winner, fixture.lane(2));
        Lane changed = fixture.conversation->lanes().at(2);
        changed.model = u"words-7"_s; // a vote is for what answered
        fixture.chat->updateLane(changed);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->votes.size(), 1);
        const Vote &vote = stored->votes.first();
        QCOMPARE(vote.round, round);
        QCOMPARE(vote.sides.size(), 2);
        QCOMPARE(vote.sides.at(vote.winner).model, u"words-5"_s);
        QVERIFY(!vote.isBlind);
    }

    void lanesThatWentOnWithOneAnswerAreNoComparison()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        QVERIFY(!newestRound(*fixture.conversation));
        QVERIFY(fixture.ask(u"One"_s));
        const RoundId round = newestRound(*fixture.conversation);
        fixture.chat->goOnWith(fixture.lane(0), fixture.end(0).id);
        QCOMPARE(answersIn(*fixture.conversation, round).size(), 1);
        fixture.chat->vote(round, VoteOutcome::Tie);
        QVERIFY(!fixture.conversation->vote(round));
    }

    void equalLanesAreKeptEqual()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        Lane second = fixture.conversation->lanes().at(1);
        second.systemPrompt = u"Be kind."_s;
        fixture.chat->updateLane(second);
        QVERIFY(fixture.conversation->lanes().at(0).systemPrompt.isEmpty());

        fixture.chat->setSameSettings(true, second.id);
        QCOMPARE(fixture.conversation->lanes().at(0).systemPrompt, u"Be kind."_s);
        Lane first = fixture.conversation->lanes().at(0);
        first.parameters.set(u"temperature"_s, 0.3);
        first.model = u"words-4"_s;
        fixture.chat->updateLane(first);
        QCOMPARE(fixture.conversation->lanes().at(1).parameters, first.parameters);
        QCOMPARE(fixture.conversation->lanes().at(1).model, u"words-5"_s);

        fixture.chat->setSameSettings(false, first.id);
        first.parameters.set(u"temperature"_s, 0.9);
        fixture.chat->updateLane(first);
        QVERIFY(fixture.conversation->lanes().at(1).parameters != first.parameters);
        fixture.chat->setSameSettings(true, first.id);
        QVERIFY(fixture.ask(u"One"_s));
        const auto stored = fixture.afterRestart();
        QVERIFY(stored->summary.sameSettings);
        QCOMPARE(stored->lanes.at(1).parameters, first.parameters);
    }

    void anUpdateLeavesPlaceAndWidthAlone()
    {
        ChatFixture fixture({u"words-3"_s, u"words-5"_s});
        const Lane before = fixture.conversation->lanes().at(1);
        fixture.chat->arrangeLanes(
            changesToWidenLanes(*fixture.conversation, {{before.id, 1'500}}));
        detach(fixture, 1);
        Lane outdated = before; // as a panel may hold it
        outdated.systemPrompt = u"Be kind."_s;
        fixture.chat->updateLane(outdated);
        const Lane after = fixture.conversation->lanes().at(1);
        QCOMPARE(after.width, 1'500);
        QVERIFY(after.detached);
        QCOMPARE(after.systemPrompt, u"Be kind."_s);
    }
};

QTEST_GUILESS_MAIN(ChatLanesTest)
#include "chat_lanes_test.moc"
