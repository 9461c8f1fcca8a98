// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/streaming_document.h"
#include "tests/app/markdown/markdown_samples.h"
#include "tests/app/markdown/streaming_comparison.h"
#include "tests/support/scale.h"

#include <QTest>

using namespace app;
using tests::scaled;

namespace {

/// All that stands before a place, as Change::inside gives it, is what it was.
bool isSameBefore(const Block &was, const Block &is, const QList<int> &inside)
{
    const Block *before = &was;
    const Block *after = &is;
    for (const int child : inside) {
        if (before->kind != after->kind || before->tight != after->tight
            || before->task != after->task
            || before->children.first(qMin<qsizetype>(child, before->children.size()))
                   != after->children.first(qMin<qsizetype>(child, after->children.size()))
            || before->lines.first(qMin<qsizetype>(child, before->lines.size()))
                   != after->lines.first(qMin<qsizetype>(child, after->lines.size())))
            return false;
        if (child >= before->children.size() || child >= after->children.size())
            break;
        before = &before->children[child];
        after = &after->children[child];
    }
    return true;
}

QByteArray repeated(const QByteArray &text, int times)
{
    return text.repeated(times);
}

} // namespace

class StreamingDocumentTest : public QObject
{
    Q_OBJECT
private slots:
    void equalsTheWholeAtLineEnds_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text;
        };
        add("tour", samples::tour());
        add("tour with CRLF", samples::tour().replace("\n", "\r\n"));
        add("empty", "");
        add("reference defined before", "[a]: https://e.org/x_(y)\n\ntext\n\nsee [a] and [A][a]\n");
        add("reference in a list",
            "- [a]: <https://e.org/a b>\n- two\n- three\n\nsee [a]\n\n- [a]\n");
        add("first definition counts", "[a]: /1\n\nx\n\n[a]: /2\n\nsee [a]\n\nand [a]\n");
        add("loose by its last item", "- a\n- b\n- c\n\n  d\n- e\n");
        add("loose at the end", "- a\n- b\n\n- c\n");
        add("definition takes back a loose item", "- a\n- b\n\n  [x]:\n  /url\n- c\n");
        add("list becomes heading", "- a\n- b\n---\ntext\n");
        add("paragraph above a table",
            "one\ntwo\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\nx\n\ny\n");
        add("fence indented", "   ```py\n   a\n\tb\n  c\n ```\nafter\n");
        add("fence closed by a longer one", "```\n``\n````\nafter\n");
        add("fence of tildes", "~~~ js x\n```\n~~~\n");
        add("fence with other end", "````\n```\n````\n");
        add("html", "<div>\n\n*a*\n\n<script>\n\nx\n</script>\ny\n");
        add("lone CR", "a\rb\r\rc\r- d\r");
        add("NUL", QByteArray("a\0b\n\n```\n\0\n", 10));
        add("footnotes", "text[^1]\n\n[^1]: note\n[^2]: other\n\n    code [^1]: x\n");
        add("many pipes",
            repeated("|a", 150) + "\n" + repeated("|-", 150) + "\n" + repeated("|", 201) + "\nx\n");
        add("deep quotes", repeated(">", 300) + " x\n" + repeated("> ", 101) + "y\n");
        add("long line", "- a\n" + repeated("word * ", 12'000) + "\n- b\n");
    }
    void equalsTheWholeAtLineEnds()
    {
        QFETCH(QByteArray, text);
        for (const qsizetype chunk : {qsizetype(1), qsizetype(7), qsizetype(1'000'000)}) {
            if (text.size() > 20'000 && chunk < 1000)
                continue;
            const QByteArray found =
                streaming::firstDifference(text, chunk, streaming::Compare::AtLineEnds);
            QVERIFY2(found.isEmpty(), found.constData());
        }
    }

    void tellsWhatChanged()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < scaled(600); ++i) {
            QByteArray text =
                i < 5 ? samples::longParagraph(random) : samples::random(random, true);
            if (i % 2 == 1)
                text = samples::inContainers(random, text, random.bounded(1, 4));
            StreamingDocument document(i % 4 == 0 ? StreamingDocument::kLongPart : -1);
            for (qsizetype at = 0; at < text.size(); at += 4) {
                const Blocks before = document.blocks();
                const auto change = document.append(
                    QByteArrayView(text).sliced(at, qMin<qsizetype>(4, text.size() - at)));
                const Blocks &after = document.blocks();
                QVERIFY(change.block <= before.size());
                QCOMPARE(after.first(qMin<qsizetype>(change.block, after.size())),
                         before.first(change.block));
                if (change.child == 0 && change.inside.isEmpty())
                    continue;
                const Block &was = before[change.block];
                const Block &is = after[change.block];
                if (change.child < was.children.size() && change.child < is.children.size())
                    QVERIFY(isSameBefore(was.children[change.child], is.children[change.child],
                                         change.inside));
                QCOMPARE(is.kind, was.kind);
                QCOMPARE(is.tight, was.tight);
                QCOMPARE(is.inlines.first(qMin<qsizetype>(change.child, is.inlines.size())),
                         was.inlines.first(qMin<qsizetype>(change.child, was.inlines.size())));
                QCOMPARE(is.children.first(qMin<qsizetype>(change.child, is.children.size())),
                         was.children.first(qMin<qsizetype>(change.child, was.children.size())));
                QCOMPARE(is.lines.first(qMin<qsizetype>(change.child, is.lines.size())),
                         was.lines.first(qMin<qsizetype>(change.child, was.lines.size())));
            }
        }
    }

    void showsAnUnfinishedLine()
    {
        StreamingDocument document;
        document.append("Some *emphasis* and");
        QCOMPARE(textOf(document.blocks()[0].inlines), "Some emphasis and");
        document.append(" more\n\n```\ncode");
        QCOMPARE(document.blocks()[1].lines, QList<QByteArray>{"code"});
        document.append("\nx\n``"); // may become the end of the fence
        QCOMPARE(document.blocks()[1].lines, (QList<QByteArray>{"code", "x"}));
        document.append("`\nafter");
        QCOMPARE(document.blocks().size(), 3);
        QCOMPARE(document.blocks()[1].lines, (QList<QByteArray>{"code", "x"}));
    }

    void parsesNoMoreThanTheLastPart_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("most"); // bytes per line
        const auto add = [](const char *name, const QByteArray &start, const QByteArray &line,
                            int lines, int most = 250) {
            QTest::newRow(name) << start << line << lines << most;
        };
        add("fence", "```cpp\n", "    int x = 0;\n", 20'000, 0);
        add("list", "", "- an item of *this* list\n", 20'000);
        add("loose list", "", "1. an item\n\n", 20'000);
        add("table", "| a | b |\n|---|---|\n", "| some | `cells` |\n", 5000);
        add("cut table", "text\n| a | b |\n|---|---|\n", "| some | `cells` |\n", 5000);
        add("paragraphs", "", "A paragraph.\n\n", 20'000);
        add("with references", "[a]: /x\n\n", "A [a] paragraph.\n\n", 20'000);
        // 100,000 characters; the last piece is parsed twice when it is cut.
        const QByteArray line = "A line of *one* long paragraph, about as long as most of them.\n";
        add("paragraph", "", line, 1600, 5000);
        add("paragraph behind others", "[a]: /x\n\n# b\n\n", "see [a] " + line, 1600, 7500);
        add("paragraph that never closes", "*open ", "**and `more " + line, 1600, 17'500);
        add("paragraph behind a label", "[Note]: this ", line, 1600, 10'000);
        // What is open inside a quote or an item.
        add("paragraph in a quote", "> ", "> " + line, 1600, 8000);
        add("paragraph that a quote goes on with", "> ", line, 1600, 8000);
        add("paragraph in an item", "1. one\n2. two\n\n   ", "   " + line, 1600, 8000);
        add("paragraph deep inside", "- a\n  - b\n    > c\n    >\n", "    > " + line, 1600, 8000);
        add("quote", "> # head\n", "> A paragraph.\n>\n", 5000, 5000);
        add("item", "- # head\n", "\n  A paragraph.\n", 5000, 5000);
        add("list in an item", "1. one\n", "   - an item of *this* list\n", 5000, 5000);
        add("loose list in a quote", "> text\n>\n", "> - an item\n>\n", 5000, 5000);
        add("table in an item", "- a\n\n  | a | b |\n  |---|---|\n", "  | some | `cells` |\n", 5000,
            5000);
        add("fence in an item", "1. a\n   ```cpp\n", "   int x = 0;\n", 5000, 5000);
        add("fence far inside", "- a\n    ~~~\n", "    int x = 0;\n", 5000, 5000);
    }
    void parsesNoMoreThanTheLastPart()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, line);
        QFETCH(int, lines);
        QFETCH(int, most);
        lines = scaled(lines);
        StreamingDocument document;
        document.append(start);
        qint64 found = 0;
        for (int i = 0; i < lines; ++i) {
            const qint64 before = document.bytesParsed();
            document.append(line);
            if (i > 2)
                found = qMax(found, document.bytesParsed() - before);
        }
        QVERIFY2(found <= most, qPrintable(QString::number(found)));
        QCOMPARE(document.blocks(), parseMarkdown(document.text()));
    }

    void parsesNoMoreThanTheEndOfALongLine_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("otherWords");
        QTest::newRow("paragraph")
            << QByteArray("Above.\n\nStart ") << QByteArray("word ") << QByteArray("*wo* ");
        QTest::newRow("without spaces")
            << QByteArray() << QByteArray("\xE4\xB8\x96\xE7\x95\x8C") << QByteArray("**世**");
        QTest::newRow("item") << QByteArray("1. a\n   - ") << QByteArray("word ")
                              << QByteArray("*wo* ");
        QTest::newRow("quote") << QByteArray("> a\n>\n> ") << QByteArray("word ")
                               << QByteArray("- - ");
        QTest::newRow("heading") << QByteArray("# ") << QByteArray("word ") << QByteArray("*wo* ");
        QTest::newRow("cell") << QByteArray("|a|\n|-|\n|b|\n| ") << QByteArray("word ")
                              << QByteArray("*wo* ");
    }
    void parsesNoMoreThanTheEndOfALongLine()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, otherWords);
        StreamingDocument document;
        document.append(start);
        qint64 most = 0;
        for (int i = 0; i < scaled(20'000); ++i) { // over 100,000 bytes
            const qint64 before = document.bytesParsed();
            document.append(i % 10 == 0 ? otherWords : words);
            most = qMax(most, document.bytesParsed() - before);
        }
        QVERIFY2(most <= 13'000, qPrintable(QString::number(most)));
        document.append("\n");
        QCOMPARE(document.blocks(), parseMarkdown(document.text()));
    }

    void showsALongLineAsItWillBe()
    {
        const QByteArray line = QByteArray("Some *words* and `code`, [a](b). ").repeated(1500);
        StreamingDocument document;
        for (qsizetype at = 0; at < line.size(); at += 50)
            document.append(QByteArrayView(line).sliced(at, qMin<qsizetype>(50, line.size() - at)));
        const QByteArray shown = textOf(document.blocks()[0].inlines);
        document.append("\n");
        QCOMPARE(shown, textOf(document.blocks()[0].inlines));
    }
};

QTEST_GUILESS_MAIN(StreamingDocumentTest)
#include "streaming_document_test.moc"
