// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes added, moved, widened, shown alone, removed and brought back.
#include "tests/support/patience.h"
#include "tests/ui/lanes/lanes_window.h"
#include "ui/lanes/round_bar.h"
#include "ui/widgets/flat_button.h"
#include "ui/widgets/toast.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>

using namespace ui;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// Presses on the empty ground of a header, moves to a place on another one, and lets go there.
void dragHeader(LaneHeader &header, const QWidget &onto, QPoint place, bool release = true)
{
    const QPoint from(header.width() - 90, header.height() - 3);
    const QPoint to = header.mapFromGlobal(onto.mapToGlobal(place));
    QTest::mousePress(&header, Qt::LeftButton, {}, from);
    for (const QPoint &at : {from + QPoint(0, 2), (from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at, header.mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(&header, &move);
    }
    if (release)
        QTest::mouseRelease(&header, Qt::LeftButton, {}, to);
}

QPoint onRight(const QWidget &widget)
{
    return {widget.width() - 20, 100};
}

} // namespace

class LaneBoardTest : public QObject
{
    Q_OBJECT
private slots:
    void aHeaderIsDraggedToAnotherPlace()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s, u"words-5"_s});
        LaneColumn *first = &window.column(0);
        dragHeader(first->header(), window.column(2), onRight(window.column(2)));
        QCOMPARE(window.order(), u"B C A"_s);
        QCOMPARE(&window.column(2), first); // the same column, not a new one
        QVERIFY(window.column(0).x() < window.column(2).x());
        // Onto the left half of the first one.
        dragHeader(first->header(), window.column(0), QPoint(20, 100));
        QCOMPARE(window.order(), u"A B C"_s);
        // Beside itself nothing moves.
        dragHeader(first->header(), window.column(1), QPoint(20, 100));
        QCOMPARE(window.order(), u"A B C"_s);
    }

    void escapeGivesADragUp()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s});
        LaneHeader &header = window.column(0).header();
        dragHeader(header, window.column(1), onRight(window.column(1)), false);
        QTest::keyClick(&header, Qt::Key_Escape);
        QTest::mouseRelease(&header, Qt::LeftButton, {},
                            header.mapFromGlobal(window.column(1).mapToGlobal(QPoint(300, 100))));
        QCOMPARE(window.order(), u"A B"_s);
    }

    void keysMoveALaneToo()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s, u"words-5"_s});
        window.carryOut(ActionId::MoveLaneRight, 0);
        QCOMPARE(window.order(), u"B A C"_s);
        window.carryOut(ActionId::MoveLaneLeft, 0); // is at the edge
        QCOMPARE(window.order(), u"B A C"_s);
        window.carryOut(ActionId::MoveLaneLeft, 2);
        QCOMPARE(window.order(), u"B C A"_s);
    }

    void oneIsShownAloneAndTheOthersComeBack()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s, u"words-5"_s});
        LaneColumn &second = window.column(1);
        QTest::mouseDClick(&second.header(), Qt::LeftButton, {},
                           QPoint(second.header().width() - 90, 40));
        QCOMPARE(window.view->board().maximised(), &second);
        QCOMPARE(window.visibleColumns(), 1);
        QTRY_VERIFY(second.width() > 1000);
        window.view->stopOrCancel(); // as Escape does
        QCOMPARE(window.visibleColumns(), 3);
        // The next lane takes the place of the one that is alone.
        window.carryOut(ActionId::MaximiseLane, 1);
        window.carryOut(ActionId::NextLane, 1);
        QCOMPARE(window.view->board().maximised(), &window.column(2));
        window.carryOut(ActionId::RemoveLane, 2);
        QVERIFY(!window.view->board().maximised());
        QCOMPARE(window.visibleColumns(), 2);
    }

    void narrowLanesStandInTwoRows()
    {
        LanesWindow window(QStringList(8, u"words-3"_s));
        const LaneBoard &board = window.view->board();
        QCOMPARE(board.rowCount(), 2);
        QCOMPARE(window.column(0).mapTo(&board, QPoint()).y(),
                 window.column(3).mapTo(&board, QPoint()).y());
        QVERIFY(window.column(4).mapTo(&board, QPoint()).y()
                > window.column(0).mapTo(&board, QPoint()).y());
        LaneColumn *kept = &window.column(7);
        window.view->resize(2500, 800);
        QTRY_COMPARE(board.rowCount(), 1);
        QCOMPARE(&window.column(7), kept);
        QCOMPARE(window.visibleColumns(), 8);
        QCOMPARE(window.column(7).mapTo(&board, QPoint()).y(),
                 window.column(0).mapTo(&board, QPoint()).y());
    }

    void widthsAreKept()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s});
        QVERIFY(window.ask(u"Hello"_s));
        auto *row = qobject_cast<QSplitter *>(window.column(0).parentWidget());
        QVERIFY(row);
        row->setSizes({900, 499});
        emit row->splitterMoved(900, 1);
        QTRY_VERIFY(window.conversation->lanes().at(0).width > 1'200);
        QVERIFY(window.conversation->lanes().at(1).width < 800);
        ConversationView another(ViewContext{window.theme, window.services, window.frames});
        another.resize(1400, 800);
        another.setConversation(window.conversation, window.chat);
        another.show();
        QTRY_VERIFY(another.columns().at(0)->width() > another.columns().at(1)->width() + 300);
    }

    void aRemovedLaneComesBackWithAllItSaid()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s, u"words-5"_s});
        QVERIFY(window.ask(u"Hello"_s));
        const app::Lane removed = window.conversation->lanes().at(1);
        window.carryOut(ActionId::RemoveLane, 1);
        QCOMPARE(window.order(), u"A C"_s);
        const auto *toast = window.view->findChild<Toast *>();
        QVERIFY(toast->isVisible());
        toast->findChild<FlatButton *>()->click();
        QCOMPARE(window.order(), u"A B C"_s);
        QCOMPARE(*window.conversation->lane(removed.id), removed);
        QCOMPARE(window.conversation->path(removed.id).size(), 2);
    }

    void aDuplicateHasTheSameModelAndPath()
    {
        LanesWindow window({u"words-3"_s});
        QVERIFY(window.ask(u"Hello"_s));
        window.carryOut(ActionId::DuplicateLane, 0);
        QCOMPARE(window.order(), u"A B"_s);
        const QList<app::Lane> lanes = window.conversation->lanes();
        QCOMPARE(lanes.at(1).model, lanes.at(0).model);
        QCOMPARE(lanes.at(1).head, lanes.at(0).head);
    }

    void anAnswerCanBeGoneOnWithAndUndone()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s});
        QVERIFY(window.ask(u"Hello"_s));
        const app::MessageId other = window.conversation->lanes().at(1).head;
        const app::MessageId chosen = window.conversation->lanes().at(0).head;
        emit window.column(0).transcript().goOnRequested(chosen);
        QCOMPARE(window.conversation->lanes().at(1).head, chosen);
        window.view->findChild<Toast *>()->findChild<FlatButton *>()->click();
        QCOMPARE(window.conversation->lanes().at(1).head, other);
        window.carryOut(ActionId::RetryRound, 0);
        QVERIFY(window.chat->activity(window.lane(0)).isBusy());
        QVERIFY(window.chat->activity(window.lane(1)).isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!window.chat->isBusy(), tests::kPatienceMs);
    }

    void aLaneIsTornOutAndPutBack()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s, u"words-5"_s});
        LaneColumn *second = &window.column(1);
        window.carryOut(ActionId::TearOutLane, 1);
        QVERIFY(second->window() != window.view.get());
        QVERIFY(second->isVisible());
        QVERIFY(second->window()->windowTitle().startsWith(u"B · words-4"_s));
        QCOMPARE(window.view->board().columns().size(), 2);
        QCOMPARE(&window.column(1), second); // still a lane of the same chat
        QVERIFY(window.ask(u"Hello"_s));
        QVERIFY(second->figures().complete);
        second->window()->close();
        QCOMPARE(second->window(), window.view.get());
        QCOMPARE(window.view->board().columns().size(), 3);
        QVERIFY(second->isVisible());
        QVERIFY(window.column(0).x() < second->x());
    }

    void theLastLaneOfAWindowStaysInIt()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s});
        window.carryOut(ActionId::TearOutLane, 0);
        window.carryOut(ActionId::TearOutLane, 1);
        QCOMPARE(window.view->board().columns().size(), 1);
        // A torn out lane may be removed, and the lane beside it, too.
        window.carryOut(ActionId::RemoveLane, 1);
        QCOMPARE(window.view->board().columns().size(), 1);
        QCOMPARE(window.column(0).window(), window.view.get());
    }

    void anotherViewTakesTornOutLanesOver()
    {
        LanesWindow window({u"words-3"_s, u"words-4"_s});
        window.carryOut(ActionId::TearOutLane, 1);
        const QRect place = window.view->tornOut().value(window.lane(1));
        QVERIFY(place.isValid());
        ConversationView another(ViewContext{window.theme, window.services, window.frames});
        another.setConversation(window.conversation, window.chat);
        another.show();
        another.tearOut(window.view->tornOut());
        QCOMPARE(another.tornOut().value(window.lane(1)), place);
        QCOMPARE(another.board().columns().size(), 1);
        another.hide();
        QVERIFY(another.tornOut().isEmpty());
        QCOMPARE(another.board().columns().size(), 2);
    }

    void votesAreGivenBelowTheRound()
    {
        LanesWindow window({u"words-3"_s, u"wrong-key"_s, u"words-5"_s});
        auto *bar = window.view->findChild<RoundBar *>();
        QVERIFY(!bar->isVisible());
        QVERIFY(window.ask(u"Hello"_s));
        QVERIFY(bar->isVisible());
        const auto buttons = [&] {
            QList<QPushButton *> shown = bar->findChildren<QPushButton *>();
            shown.removeIf([](const QPushButton *each) { return each->isHidden(); });
            return shown;
        };
        QStringList texts;
        for (const QPushButton *button : buttons())
            texts.append(button->text());
        QCOMPARE(texts, (QStringList{u"A"_s, u"C"_s, u"Tie"_s, u"All bad"_s})); // B has failed
        const app::RoundId round = app::newestRound(*window.conversation);
        buttons().at(1)->click();
        const app::Vote *vote = window.conversation->vote(round);
        QVERIFY(vote);
        QCOMPARE(vote->sides.size(), 2);
        QCOMPARE(vote->sides.at(vote->winner).model, u"words-5"_s);
        QVERIFY(buttons().at(1)->isChecked());
        QTest::keyClick(bar, Qt::Key_A);
        QCOMPARE(window.conversation->vote(round)->winner, 0);
        buttons().at(2)->click();
        QCOMPARE(window.conversation->vote(round)->outcome, app::VoteOutcome::Tie);
        QVERIFY(!buttons().at(0)->isChecked());
        window.carryOut(ActionId::GoOnWith, 0);
        QVERIFY(!bar->isVisible()); // one answer in all lanes is no comparison
    }

    void theMenuOffersWhatCanBeDone()
    {
        const LanesWindow alone({u"words-3"_s});
        QMenu short_;
        alone.view->commands().fillMenu(short_, alone.lane(0));
        // To change the model, compare, duplicate, replay; three for sweeps; to compare thinking
        // and calls, to export and to pause: each group behind a separator.
        QCOMPARE(short_.actions().size(), 13);
        const LanesWindow two({u"words-3"_s, u"words-4"_s});
        QMenu menu;
        two.view->commands().fillMenu(menu, two.lane(0));
        for (const QAction *action : menu.actions()) {
            if (action->text().startsWith(u"Move this lane to the left"_s))
                QVERIFY(!action->isEnabled());
            if (action->text().startsWith(u"Move this lane to the right"_s))
                QVERIFY(action->isEnabled());
            QVERIFY(action->isSeparator() || !action->text().isEmpty());
        }
    }
};

QTEST_MAIN(LaneBoardTest)
#include "lane_board_test.moc"
