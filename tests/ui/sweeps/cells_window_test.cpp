// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweeps/cells_window.h"

#include "app/catalogue/catalogue.h"
#include "app/chat/cell_runner.h"
#include "tests/support/patience.h"
#include "tests/ui/accessible_tree.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/composer/composer.h"
#include "ui/evaluation/diff_dialog.h"
#include "ui/lanes/sweep_bar.h"
#include "ui/sweeps/cell_reader.h"
#include "ui/sweeps/repeat_panel.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A round in a window, below the lane of a conversation.
struct Grid
{
    explicit Grid(app::CellsSpec spec = {}) : lanes({u"words-3"_s, u"words-5"_s})
    {
        if (spec.prompts.isEmpty())
            spec.prompts = {u"Why is the sky blue?"_s};
        if (spec.axes.isEmpty() && spec.repeats == 1 && spec.models.isEmpty())
            spec.axes = {*app::parseSweepAxis(u"temperature=0,0.6,1.2"_s)};
        wanted = spec;
    }

    void start()
    {
        wanted.lane = lanes.lane(0);
        round = lanes.chat->cells().start(wanted).value_or(app::RoundId());
        window = std::make_unique<CellsWindow>(
            ViewContext{lanes.theme, lanes.services, lanes.frames}, lanes.chat, round);
        window->show();
    }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return !lanes.chat->cells().isBusy(); },
                               tests::kPatienceMs);
    }
    [[nodiscard]] QString text(int row, int column = 0) const
    {
        return window->model().index(row, column).data(Qt::DisplayRole).toString();
    }
    [[nodiscard]] app::TurnId turn(int row) const
    {
        return window->model().grid().cells.at(row).turn;
    }

    LanesWindow lanes;
    app::CellsSpec wanted;
    app::RoundId round;
    std::unique_ptr<CellsWindow> window;
};

Script hangingAnswer()
{
    return {.steps = {send(tests::text("Well then")), pause(60s)}};
}

} // namespace

class CellsWindowTest : public QObject
{
    Q_OBJECT
private slots:
    void fillsWhileTheyCome()
    {
        Grid grid;
        grid.start();
        const QAbstractItemModelTester tester(&grid.window->model());
        QCOMPARE(grid.window->model().rowCount(), 3);
        QVERIFY(grid.waitForEnd());
        QTRY_VERIFY_WITH_TIMEOUT(grid.text(2).contains(u"tokens"), tests::kPatienceMs);
        QVERIFY(grid.text(1).startsWith(u"Temperature 0.6: "));
        QCOMPARE(grid.window->model().headerData(0, Qt::Vertical, Qt::DisplayRole).toString(),
                 u"Temperature 0"_s);
        // The first one is read.
        QTRY_COMPARE_WITH_TIMEOUT(grid.window->reader().cell().turn, grid.turn(0),
                                  tests::kPatienceMs);
        QVERIFY(grid.window->reader().transcript().source());
    }

