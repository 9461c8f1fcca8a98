// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_view.h"

#include "tests/app/markdown/markdown_samples.h"
#include "tests/support/patience.h"
#include "tests/ui/transcript/transcript_window.h"
#include "ui/transcript/end_button.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// Counts what is painted on a viewport.
class PaintLog : public QObject
{
public:
    explicit PaintLog(QWidget *watched) { watched->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            ++paints;
            painted |= static_cast<QPaintEvent *>(event)->rect();
        }
        return false;
    }
    int paints = 0;
    QRect painted;
};

void longConversation(FakeSource &source)
{
    for (int i = 0; i < 20; ++i) {
        source.addPrompt("Prompt " + QByteArray::number(i));
        source.addReply(samples::tour());
    }
    source.addReply("Being written", MessageState::Streaming);
}

void shortConversation(FakeSource &source)
{
    source.addPrompt("Question here");
    source.addReply("First paragraph\n\n- item **one**\n- item two\n\nLast words");
}

} // namespace

class TranscriptViewTest : public QObject
{
    Q_OBJECT
private slots:
    void opensAtTheEnd()
    {
        const TranscriptWindow w(longConversation);
        QVERIFY(w.top() > 0);
        QCOMPARE(w.top(), w.most());
        QVERIFY(w.view.isAtEnd());
    }

    void followsTheEndOnlyIfItWasThere()
    {
        TranscriptWindow w(longConversation);
        const MessageId last = w.source->path().constLast();
        w.source->grow(last, QByteArray("\n\nmore").repeated(10));
        w.nextFrame();
        QCOMPARE(w.top(), w.most());

        auto *button = w.view.findChild<EndButton *>();
        QVERIFY(!button->isVisible());
        w.view.verticalScrollBar()->setValue(w.most() - 500);
        QVERIFY(button->isVisible()); // new text or not
        QVERIFY(!button->hasNewText());
        const int before = w.top();
        w.source->grow(last, QByteArray("\n\nmore").repeated(10));
        w.nextFrame();
        QCOMPARE(w.top(), before);
        QVERIFY(w.most() > before + 500);
        QVERIFY(button->isVisible());
        QVERIFY(button->hasNewText());
        button->click();
        QCOMPARE(w.top(), w.most());
        QVERIFY(!button->isVisible());
        w.view.verticalScrollBar()->setValue(w.most() - 500);
        QVERIFY(!button->hasNewText()); // it was seen
    }

    void whatFitsHasNoWayToItsEnd()
    {
        TranscriptWindow w(shortConversation);
        QVERIFY(!w.view.findChild<EndButton *>()->isVisible());
        w.view.resize(760, 120);
        QVERIFY(!w.view.findChild<EndButton *>()->isVisible()); // at the end it stays there
        w.view.verticalScrollBar()->setValue(0);
        QVERIFY(w.view.findChild<EndButton *>()->isVisible());
    }

    void aShortBranchIsFollowedAgain()
    {
        TranscriptWindow w(longConversation);
        w.view.verticalScrollBar()->setValue(100);
        QVERIFY(!w.view.isAtEnd());
        while (w.source->path().size() > 1)
            w.source->leave(w.source->path().constLast());
        w.nextFrame();
        QCOMPARE(w.most(), 0);
        QVERIFY(w.view.isAtEnd());
        QVERIFY(!w.view.findChild<EndButton *>()->isVisible());
    }

    void whatIsSelectedStaysInPlace()
    {
        TranscriptWindow w(longConversation);
        const MessageId last = w.source->path().constLast();
        const QByteArray more = QByteArray("\n\nmore").repeated(20);
        const QPoint written = w.pointAt(u"Being written"_s, 3);
        QTest::mousePress(w.view.viewport(), Qt::LeftButton, {}, written);
        const int before = w.top();
        w.source->grow(last, more);
        w.nextFrame();
        QCOMPARE(w.top(), before); // nothing slides away under the button
        QTest::mouseRelease(w.view.viewport(), Qt::LeftButton, {}, written);
        QCOMPARE(w.top(), w.most()); // it was only a click
        QVERIFY(w.view.isAtEnd());

        w.drag(w.pointAt(u"more"_s, 0), w.pointAt(u"more"_s, 4));
        QVERIFY(w.view.hasSelection());
        const int selected = w.top();
        w.source->grow(last, more);
        w.nextFrame();
        QCOMPARE(w.top(), selected);
        QVERIFY(w.view.findChild<EndButton *>()->hasNewText());
        w.view.findChild<EndButton *>()->click();
        w.source->grow(last, more);
        w.nextFrame();
        QCOMPARE(w.top(), w.most()); // asked for, with a selection too
    }

