// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/conversation.h"

#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
constexpr LaneId kLaneA{1};
constexpr LaneId kLaneB{2};

Round round(int id, RoundKind kind = RoundKind::Chat)
{
    return {.id = RoundId(id), .kind = kind, .createdMs = id};
}

TurnRecord turn(int id, int round, LaneId lane)
{
    return {.id = TurnId(id), .round = RoundId(round), .lane = lane};
}

Message prompt(int id, int parent, int round)
{
    return {.id = MessageId(id),
            .parent = MessageId(parent),
            .role = Role::User,
            .parts = {TextPart{QByteArray::number(id)}},
            .round = RoundId(round)};
}

Message reply(int id, int parent, int turn, int run = 0)
{
    return {.id = MessageId(id),
            .parent = MessageId(parent),
            .role = Role::Assistant,
            .parts = {TextPart{QByteArray::number(id)}},
            .turn = TurnId(turn),
            .run = RunId(run)};
}

Lane lane(LaneId id, int position, int head)
{
    return {.id = id, .position = position, .letter = position, .head = MessageId(head)};
}

QList<MessageId> ids(const QList<int> &numbers)
{
    QList<MessageId> result;
    for (const int number : numbers)
        result.append(MessageId(number));
    return result;
}

/// Two lanes that share their first prompt: 10 → 11 (A) → 20 → 21 (A), and 10 → 12 (B) → 22.
ConversationRecord twoLanes()
{
    ConversationRecord record;
    record.summary = {.id = ConversationId(7), .title = u"Two"_s, .laneCount = 2};
    record.lanes = {lane(kLaneA, 0, 21), lane(kLaneB, 1, 22)};
    record.rounds = {round(1), round(2)};
    record.turns = {turn(1, 1, kLaneA), turn(2, 1, kLaneB), turn(3, 2, kLaneA)};
    record.messages = {prompt(10, 0, 1),  reply(11, 10, 1), reply(12, 10, 2),
                       prompt(20, 11, 2), reply(21, 20, 3), prompt(22, 12, 2)};
    return record;
}
} // namespace

class ConversationTest : public QObject
{
    Q_OBJECT
private slots:
    void aRoundIsBlindUntilItIsRevealedAndItsVoteIsLocked()
    {
        ConversationRecord record = twoLanes();
        record.blindRounds = {{RoundId(100), {kLaneB, kLaneA}, 0}};
        Conversation conversation(record);
        QCOMPARE(conversation.blindRound(RoundId(100))->lanes, (QList{kLaneB, kLaneA}));
        QVERIFY(!conversation.blindRound(RoundId(101)));
        QVERIFY(!conversation.vote(RoundId(100)));

        QSignalSpy changed(&conversation, &Conversation::roundChanged);
        Vote vote{.id = VoteId(1), .round = RoundId(100), .outcome = VoteOutcome::Tie};
        conversation.apply(PutVote{vote});
        vote.outcome = VoteOutcome::AllBad;
        vote.isBlind = true;
        conversation.apply({PutVote{vote}, PutBlindRound{{RoundId(100), {kLaneB, kLaneA}, 5}}});
        QCOMPARE(conversation.vote(RoundId(100))->outcome, VoteOutcome::AllBad);
        QCOMPARE(conversation.blindRound(RoundId(100))->revealedMs, 5);
        QCOMPARE(changed.size(), 2);

        vote.outcome = VoteOutcome::Tie;
        conversation.apply(PutVote{vote});
        QCOMPARE(conversation.vote(RoundId(100))->outcome, VoteOutcome::AllBad);
        QCOMPARE(changed.size(), 2);
    }

    void pathsLeadFromTheFirstPromptToTheHead()
    {
        const Conversation conversation(twoLanes());
        QCOMPARE(conversation.path(kLaneA), ids({10, 11, 20, 21}));
        QCOMPARE(conversation.path(kLaneB), ids({10, 12, 22}));
        QVERIFY(conversation.path(LaneId(99)).isEmpty());
        QCOMPARE(conversation.children({}), ids({10}));
        QCOMPARE(conversation.children(MessageId(10)), ids({11, 12}));
    }

    void unknownIdsAreNull()
    {
        const Conversation conversation(twoLanes());
        QVERIFY(!conversation.message(MessageId(99)));
        QVERIFY(!conversation.run(RunId(99)));
        QVERIFY(!conversation.turn(TurnId(99)));
        QVERIFY(!conversation.round(RoundId(99)));
        QVERIFY(!conversation.lane(LaneId(99)));
        QVERIFY(conversation.siblings(kLaneA, MessageId(99)).isEmpty());
        QCOMPARE(conversation.tip(kLaneA, MessageId(99)), MessageId());
    }

    void anUnknownOrMissingHeadIsAnEmptyPath()
    {
        ConversationRecord record = twoLanes();
        record.lanes[0].head = MessageId(99);
        record.lanes[1].head = {};
        const Conversation conversation(record);
        QVERIFY(conversation.path(kLaneA).isEmpty());
        QVERIFY(conversation.path(kLaneB).isEmpty());
    }

