// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/markdown/markdown_samples.h"
#include "tests/support/patience.h"
#include "tests/ui/transcript/transcript_window.h"
#include "ui/transcript/code_colouring.h"
#include "ui/transcript/find_bar.h"
#include "ui/transcript/transcript_finder.h"

#include <QLabel>
#include <QLineEdit>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

using Match = FindQuery::Match;

void threeMessages(FakeSource &source)
{
    source.addPrompt("Where is the needle?");
    source.add(
        Role::Assistant,
        {ReasoningPart{"A **nee**dle is thin.\n\nNeedle again.", 1200},
         TextPart{"The needle\n\n```cpp\nint needle = 1;\n```\n\n|needle|b|\n|-|-|\n|c|d|"}});
    source.addPrompt("Thanks");
}

QString result(const TranscriptView &view)
{
    return view.findChild<FindBar *>()->findChild<QLabel *>()->text();
}

void find(TranscriptWindow &w, const QString &text)
{
    w.view.openFind();
    w.view.findChild<QLineEdit *>()->setText(text);
}

} // namespace

class TranscriptFindTest : public QObject
{
    Q_OBJECT
private slots:
    void matches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("in");
        QTest::addColumn<bool>("matchCase");
        QTest::addColumn<bool>("wholeWords");
        QTest::addColumn<QList<Match>>("expected");
        QTest::newRow("none") << u"x"_s << u"abc"_s << false << false << QList<Match>{};
        QTest::newRow("empty") << QString() << u"abc"_s << false << false << QList<Match>{};
        QTest::newRow("any case") << u"ab"_s << u"Ab aB"_s << false << false
                                  << QList<Match>{{0, 2}, {3, 2}};
        QTest::newRow("case") << u"ab"_s << u"Ab ab"_s << true << false << QList<Match>{{3, 2}};
        QTest::newRow("words") << u"ab"_s << u"cab ab abc ab_"_s << false << true
                               << QList<Match>{{4, 2}};
        QTest::newRow("overlapping")
            << u"aa"_s << u"aaaaa"_s << false << false << QList<Match>{{0, 2}, {2, 2}};
        QTest::newRow("across lines")
            << u"one two"_s << u"one\ntwo"_s << false << false << QList<Match>{{0, 7}};
        QTest::newRow("other scripts")
            << u"ÄPFEL"_s << u"Zwei Äpfel 世界"_s << false << false << QList<Match>{{5, 5}};
    }
    void matches()
    {
        QFETCH(QString, text);
        QFETCH(QString, in);
        QFETCH(bool, matchCase);
        QFETCH(bool, wholeWords);
        QFETCH(QList<Match>, expected);
        QCOMPARE((FindQuery{text, matchCase, wholeWords}).matches(in), expected);
    }

    /// Two pieces of one text find what the whole has, and each says its share of it.
    void matchesInPieces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("in");
        QTest::addColumn<bool>("wholeWords");
        QTest::newRow("word") << u"needle"_s << u"a needle, needles and a Needle"_s << false;
        QTest::newRow("words only") << u"needle"_s << u"a needle, needles and a Needle"_s << true;
        QTest::newRow("one letter") << u"e"_s << u"here we see"_s << false;
        QTest::newRow("the whole") << u"needle"_s << u"needle"_s << true;
        QTest::newRow("spaces") << u"one two"_s << u"one\ntwo one two"_s << false;
    }
    void matchesInPieces()
    {
        QFETCH(QString, text);
        QFETCH(QString, in);
        QFETCH(bool, wholeWords);
        const FindQuery query{text, false, wholeWords};
        const QList<Match> expected = query.matches(in);
        QVERIFY(!expected.isEmpty());
        for (int cut = 1; cut < in.size(); ++cut) {
            const QString first = in.first(cut);
            const QString second = in.sliced(cut);
            const FindQuery::Piece one{{}, first, second.left(query.reach())};
            const FindQuery::Piece other{first.right(query.reach()), second, {}};
            QList<Match> found = query.matches(one);
            int inside = 0;
            if (!found.isEmpty())
                inside = qMax(0, found.constLast().start + found.constLast().length - cut);
            QCOMPARE(query.reachesInto(other), inside);
            const QList<Match> rest = query.matches(other);
            for (const Match &match : rest)
                found.append({match.start + cut, match.length});
            QCOMPARE(found, expected);
        }
    }

    void findsWhatLiesOnACut_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QString>("text");
        QByteArray code = "```\n";
        for (int i = 0; i < 40; ++i)
            code += "line " + QByteArray::number(i) + ";\n";
        QTest::newRow("code") << code + "```" << u"line 15; line 16;"_s;
        QTest::newRow("more code") << code + "```" << u"line 15; line 16; line 17;"_s;
        QByteArray table = "|name|size|\n|-|-|\n";
        for (int i = 0; i < 70; ++i)
            table += "|row " + QByteArray::number(i) + "|big|\n";
        QTest::newRow("table") << table << u"row 31 big row 32"_s;
        QByteArray paragraph;
        for (int i = 0; i < 1200; ++i)
            paragraph += "word" + QByteArray::number(i) + ' ';
        QTest::newRow("paragraph") << paragraph << QString();
    }
    void findsWhatLiesOnACut()
    {
        QFETCH(QByteArray, markdown);
        QFETCH(QString, text);
        TranscriptWindow w([&](FakeSource &source) { source.addReply(markdown); });
        if (text.isEmpty()) { // the words where it was cut
            const std::vector<Slice> slices = w.view.layout()->slicesOf(w.source->path()[0]);
            QVERIFY(goesOnWith(slices[1], slices[0]));
            text = shownText(slices[0]).right(9) + shownText(slices[1]).left(8);
        }
        find(w, text);
        QTRY_COMPARE(result(w.view), u"1 of 1"_s);
        const auto hit = w.view.currentHit();
        QVERIFY(hit->from.at.key < hit->to.at.key);
        w.view.closeFind();
        QString selected = w.view.selectedText();
        for (QChar &character : selected)
            character = character.isSpace() ? u' ' : character;
        if (!markdown.startsWith('|')) // of a table whole rows are copied
            QCOMPARE(selected, text);
    }

    void marksBothPartsOfAHitOnACut()
    {
        TranscriptWindow w([&](FakeSource &source) {
            QByteArray code = "```\n";
            for (int i = 0; i < 20; ++i)
                code += "line " + QByteArray::number(i) + "\n";
            source.addReply(code + "```\n\nline 15 line 16");
        });
        find(w, u"line 15 line 16"_s);
        QTRY_COMPARE(result(w.view), u"1 of 2"_s);
        const std::vector<Slice> slices = w.view.layout()->slicesOf(w.source->path()[0]);
        const FindQuery query{u"line 15 line 16"_s, false, false};
        QCOMPARE(shownText(slices[2]).left(7), u"line 16"_s);
        QCOMPARE(hitsShown(slices, 1, query).size(), 1);
        QCOMPARE(hitsShown(slices, 2, query), (QList<Match>{{0, 7}}));
        QCOMPARE(hitsIn(slices, query).size(), 2);
    }

    void looksThroughTheTextThatIsShown()
    {
        TranscriptWindow w([](FakeSource &source) { source.addReply(samples::tour()); });
        w.view.resize(760, 4000);
        int slices = 0;
        w.view.layout()->visit(0, 4000, [&](const TranscriptLayout::Visible &visible) {
            if (!holdsText(visible.slice))
                return;
            QCOMPARE(shownText(visible.slice), visible.layout.text());
            ++slices;
        });
        QVERIFY(slices > 15);
    }

    void goesThroughAllHits()
    {
        TranscriptWindow w(threeMessages);
        find(w, u"needle"_s);
        QTRY_COMPARE(result(w.view), u"1 of 6"_s);
        QStringList seen;
        for (int i = 0; i < 6; ++i) {
            const auto hit = w.view.currentHit();
            QVERIFY(hit);
            seen.append(u"%1.%2"_s.arg(hit->from.message.value()).arg(hit->from.at.key.part));
            w.view.findNext(Step::Forward);
        }
        // In the prompt, twice in the folded reasoning, in text, code and table.
        QCOMPARE(seen, (QStringList{u"1.1"_s, u"2.0"_s, u"2.0"_s, u"2.1"_s, u"2.1"_s, u"2.1"_s}));
        QCOMPARE(result(w.view), u"1 of 6"_s); // around the end
        w.view.findNext(Step::Back);
        QCOMPARE(result(w.view), u"6 of 6"_s);
    }

    void unfoldsWhatItGoesTo()
    {
        TranscriptWindow w(threeMessages);
        QVERIFY(w.pointAt(u"Needle again."_s, 0).isNull());
        find(w, u"needle again"_s);
        QTRY_COMPARE(result(w.view), u"1 of 1"_s);
        QVERIFY(!w.pointAt(u"Needle again."_s, 0).isNull());
    }

    void startsWithWhatIsSeen()
    {
        TranscriptWindow w([](FakeSource &source) {
            for (int i = 0; i < 300; ++i)
                source.addPrompt("hit " + QByteArray::number(i));
        });
        w.view.verticalScrollBar()->setValue(w.most() / 2);
        find(w, u"hit"_s);
        QTRY_VERIFY(w.view.currentHit());
        const auto first = w.view.currentHit()->from.message.value();
        QVERIFY2(first > 100 && first < 200, qPrintable(QString::number(first)));
        QTRY_COMPARE(result(w.view), u"%1 of 300"_s.arg(first));
        w.view.findNext(Step::Back);
        QCOMPARE(w.view.currentHit()->from.message.value(), first - 1);
    }

    void marksAllHitsAndTheCurrentOneApart()
    {
        TranscriptWindow w([](FakeSource &source) { source.addReply("one two one"); });
        const auto colours = [&](int offset) {
            const QImage image = w.view.viewport()->grab().toImage();
            const QPoint at = w.pointAt(u"one two one"_s, offset);
            QSet<QRgb> found;
            for (int y = -9; y < 9; ++y)
                found.insert(image.pixel(at + QPoint(0, y)) | 0xff000000);
            return found;
        };
        const Colours &theme = w.theme.colours();
        find(w, u"one"_s);
        QTRY_COMPARE(result(w.view), u"1 of 2"_s);
        QVERIFY(colours(0).contains(theme.currentHit.rgb()));
        QVERIFY(colours(8).contains(theme.hit.rgb()));
        QVERIFY(!colours(4).contains(theme.hit.rgb()));
        w.view.findNext(Step::Forward);
        QVERIFY(colours(0).contains(theme.hit.rgb()));
        QVERIFY(colours(8).contains(theme.currentHit.rgb()));
        w.view.closeFind();
        QVERIFY(!colours(0).contains(theme.hit.rgb()));
        QCOMPARE(w.view.selectedText(), u"one"_s); // where one was
    }

    void isUsedByKeys()
    {
        TranscriptWindow w(threeMessages);
        w.view.activateWindow();
        w.view.openFind();
        auto *line = w.view.findChild<QLineEdit *>();
        QTRY_VERIFY(line->hasFocus());
        QTest::keyClicks(line, u"needle"_s);
        QTRY_COMPARE(result(w.view), u"1 of 6"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(result(w.view), u"2 of 6"_s);
        QTest::keyClick(line, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(result(w.view), u"1 of 6"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QVERIFY(w.view.hasFocus());
        w.view.findNext(Step::Forward); // F3: opens it again, with the text it had
        QTRY_COMPARE(result(w.view), u"1 of 6"_s);
    }

    void followsWhatIsWritten()
    {
        TranscriptWindow w([](FakeSource &source) {
            source.addPrompt("Go");
            source.addReply("a hit", MessageState::Streaming);
        });
        find(w, u"hit"_s);
        QTRY_COMPARE(result(w.view), u"1 of 1"_s);
        w.source->grow(w.source->path().constLast(), ", another hit");
        QTRY_COMPARE(result(w.view), u"1 of 2"_s);
        w.source->addPrompt("one more hit");
        emit w.source->pathChanged();
        QTRY_COMPARE(result(w.view), u"1 of 3"_s);
    }

    void aVeryLongMessageIsReadByAWorker()
    {
        FakeSource source;
        source.addReply(QByteArray("Some words about a hit.\n\n").repeated(20'000));
        source.addReply("one hit");
        TranscriptFinder finder(source);
        finder.find({u"hit"_s, false, false}, shownMessages(source),
                    {source.path().constLast(), {SliceKey{-1, 0, 0, 0}, 0}});
        QTRY_VERIFY_WITH_TIMEOUT(finder.isComplete(), 60'000);
        QCOMPARE(finder.count(), 20'001);
        QCOMPARE(finder.currentIndex(), 20'000);
        finder.step(Step::Forward);
        QCOMPARE(finder.currentIndex(), 0);
        QVERIFY(!finder.current()); // it is being read, and the window goes on
        QTRY_VERIFY_WITH_TIMEOUT(finder.current(), 60'000);
        QCOMPARE(finder.current()->from.at.key.block, 0);
        finder.step(Step::Forward); // its places are known now
        QCOMPARE(finder.current()->from.at.key.block, 1);
    }

    void takesALittleOfALongConversationAtATime()
    {
        FakeSource source;
        for (int i = 0; i < 10'000; ++i)
            source.addReply("Some **words** about hit " + QByteArray::number(i) + "\n\n- an item");
        TranscriptFinder finder(source);
        QSignalSpy progressed(&finder, &TranscriptFinder::progressed);
        finder.find({u"hit"_s, false, false}, shownMessages(source), {});
        QCOMPARE(finder.count(), 0); // nothing before the event loop turns
        QVERIFY(progressed.wait(30'000));
        QVERIFY(finder.current()); // at once, not when all is counted
        QVERIFY(!finder.isComplete());
        QTRY_VERIFY_WITH_TIMEOUT(finder.isComplete(), 60'000);
        QCOMPARE(finder.count(), 10'000);
        QVERIFY2(finder.mostBytesAtATime() < 64 * 1024,
                 qPrintable(QString::number(finder.mostBytesAtATime())));
        finder.step(Step::Back);
        QCOMPARE(finder.currentIndex(), 9'999);
        QCOMPARE(finder.current()->from.message, source.path().constLast());
    }
};

QTEST_MAIN(TranscriptFindTest)
#include "transcript_find_test.moc"
