// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/lane_changes.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

/// Lanes A, B, C with ids 1, 2, 3.
ConversationRecord threeLanes()
{
    ConversationRecord record;
    record.summary.id = ConversationId(9);
    for (int i = 0; i < 3; ++i) {
        Lane lane;
        lane.id = LaneId(i + 1);
        lane.position = i;
        lane.letter = i;
        lane.model = u"model-%1"_s.arg(i);
        record.lanes.append(lane);
    }
    return record;
}

/// Letters from left to right, as in "A C B".
QString order(const Conversation &conversation)
{
    QStringList letters;
    for (const Lane &lane : conversation.lanes())
        letters.append(QChar(u'A' + lane.letter));
    return letters.join(u' ');
}

} // namespace

class LaneChangesTest : public QObject
{
    Q_OBJECT
private slots:
    void movesKeepLetters_data()
    {
        QTest::addColumn<int>("lane");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("after");
        QTest::newRow("to the end") << 1 << 2 << u"B C A"_s;
        QTest::newRow("to the start") << 3 << 0 << u"C A B"_s;
        QTest::newRow("one to the right") << 2 << 2 << u"A C B"_s;
        QTest::newRow("nowhere") << 2 << 1 << u"A B C"_s;
        QTest::newRow("beyond the end") << 2 << 3 << u"A B C"_s;
        QTest::newRow("before the start") << 1 << -1 << u"A B C"_s;
        QTest::newRow("an unknown lane") << 77 << 0 << u"A B C"_s;
    }
    void movesKeepLetters()
    {
        QFETCH(int, lane);
        QFETCH(int, position);
        Conversation conversation(threeLanes());
        conversation.apply(changesToMoveLane(conversation, LaneId(lane), position));
        QTEST(order(conversation), "after");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(conversation.lanes().at(i).position, i);
    }

    void aRemovedLaneComesBackWhereItWas()
    {
        Conversation conversation(threeLanes());
        const Lane removed = *conversation.lane(LaneId(2));
        conversation.apply(PutQueue{{{u"to all"_s, {}, {}}, {u"to the second"_s, {}, LaneId(2)}}});
        conversation.apply(changesToRemoveLane(conversation, removed.id));
        QCOMPARE(order(conversation), u"A C"_s);
        QCOMPARE(conversation.queue().size(), 1);
        QCOMPARE(conversation.summary().laneCount, 2);
        conversation.apply(changesToRestoreLane(conversation, removed));
        QCOMPARE(order(conversation), u"A B C"_s);
        QCOMPARE(*conversation.lane(removed.id), removed);
        QVERIFY(changesToRestoreLane(conversation, removed).isEmpty());
    }

    void aLetterThatWasGivenAwayIsNotGivenTwice()
    {
        Conversation conversation(threeLanes());
        const Lane removed = *conversation.lane(LaneId(2));
        conversation.apply(changesToRemoveLane(conversation, removed.id));
        conversation.apply(changesToAddLane(conversation, LaneId(3), u"p"_s, u"another"_s).changes);
        QCOMPARE(order(conversation), u"A C B"_s);
        conversation.apply(changesToRestoreLane(conversation, removed));
        QCOMPARE(order(conversation), u"A D C B"_s);
    }

    void anAddedLaneTakesPartInWhatGoesToAll()
    {
        Conversation conversation(threeLanes());
        conversation.apply(changesToDetachLane(conversation, LaneId(1), true));
        QVERIFY(conversation.lane(LaneId(1))->detached);
        QVERIFY(changesToDetachLane(conversation, LaneId(1), true).isEmpty());
        const AddedLane added = changesToAddLane(conversation, LaneId(1), u"p"_s, u"m"_s);
        conversation.apply(added.changes);
        QVERIFY(!conversation.lane(added.lane)->detached);
        QCOMPARE(order(conversation), u"A D B C"_s);
    }

    void onlyWhatChangedIsWritten()
    {
        Conversation conversation(threeLanes());
        const Changes wider =
            changesToWidenLanes(conversation, {{LaneId(1), kUsualLaneWidth}, {LaneId(2), 1'700}});
        QCOMPARE(wider.size(), 1);
        conversation.apply(wider);
        QCOMPARE(conversation.lane(LaneId(2))->width, 1'700);

        Lane pattern = *conversation.lane(LaneId(1));
        pattern.systemPrompt = u"Be brief."_s;
        pattern.parameters.set(u"temperature"_s, 0.2);
        conversation.apply(PutLane{pattern});
        conversation.apply(changesToEqualSettings(conversation, pattern));
        for (const Lane &lane : conversation.lanes()) {
            QCOMPARE(lane.systemPrompt, pattern.systemPrompt);
            QCOMPARE(lane.parameters, pattern.parameters);
            QCOMPARE(lane.model, u"model-%1"_s.arg(lane.letter));
        }
        QVERIFY(changesToEqualSettings(conversation, pattern).isEmpty());
    }
};

QTEST_GUILESS_MAIN(LaneChangesTest)
#include "lane_changes_test.moc"