    void aCircleInADamagedFileEnds()
    {
        ConversationRecord record = twoLanes();
        record.messages[0].parent = MessageId(21);
        const Conversation conversation(record);
        QCOMPARE(conversation.path(kLaneA).size(), 4);
        QVERIFY(conversation.tip(kLaneA, MessageId(10)).isValid());
    }

    void aNewPromptMovesTheHeadAfterTheMessageIsThere()
    {
        Conversation conversation(twoLanes());
        QStringList order;
        connect(&conversation, &Conversation::messageInserted, this, [&](MessageId id) {
            order.append(u"inserted %1"_s.arg(id.value()));
            QCOMPARE(conversation.path(kLaneA).constLast(), id);
        });
        connect(&conversation, &Conversation::pathChanged, this,
                [&](LaneId id) { order.append(u"path %1"_s.arg(id.value())); });
        Lane moved = lane(kLaneA, 0, 30);
        conversation.apply(Changes{PutLane{moved}, PutMessage{prompt(30, 21, 3)}});
        moved.head = MessageId(31);
        conversation.apply(Changes{PutMessage{reply(31, 30, 4)}, PutLane{moved}});
        QCOMPARE(order,
                 (QStringList{u"inserted 30"_s, u"path 1"_s, u"inserted 31"_s, u"path 1"_s}));
        QCOMPARE(conversation.path(kLaneA), ids({10, 11, 20, 21, 30, 31}));
    }

    void aStreamingReplyGrowsItsLastPart()
    {
        Conversation conversation(twoLanes());
        Message streaming = reply(30, 21, 3);
        streaming.parts.clear();
        streaming.state = MessageState::Streaming;
        conversation.apply(PutMessage{streaming});
        QSignalSpy grew(&conversation, &Conversation::messageGrew);
        QSignalSpy paths(&conversation, &Conversation::pathChanged);
        using Kind = AppendText::Kind;
        conversation.apply(AppendText{MessageId(30), Kind::Reasoning, "h"_ba});
        conversation.apply(AppendText{MessageId(30), Kind::Reasoning, "m"_ba});
        conversation.apply(Changes{AppendText{MessageId(30), Kind::Text, "a"_ba},
                                   AppendText{MessageId(30), Kind::Text, "b"_ba}});
        conversation.apply(AppendText{MessageId(99), Kind::Text, "lost"_ba});
        const Parts expected{ReasoningPart{"hm"_ba}, TextPart{"ab"_ba}};
        QVERIFY(conversation.message(MessageId(30))->parts == expected);
        QCOMPARE(grew.count(), 3);
        QCOMPARE(paths.count(), 0);
    }

    void siblingsOfAPromptAreThePromptsBesideIt()
    {
        Conversation conversation(twoLanes());
        conversation.apply(Changes{PutRound{round(3)}, PutMessage{prompt(13, 0, 3)}});
        QCOMPARE(conversation.siblings(kLaneA, MessageId(10)), ids({10, 13}));
        QCOMPARE(conversation.siblings(kLaneB, MessageId(13)), ids({10, 13}));
        QCOMPARE(conversation.siblings(kLaneA, MessageId(20)), ids({20}));
    }

    void siblingsOfAReplyAreThoseOfItsOwnLane()
    {
        Conversation conversation(twoLanes());
        Message edited = reply(14, 10, 1);
        edited.edited = true;
        conversation.apply(
            Changes{PutTurn{turn(5, 1, kLaneA)}, PutMessage{reply(13, 10, 5)}, PutMessage{edited}});
        QCOMPARE(conversation.siblings(kLaneA, MessageId(11)), ids({11, 13, 14}));
        QCOMPARE(conversation.siblings(kLaneA, MessageId(14)), ids({11, 13, 14}));
        QCOMPARE(conversation.siblings(kLaneB, MessageId(12)), ids({12}));
    }

    void aSweepIsNoBranch()
    {
        Conversation conversation(twoLanes());
        conversation.apply(Changes{PutRound{round(9, RoundKind::Sweep)},
                                   PutTurn{turn(9, 9, kLaneA)}, PutMessage{reply(19, 10, 9)}});
        QCOMPARE(conversation.siblings(kLaneA, MessageId(11)), ids({11}));
        QCOMPARE(conversation.siblings(kLaneA, MessageId(19)), ids({19}));
        QCOMPARE(conversation.tip(kLaneA, MessageId(10)), MessageId(21));
    }

    void continuationsAreWalkedBesideEachOther()
    {
        Conversation conversation(twoLanes());
        Message first = reply(30, 21, 3);
        first.continues = MessageId(21);
        Message second = first;
        second.id = MessageId(31);
        conversation.apply(Changes{PutMessage{first}, PutMessage{second}});
        QCOMPARE(conversation.siblings(kLaneA, MessageId(30)), ids({30, 31}));
        QCOMPARE(conversation.tip(kLaneA, MessageId(20)), MessageId(31));
        QCOMPARE(conversation.message(MessageId(31))->continues, MessageId(21));
    }

