// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/plain_text.h"
#include "tests/app/markdown/markdown_samples.h"
#include "tests/ui/transcript/fake_source.h"
#include "ui/transcript/code_colouring.h"
#include "ui/transcript/transcript_layout.h"

#include <QTest>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kScreen = 800;

TranscriptStyle styleFor(int width)
{
    static Theme theme;
    TranscriptStyle style = transcriptStyle(theme, 100);
    style.width = width;
    return style;
}

struct Fixture
{
    FakeSource source;
    CodeColouring colouring;
    TranscriptLayout layout{source, colouring};

    void open(int width = 700)
    {
        layout.reload();
        layout.setStyle(styleFor(width));
    }
    int settle(int top)
    {
        const TranscriptLayout::Anchor anchor = layout.anchorAt(top);
        while (layout.layOut(top, top + kScreen))
            top = layout.topFor(anchor);
        layout.dropOutside(top, top + kScreen);
        return top;
    }
    int settleAtEnd()
    {
        int top = qMax(0, layout.height() - kScreen);
        while (layout.layOut(top, top + kScreen))
            top = qMax(0, layout.height() - kScreen);
        layout.dropOutside(top, top + kScreen);
        return top;
    }
};

} // namespace

class TranscriptLayoutTest : public QObject
{
    Q_OBJECT
private slots:
    void holdsBackOnlyInTheLineThatIsWritten()
    {
        FakeSource source;
        source.add(Role::Assistant, {ReasoningPart{"a [note", 0}, TextPart{"text\n\n**bo"}},
                   MessageState::Streaming);
        MessageContent content(source, shownMessages(source)[0]);
        const auto texts = [&] {
            content.updateUnfolded();
            QStringList all;
            for (const Slice &slice : content.slices()) {
                if (holdsText(slice))
                    all.append(shownText(slice));
            }
            return all;
        };
        QCOMPARE(texts(), (QStringList{u"a [note"_s, u"text"_s, u"bo"_s}));
        source.grow(source.path()[0], "ld** [");
        QCOMPARE(texts(), (QStringList{u"a [note"_s, u"text"_s, u"bold "_s}));
        source.finish(source.path()[0]);
        QCOMPARE(texts(), (QStringList{u"a [note"_s, u"text"_s, u"bold ["_s}));
    }

    /// Where both directions meet, a selection and the ground of code lie where the letters are.
    void marksWordsOfBothDirections()
    {
        Slice slice;
        slice.inlines = {{Inline::Kind::Text, {}, "אחת שתיים ", {}, {}},
                         {Inline::Kind::Code, {}, "int x", {}, {}}};
        const SliceLayout layout(slice, styleFor(500));
        const QString text = layout.text();
        const auto widthOf = [&](int from, int to) {
            qreal width = 0;
            for (const QRectF &rect : layout.selectionRects(from, to))
                width += rect.width();
            return width;
        };
        const int code = int(text.indexOf(u'i'));
        QVERIFY(widthOf(code, int(text.size())) > 20); // not where its two ends are: one place
        QCOMPARE(layout.grounds().size(), 1);
        QVERIFY(layout.grounds()[0].width() > 20);
        // Part by part is as wide as all, and no part lies on another.
        const qreal parts = widthOf(0, 4) + widthOf(4, code) + widthOf(code, int(text.size()));
        QVERIFY(qAbs(parts - widthOf(0, int(text.size()))) < 2);
        const QRectF hebrew = layout.selectionRects(0, 3).value(0);
        const QRectF latin = layout.selectionRects(code, int(text.size())).value(0);
        QVERIFY(latin.right() <= hebrew.left() + 1);
    }

    void laysOutOnlyWhatIsNear()
    {
        Fixture f;
        for (int i = 0; i < 5000; ++i) { // 10,000 messages
            f.source.addPrompt("Prompt " + QByteArray::number(i));
            f.source.addReply(samples::tour());
        }
        f.open();
        QCOMPARE(f.layout.bytesParsed(), 0);
        f.settleAtEnd();
        QVERIFY(f.layout.bytesParsed() < 8 * samples::tour().size());
        QVERIFY(f.layout.slicesLaidOut() < 150);
        f.settle(0);
        f.settle(f.layout.height() / 2);
        QVERIFY(f.layout.slicesLaidOut() < 400);
        QVERIFY2(f.layout.liveSlices() < 400, qPrintable(QString::number(f.layout.liveSlices())));
    }