    void appliesAtMostOncePerFrame()
    {
        TranscriptWindow w(longConversation);
        const MessageId last = w.source->path().constLast();
        QSignalSpy frames(&w.clock, &FrameClock::frameDue);
        for (int i = 0; i < 50; ++i)
            w.source->grow(last, " word");
        QVERIFY(frames.wait(30'000));
        QCOMPARE(frames.count(), 1);
        QVERIFY(!frames.wait(60)); // silent when nothing comes
    }

    // The sign where text is written stood in a slice that is as it was.
    void takesTheWritingSignAway()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Question");
            source.addReply("Text\n\n```\nls\n```", MessageState::Streaming);
        });
        w.view.grab();
        const QPoint sign = w.pointAt(u"ls"_s, 2);
        QVERIFY(!sign.isNull());
        PaintLog log(w.view.viewport());
        w.source->grow(w.source->path().constLast(), "\n\n## Next");
        w.nextFrame();
        QTRY_VERIFY(log.paints > 0);
        const int lineHeight = w.view.layout()->style().lineHeight;
        QVERIFY(log.painted.contains(sign - QPoint(0, lineHeight / 2)));
    }

    void paintsOnlyWhatChanged()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Question");
            source.addReply("First\n\nSecond\n\nThird\n\nBeing written", MessageState::Streaming);
        });
        w.view.grab();
        PaintLog log(w.view.viewport());
        w.source->grow(w.source->path().constLast(), " more");
        w.nextFrame();
        QTRY_VERIFY(log.paints > 0);
        const QPoint third = w.pointAt(u"Third"_s, 0);
        QVERIFY(!third.isNull());
        QVERIFY2(log.painted.top() > third.y() - 12, qPrintable(u"%1"_s.arg(log.painted.top())));
    }

    void selectsAcrossMessagesAndCopies()
    {
        TranscriptWindow w(shortConversation);
        w.drag(w.pointAt(u"Question here"_s, 9), w.pointAt(u"item one"_s, 8));
        QCOMPARE(w.view.selectedText(), u"here\n\nFirst paragraph\n\n- item one"_s);
        QTest::keyClick(&w.view, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), u"here\n\nFirst paragraph\n\n- item one"_s);
        QCOMPARE(data->data(u"text/markdown"_s), "here\n\nFirst paragraph\n\n- item **one**");
        QVERIFY(data->html().contains("<li>item <strong>one</strong></li>"_L1));
    }

    void selectsBackwards()
    {
        TranscriptWindow w(shortConversation);
        w.drag(w.pointAt(u"item two"_s, 4), w.pointAt(u"item one"_s, 5));
        QCOMPARE(w.view.selectedText(), u"- one\n- item"_s);
    }

    void selectsWordsAndParagraphs()
    {
        TranscriptWindow w(shortConversation);
        const QPoint word = w.pointAt(u"First paragraph"_s, 8);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, word);
        QTest::mouseDClick(w.view.viewport(), Qt::LeftButton, {}, word);
        QCOMPARE(w.view.selectedText(), u"paragraph"_s);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, word);
        QCOMPARE(w.view.selectedText(), u"First paragraph"_s);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          w.pointAt(u"Last words"_s, 4));
        QVERIFY(w.view.selectedText().startsWith("First paragraph"_L1));
        QVERIFY(w.view.selectedText().endsWith("Last"_L1));
    }

    void selectsAll()
    {
        TranscriptWindow w(shortConversation);
        QTest::keyClick(&w.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(w.view.selectedText(),
                 u"Question here\n\nFirst paragraph\n\n- item one\n- item two\n\nLast words"_s);
        QTest::keyClick(&w.view, Qt::Key_Escape);
        QVERIFY(!w.view.hasSelection());
    }

    void selectionSurvivesStreaming()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Question");
            source.addReply("First words\n\nSecond", MessageState::Streaming);
        });
        w.drag(w.pointAt(u"First words"_s, 6), w.pointAt(u"Second"_s, 3));
        QCOMPARE(w.view.selectedText(), u"words\n\nSec"_s);
        const MessageId last = w.source->path().constLast();
        w.source->grow(last, " and more\n\n# Heading\n\n- item");
        w.nextFrame();
        QCOMPARE(w.view.selectedText(), u"words\n\nSec"_s);
        w.source->finish(last);
        w.nextFrame();
        QCOMPARE(w.view.selectedText(), u"words\n\nSec"_s);
    }

    /// What is selected in the text that is being written, at every step of it.
    void selectionKeepsItsWords_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QString>("words");
        QTest::newRow("appended") << QByteArrayList{"one two three", " four", " five"}
                                  << u"two three"_s;
        QTest::newRow("bold") << QByteArrayList{"see **bold words", " here** and", " on\n\nMore"}
                              << u"bold words"_s;
        QTest::newRow("behind a marker")
            << QByteArrayList{"a *b and chosen", " c*, more", "."} << u"and chosen"_s;
        QTest::newRow("code") << QByteArrayList{"run `make all", "` now", "\n"} << u"make all"_s;
        QTest::newRow("reference") << QByteArrayList{"read [the manual][m] first", "\n\nMore\n\n",
                                                     "[m]: https://example.org"}
                                   << u"manual"_s;
        QTest::newRow("formula") << QByteArrayList{"so $\\alpha$ is chosen, $x", "^2$", " too"}
                                 << u"chosen"_s;
        QTest::newRow("table") << QByteArrayList{"| name | size |", "\n|---|---|", "\n| a | b |\n"}
                               << u"name"_s;
        QTest::newRow("heading") << QByteArrayList{"The title", "\n=====", "\nText"} << u"title"_s;
        QTest::newRow("list") << QByteArrayList{"- one\n- two words", "\n- three",
                                                "\n\n  more\n- four"}
                              << u"two words"_s;
    }
    void selectionKeepsItsWords()
    {
        QFETCH(QByteArrayList, pieces);
        QFETCH(QString, words);
        TranscriptWindow w([&](FakeSource &source) {
            source.addPrompt("Question");
            source.addReply(pieces.takeFirst(), MessageState::Streaming);
        });
        const MessageId last = w.source->path().constLast();
        TextPosition from;
        w.view.layout()->visit(0, 600, [&](const TranscriptLayout::Visible &visible) {
            const qsizetype at = visible.layout.text().indexOf(words);
            if (visible.message == last && at >= 0)
                from = {last, {visible.slice.key, int(at)}};
        });
        TextPosition to = from;
        to.at.offset += int(words.size());
        w.view.setSelection(from, to);
        QCOMPARE(w.view.selectedText(), words);
        for (const QByteArray &piece : std::as_const(pieces)) {
            w.source->grow(last, piece);
            w.nextFrame();
            QCOMPARE(w.view.selectedText(), words);
        }
        w.source->finish(last);
        w.nextFrame();
        QCOMPARE(w.view.selectedText(), words);
    }

    void draggingPastTheEdgeScrolls()
    {
        TranscriptWindow w(longConversation);
        const int before = w.top();
        QTest::mousePress(w.view.viewport(), Qt::LeftButton, {}, {300, 300});
        QMouseEvent move(QEvent::MouseMove, QPoint(300, -90),
                         w.view.viewport()->mapToGlobal(QPoint(300, -90)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(w.view.viewport(), &move);
        QTRY_VERIFY(w.top() < before - 200);
        QVERIFY(w.view.hasSelection());
        QTest::mouseRelease(w.view.viewport(), Qt::LeftButton, {}, {300, 0});
    }

    void draggingPastTheSideMovesTheCode()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addReply("```\n" + QByteArray("long ").repeated(60) + "\n```");
        });
        w.view.resize(500, 400);
        const QString code = QString::fromLatin1(QByteArray("long ").repeated(60));
        const QPoint from = w.pointAt(code, 5);
        QVERIFY(!from.isNull());
        QTest::mousePress(w.view.viewport(), Qt::LeftButton, {}, from);
        const QPoint beyond(w.view.viewport()->width() - 1, from.y());
        QMouseEvent move(QEvent::MouseMove, beyond, w.view.viewport()->mapToGlobal(beyond),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(w.view.viewport(), &move);
        QTRY_VERIFY(w.view.caret().at.offset >= 295); // the end of the line came into sight
        QTest::mouseRelease(w.view.viewport(), Qt::LeftButton, {}, beyond);
        QCOMPARE(w.view.selectedText().left(9), u"long long"_s);
    }

    void asksForActions()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Question");
            const MessageId reply = source.addReply("Answer", MessageState::CutOff);
            source.setSiblings(reply, {MessageId(50), reply});
            Run run;
            run.id = RunId(reply.value());
            run.error = Error{ErrorKind::Unauthorised, u"no"_s, 401};
            source.put(run);
        });
        const MessageId reply = w.source->path().constLast();
        QSignalSpy retry(&w.view, &TranscriptView::retryRequested);
        QSignalSpy goOn(&w.view, &TranscriptView::continueRequested);
        QSignalSpy edit(&w.view, &TranscriptView::editRequested);
        QSignalSpy branch(&w.view, &TranscriptView::branchRequested);
        QSignalSpy solve(&w.view, &TranscriptView::errorActionRequested);
        const auto click = [&](const QString &text) {
            QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, w.controlAt(text));
        };
        click(u"Retry"_s);
        QCOMPARE(retry.value(0).value(0).value<MessageId>(), reply);
        click(u"Continue"_s);
        QCOMPARE(goOn.count(), 1);
        click(u"Edit"_s);
        QCOMPARE(edit.value(0).value(0).value<MessageId>(), reply);
        click(u"‹"_s);
        QCOMPARE(branch.value(0).value(0).value<MessageId>(), MessageId(50));
        click(actionLabel(ErrorAction::ChangeKey));
        QCOMPARE(solve.value(0).value(1).value<ErrorAction>(), ErrorAction::ChangeKey);
    }

    void unfoldingKeepsWhatWasClicked()
    {
        TranscriptWindow w([](FakeSource &source) {
            longConversation(source);
            source.add(Role::Assistant,
                       {ReasoningPart{QByteArray("A thought.\n\n").repeated(60), 2400},
                        TextPart{"Answer"}});
        });
        const QPoint line = w.controlAt(u"Thought for 2.4 s"_s);
        QVERIFY(!line.isNull());
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, line);
        QVERIFY(!w.view.isAtEnd());
        QCOMPARE(w.controlAt(u"Thought for 2.4 s"_s), line);
    }

    void resizingKeepsTheFirstLineSeen()
    {
        TranscriptWindow w(longConversation);
        w.view.verticalScrollBar()->setValue(w.most() / 2);
        const TranscriptLayout::Anchor before = w.view.layout()->anchorAt(w.top());
        w.view.resize(500, 600);
        QCOMPARE(w.view.layout()->anchorAt(w.top()).message, before.message);
        QCOMPARE(w.view.layout()->anchorAt(w.top()).key, before.key);
        w.view.setTextZoom(150);
        QCOMPARE(w.view.layout()->anchorAt(w.top()).message, before.message);
        QCOMPARE(w.view.layout()->anchorAt(w.top()).key, before.key);
    }

    void showsALiveConversation()
    {
        ConversationRecord record;
        record.summary.id = ConversationId::next();
        Lane lane;
        lane.id = LaneId::next();
        record.lanes = {lane};
        auto conversation = std::make_shared<Conversation>(record);
        Theme theme;
        FrameClock clock;
        TranscriptView view(theme, clock);
        view.resize(600, 400);
        view.show();
        view.setConversation(conversation, lane.id);
        QCOMPARE(view.layout()->shown().size(), 0);

        Message prompt;
        prompt.id = MessageId::next();
        prompt.parts = {TextPart{"Hello"}};
        Message reply;
        reply.id = MessageId::next();
        reply.parent = prompt.id;
        reply.role = Role::Assistant;
        reply.state = MessageState::Streaming;
        lane.head = reply.id;
        conversation->apply(Changes{PutMessage{prompt}, PutMessage{reply}, PutLane{lane}});
        conversation->apply(AppendText{reply.id, AppendText::Kind::Text, "Some **bold**"});
        QTRY_COMPARE(view.layout()->shown().size(), 2);
        conversation->apply(AppendText{reply.id, AppendText::Kind::Text, " text"});
        view.selectAll();
        QTRY_COMPARE(view.selectedText(), u"Hello\n\nSome bold text"_s);
    }
};

QTEST_MAIN(TranscriptViewTest)
#include "transcript_view_test.moc"
