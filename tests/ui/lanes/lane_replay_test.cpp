// SPDX-License-Identifier: GPL-3.0-or-later
// A replay as a lane shows it: how far it is, where it came to a halt, what stands beside what.
#include "app/chat/replay_plan.h"
#include "tests/support/patience.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/lanes/linked_scrolling.h"
#include "ui/lanes/replay_bar.h"
#include "ui/widgets/flat_button.h"

#include <QMenu>
#include <QSignalSpy>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

app::LaneId replay(const LanesWindow &window, const QString &model)
{
    app::Lane settings = window.conversation->lanes().first();
    settings.model = model;
    return window.chat->replay({settings.id, settings, app::ReplayHistory::Own});
}

ReplayBar &barOf(const LanesWindow &window, int position)
{
    return *window.column(position).findChild<ReplayBar *>();
}

/// The visible button with that text.
FlatButton *button(const ReplayBar &bar, const QString &text)
{
    for (FlatButton *each : bar.findChildren<FlatButton *>()) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

bool waitForEnd(const LanesWindow &window)
{
    return QTest::qWaitFor([&] { return !window.chat->isBusy(); }, tests::kPatienceMs);
}

} // namespace

class LaneReplayTest : public QObject
{
    Q_OBJECT
private slots:
    void theBarTellsHowFarItIsAndStops()
    {
        LanesWindow window({u"words-3"_s});
        QVERIFY(window.ask(u"One"_s) && window.ask(u"Two"_s));
        QVERIFY(!barOf(window, 0).isVisible());
        replay(window, u"silence"_s);
        ReplayBar &bar = barOf(window, 1);
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.text(), u"Replay, prompt 1 of 2: the new answers are the context."_s);
        QVERIFY(!barOf(window, 0).isVisible());
        QVERIFY(button(bar, u"Stop"_s));
        button(bar, u"Stop"_s)->click();
        QVERIFY(!window.chat->isBusy());
        QCOMPARE(bar.text(), u"The replay halted: 0 of 2 prompts are answered."_s);

        app::Lane better = window.conversation->lanes().at(1);
        better.model = u"words-2"_s;
        window.chat->updateLane(better);
        button(bar, u"Go on"_s)->click();
        QVERIFY(waitForEnd(window));
        QVERIFY(!bar.isVisible());
        QCOMPARE(window.conversation->path(window.lane(1)).size(), 4);
    }

    void whatIsWavedAwayStaysAway()
    {
        LanesWindow window({u"words-3"_s});
        QVERIFY(window.ask(u"One"_s));
        replay(window, u"wrong-key"_s);
        QVERIFY(waitForEnd(window));
        ReplayBar &bar = barOf(window, 1);
        QVERIFY(bar.isVisible());
        emit bar.dismissed();
        bar.hide();
        app::Lane better = window.conversation->lanes().at(1);
        better.model = u"silence"_s;
        window.chat->updateLane(better);
        QVERIFY(!bar.isVisible());
        // Asking again is going on.
        window.chat->retry(window.lane(1), window.conversation->lanes().at(1).head);
        QVERIFY(bar.isVisible());
        window.chat->stopAll();
    }

    void itsRoundsStandBesideThoseThatTheyReplay()
    {
        LanesWindow window({u"words-3"_s});
        for (const QString &prompt : {u"One"_s, u"Two"_s, u"Three"_s})
            QVERIFY(window.ask(prompt));
        const app::LaneId lane = replay(window, u"words-2"_s);
        QVERIFY(waitForEnd(window));
        const QList<app::MessageId> old = window.conversation->path(window.lane(0));
        const QList<app::MessageId> now = window.conversation->path(lane);
        QCOMPARE(old.size(), now.size());
        for (qsizetype i = 0; i < old.size(); ++i) {
            QCOMPARE(counterpart(*window.conversation, old.at(i), lane), now.at(i));
            QCOMPARE(counterpart(*window.conversation, now.at(i), window.lane(0)), old.at(i));
        }
        QVERIFY(window.ask(u"Four"_s));
        QCOMPARE(counterpart(*window.conversation, window.conversation->path(window.lane(0)).last(),
                             lane),
                 window.conversation->path(lane).last());
    }

    void theCommandsAreOfferedWhereThereIsSomething()
    {
        LanesWindow window({u"words-3"_s, u"words-2"_s});
        LaneCommands &commands = window.view->commands();
        const app::LaneId lane = window.lane(0);
        QVERIFY(!commands.isOffered(ActionId::ReplayLane, lane));
        QVERIFY(!commands.isOffered(ActionId::JudgeRound, lane));
        QVERIFY(window.ask(u"One"_s));
        QSignalSpy replays(&commands, &LaneCommands::replayRequested);
        QSignalSpy judges(&commands, &LaneCommands::judgeRequested);
        QVERIFY(!commands.isOffered(ActionId::Judgements, lane));
        commands.carryOut(ActionId::ReplayLane, lane);
        commands.carryOut(ActionId::JudgeRound, lane);
        QCOMPARE(replays.size(), 1);
        QCOMPARE(replays.first().first().value<app::LaneId>(), lane);
        QCOMPARE(judges.size(), 1);
        QCOMPARE(judges.first().first().value<app::RoundId>(),
                 window.conversation->message(window.conversation->lanes().first().head)->round);
    }
};

QTEST_MAIN(LaneReplayTest)
#include "lane_replay_test.moc"