    void staysConstantWhileItStreams_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("mostBytes");
        QTest::newRow("code") << QByteArray("```cpp\n") << QByteArray("    int x = 0;\n") << 1000
                              << 300;
        QTest::newRow("list") << QByteArray() << QByteArray("- an item\n") << 2000 << 300;
        QTest::newRow("table") << QByteArray("|a|b|\n|-|-|\n") << QByteArray("|cell|cell|\n")
                               << 1000 << 300;
        QTest::newRow("paragraphs") << QByteArray() << QByteArray("Some words.\n\n") << 1500 << 300;
        // One line is read again as a whole; from markdown_limits::kLineBytes on it is plain text.
        QTest::newRow("one paragraph")
            << QByteArray() << QByteArray("Some words of it. ") << 700 << 700 * 18;
    }
    void staysConstantWhileItStreams()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, line);
        QFETCH(int, count);
        QFETCH(int, mostBytes);
        Fixture f;
        f.source.addPrompt("Go");
        const MessageId reply = f.source.addReply(start, MessageState::Streaming);
        f.open();
        f.settleAtEnd();
        qint64 mostSlices = 0;
        qint64 mostParsed = 0;
        for (int i = 0; i < count; ++i) {
            const qint64 slices = f.layout.slicesLaidOut();
            const qint64 bytes = f.layout.bytesParsed();
            f.source.grow(reply, line);
            f.layout.update(reply);
            f.settleAtEnd();
            if (i < 10)
                continue;
            mostSlices = qMax(mostSlices, f.layout.slicesLaidOut() - slices);
            mostParsed = qMax(mostParsed, f.layout.bytesParsed() - bytes);
        }
        QVERIFY2(mostSlices <= 4, qPrintable(QString::number(mostSlices)));
        QVERIFY2(mostParsed <= mostBytes, qPrintable(QString::number(mostParsed)));
        QVERIFY(f.layout.liveSlices() < 400);
    }

    void streamedHeightsAgreeWithWholeOnes()
    {
        Fixture streamed;
        const QByteArray text = samples::tour();
        const MessageId reply = streamed.source.addReply({}, MessageState::Streaming);
        streamed.open();
        for (qsizetype at = 0; at < text.size(); at += 9) {
            streamed.source.grow(reply, text.sliced(at, qMin<qsizetype>(9, text.size() - at)));
            streamed.layout.update(reply);
            streamed.settleAtEnd();
        }
        streamed.source.finish(reply);
        streamed.layout.update(reply);
        Fixture whole;
        whole.source.addReply(text);
        whole.open();
        for (Fixture *f : {&streamed, &whole})
            while (f->layout.layOut(0, f->layout.height())) { }
        QCOMPARE(streamed.layout.height(), whole.layout.height());
    }

    void nothingJumps()
    {
        Fixture f;
        for (int i = 0; i < 40; ++i)
            f.source.addReply(samples::tour());
        const MessageId last = f.source.addReply("x", MessageState::Streaming);
        f.open();
        int top = f.settle(f.layout.height() / 2);
        const TranscriptLayout::Anchor anchor = f.layout.anchorAt(top);
        f.source.grow(last, "more\n\nand more");
        f.layout.update(last);
        QCOMPARE(f.settle(f.layout.topFor(anchor)), top);

        Message above = *f.source.message(MessageId(2));
        above.parts = {TextPart{"short now"}};
        f.source.change(above);
        f.layout.update(above.id);
        top = f.settle(f.layout.topFor(anchor));
        QCOMPARE(f.layout.anchorAt(top).message, anchor.message);
        QCOMPARE(f.layout.anchorAt(top).key, anchor.key);
        QCOMPARE(f.layout.anchorAt(top).offset, anchor.offset);

        f.layout.setStyle(styleFor(400));
        top = f.settle(f.layout.topFor(anchor));
        QCOMPARE(f.layout.anchorAt(top).message, anchor.message);
        QCOMPARE(f.layout.anchorAt(top).key, anchor.key);
    }

    void scrollingUpKeepsWhatIsSeen()
    {
        Fixture f;
        for (int i = 0; i < 200; ++i)
            f.source.addReply(QByteArray("A short line.\n\n").repeated(i % 7 + 1)
                              + samples::tour());
        f.open();
        int top = f.settleAtEnd();
        for (int step = 0; step < 60 && top > 300; ++step) {
            const TranscriptLayout::Anchor before = f.layout.anchorAt(top - 300);
            top = f.settle(top - 300);
            QCOMPARE(f.layout.anchorAt(top).message, before.message);
        }
    }

    void findsPlacesInText()
    {
        Fixture f;
        f.source.addPrompt("Prompt");
        f.source.addReply("First paragraph\n\n- item one\n- item two\n\n```\ncode\n```");
        f.open();
        f.settle(0);
        TextPosition first;
        TextPosition last;
        f.layout.visit(0, f.layout.height(), [&](const TranscriptLayout::Visible &visible) {
            if (visible.layout.text() == "item one"_L1)
                first = {visible.message, {visible.slice.key, 5}};
            if (visible.layout.text() == "code"_L1)
                last = {visible.message, {visible.slice.key, 2}};
            const QRectF caret = visible.layout.caretRect(3);
            if (visible.layout.text().size() < 3)
                return;
            const auto found = f.layout.positionAt(caret.center() + QPointF(0, visible.top));
            QVERIFY(found);
            QCOMPARE(found->at.key, visible.slice.key);
            QCOMPARE(found->at.offset, 3);
        });
        QCOMPARE(toPlainText(f.layout.blocksBetween(first, last)), u"- one\n- item two\n\nco"_s);
        const auto [from, to] = f.layout.unitAround(first, TranscriptLayout::Unit::Word);
        QCOMPARE(toPlainText(f.layout.blocksBetween(from, to)), u"one"_s);
        QCOMPARE(toPlainText(f.layout.blocksBetween(f.layout.start(), f.layout.end())),
                 u"Prompt\n\nFirst paragraph\n\n- item one\n- item two\n\ncode"_s);
    }

    void foldsReasoning()
    {
        Fixture f;
        const MessageId id =
            f.source.add(Role::Assistant,
                         {ReasoningPart{"Deep *thoughts*\n\n- a\n- b", 2400}, TextPart{"Answer"}});
        f.open();
        f.settle(0);
        const int folded = f.layout.height();
        f.layout.toggleFold(id, 0);
        f.settle(0);
        QVERIFY(f.layout.height() > folded + 40);
        QVERIFY(toPlainText(f.layout.blocksOf(id)).contains("Deep thoughts"_L1));
        f.layout.toggleFold(id, 0);
        f.settle(0);
        QCOMPARE(f.layout.height(), folded);
        QCOMPARE(toPlainText(f.layout.blocksOf(id)), u"Answer"_s);
    }

    void joinsContinuations()
    {
        Fixture f;
        const MessageId first = f.source.addReply("Half a **bo");
        const MessageId second = f.source.addReply("ld** word");
        Message message = *f.source.message(second);
        message.continues = first;
        f.source.change(message);
        f.open();
        f.settle(0);
        QCOMPARE(f.layout.shown().size(), 1);
        QCOMPARE(toMarkdown(f.layout.blocksOf(first)), u"Half a **bold** word"_s);
    }

    void wrapsAndScrollsCode()
    {
        Fixture f;
        const MessageId id =
            f.source.addReply("```\n" + QByteArray("word ").repeated(200) + "\n```\n");
        f.open();
        f.settle(0);
        const int height = f.layout.height();
        Slice code;
        f.layout.visit(0, height, [&](const TranscriptLayout::Visible &visible) {
            if (visible.slice.kind == Slice::Kind::Code)
                code = visible.slice;
        });
        QVERIFY(f.layout.scrollCode(id, code, 100));
        QVERIFY(!f.layout.scrollCode(id, code, 0));
        f.layout.toggleWrap(id, code);
        QVERIFY(f.layout.height() > height + 100);
        QVERIFY(!f.layout.scrollCode(id, code, 100));
        QCOMPARE(f.layout.codeOf(id, code), QByteArray("word ").repeated(200));
    }
};

QTEST_MAIN(TranscriptLayoutTest)
#include "transcript_layout_test.moc"
