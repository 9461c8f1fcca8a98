// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/streaming_document.h"
#include "tests/app/markdown/markdown_samples.h"

#include <QTest>

using namespace app;

namespace {

QByteArray describe(const Blocks &blocks, int depth = 0)
{
    QByteArray text;
    for (const Block &block : blocks) {
        text += QByteArray(depth * 2, ' ') + QByteArray::number(int(block.kind)) + '@'
                + QByteArray::number(block.firstLine) + (block.tight ? " " : " loose ")
                + textOf(block.inlines) + '[' + block.lines.join("\\n") + "]\n"
                + describe(block.children, depth + 1);
    }
    return text;
}

/// Empty if equal; else both, for the message.
QByteArray difference(const StreamingDocument &document, QByteArrayView shown)
{
    const Blocks whole = parseMarkdown(shown);
    if (document.blocks() == whole)
        return {};
    return "text:\n" + shown.toByteArray() + "\nstreamed:\n" + describe(document.blocks())
           + "\nwhole:\n" + describe(whole);
}

/// Appends line by line, cut further at `chunk` bytes; compares at every line end.
QByteArray compareAtLineEnds(const QByteArray &text, qsizetype chunk)
{
    StreamingDocument document;
    qsizetype lineStart = 0;
    while (lineStart < text.size()) {
        const qsizetype lineFeed = text.indexOf('\n', lineStart);
        const qsizetype end = lineFeed < 0 ? text.size() : lineFeed + 1;
        for (qsizetype at = lineStart; at < end; at += chunk)
            document.append(QByteArrayView(text).sliced(at, qMin(chunk, end - at)));
        lineStart = end;
        const QByteArray found = difference(document, QByteArrayView(text).first(end));
        if (!found.isEmpty() && lineFeed >= 0)
            return found;
    }
    document.finish();
    return difference(document, text);
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
            const QByteArray found = compareAtLineEnds(text, chunk);
            QVERIFY2(found.isEmpty(), found.constData());
        }
    }

    void equalsTheWholeForRandomTexts()
    {
        QRandomGenerator random(20'261'122);
        for (int i = 0; i < 6000; ++i) {
            const QByteArray text = samples::random(random, false);
            const QByteArray found = compareAtLineEnds(text, random.bounded(1, 30));
            QVERIFY2(found.isEmpty(), found.constData());
        }
    }

    void settlesLateReferencesAtTheEnd()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            const QByteArray text = samples::random(random, true);
            StreamingDocument document;
            for (qsizetype at = 0; at < text.size(); at += 5)
                document.append(
                    QByteArrayView(text).sliced(at, qMin<qsizetype>(5, text.size() - at)));
            document.finish();
            QCOMPARE(document.blocks(), parseMarkdown(text));
        }
    }

    void tellsWhatChanged()
    {
        QRandomGenerator random(11);
        for (int i = 0; i < 1500; ++i) {
            const QByteArray text = samples::random(random, true);
            StreamingDocument document;
            for (qsizetype at = 0; at < text.size(); at += 4) {
                const Blocks before = document.blocks();
                const auto change = document.append(
                    QByteArrayView(text).sliced(at, qMin<qsizetype>(4, text.size() - at)));
                const Blocks &after = document.blocks();
                QVERIFY(change.block <= before.size());
                QCOMPARE(after.first(qMin<qsizetype>(change.block, after.size())),
                         before.first(change.block));
                if (change.child == 0)
                    continue;
                const Block &was = before[change.block];
                const Block &is = after[change.block];
                QCOMPARE(is.kind, was.kind);
                QCOMPARE(is.tight, was.tight);
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
        QTest::newRow("fence") << QByteArray("```cpp\n") << QByteArray("    int x = 0;\n");
        QTest::newRow("list") << QByteArray() << QByteArray("- an item of *this* list\n");
        QTest::newRow("loose list") << QByteArray() << QByteArray("1. an item\n\n");
        QTest::newRow("table") << QByteArray("| a | b |\n|---|---|\n")
                               << QByteArray("| some | `cells` |\n");
        QTest::newRow("cut table")
            << QByteArray("text\n| a | b |\n|---|---|\n") << QByteArray("| some | `cells` |\n");
        QTest::newRow("paragraphs") << QByteArray() << QByteArray("A paragraph.\n\n");
        QTest::newRow("with references")
            << QByteArray("[a]: /x\n\n") << QByteArray("A [a] paragraph.\n\n");
    }
    void parsesNoMoreThanTheLastPart()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, line);
        StreamingDocument document;
        document.append(start);
        qint64 most = 0;
        for (int i = 0; i < 20'000; ++i) {
            const qint64 before = document.bytesParsed();
            document.append(line);
            if (i > 2)
                most = qMax(most, document.bytesParsed() - before);
        }
        QVERIFY2(most <= 250, qPrintable(QString::number(most)));
        QCOMPARE(document.blocks(), parseMarkdown(document.text()));
    }
};

QTEST_GUILESS_MAIN(StreamingDocumentTest)
#include "streaming_document_test.moc"
