// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/round_cells.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {

/// A sweep made by hand; its cells are added by turn, below one prompt.
struct Sweep
{
    Sweep()
    {
        record.summary.id = ConversationId(1);
        record.rounds = {{RoundId(1), RoundKind::Sweep, 77}};
        Message prompt;
        prompt.id = MessageId(1);
        prompt.round = RoundId(1);
        record.messages = {prompt};
    }
    void add(int turn, const QJsonObject &coordinates, MessageState state = MessageState::Complete)
    {
        record.turns.append({TurnId(turn), RoundId(1), LaneId(5), coordinates});
        Message reply;
        reply.id = MessageId(100 + turn);
        reply.parent = MessageId(1);
        reply.role = Role::Assistant;
        reply.parts = {TextPart{QByteArray::number(turn)}};
        reply.state = state;
        reply.round = RoundId(1);
        reply.turn = TurnId(turn);
        reply.run = RunId(turn);
        record.messages.append(reply);
        Run run;
        run.id = RunId(turn);
        run.status = RunStatus::Complete;
        record.runs.append(run);
    }
    ConversationRecord record;
};

QJsonObject at(double temperature, const QString &model = {})
{
    QJsonObject coordinates{{u"temperature"_s, temperature}};
    if (!model.isEmpty()) {
        coordinates.insert(coordinate::kProvider, u"here"_s);
        coordinates.insert(coordinate::kModel, model);
    }
    return coordinates;
}

} // namespace

class RoundCellsTest : public QObject
{
    Q_OBJECT
private slots:
    void oneDimensionMakesRows()
    {
        Sweep sweep;
        sweep.add(2, at(1));
        sweep.add(3, at(0));
        const Conversation conversation(sweep.record);
        const RoundGrid grid = roundGrid(conversation, RoundId(1));
        QCOMPARE(grid.rowDimensions, QStringList{u"temperature"_s});
        QVERIFY(grid.columnDimension.isEmpty());
        QCOMPARE(grid.rows, (QList<QJsonObject>{at(1), at(0)})); // as they were asked
        QCOMPARE(grid.columns.size(), 1);
        QCOMPARE(grid.createdMs, 77);
        QCOMPARE(grid.lane, LaneId(5));
        QCOMPARE(textOfCell(conversation, grid.cell(1, 0)), "3");
    }

    void theLastDimensionMakesColumns()
    {
        Sweep sweep;
        const CellSettings settings{{u"model"_s, u"temperature"_s}, {}};
        sweep.record.turns.append({TurnId(1), RoundId(1), LaneId(5), cellSettingsToJson(settings)});
        sweep.add(2, at(0, u"one"_s));
        sweep.add(3, at(1, u"one"_s));
        sweep.add(4, at(0, u"two"_s));
        const Conversation conversation(sweep.record);
        const RoundGrid grid = roundGrid(conversation, RoundId(1));
        QCOMPARE(grid.rowDimensions, QStringList{u"model"_s});
        QCOMPARE(grid.columnDimension, u"temperature"_s);
        QCOMPARE(grid.rows.at(1),
                 (QJsonObject{{u"provider"_s, u"here"_s}, {u"model"_s, u"two"_s}}));
        QCOMPARE(grid.cells.size(), 4);
        QCOMPARE(grid.cell(1, 1), RoundCell()); // nobody asked
        QCOMPARE(stateOfCell(conversation, grid.cell(1, 1)), MessageState::Interrupted);
        QVERIFY(!isUnanswered(conversation, grid.cell(1, 1)));
        QCOMPARE(*cellSettingsOf(sweep.record.turns.first()), settings);
        QVERIFY(!cellSettingsOf(sweep.record.turns.last()));
    }

    void theNewestTurnHasThePlace()
    {
        Sweep sweep;
        sweep.add(2, at(0), MessageState::Failed);
        sweep.add(3, at(1));
        sweep.add(4, at(0));
        sweep.add(5, {}); // of a lane that went on
        const Conversation conversation(sweep.record);
        const RoundGrid grid = roundGrid(conversation, RoundId(1));
        QCOMPARE(grid.cells.size(), 2);
        QCOMPARE(grid.cells.at(0).turn, TurnId(4));
        QVERIFY(!isUnanswered(conversation, grid.cells.at(0)));
    }

    void onlyRoundsOfCellsAreGrids()
    {
        Sweep sweep;
        sweep.record.rounds.first().kind = RoundKind::Chat;
        sweep.add(2, at(0));
        const Conversation conversation(sweep.record);
        QVERIFY(roundGrid(conversation, RoundId(1)).cells.isEmpty());
        QVERIFY(roundGrid(conversation, RoundId(9)).cells.isEmpty());
        QVERIFY(conversation.rounds(cellKinds()).isEmpty());
    }

    void whatIsWrittenIsNoAnswerYet()
    {
        Sweep sweep;
        sweep.add(2, at(0));
        sweep.add(3, at(1), MessageState::Streaming);
        sweep.add(4, at(2), MessageState::Interrupted);
        const Conversation conversation(sweep.record);
        const auto answers =
            repeatedAnswers(conversation, roundGrid(conversation, RoundId(1)).cells);
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers.first().text, "2");
        QCOMPARE(answers.last().status, RunStatus::Failed);
    }
};

QTEST_GUILESS_MAIN(RoundCellsTest)
#include "round_cells_test.moc"