    void theTipFollowsTheTurnsOfItsLane()
    {
        Conversation conversation(twoLanes());
        QCOMPARE(conversation.tip(kLaneA, MessageId(10)), MessageId(21));
        QCOMPARE(conversation.tip(kLaneB, MessageId(10)), MessageId(22));
        QCOMPARE(conversation.tip(kLaneB, MessageId(20)), MessageId(21));
        conversation.apply(Changes{PutTurn{turn(5, 1, kLaneA)}, PutMessage{reply(50, 10, 5)}});
        QCOMPARE(conversation.tip(kLaneA, MessageId(10)), MessageId(50));
        QCOMPARE(conversation.tip(kLaneA, MessageId(11)), MessageId(21));
    }

    void ofSeveralChoicesTheTipIsTheFirst()
    {
        Conversation conversation(twoLanes());
        Changes changes{PutRound{round(3)}, PutTurn{turn(6, 3, kLaneA)},
                        PutMessage{prompt(30, 21, 3)}};
        for (int choice = 0; choice < 3; ++choice) {
            Message message = reply(31 + choice, 30, 6, 77);
            message.choice = choice;
            changes.append(PutMessage{message});
        }
        conversation.apply(changes);
        QCOMPARE(conversation.tip(kLaneA, MessageId(10)), MessageId(31));
        QCOMPARE(conversation.siblings(kLaneA, MessageId(32)), ids({31, 32, 33}));
    }

    void hidingCutsThePathAndUndoMendsIt()
    {
        Conversation conversation(twoLanes());
        QSignalSpy paths(&conversation, &Conversation::pathChanged);
        conversation.apply(SetHidden{MessageId(20)});
        QCOMPARE(conversation.path(kLaneA), ids({10, 11}));
        QCOMPARE(conversation.path(kLaneB), ids({10, 12, 22}));
        QCOMPARE(paths.count(), 1);
        QVERIFY(conversation.children(MessageId(11)).isEmpty());
        QVERIFY(conversation.siblings(kLaneA, MessageId(20)).isEmpty());
        QCOMPARE(conversation.tip(kLaneA, MessageId(10)), MessageId(11));
        conversation.apply(SetHidden{MessageId(20), false});
        QCOMPARE(conversation.path(kLaneA), ids({10, 11, 20, 21}));
        QCOMPARE(paths.count(), 2);
    }

    void lanesStayInOrderAndAreCounted()
    {
        Conversation conversation(twoLanes());
        QSignalSpy list(&conversation, &Conversation::lanesChanged);
        QSignalSpy one(&conversation, &Conversation::laneChanged);
        QSignalSpy paths(&conversation, &Conversation::pathChanged);
        conversation.apply(PutLane{lane(LaneId(3), 2, 21)});
        QCOMPARE(conversation.summary().laneCount, 3);
        QCOMPARE(conversation.path(LaneId(3)), ids({10, 11, 20, 21}));
        conversation.apply(Changes{PutLane{lane(LaneId(3), 0, 21)}, PutLane{lane(kLaneA, 1, 21)},
                                   PutLane{lane(kLaneB, 2, 22)}});
        QCOMPARE(conversation.lanes().constFirst().id, LaneId(3));
        conversation.apply(RemoveLane{kLaneA});
        QCOMPARE(list.count(), 3);
        QCOMPARE(conversation.summary().laneCount, 2);
        QVERIFY(conversation.path(kLaneA).isEmpty());
        one.clear();
        paths.clear();
        Lane other = *conversation.lane(kLaneB);
        other.model = u"another"_s;
        conversation.apply(PutLane{other});
        QCOMPARE(one.count(), 1);
        QCOMPARE(paths.count(), 0);
        QCOMPARE(list.count(), 3);
    }

    void onlyRealChangesOfSummaryAndDraftAreTold()
    {
        Conversation conversation(twoLanes());
        QSignalSpy summary(&conversation, &Conversation::summaryChanged);
        QSignalSpy draft(&conversation, &Conversation::draftChanged);
        conversation.apply(PutConversation{conversation.summary()});
        conversation.apply(PutDraft{});
        QCOMPARE(summary.count() + draft.count(), 0);
        ConversationSummary renamed = conversation.summary();
        renamed.title = u"Other"_s;
        conversation.apply(Changes{PutConversation{renamed}, PutDraft{{u"half a th"_s, {}}}});
        QCOMPARE(summary.count(), 1);
        QCOMPARE(draft.count(), 1);
        QCOMPARE(conversation.draft().text, u"half a th"_s);
    }

    void aRunIsKeptWithoutItsRecipe()
    {
        Conversation conversation(twoLanes());
        QSignalSpy runs(&conversation, &Conversation::runChanged);
        Run run{.id = RunId(5), .model = u"m"_s};
        run.recipe.messages = {{MessageId(10), "ab"_ba}};
        conversation.apply(PutRun{run});
        QCOMPARE(runs.count(), 1);
        QCOMPARE(conversation.run(RunId(5))->model, u"m"_s);
        QCOMPARE(conversation.run(RunId(5))->recipe, Recipe());
    }
};

QTEST_GUILESS_MAIN(ConversationTest)
#include "conversation_test.moc"
