// SPDX-License-Identifier: GPL-3.0-or-later
// What a lane does with the pieces of an answer, with several answers, and with other settings.
#include "tests/ui/lanes/lanes_window.h"
#include "ui/composer/composer.h"
#include "ui/composer/prompt_edit.h"
#include "ui/evaluation/reasoning_model.h"
#include "ui/evaluation/reasoning_window.h"
#include "ui/lanes/round_bar.h"

#include "app/catalogue/catalogue.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace app;
using namespace tests;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

Script said(const QByteArray &words, const QByteArray &reason)
{
    return stream({tests::text(words), finish(reason, kUsage), kDone});
}

MessageId head(const LanesWindow &w, int position = 0)
{
    return w.conversation->lanes().at(position).head;
}

QByteArray lastText(const LanesWindow &w, int position = 0)
{
    return textOf(w.conversation->message(head(w, position))->parts);
}

} // namespace

class LaneAnswersTest : public QObject
{
    Q_OBJECT
private slots:
    void onesOwnPromptComesIntoSight()
    {
        LanesWindow w({u"m"_s, u"n"_s});
        const QByteArray longText = QByteArray("A paragraph.\n\n").repeated(80);
        w.server.setScripts("/chat/completions", {said(longText, "stop")});
        QVERIFY(w.ask(u"Much"_s));
        for (int i = 0; i < 2; ++i) {
            TranscriptView &transcript = w.column(i).transcript();
            QTRY_VERIFY(transcript.verticalScrollBar()->maximum() > 500);
            transcript.verticalScrollBar()->setValue(0);
            QVERIFY(!transcript.isAtEnd());
        }
        emit w.view->composer().sendRequested({u"More"_s, {}});
        for (int i = 0; i < 2; ++i)
            QVERIFY(w.column(i).transcript().isAtEnd());
        QTRY_VERIFY_WITH_TIMEOUT(!w.chat->isBusy(), kPatienceMs);
    }

