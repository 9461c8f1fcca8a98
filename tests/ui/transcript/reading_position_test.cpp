// SPDX-License-Identifier: GPL-3.0-or-later
// What is being read stays where it is, whatever happens around it.
#include "tests/app/markdown/markdown_samples.h"
#include "tests/ui/transcript/transcript_window.h"

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

void longParagraphs(FakeSource &source)
{
    for (int i = 0; i < 6; ++i) {
        source.addPrompt("Prompt " + QByteArray::number(i));
        source.add(Role::Assistant,
                   {ReasoningPart{"A thought.\n\nAnother one.", 1000},
                    TextPart{QByteArray("Words of a long paragraph that go on. ").repeated(80)}});
    }
    source.addReply("Being written", MessageState::Streaming);
}

/// The line at the upper edge.
TextPosition lineAtTop(const TranscriptWindow &w)
{
    return w.view.layout()->positionAt(QPointF(0, w.top() + 1)).value_or(TextPosition());
}

/// Whether it is the line at the upper edge that holds this place.
bool isAtTop(const TranscriptWindow &w, const TextPosition &position)
{
    const TextPosition now = lineAtTop(w);
    bool holds = false;
    w.view.layout()->visit(w.top(), w.top() + 1, [&](const TranscriptLayout::Visible &visible) {
        if (visible.message != now.message || visible.slice.key != now.at.key)
            return;
        const auto [from, to] = visible.layout.lineAround(now.at.offset);
        holds = position.message == now.message && position.at.key == now.at.key
                && position.at.offset >= from && position.at.offset <= to;
    });
    return holds;
}

void scrollIntoAParagraph(TranscriptWindow &w)
{
    const QRect rect = *w.view.layout()->rectOf(w.source->path()[7]);
    w.view.verticalScrollBar()->setValue(rect.center().y());
}

} // namespace

class ReadingPositionTest : public QObject
{
    Q_OBJECT
private slots:
    void theLineStaysWhenWidthOrFontChange()
    {
        TranscriptWindow w(longParagraphs);
        scrollIntoAParagraph(w);
        const TextPosition line = lineAtTop(w);
        QVERIFY(line.at.offset > 200);
        w.view.resize(420, 600);
        QVERIFY(isAtTop(w, line));
        w.view.setTextZoom(180);
        QVERIFY(isAtTop(w, line));
        w.view.setTextZoom(100);
        w.view.resize(760, 600);
        QVERIFY(isAtTop(w, line));
    }

    void nothingMovesWhenMessagesAboveChange()
    {
        TranscriptWindow w(longParagraphs);
        scrollIntoAParagraph(w);
        const auto place = [&] {
            const QRect rect = *w.view.layout()->rectOf(w.source->path()[7]);
            return rect.top() - w.top();
        };
        const int before = place();
        Message above = *w.source->message(w.source->path()[4]);
        above.parts.append(TextPart{QByteArray("More.\n\n").repeated(20)});
        w.source->change(above);
        w.nextFrame();
        QCOMPARE(place(), before);
        ImagePart image; // a picture that a tool made
        image.width = 640;
        image.height = 480;
        above = *w.source->message(w.source->path()[5]);
        above.parts.append(image);
        w.source->change(above);
        w.nextFrame();
        QCOMPARE(place(), before);
        w.source->grow(w.source->path().constLast(), QByteArray("\n\nmore").repeated(30));
        w.nextFrame();
        QCOMPARE(place(), before);
    }

    void nothingMovesWhenReasoningAboveFolds()
    {
        TranscriptWindow w(longParagraphs);
        scrollIntoAParagraph(w);
        const TextPosition line = lineAtTop(w);
        const auto place = [&] {
            const SliceLayout *laidOut = w.view.layout()->laidOut(line.message, line.at.key);
            return *w.view.layout()->topOf(line.message, line.at.key)
                   + qRound(laidOut->caretRect(line.at.offset).top()) - w.top();
        };
        const int before = place();
        const auto press = [&](MessageId message) {
            const std::vector<Slice> slices = w.view.layout()->slicesOf(message);
            const auto thought = std::find_if(slices.begin(), slices.end(), [](const Slice &slice) {
                return slice.kind == Slice::Kind::Reasoning;
            });
            w.view.activateItem(
                message, *thought,
                {thought->text, SliceItem::Look::Action, SliceAction::Fold, thought->key.part});
            return int(w.view.layout()->slicesOf(message).size()) - int(slices.size());
        };
        // In the message that is read, and in one far above it.
        for (const MessageId message : {line.message, w.source->path()[1]}) {
            QCOMPARE(press(message), 2); // paragraphs of the reasoning
            QCOMPARE(place(), before);
            QCOMPARE(press(message), -2);
            QCOMPARE(place(), before);
        }
        QVERIFY(isAtTop(w, line));
    }

