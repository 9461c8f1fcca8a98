// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block_parser.h"
#include "app/markdown/guarded_source.h"

#include <QElapsedTimer>
#include <QTest>

using namespace app;

namespace {

QByteArray describe(const Inlines &inlines)
{
    QByteArray text;
    for (const Inline &run : inlines) {
        if (run.kind == Inline::Kind::SoftBreak || run.kind == Inline::Kind::LineBreak) {
            text += run.kind == Inline::Kind::SoftBreak ? "{soft}" : "{br}";
            continue;
        }
        QByteArray marks;
        marks += run.styles & InlineStyle::Strong ? "b" : "";
        marks += run.styles & InlineStyle::Emphasis ? "i" : "";
        marks += run.styles & InlineStyle::Strikethrough ? "s" : "";
        marks += run.kind == Inline::Kind::Code ? "c" : "";
        marks += run.kind == Inline::Kind::Image ? "img=" + run.address : "";
        marks += run.link.isEmpty() ? "" : " ->" + run.link;
        text += marks.isEmpty() ? run.text : '{' + marks + ':' + run.text + '}';
    }
    return text;
}

QByteArray describe(const Block &block)
{
    static const char *const names[] = {"p",    "h",  "code",  "html", "hr", "quote",
                                        "list", "li", "table", "tr",   "td"};
    QByteArray text = names[int(block.kind)];
    if (block.level > 0)
        text += QByteArray::number(block.level);
    if (block.kind == Block::Kind::List) {
        text += block.ordered ? " from " + QByteArray::number(block.start) : QByteArray();
        text += block.tight ? "" : " loose";
    }
    if (block.task != Block::Task::None)
        text += block.task == Block::Task::Done ? " done" : " open";
    if (!block.language.isEmpty())
        text += ' ' + block.language;
    text += '(' + describe(block.inlines) + block.lines.join('|');
    for (const Block &child : block.children)
        text += describe(child);
    return text + ')';
}

QByteArray describe(const Blocks &blocks)
{
    QByteArray text;
    for (const Block &block : blocks)
        text += describe(block);
    return text;
}

} // namespace

class BlockParserTest : public QObject
{
    Q_OBJECT
private slots:
    void blocks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto add = [](const char *name, const QByteArray &text, const QByteArray &expected) {
            QTest::newRow(name) << text << expected;
        };
        add("nothing", "", "");
        add("paragraph", "one\ntwo", "p(one{soft}two)");
        add("hard break", "one  \ntwo", "p(one{br}two)");
        add("heading", "## a *b*", "h2(a {i:b})");
        add("nested styles", "**a *b* ~~c~~**", "p({b:a }{bi:b}{b: }{bs:c})");
        add("code span", "`a|b` x", "p({c:a|b} x)");
        add("link", "[a **b**](u 't')", "p({ ->u:a }{b ->u:b})");
        add("autolink", "see https://e.org.", "p(see { ->https://e.org:https://e.org}.)");
        add("image is not loaded", "![a *b*](u)", "p({img=u:a b})");
        add("inline html is text", "a <b>x</b>", "p(a <b>x</b>)");
        add("html block is text", "<div>\n<script>x</script>", "html(<div>|<script>x</script>)");
        add("fence", "```c++ x\na\n\n  b\n```", "code c++(a||  b)");
        add("indented code", "    a\n    b", "code(a|b)");
        add("rule", "a\n\n---", "p(a)hr()");
        add("quote", "> a\n> > b", "quote(p(a)quote(p(b)))");
        add("tight list", "- a\n- b\n  - c", "list(li(p(a))li(p(b)list(li(p(c)))))");
        add("loose list", "3. a\n\n4. b", "list from 3 loose(li(p(a))li(p(b)))");
        add("tasks", "- [x] a\n- [ ] b", "list(li done(p(a))li open(p(b)))");
        add("table", "|a|b|\n|-|:-:|\n|`x`|1<br>2|",
            "table(tr(td(a)td(b))tr(td({c:x})td(1{br}2)))");
        add("table below text", "t\n|a|\n|-|\n|b|", "p(t)table(tr(td(a))tr(td(b)))");
        add("reference", "[a]\n\n[a]: u", "p({ ->u:a})");
        add("footnote in place", "x[^1]\n\n[^1]: *note*", "p(x[^1])p([^1]: {i:note})");
        add("footnote in code", "    [^1]: x", "code([^1]: x)");
        add("noncharacters are replaced",
            "a\xEF\xB7\x90"
            "b",
            "p(a\xEF\xBF\xBD"
            "b)");
    }
    void blocks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(describe(parseMarkdown(text)), expected);
    }

    void sourceLines()
    {
        const Blocks blocks = parseMarkdown("a\n\n- b\n- c\n\n```\nx\n```\n");
        QCOMPARE(blocks.size(), 3);
        QCOMPARE(blocks[0].firstLine, 0);
        QCOMPARE(blocks[1].firstLine, 2);
        QCOMPARE(blocks[1].children[1].firstLine, 3);
        QCOMPARE(blocks[2].firstLine, 5);
    }

    void alignments()
    {
        using A = Block::Alignment;
        const Blocks blocks = parseMarkdown("|a|b|c|d|\n|-|:-|:-:|-:|\n");
        QCOMPARE(blocks[0].alignments, (QList{A::None, A::Left, A::Centre, A::Right}));
    }

    void manyPipesMakeNoTable()
    {
        const QByteArray header = QByteArray("|a").repeated(201) + '\n';
        const QByteArray delimiters = QByteArray("|-").repeated(201) + '\n';
        const Blocks blocks = parseMarkdown(header + delimiters);
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks[0].kind, Block::Kind::Paragraph);
        QCOMPARE(textOf(blocks[0].inlines), (header + delimiters).chopped(1));
    }

    void deepNestingIsText()
    {
        const QByteArray line = QByteArray("> ").repeated(101) + "x";
        const Blocks blocks = parseMarkdown(line);
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks[0].kind, Block::Kind::Paragraph);
        QCOMPARE(textOf(blocks[0].inlines), line);

        QByteArray lists; // every line one level deeper than the one above it
        for (int i = 0; i < 300; ++i)
            lists += QByteArray(i * 2, ' ') + "- x\n";
        int depth = 0;
        const Blocks nested = parseMarkdown(lists);
        for (const Block *block = &nested[0]; !block->children.isEmpty(); ++depth)
            block = &block->children.constLast();
        QVERIFY(depth <= markdown_limits::kNesting);
    }

    void longLineIsPlainText()
    {
        const QByteArray line = QByteArray("*a* ").repeated(20'000);
        const Blocks blocks = parseMarkdown("- x\n\n" + line + "\n\n**b**");
        QCOMPARE(blocks.size(), 3);
        QCOMPARE(textOf(blocks[1].inlines), line);
        QCOMPARE(describe(blocks[2]), "p({b:b})");
    }

    void hostileInputStaysQuick_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("pipes") << QByteArray("|").repeated(60'000);
        QTest::newRow("brackets") << QByteArray("[").repeated(50'000);
        QTest::newRow("quotes") << QByteArray(">").repeated(50'000);
        QTest::newRow("emphasis") << QByteArray("*a_").repeated(20'000);
        QTest::newRow("backticks") << QByteArray("`a``b").repeated(10'000);
        QTest::newRow("links") << QByteArray("[a](<b").repeated(10'000);
    }
    void hostileInputStaysQuick()
    {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!parseMarkdown(text).isEmpty());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(BlockParserTest)
#include "block_parser_test.moc"