    void whatIsTypedOnTheTranscriptGoesToTheComposer()
    {
        LanesWindow w({u"m"_s, u"n"_s});
        QVERIFY(QTest::qWaitForWindowActive(w.view.get()));
        w.column(0).transcript().setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"h"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"i"_s);
        QCOMPARE(w.view->composer().draft().text, u"hi"_s);
        QCOMPARE(QApplication::focusWidget(), &w.view->composer().edit());
    }

    void aClickOnItsWayIsNoVote()
    {
        LanesWindow w({u"m"_s, u"n"_s});
        w.server.setScripts("/chat/completions", {said("Well", "stop")});
        QVERIFY(w.ask(u"Hello"_s));
        const auto buttons = w.view->findChild<RoundBar *>()->findChildren<QPushButton *>();
        QVERIFY(!buttons.isEmpty() && buttons.first()->isVisible());
        const RoundId round = newestRound(*w.conversation);
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QVERIFY(!w.conversation->vote(round));
        QTRY_VERIFY((QTest::mouseClick(buttons.first(), Qt::LeftButton),
                     w.conversation->vote(round) != nullptr));
    }

    void aPieceIsDroppedWithAWayBack()
    {
        LanesWindow w({u"m"_s});
        w.server.setScripts("/chat/completions", {said("One, ", "length"), said("two", "stop")});
        QVERIFY(w.ask(u"Count"_s));
        const MessageId first = head(w);
        emit w.column(0).transcript().continueRequested(first);
        QTRY_VERIFY(!w.chat->isBusy());
        const MessageId piece = head(w);
        emit w.column(0).transcript().dropPieceRequested(piece);
        QCOMPARE(head(w), first);
        w.chat->moveHeads({{w.lane(0), piece}}); // what Undo does
        QCOMPARE(lastText(w), QByteArray("two"));
    }

    void allAnswersStandSideBySide()
    {
        LanesWindow w({u"m"_s});
        Lane lane = w.conversation->lanes().first();
        lane.parameters.set(u"n", 3);
        w.chat->updateLane(lane);
        w.server.setScripts("/chat/completions",
                            {stream({tests::text("A", 0), tests::text("B", 1), tests::text("C", 2),
                                     finish("stop", {}, 0), finish("stop", {}, 1),
                                     finish("stop", kUsage, 2), kDone})});
        QVERIFY(w.ask(u"Greet"_s));
        emit w.column(0).transcript().choicesRequested(head(w));
        QCOMPARE(w.conversation->lanes().size(), 3);
        QCOMPARE(lastText(w, 0), QByteArray("A"));
        QCOMPARE(lastText(w, 1), QByteArray("B"));
        QCOMPARE(lastText(w, 2), QByteArray("C"));
    }

    void aRemedyChangesTheLaneAndAsksAgain()
    {
        LanesWindow w({u"m"_s});
        w.server.setScripts(
            "/chat/completions",
            {stream({delta(R"("reasoning_content":"Hm")"),
                     finish("length", R"("usage":{"prompt_tokens":1,"completion_tokens":64})"),
                     kDone}),
             said("Well", "stop")});
        QVERIFY(w.ask(u"Why?"_s));
        emit w.column(0).transcript().remedyRequested(head(w), Remedy::Kind::MoreTokens);
        QTRY_VERIFY(!w.chat->isBusy());
        QCOMPARE(lastText(w), QByteArray("Well"));
        QCOMPARE(w.conversation->lanes().first().parameters.value(u"max_tokens"), QJsonValue(3072));
        QCOMPARE(w.server.requests().last().json().value("max_tokens"_L1).toInt(), 3072);
    }

    void roundsThatAreLeftOutAreMarkedAndComeBack()
    {
        LanesWindow w({u"words-3"_s});
        QVERIFY(w.ask(u"One"_s));
        QVERIFY(w.ask(u"Two"_s));
        Lane lane = w.conversation->lanes().first();
        lane.parameters.set(kLeaveOutRounds, 1);
        w.chat->updateLane(lane);
        const TranscriptSource *source = w.column(0).transcript().source();
        const QList<MessageId> path = w.conversation->path(w.lane(0));
        QCOMPARE(source->roundsLeftOutBefore(path.at(2)), 1);
        QCOMPARE(source->roundsLeftOutBefore(path.at(0)), 0);
        emit w.column(0).transcript().sendAllRequested();
        QCOMPARE(source->roundsLeftOutBefore(path.at(2)), 0);
        QVERIFY(!w.conversation->lanes().first().parameters.isSet(kLeaveOutRounds));
    }

    void theThinkingOfARoundIsATable()
    {
        LanesWindow w({u"m"_s, u"words-3"_s});
        w.server.setScripts(
            "/chat/completions",
            {stream({delta(R"("reasoning_content":"Hm, let me see")"), tests::text("Well"),
                     finish("stop", R"("usage":{"prompt_tokens":1,"completion_tokens":40,)"
                                    R"("completion_tokens_details":{"reasoning_tokens":30}})"),
                     kDone})});
        QVERIFY(w.ask(u"Why?"_s));
        const RoundId round = w.conversation->message(head(w))->round;
        const ReasoningWindow window(w.theme, *w.services.catalogue, w.chat, round);
        const ReasoningModel &model = window.model();
        QCOMPARE(model.rowCount(), 2);
        const auto shown = [&](int column) {
            return model.index(0, column).data(Qt::DisplayRole).toString();
        };
        QCOMPARE(shown(ReasoningModel::LaneName), u"A · m"_s);
        QCOMPARE(shown(ReasoningModel::Length), u"14"_s);
        QCOMPARE(shown(ReasoningModel::Tokens), u"30"_s);
        QCOMPARE(shown(ReasoningModel::Cost), u"–"_s); // no price is known
        QVERIFY(shown(ReasoningModel::Share).startsWith(u"75"));
        QCOMPARE(window.findChild<QPlainTextEdit *>()->toPlainText(), u"Hm, let me see"_s);
    }
};

QTEST_MAIN(LaneAnswersTest)
#include "lane_answers_test.moc"
