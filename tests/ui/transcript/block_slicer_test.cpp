// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/plain_text.h"
#include "tests/app/markdown/markdown_samples.h"
#include "ui/transcript/block_slicer.h"

#include <QTest>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

std::vector<Slice> slicesOf(const Blocks &blocks)
{
    return BlockSlicer(0, false).slicesFrom(blocks, SliceKey{});
}

QString sliceText(const Slice &slice)
{
    if (slice.kind == Slice::Kind::Code)
        return QString::fromUtf8(slice.lines.join('\n'));
    return shownText(slice.inlines);
}

} // namespace

class BlockSlicerTest : public QObject
{
    Q_OBJECT
private slots:
    void cutsLongBlocks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("slices");
        QTest::newRow("code") << "```\n" + QByteArray("line\n").repeated(640) + "```\n" << 80;
        QTest::newRow("items") << QByteArray("- x\n").repeated(1000) << 1000;
        QTest::newRow("table") << "|a|\n|-|\n" + QByteArray("|b|\n").repeated(320) << 10;
        QTest::newRow("paragraph") << QByteArray("Some words. ").repeated(2000) << 7;
        QTest::newRow("one word") << QByteArray("x").repeated(10'000) << 3;
    }
    void cutsLongBlocks()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, slices);
        const std::vector<Slice> cut = slicesOf(parseMarkdown(text));
        QCOMPARE(int(cut.size()), slices);
        for (const Slice &slice : cut) {
            QVERIFY(slice.lines.size() <= slice_limits::kCodeLines);
            QVERIFY(slice.rows.size() <= slice_limits::kTableRows + 1);
            QVERIFY(shownText(slice.inlines).size() <= slice_limits::kCharacters);
        }
        QVERIFY(std::is_sorted(cut.begin(), cut.end(),
                               [](const Slice &a, const Slice &b) { return a.key < b.key; }));
    }

    /// Cutting again only from a change gives what cutting all anew gives.
    void cutsFromAChange()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 400; ++round) {
            QByteArray text = round == 0 ? samples::tour() : samples::random(random, false);
            if (round % 2 == 1)
                text = samples::inContainers(random, text, random.bounded(1, 4));
            StreamingDocument document(round % 3 == 0 ? StreamingDocument::kLongPart : -1);
            std::vector<Slice> slices;
            for (qsizetype at = 0; at < text.size(); at += 6) {
                const auto change = document.append(
                    QByteArrayView(text).sliced(at, qMin<qsizetype>(6, text.size() - at)));
                const BlockSlicer slicer(0, false);
                const SliceKey from = slicer.firstKey(document.blocks(), change);
                while (!slices.empty() && slices.back().key >= from)
                    slices.pop_back();
                for (Slice &slice : slicer.slicesFrom(document.blocks(), from))
                    slices.push_back(std::move(slice));
                QVERIFY(slices == slicesOf(document.blocks()));
            }
        }
    }

    void wholeRangeGivesTheSameBlocks()
    {
        const Blocks blocks = parseMarkdown(samples::tour());
        constexpr int kLast = std::numeric_limits<int>::max();
        const Blocks all = blocksBetween(blocks, 0, {}, {{0, kLast, kLast, kLast}, kLast});
        QCOMPARE(toMarkdown(all), toMarkdown(blocks));
    }

    void trimsToARange()
    {
        const Blocks blocks = parseMarkdown("First *one*\n\n1. a\n2. bcd\n   - e\n3. f\n\n"
                                            "```c\nint\nchar\n```\n");
        const std::vector<Slice> slices = slicesOf(blocks);
        QCOMPARE(sliceText(slices[2]), u"bcd"_s);
        const SlicePosition from{slices[2].key, 1};
        const SlicePosition to{slices.back().key, 3};
        QCOMPARE(toMarkdown(blocksBetween(blocks, 0, from, to)),
                 u"2. cd\n   - e\n3. f\n\n```c\nint\n```"_s);
        QCOMPARE(toMarkdown(blocksBetween(blocks, 0, {slices[0].key, 6}, {slices[0].key, 9})),
                 u"*one*"_s);
    }

    void takesTheInnermostListOfWhatWasSelected()
    {
        const Blocks blocks = parseMarkdown("1. a\n   - b\n     - c words\n       - d\n2. e");
        const std::vector<Slice> slices = slicesOf(blocks);
        const auto copied = [&](int from, int to) {
            return toMarkdown(withoutSurroundings(blocksBetween(
                blocks, 0, {slices[size_t(from)].key, 0}, {slices[size_t(to)].key, 1})));
        };
        QCOMPARE(copied(2, 3), u"- c words\n  - d"_s);
        QCOMPARE(copied(1, 3), u"- b\n  - c words\n    - d"_s);
        QCOMPARE(copied(3, 3), u"d"_s);
        QCOMPARE(copied(0, 2), u"1. a\n   - b\n     - c"_s);
        QCOMPARE(copied(3, 4), u"1. - - - d\n2. e"_s); // there is no list that holds both alone
    }

    void knowsTheDirectionOfContainers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("paragraph") << QByteArray("שלום") << false; // it has its own
        QTest::newRow("list") << QByteArray("- שלום\n- English") << true;
        QTest::newRow("list from left to right") << QByteArray("- a\n- שלום") << false;
        QTest::newRow("numbers first") << QByteArray("- 1 **שלום**\n- a") << true;
        QTest::newRow("quote") << QByteArray("> שלום\n>\n> a") << true;
        QTest::newRow("code in a quote") << QByteArray("> `x` שלום\n> ```\n> a\n> ```") << true;
        QTest::newRow("table") << QByteArray("|שם|b|\n|-|-|\n|c|d|") << true;
        QTest::newRow("code") << QByteArray("```\nשלום\n```") << false;
    }
    void knowsTheDirectionOfContainers()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, mirrored);
        for (const Slice &slice : slicesOf(parseMarkdown(text)))
            QCOMPARE(slice.mirrored, mirrored);
    }

    void trimsTables()
    {
        const Blocks blocks = parseMarkdown("|head|b|\n|-|-|\n|one|two|\n|three|four|\n");
        const std::vector<Slice> slices = slicesOf(blocks);
        const SliceKey key = slices[0].key;
        QCOMPARE(toPlainText(blocksBetween(blocks, 0, {key, 8}, {key, 10})), u"ne"_s);
        QCOMPARE(toPlainText(blocksBetween(blocks, 0, {key, 8}, {key, 18})),
                 u"one\ttwo\nthree\tfour"_s);
    }
};

QTEST_GUILESS_MAIN(BlockSlicerTest)
#include "block_slicer_test.moc"