    void whatIsUnfoldedStaysSoWhenTheAnswerGoesOn()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Look it up");
            source.add(Role::Assistant, {ReasoningPart{"A thought to read.", 1000},
                                         ToolCallPart{u"c1"_s, u"search"_s, "{}", {}}});
        });
        const MessageId reply = w.source->path().constLast();
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {},
                          w.controlAt(u"Thought for 1.0 s"_s));
        QVERIFY(!w.pointAt(u"A thought to read."_s, 0).isNull());
        w.source->add(Role::Tool, {ToolResultPart{u"c1"_s, "found", false}});
        emit w.source->pathChanged();
        w.nextFrame();
        QCOMPARE(w.view.layout()->shown().constLast().messages.size(), 2);
        QCOMPARE(w.view.layout()->shown().constLast().id(), reply);
        QVERIFY(!w.pointAt(u"A thought to read."_s, 0).isNull());
    }

    void theLineStaysWhileItsMessageIsWrittenAndEnds()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Go on");
            source.addReply(QByteArray("Words of [a link][r] that go on.\n\n").repeated(60),
                            MessageState::Streaming);
        });
        const MessageId reply = w.source->path().constLast();
        w.view.verticalScrollBar()->setValue(w.most() / 2);
        const TextPosition line = lineAtTop(w);
        const int inView = *w.view.layout()->topOf(reply, line.at.key) - w.top();
        const auto stays = [&] {
            return *w.view.layout()->topOf(reply, line.at.key) - w.top() == inView;
        };
        w.source->grow(reply, "More\n\n```\ncode\n");
        w.nextFrame();
        QVERIFY(stays());
        w.view.resize(500, 600); // while it is being written
        w.source->grow(reply, "code\n```\n\n[r]: https://example.org\n");
        w.nextFrame();
        QVERIFY(isAtTop(w, line));
        w.view.setTextZoom(130);
        w.source->grow(reply, "\nThe end");
        w.nextFrame();
        QVERIFY(isAtTop(w, line));
        w.source->finish(reply); // what is read gets its links, the last line its footer
        w.nextFrame();
        QVERIFY(isAtTop(w, line));
    }

    void theSelectionStays()
    {
        TranscriptWindow w(longParagraphs);
        scrollIntoAParagraph(w);
        w.drag({200, 100}, {300, 300});
        const QString selected = w.view.selectedText();
        QVERIFY(selected.size() > 100);
        w.view.setTextZoom(150);
        w.view.resize(500, 500);
        w.source->grow(w.source->path().constLast(), " more");
        w.nextFrame();
        QCOMPARE(w.view.selectedText(), selected);
    }

    void aSelectionOfABranchThatIsLeftIsGone()
    {
        TranscriptWindow w(longParagraphs);
        w.view.selectAll();
        QVERIFY(w.view.hasSelection());
        w.source->leave(w.source->path().constFirst());
        w.nextFrame();
        QVERIFY(!w.view.hasSelection());
    }

    /// The longest line of a block is in its first slice, the thumb in its last.
    void aBlockWithOneLongLineHasItsThumb()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addReply("```\n" + QByteArray("long ").repeated(60) + '\n'
                            + QByteArray("short\n").repeated(18) + "```");
        });
        w.view.resize(500, 700);
        const auto last = [&](auto look) {
            w.view.layout()->visit(0, 700, [&](const TranscriptLayout::Visible &visible) {
                if (visible.slice.kind == Slice::Kind::Code && visible.slice.isLast)
                    look(visible);
            });
        };
        QPoint thumb;
        last([&](const TranscriptLayout::Visible &visible) {
            QVERIFY(!visible.slice.isFirst);
            QVERIFY(!visible.layout.isWide());
            QVERIFY(visible.layout.isOfWideBlock());
            thumb = w.view.toViewport(
                (visible.layout.scrollThumb().center() + QPointF(0, visible.top)).toPoint());
        });
        QVERIFY(!thumb.isNull());
        w.drag(thumb, thumb + QPoint(60, 0));
        last([&](const TranscriptLayout::Visible &visible) {
            QVERIFY(visible.layout.scrolled() > 60);
        });
    }

    void aWideTableScrollsInItsBlock()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Go");
            source.addReply("|" + QByteArray("unbreakable|").repeated(12) + "\n|"
                            + QByteArray("-|").repeated(12) + "\n|"
                            + QByteArray("some words in a cell|").repeated(12));
        });
        w.view.resize(500, 600);
        const auto table = [&](auto look) {
            w.view.layout()->visit(0, 600, [&](const TranscriptLayout::Visible &visible) {
                if (visible.slice.kind == Slice::Kind::Table)
                    look(visible);
            });
        };
        QPoint at;
        table([&](const TranscriptLayout::Visible &visible) {
            QVERIFY(visible.layout.isWide());
            at = w.view.toViewport(QPoint(100, visible.top + 40));
        });
        QVERIFY(!at.isNull());
        const int before = w.top();
        QWheelEvent wheel(at, w.view.viewport()->mapToGlobal(at), {}, QPoint(-240, 0), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(w.view.viewport(), &wheel);
        table([&](const TranscriptLayout::Visible &visible) {
            QCOMPARE(visible.layout.scrolled(), 120);
        });
        QCOMPARE(w.top(), before);
        // So does its thumb.
        QPoint thumb;
        table([&](const TranscriptLayout::Visible &visible) {
            thumb = w.view.toViewport(
                (visible.layout.scrollThumb().center() + QPointF(0, visible.top)).toPoint());
        });
        w.drag(thumb, thumb - QPoint(400, 0));
        table([&](const TranscriptLayout::Visible &visible) {
            QCOMPARE(visible.layout.scrolled(), 0);
        });
        QVERIFY(!w.view.hasSelection());
        // A caret that leaves what is seen takes the table along.
        QTest::mouseClick(w.view.viewport(), Qt::LeftButton, {}, at);
        QTest::keyClick(&w.view, Qt::Key_F7);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&w.view, Qt::Key_Right, Qt::ControlModifier);
        table([&](const TranscriptLayout::Visible &visible) {
            QVERIFY(visible.layout.scrolled() > 300);
        });
    }
};

QTEST_MAIN(ReadingPositionTest)
#include "reading_position_test.moc"