    void itsRoundIsExported()
    {
        Grid grid;
        grid.start();
        QVERIFY(grid.waitForEnd());
        const QSignalSpy asked(grid.window.get(), &CellsWindow::exportRequested);
        const auto buttons = grid.window->findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, u"Export…"_s, &QPushButton::text);
        QVERIFY(found != buttons.end());
        (*found)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).value<app::ConversationId>(), grid.lanes.conversation->id());
        QCOMPARE(asked.first().at(1).value<app::RoundId>(), grid.round);
    }

    void aDeltaTouchesItsCellAlone()
    {
        Grid grid;
        grid.lanes.server.setScripts("/chat/completions", {hangingAnswer()});
        grid.start();
        CellGridModel &model = grid.window->model();
        const auto lookAtAll = [&model] {
            for (int row = 0; row < model.rowCount(); ++row)
                Q_UNUSED(model.look(model.index(row, 0)));
        };
        for (int row = 0; row < 3; ++row) {
            QTRY_VERIFY_WITH_TIMEOUT(grid.text(row).contains(u"answering, Well then"),
                                     tests::kPatienceMs);
        }
        // What was gathered until now is told.
        QSignalSpy frames(&grid.lanes.frames, &FrameClock::frameDue);
        grid.lanes.frames.request();
        QTRY_VERIFY_WITH_TIMEOUT(!frames.isEmpty(), tests::kPatienceMs);
        lookAtAll();
        const int before = model.madeLooks();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy moved(&model, &CellGridModel::progressChanged);
        // Within one frame.
        const app::MessageId reply = model.grid().cells.at(1).reply;
        for (const QByteArray word : {" and", " so", " on"}) {
            grid.lanes.conversation->apply(
                app::AppendText{reply, app::AppendText::Kind::Text, word});
        }
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, tests::kPatienceMs);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(1, 0));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(1, 0));
        QVERIFY(moved.isEmpty());
        lookAtAll();
        QCOMPARE(model.madeLooks(), before + 1);
        QVERIFY(grid.text(1).contains(u"Well then and so on"));
        grid.lanes.chat->cells().stopAll();
    }

    void whatFailedIsAskedAgain()
    {
        Grid grid;
        grid.lanes.server.setScripts("/chat/completions", {hangingAnswer()});
        grid.start();
        auto *bar = grid.window->findChild<MessageBar *>();
        QVERIFY(bar->isHidden());
        grid.lanes.chat->cells().stopAll();
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isHidden(), tests::kPatienceMs);
        QVERIFY(grid.text(0).contains(u"stopped"));
        grid.lanes.server.setScripts("/chat/completions", {});
        emit bar->actionTriggered(0);
        QVERIFY(grid.waitForEnd());
        QTRY_VERIFY_WITH_TIMEOUT(bar->isHidden(), tests::kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!grid.text(0).contains(u"stopped"), tests::kPatienceMs);
    }

    void theCeilingIsDecidedOnce()
    {
        app::CellsSpec spec;
        spec.models = {{u"scripted"_s, u"openai/gpt-oss-120b"_s}}; // it has a price
        spec.repeats = 3;
        Grid grid(spec);
        app::Services &services = grid.lanes.services;
        const auto models = services.catalogue->refresh(services.provider(u"scripted"_s), {});
        QTRY_VERIFY_WITH_TIMEOUT(models.isFinished(), tests::kPatienceMs);
        app::Preferences preferences = services.settings->preferences();
        preferences.conversationCeilingUsd = 0;
        services.settings->setPreferences(preferences);
        grid.start();
        auto *bar = grid.window->findChild<MessageBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isHidden(), tests::kPatienceMs);
        QVERIFY2(bar->text().contains(u"Your ceiling is $0."), qPrintable(bar->text()));
        emit bar->actionTriggered(0);
        QVERIFY(grid.waitForEnd());
        QTRY_VERIFY_WITH_TIMEOUT(bar->isHidden(), tests::kPatienceMs);
        QCOMPARE(grid.window->model().progress().unanswered.size(), 0);
    }

    void deleteStopsTheCell()
    {
        Grid grid;
        grid.lanes.server.setScripts("/chat/completions", {hangingAnswer()});
        grid.start();
        QTableView &table = grid.window->table();
        table.setCurrentIndex(grid.window->model().index(1, 0));
        table.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(grid.window.get()));
        QTest::keyClick(&table, Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(grid.lanes.chat->cells().running(grid.round), 2,
                                  tests::kPatienceMs);
        QCOMPARE(
            app::stateOfCell(*grid.lanes.conversation, grid.window->model().grid().cells.at(1)),
            app::MessageState::Cancelled);
        grid.lanes.chat->cells().stopAll();
    }

    void aLaneGoesOnWithAnAnswer()
    {
        Grid grid;
        grid.start();
        QVERIFY(grid.waitForEnd());
        grid.window->table().setCurrentIndex(grid.window->model().index(2, 0));
        QSignalSpy wentOn(grid.window.get(), &CellsWindow::wentOn);
        emit grid.window->reader().goOnRequested();
        QCOMPARE(wentOn.size(), 1);
        QCOMPARE(wentOn.first().at(1).value<app::MessageId>(), app::MessageId());
        QCOMPARE(grid.lanes.conversation->lane(grid.lanes.lane(0))->head,
                 grid.window->model().grid().cells.at(2).reply);
        QVERIFY(!grid.lanes.conversation->lane(grid.lanes.lane(1))->head);
        QVERIFY(grid.lanes.ask(u"And at night?"_s));
        QCOMPARE(grid.lanes.conversation->path(grid.lanes.lane(0)).size(), 4);
    }

    void twoAreCompared()
    {
        Grid grid;
        grid.start();
        QVERIFY(grid.waitForEnd());
        QTableView &table = grid.window->table();
        table.selectionModel()->select(grid.window->model().index(2, 0),
                                       QItemSelectionModel::Select);
        QTest::keyClick(grid.window.get(), Qt::Key_D, Qt::ControlModifier);
        auto *dialog = grid.window->findChild<DiffDialog *>();
        if (!dialog) { // offscreen windows are not always active
            emit grid.window->reader().compareRequested();
            dialog = grid.window->findChild<DiffDialog *>();
        }
        QVERIFY(dialog);
        const QList<QComboBox *> boxes = dialog->findChildren<QComboBox *>();
        QCOMPARE(boxes.at(0)->currentText(), u"Temperature 0"_s);
        QCOMPARE(boxes.at(1)->currentText(), u"Temperature 1.2"_s);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->shown().has_value(), tests::kPatienceMs);
    }

    void repeatsHaveStatistics()
    {
        app::CellsSpec spec;
        spec.repeats = 4;
        Grid grid(spec);
        grid.start();
        QVERIFY(grid.window->statistics());
        QVERIFY(grid.waitForEnd());
        QTRY_VERIFY_WITH_TIMEOUT(grid.window->statistics()->summary().startsWith(u"4 answer"),
                                 tests::kPatienceMs);
        Grid sweep;
        sweep.start();
        QVERIFY(!sweep.window->statistics());
        QVERIFY(sweep.waitForEnd());
    }

    void everythingHasAName()
    {
        app::CellsSpec spec;
        spec.repeats = 2;
        Grid grid(spec);
        grid.start();
        QVERIFY(grid.waitForEnd());
        const AccessibleTree tree(grid.window.get());
        QVERIFY(tree.count() > 10);
        QVERIFY2(tree.faults().isEmpty(), qPrintable(tree.faults().join(u'\n')));
        QAccessibleInterface *cell = QAccessible::queryAccessibleInterface(&grid.window->table())
                                         ->tableInterface()
                                         ->cellAt(1, 0);
        QVERIFY(cell->text(QAccessible::Name).startsWith(u"Answer 2: "));
    }

    void theConversationLeadsBackToItsSweeps()
    {
        Grid grid;
        SweepBar &bar = grid.lanes.view->sweepBar();
        QVERIFY(bar.isHidden());
        grid.start();
        QVERIFY(!bar.isHidden());
        QVERIFY(grid.waitForEnd());
        QTRY_COMPARE_WITH_TIMEOUT(bar.button().text(), u"1 sweep(s)"_s, tests::kPatienceMs);
        QSignalSpy requested(&bar, &SweepBar::requested);
        emit bar.button().menu()->aboutToShow();
        QCOMPARE(bar.button().menu()->actions().size(), 1);
        bar.button().menu()->actions().first()->trigger();
        QCOMPARE(requested.size(), 1);
        QVERIFY(grid.lanes.view->commands().isOffered(ActionId::EarlierSweeps, grid.lanes.lane(0)));
    }

    void aVeilHidesTheWayToThem()
    {
        Grid grid;
        grid.start();
        QVERIFY(grid.waitForEnd());
        SweepBar &bar = grid.lanes.view->sweepBar();
        QVERIFY(!bar.isHidden());
        grid.lanes.chat->setBlindMode(app::BlindMode::AsWritten);
        QVERIFY(grid.lanes.ask(u"Blind"_s));
        QVERIFY(bar.isHidden());
        grid.lanes.chat->showNames();
        QVERIFY(!bar.isHidden());
    }
};

QTEST_MAIN(CellsWindowTest)
#include "cells_window_test.moc"
