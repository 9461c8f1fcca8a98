// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps and repeats: what is asked, what stays alone, what is found again.
#include "app/chat/cell_runner.h"
#include "app/chat/chats.h"
#include "app/evaluation/round_cells.h"
#include "tests/app/chat/chat_fixture.h"

#include <QJsonArray>
#include <QSignalSpy>

#include <set>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = LaneActivity::State;

namespace {

constexpr int kPatience = 30'000;

CellsSpec temperatures(const ChatFixture &fixture, const QString &values = u"0,0.6,1.2"_s)
{
    CellsSpec spec{.lane = fixture.lane(), .prompts = {u"Why is the sky blue?"_s}};
    spec.axes = {*parseSweepAxis(u"temperature="_s + values)};
    return spec;
}

CellsSpec models(const ChatFixture &fixture, const QStringList &names)
{
    CellsSpec spec{.lane = fixture.lane(), .prompts = {u"Hello"_s}};
    for (const QString &name : names)
        spec.models.append({QString::fromLatin1(ChatFixture::kProvider), name});
    return spec;
}

bool waitForCells(const Chat &chat)
{
    return QTest::qWaitFor([&] { return !chat.cells().isBusy(); }, kPatience);
}

RoundGrid gridOf(const ChatFixture &fixture, const Result<RoundId> &round)
{
    return roundGrid(*fixture.conversation, *round);
}

MessageState stateOf(const ChatFixture &fixture, const RoundCell &cell)
{
    return stateOfCell(*fixture.conversation, cell);
}

/// Two words, then nothing until the client goes.
Script hangingCell()
{
    return {.steps = {send(tests::text("Well ") + tests::text("then")), pause(60s)}};
}

} // namespace

class CellRunnerTest : public QObject
{
    Q_OBJECT
private slots:
    void everyCellIsAskedWithItsCoordinates()
    {
        ChatFixture fixture({u"words-3"_s});
        CellsSpec spec = temperatures(fixture);
        spec.axes.append(*parseSweepAxis(u"top_p=0.8,1"_s));
        const auto round = fixture.chat->cells().start(spec);
        QVERIFY(round);
        QCOMPARE(fixture.chat->cells().running(*round), 6);
        QVERIFY(waitForCells(*fixture.chat));

        std::set<std::pair<double, double>> sent;
        for (const SeenRequest &request : fixture.server.requests()) {
            sent.insert({request.json().value("temperature"_L1).toDouble(-1),
                         request.json().value("top_p"_L1).toDouble(-1)});
        }
        QCOMPARE(sent, (std::set<std::pair<double, double>>{
                           {0, 0.8}, {0, 1}, {0.6, 0.8}, {0.6, 1}, {1.2, 0.8}, {1.2, 1}}));
        const RoundGrid grid = gridOf(fixture, round);
        QCOMPARE(grid.kind, RoundKind::Sweep);
        QCOMPARE(grid.rows.size(), 3);
        QCOMPARE(grid.columns.size(), 2);
        QCOMPARE(grid.cell(1, 0).coordinates,
                 (QJsonObject{{u"temperature"_s, 0.6}, {u"top_p"_s, 0.8}}));
        for (const RoundCell &cell : grid.cells) {
            QCOMPARE(stateOf(fixture, cell), MessageState::Complete);
            QVERIFY(!textOfCell(*fixture.conversation, cell).isEmpty());
            QCOMPARE(cell.prompt, grid.cells.first().prompt); // one message for all
        }
    }

