// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/markdown/markdown_samples.h"
#include "tests/ui/transcript/transcript_window.h"

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

const auto kShift = Qt::ShiftModifier;
const auto kControlShift = Qt::ControlModifier | Qt::ShiftModifier;

void mixedConversation(FakeSource &source)
{
    source.addPrompt("Question here");
    source.addReply("First paragraph\n\n- item **one**\n- item two\n\n```cpp\nint a = 1;\n"
                    "int b;\n```\n\n|x|y|\n|-|-|\n|left|right|\n\nLast words");
}

void manyMessages(FakeSource &source)
{
    for (int i = 0; i < 30; ++i) {
        source.addPrompt("Prompt " + QByteArray::number(i));
        source.addReply(samples::tour());
    }
}

} // namespace

class TranscriptKeysTest : public QObject
{
    Q_OBJECT
private slots:
    void selectsByKeysFromWhereTheReaderClicked()
    {
        TranscriptWindow w(mixedConversation);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {},
                          w.pointAt(u"First paragraph"_s, 6));
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&w.view, Qt::Key_Right, kShift);
        QCOMPARE(w.view.selectedText(), u"para"_s);
        QTest::keyClick(&w.view, Qt::Key_Left, kShift);
        QCOMPARE(w.view.selectedText(), u"par"_s);
        QTest::keyClick(&w.view, Qt::Key_End, kShift);
        QCOMPARE(w.view.selectedText(), u"paragraph"_s);
        QTest::keyClick(&w.view, Qt::Key_Home, kShift);
        QCOMPARE(w.view.selectedText(), u"First "_s);
    }

    void selectsByWordAcrossBlocksAndMessages()
    {
        TranscriptWindow w(mixedConversation);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, w.pointAt(u"Question here"_s, 0));
        QTest::keyClick(&w.view, Qt::Key_Right, kControlShift);
        QCOMPARE(w.view.selectedText(), u"Question "_s);
        for (int i = 0; i < 4; ++i) // "here", into the answer, "First", "paragraph"
            QTest::keyClick(&w.view, Qt::Key_Right, kControlShift);
        QCOMPARE(w.view.selectedText(), u"Question here\n\nFirst paragraph"_s);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(&w.view, Qt::Key_Left, kControlShift);
        QVERIFY(!w.view.hasSelection());
    }

    void goesLineByLineThroughEveryKindOfBlock()
    {
        TranscriptWindow w(mixedConversation);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, w.pointAt(u"Question here"_s, 0));
        QTest::keyClick(&w.view, Qt::Key_F7);
        QVERIFY(w.view.isCaretShown());
        QStringList lines;
        TextPosition before;
        while (!(w.view.caret() == before)) {
            before = w.view.caret();
            QTest::keyClick(&w.view, Qt::Key_Home);
            QTest::keyClick(&w.view, Qt::Key_End, kShift);
            lines.append(w.view.selectedText());
            QTest::keyClick(&w.view, Qt::Key_Home);
            QTest::keyClick(&w.view, Qt::Key_Down);
        }
        const QStringList wanted{
            u"Question here"_s, u"First paragraph"_s, u"item one"_s, u"item two"_s,
            u"int a = 1;"_s,    u"int b;"_s,          u"x"_s,        u"left"_s,
            u"Last words"_s};
        QCOMPARE(lines, wanted);
    }

    void theCaretStaysInItsColumn()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Go");
            source.addReply("```\na long line of code\nx\nanother long line\n```");
        });
        const QString code = u"a long line of code\nx\nanother long line"_s;
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, w.pointAt(code, 12));
        QTest::keyClick(&w.view, Qt::Key_F7);
        QTest::keyClick(&w.view, Qt::Key_Down);
        QCOMPARE(w.view.caret().at.offset, 21); // behind the x
        QTest::keyClick(&w.view, Qt::Key_Down);
        QCOMPARE(w.view.caret().at.offset, 22 + 12);
        QTest::keyClick(&w.view, Qt::Key_Up);
        QTest::keyClick(&w.view, Qt::Key_Up);
        QCOMPARE(w.view.caret().at.offset, 12);
    }

    void pagesKeepTheCaretInSight()
    {
        TranscriptWindow w(manyMessages);
        w.view.verticalScrollBar()->setValue(0);
        QTest::keyClick(&w.view, Qt::Key_F7);
        QTest::keyClick(&w.view, Qt::Key_Home, Qt::ControlModifier);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&w.view, Qt::Key_PageDown);
        QVERIFY2(w.top() > 4 * 450, qPrintable(QString::number(w.top())));
        QVERIFY(isCaretSeen(w));
        QTest::keyClick(&w.view, Qt::Key_End, kControlShift);
        QCOMPARE(w.view.caret().message, w.source->path().constLast());
        QVERIFY(isCaretSeen(w));
        QTest::keyClick(&w.view, Qt::Key_Home, kControlShift);
        QCOMPARE(w.view.caret().message, w.source->path().constFirst());
        QVERIFY(w.top() < 60);
    }

    void withoutACaretTheKeysScroll()
    {
        TranscriptWindow w(manyMessages);
        QTest::keyClick(&w.view, Qt::Key_Home);
        QCOMPARE(w.top(), 0);
        QTest::keyClick(&w.view, Qt::Key_Down);
        QVERIFY(w.top() > 0);
        QTest::keyClick(&w.view, Qt::Key_End);
        QCOMPARE(w.top(), w.most());
    }

    void theFocusGoesByMessage()
    {
        TranscriptWindow w(manyMessages);
        w.view.verticalScrollBar()->setValue(0);
        const QList<MessageId> path = w.source->path();
        QSignalSpy focused(&w.view, &TranscriptView::focusedMessageChanged);
        QTest::keyClick(&w.view, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(w.view.focusedMessage(), path[0]);
        QTest::keyClick(&w.view, Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(&w.view, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(w.view.focusedMessage(), path[2]);
        QCOMPARE(focused.count(), 3);
        QVERIFY(w.view.layout()->rectOf(path[2])->top() >= w.top());
        QVERIFY(w.view.layout()->rectOf(path[2])->top() < w.top() + 600);
        QTest::keyClick(&w.view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(w.view.focusedMessage(), path[1]);
        QTest::keyClick(&w.view, Qt::Key_End, kShift); // the caret is where the focus is
        QCOMPARE(w.view.caret().message, path[1]);
    }

    void rightToLeftTextMovesAsSeen()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Go");
            source.addReply(QString(u"שלום עולם"_s).toUtf8());
        });
        const QPoint start = w.pointAt(u"שלום עולם"_s, 0);
        QVERIFY(start.x() > 400); // at the right edge
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, start);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&w.view, Qt::Key_Left, kShift);
        QCOMPARE(w.view.selectedText(), u"שלום"_s);
    }

    void aGraphemeIsOneStep()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Go");
            source.addReply(QString(u"👩‍👩‍👧 e\u0301"_s).toUtf8());
        });
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {},
                          w.pointAt(u"👩‍👩‍👧 e\u0301"_s, 0));
        QTest::keyClick(&w.view, Qt::Key_Right, kShift);
        QCOMPARE(w.view.selectedText(), u"👩‍👩‍👧"_s);
        QTest::keyClick(&w.view, Qt::Key_Right, kShift);
        QTest::keyClick(&w.view, Qt::Key_Right, kShift);
        QCOMPARE(w.view.selectedText(), u"👩‍👩‍👧 e\u0301"_s);
    }

    void theCaretIsShownOnRequest()
    {
        TranscriptWindow w(mixedConversation);
        w.view.activateWindow();
        w.view.setFocus();
        QTRY_VERIFY(w.view.hasFocus());
        const QPoint place = w.pointAt(u"First paragraph"_s, 6) - QPoint(1, 0);
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, place);
        const QImage without = w.view.viewport()->grab().toImage();
        QTest::keyClick(&w.view, Qt::Key_F7);
        const QImage with = w.view.viewport()->grab().toImage();
        const QRect around(place - QPoint(3, 6), QSize(7, 12));
        QVERIFY(without.copy(around) != with.copy(around));
        QTest::keyClick(&w.view, Qt::Key_F7);
        QCOMPARE(w.view.viewport()->grab().toImage().copy(around), without.copy(around));
    }

    void escapeGivesUpTheSelectionOnly()
    {
        TranscriptWindow w(mixedConversation);
        QTest::keyClick(&w.view, Qt::Key_A, Qt::ControlModifier);
        QKeyEvent override(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        override.ignore();
        QCoreApplication::sendEvent(&w.view, &override);
        QVERIFY(override.isAccepted()); // not the window's, which stops replies
        QTest::keyClick(&w.view, Qt::Key_Escape);
        QVERIFY(!w.view.hasSelection());
        override.ignore();
        QCoreApplication::sendEvent(&w.view, &override);
        QVERIFY(!override.isAccepted());
    }

private:
    [[nodiscard]] static bool isCaretSeen(const TranscriptWindow &w)
    {
        bool seen = false;
        w.view.layout()->visit(
            w.top(), w.top() + 600, [&](const TranscriptLayout::Visible &visible) {
                if (visible.message != w.view.caret().message
                    || visible.slice.key != w.view.caret().at.key)
                    return;
                const QRectF caret = visible.layout.caretRect(w.view.caret().at.offset)
                                         .translated(0, visible.top - w.top());
                seen = caret.top() >= 0 && caret.bottom() <= 600;
            });
        return seen;
    }
};

QTEST_MAIN(TranscriptKeysTest)
#include "tests/support/patience.h"
#include "transcript_keys_test.moc"