    void theLaneStaysWhereItIs()
    {
        ChatFixture fixture({u"words-3"_s});
        QVERIFY(fixture.ask(u"Before"_s));
        const QList<MessageId> path = fixture.conversation->path(fixture.lane());
        const auto round = fixture.chat->cells().start(temperatures(fixture));
        QVERIFY(waitForCells(*fixture.chat));
        QCOMPARE(fixture.conversation->path(fixture.lane()), path);
        // The history went along.
        QCOMPARE(fixture.server.requests().last().json().value("messages"_L1).toArray().size(), 3);
        // No cell crowds the branch switcher, and none is where a branch leads.
        QVERIFY(fixture.ask(u"After"_s));
        const MessageId after = fixture.end().parent;
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), after), QList{after});
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), fixture.end().id),
                 QList{fixture.end().id});
        QCOMPARE(fixture.conversation->tip(fixture.lane(), path.first()), fixture.end().id);
        const RoundCell cell = gridOf(fixture, round).cells.first();
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), cell.reply), QList{cell.reply});
        // One that goes on with a cell finds the way back.
        fixture.chat->moveHeads({{fixture.lane(), endOfCell(*fixture.conversation, cell)}});
        QCOMPARE(fixture.conversation->path(fixture.lane()),
                 path + (QList{cell.prompt, cell.reply}));
        QCOMPARE(fixture.conversation->siblings(fixture.lane(), cell.prompt),
                 (QList{cell.prompt, after}));
        QVERIFY(fixture.ask(u"Below a cell"_s));
        QCOMPARE(fixture.conversation->tip(fixture.lane(), cell.prompt), fixture.end().id);
    }

    /// What is asked again in a lane has the settings of the lane: no place in the grid is its.
    void aLaneThatWentOnChangesNoCell()
    {
        ChatFixture fixture({u"words-3"_s});
        const auto round = fixture.chat->cells().start(temperatures(fixture));
        QVERIFY(waitForCells(*fixture.chat));
        const RoundGrid before = gridOf(fixture, round);
        fixture.chat->moveHeads({{fixture.lane(), before.cells.at(1).reply}});
        fixture.chat->retry(fixture.lane(), before.cells.at(1).reply);
        QVERIFY(fixture.waitForEnd());
        QVERIFY(fixture.end().id != before.cells.at(1).reply);
        QCOMPARE(gridOf(fixture, round), before);
        // Going on with a cell adds to it.
        fixture.chat->moveHeads({{fixture.lane(), before.cells.at(1).reply}});
        fixture.chat->continueReply(fixture.lane(), before.cells.at(1).reply);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(gridOf(fixture, round), before);
        QCOMPARE(endOfCell(*fixture.conversation, before.cells.at(1)), fixture.end().id);
        QVERIFY(textOfCell(*fixture.conversation, before.cells.at(1)).size()
                > textOfCell(*fixture.conversation, before.cells.at(0)).size());
    }

    void modelsByPrompts()
    {
        ChatFixture fixture({u"words-3"_s});
        CellsSpec spec = models(fixture, {u"words-2"_s, u"words-4"_s, u"words-2"_s});
        spec.prompts = {u"One"_s, u"Two"_s, u"Two"_s};
        const auto round = fixture.chat->cells().start(spec);
        QVERIFY(round);
        QVERIFY(waitForCells(*fixture.chat));
        QCOMPARE(fixture.completionRequests(), 4);
        const RoundGrid grid = gridOf(fixture, round);
        QCOMPARE(grid.rowDimensions, QStringList{u"prompt"_s});
        QCOMPARE(grid.columnDimension, u"model"_s);
        QCOMPARE(grid.cell(0, 1).coordinates.value("model"_L1).toString(), u"words-4"_s);
        QCOMPARE(runOfCell(*fixture.conversation, grid.cell(1, 0))->model, u"words-2"_s);
        QVERIFY(grid.cell(0, 0).prompt != grid.cell(1, 0).prompt);
        QCOMPARE(textOf(fixture.conversation->message(grid.cell(1, 1).prompt)->parts), "Two");
    }

    void repeatsAreStatistics()
    {
        ChatFixture fixture({u"words-3"_s});
        CellsSpec spec{.lane = fixture.lane(), .prompts = {u"Hello"_s}};
        spec.repeats = 5;
        const auto round = fixture.chat->cells().start(spec);
        QVERIFY(waitForCells(*fixture.chat));
        const RoundGrid grid = gridOf(fixture, round);
        QCOMPARE(grid.kind, RoundKind::Repeat);
        QCOMPARE(grid.rows.size(), 5);
        const RepeatStatistics statistics =
            repeatStatistics(repeatedAnswers(*fixture.conversation, grid.cells));
        QCOMPARE(statistics.answers, 5);
        QCOMPARE(statistics.failed, 0);
        QVERIFY(statistics.distinct >= 1);
    }

    void aFailingCellLeavesTheOthersAlone()
    {
        ChatFixture fixture({u"words-3"_s});
        const auto round = fixture.chat->cells().start(
            models(fixture, {u"words-2"_s, u"wrong-key"_s, u"words-4"_s}));
        QVERIFY(waitForCells(*fixture.chat));
        const RoundGrid grid = gridOf(fixture, round);
        QCOMPARE(stateOf(fixture, grid.cells.at(0)), MessageState::Complete);
        QCOMPARE(stateOf(fixture, grid.cells.at(1)), MessageState::Failed);
        QCOMPARE(stateOf(fixture, grid.cells.at(2)), MessageState::Complete);
        QVERIFY(isUnanswered(*fixture.conversation, grid.cells.at(1)));
    }

    void oneIsStoppedAndAskedAgain()
    {
        ChatFixture fixture({u"words-3"_s});
        fixture.server.setScripts("/chat/completions", {hangingCell()});
        CellRunner &runner = fixture.chat->cells();
        const auto round = runner.start(temperatures(fixture));
        const RoundGrid before = gridOf(fixture, round);
        for (const RoundCell &cell : before.cells)
            QTRY_COMPARE_WITH_TIMEOUT(runner.activity(cell.turn).state, State::Answering,
                                      kPatience);
        runner.stop(before.cells.at(1).turn);
        QCOMPARE(stateOf(fixture, before.cells.at(1)), MessageState::Cancelled);
        QCOMPARE(runner.activity(before.cells.at(0).turn).state, State::Answering);
        QCOMPARE(runner.running(*round), 2);

        // Under the settings that it had, whatever the lane has now.
        fixture.server.setScripts("/chat/completions", {});
        Lane lane = fixture.conversation->lanes().first();
        lane.parameters.set(u"temperature", 2);
        lane.systemPrompt = u"Be rude."_s;
        lane.model = u"words-9"_s;
        fixture.chat->updateLane(lane);
        fixture.server.forgetRequests();
        runner.retry(*round, {before.cells.at(1).turn, before.cells.at(0).turn});
        QTRY_COMPARE_WITH_TIMEOUT(runner.running(*round), 2, kPatience);
        QCOMPARE(fixture.completionRequests(), 1);
        const QJsonObject again = fixture.server.requests().first().json();
        QCOMPARE(again.value("temperature"_L1).toDouble(), 0.6);
        QCOMPARE(again.value("model"_L1).toString(), u"words-3"_s);
        QCOMPARE(again.value("messages"_L1).toArray().size(), 1);
        const RoundGrid after = gridOf(fixture, round);
        QCOMPARE(after.rows, before.rows);
        QVERIFY(after.cells.at(1).turn != before.cells.at(1).turn);
        QCOMPARE(stateOf(fixture, after.cells.at(1)), MessageState::Complete);
        runner.stop(*round);
        QVERIFY(!runner.isBusy());
        QCOMPARE(stateOf(fixture, after.cells.at(0)), MessageState::Cancelled);
    }

    void whatWaitsIsStoppedUnsent()
    {
        ChatFixture fixture({u"words-3"_s});
        fixture.server.setScripts("/chat/completions", {hangingCell()});
        CellsSpec spec{.lane = fixture.lane(), .prompts = {u"Hello"_s}};
        spec.repeats = 40;
        QSignalSpy ended(&fixture.chat->cells(), &CellRunner::roundEnded);
        QSignalSpy idle(&fixture.chat->cells(), &CellRunner::idle);
        const auto round = fixture.chat->cells().start(spec);
        const RoundCell last = gridOf(fixture, round).cells.last();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.completionRequests() > 3, kPatience);
        QCOMPARE(fixture.chat->cells().activity(last.turn).state, State::Queued);
        fixture.chat->cells().stop(*round);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(idle.size(), 1);
        QCOMPARE(stateOf(fixture, last), MessageState::Cancelled);
        QVERIFY(fixture.completionRequests() < 40);
    }

    void runsBesideTheLanes()
    {
        ChatFixture fixture({u"words-3"_s});
        fixture.server.setScripts("/chat/completions", {hangingCell()});
        const auto round = fixture.chat->cells().start(temperatures(fixture));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.completionRequests(), 3, kPatience);
        fixture.server.setScripts("/chat/completions", {});
        QVERIFY(!fixture.chat->isBusy());
        QVERIFY(fixture.ask(u"Meanwhile"_s));
        QCOMPARE(fixture.end().state, MessageState::Complete);
        fixture.chat->stopAll();
        QCOMPARE(fixture.chat->cells().running(*round), 3);
        fixture.chat->cells().stopAll();
        QVERIFY(!fixture.chat->cells().isBusy());
    }

    void whatCannotBeAskedIsRefused()
    {
        ChatFixture fixture({u"words-3"_s});
        CellRunner &runner = fixture.chat->cells();
        CellsSpec nothing{.lane = fixture.lane(), .prompts = {u"Hello"_s}};
        QVERIFY(!runner.start(nothing));
        CellsSpec tooMany = nothing;
        tooMany.repeats = int(kMostRoundCells) + 1;
        QVERIFY(!runner.start(tooMany));
        CellsSpec noPrompt = temperatures(fixture);
        noPrompt.prompts.clear();
        QVERIFY(!runner.start(noPrompt));
        CellsSpec noLane = temperatures(fixture);
        noLane.lane = LaneId(1);
        QVERIFY(!runner.start(noLane));
        CellsSpec twice = temperatures(fixture);
        twice.axes.append(twice.axes.first());
        QVERIFY(!runner.start(twice));
        fixture.server.setScripts("/chat/completions", {hangingCell()});
        fixture.chat->send({u"Hello"_s, {}});
        QVERIFY(!runner.start(temperatures(fixture))); // below half an answer
        QVERIFY(!runner.isBusy());
        fixture.chat->stopAll();
    }

    void isFoundAgainAfterTheEnd()
    {
        ChatFixture fixture({u"words-3"_s});
        const auto round = fixture.chat->cells().start(temperatures(fixture));
        QVERIFY(waitForCells(*fixture.chat));
        const RoundGrid before = gridOf(fixture, round);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        QCOMPARE(stored->summary.title, u"Why is the sky blue?"_s);
        const Conversation again(*stored);
        QCOMPARE(again.rounds(cellKinds()), QList{*round});
        QCOMPARE(roundGrid(again, *round), before);
        QCOMPARE(textOfCell(again, before.cells.first()),
                 textOfCell(*fixture.conversation, before.cells.first()));
    }

    /// As after kill -9: the file is opened by the next owner while replies still stream in it.
    void interruptedCellsAreAskedAgain()
    {
        ChatFixture fixture({u"words-3"_s});
        fixture.server.setScripts("/chat/completions", {hangingCell()});
        CellsSpec spec = temperatures(fixture);
        const auto round = fixture.chat->cells().start(spec);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.completionRequests(), 3, kPatience);
        const auto stored = fixture.afterRestart();
        QVERIFY(stored);
        fixture.conversation = std::make_shared<Conversation>(*stored);
        fixture.chat = fixture.newChat();
        const RoundGrid grid = gridOf(fixture, round);
        QCOMPARE(grid.cells.size(), 3);
        QList<TurnId> cells;
        for (const RoundCell &cell : grid.cells) {
            QCOMPARE(stateOf(fixture, cell), MessageState::Interrupted);
            QVERIFY(isUnanswered(*fixture.conversation, cell));
            cells.append(cell.turn);
        }
        fixture.server.setScripts("/chat/completions", {});
        fixture.server.forgetRequests();
        fixture.chat->cells().retry(*round, cells);
        QVERIFY(waitForCells(*fixture.chat));
        QCOMPARE(fixture.completionRequests(), 3);
        for (const RoundCell &cell : gridOf(fixture, round).cells)
            QCOMPARE(stateOf(fixture, cell), MessageState::Complete);
    }

    void theCeilingIsAskedForOnce()
    {
        ChatFixture fixture({u"words-3"_s});
        Preferences preferences = fixture.settings.preferences();
        preferences.conversationCeilingUsd = 0;
        fixture.settings.setPreferences(preferences);
        CellRunner &runner = fixture.chat->cells();
        CellsSpec spec{.lane = fixture.lane(), .prompts = {u"Hello"_s}};
        spec.repeats = 30;
        const auto provider =
            fixture.settings.provider(QString::fromLatin1(ChatFixture::kProvider));
        QVERIFY(settled(fixture.catalogue.refresh(*provider, {})));
        fixture.setModel(u"openai/gpt-oss-120b"_s); // it has a price
        const auto round = runner.start(spec);
        QTRY_VERIFY_WITH_TIMEOUT(runner.spending(*round).has_value(), kPatience);
        QCOMPARE(fixture.completionRequests(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(runner.spending(*round)->estimateUsd > 0.0, kPatience);
        runner.sendAnyway(*round);
        QVERIFY(waitForCells(*fixture.chat)); // the later ones as well
        QCOMPARE(fixture.completionRequests(), 30);
        QVERIFY(!runner.spending(*round));

        const auto second = runner.start(spec);
        QTRY_VERIFY_WITH_TIMEOUT(runner.spending(*second).has_value(), kPatience);
        runner.raiseCeiling(*second);
        QVERIFY(fixture.conversation->summary().ceilingUsd > 0.0);
        runner.stop(*second);
        QVERIFY(!runner.isBusy());
    }

    void aChatIsKeptWhileItsCellsRun()
    {
        ChatFixture fixture({u"words-3"_s});
        fixture.chat.reset();
        Chats chats(fixture.dependencies());
        ChatPtr chat = chats.chat(fixture.conversation);
        QSignalSpy allIdle(&chats, &Chats::allIdle);
        QVERIFY(chat->cells().start(temperatures(fixture)));
        QVERIFY(chats.isBusy());
        chats.setShown(ConversationId::next());
        chat.reset(); // another conversation is shown
        QTRY_COMPARE_WITH_TIMEOUT(allIdle.size(), 1, kPatience);
        QVERIFY(!chats.isBusy());
        QCOMPARE(fixture.completionRequests(), 3);
        QVERIFY(fixture.conversation->summary().unread);

        chat = chats.chat(fixture.conversation);
        fixture.server.setScripts("/chat/completions", {hangingCell()});
        QVERIFY(chat->cells().start(temperatures(fixture)));
        chats.stopAll();
        QVERIFY(!chats.isBusy());
    }
};

QTEST_GUILESS_MAIN(CellRunnerTest)
#include "cell_runner_test.moc"
