// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block_parser.h"
#include "app/markdown/guarded_source.h"

#include <QElapsedTimer>
#include <QTest>

#include <limits>

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
        marks += run.kind == Inline::Kind::Math ? "$" : "";
        marks += run.kind == Inline::Kind::DisplayMath ? "$$" : "";
        marks += run.kind == Inline::Kind::Image ? "img=" + run.address : "";
        marks += run.link.isEmpty() ? "" : " ->" + run.link;
        text += marks.isEmpty() ? run.text : '{' + marks + ':' + run.text + '}';
    }
    return text;
}

QByteArray describe(const Block &block)
{
    static const char *const names[] = {"p",     "h",    "code", "math",  "html", "hr",
                                        "quote", "list", "li",   "table", "tr",   "td"};
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

    void mathematics_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto add = [](const char *name, const QByteArray &text, const QByteArray &expected) {
            QTest::newRow(name) << text << expected;
        };
        add("inline", "a $x_1$ b", "p(a {$:x_1} b)");
        add("no emphasis inside", "$a_b$ and $c_d$ *e $f* g$*",
            "p({$:a_b} and {$:c_d} {i:e }{i$:f* g})");
        add("escapes stay", R"($\{a\_b\}$)", R"(p({$:\{a\_b\}}))");
        add("in strong", "**$x$** and 是$y$的", "p({b$:x} and 是{$:y}的)");
        add("parentheses", R"(so \(a *b* c\), \(x\))", "p(so {$:a *b* c}, {$:x})");
        add("brackets", R"(so \[a_1 = b_1\] it)", "p(so {$$:a_1 = b_1} it)");
        add("display in text", "so $$a_1$$ it", "p(so {$$:a_1} it)");
        add("across a line end", "so $a +\nb$ it", "p(so {$:a +\nb} it)");
        add("next to letters", "$n$th, $k$-means, ($x$)", "p({$:n}th, {$:k}-means, ({$:x}))");
        add("in a link", "[a $x$](u)", "p({ ->u:a }{$ ->u:x})");
        add("in a table", "|a|\n|-|\n|$x$ \\(y\\)|", "table(tr(td(a))tr(td({$:x} {$:y})))");
        add("not in code", R"(`$x$` `\(y\)`)", R"(p({c:$x$} {c:\(y\)}))");
        add("code wins", "$a `b$ c` d$", "p($a {c:b$ c} d$)");
        add("not in a fence", "```\n$x$ \\(y\\)\n$$\n```", R"(code($x$ \(y\)|$$))");
        add("not in an address", "[a](b$c$d) <https://e.org/$x$>",
            "p({ ->b$c$d:a} { ->https://e.org/$x$:https://e.org/$x$})");
        add("money", "$5 and $6, $5-$10, US$ 3, US$3 and $4",
            "p($5 and $6, $5-$10, US$ 3, US$3 and $4)");
        add("money closed by a name", "it costs $5 and x$ more", "p(it costs $5 and x$ more)");
        add("money behind", "costs 5$ or 6$.", "p(costs 5$ or 6$.)");
        add("a word", "a$b and c$d", "p(a$b and c$d)");
        add("shell", "$HOME/$USER and $PATH:$X, kill $$ and $$",
            "p($HOME/$USER and $PATH:$X, kill $$ and $$)");
        add("prices", "$$ or $$$, mostly $$$$", "p($$ or $$$, mostly $$$$)");
        add("escaped", R"(\$x\$ and \\(x\\))", R"(p($x$ and \(x\)))");
        add("escaped brackets", R"(see \[1\] and \(optional\) \[text)",
            "p(see [1] and (optional) [text)");
        add("escaped in a link", R"([a\]b](u\)v))", "p({ ->u)v:a]b})");
        add("reference with brackets", "[a\\]b]\n\n[a\\]b]: /u", "p({ ->/u:a]b})");
        // Nothing of this is mathematics.
        for (const char *text : {"I paid $20, she paid $30.",
                                 "$1,000.50 and $2,000.75",
                                 "$5/month or $10/month",
                                 "$5M and $10M",
                                 "A$5, C$6, NZ$7",
                                 "$5 (about 4) and $6",
                                 "$5,$6",
                                 "$.50 and $.75",
                                 "costs $x today and $y tomorrow",
                                 "between $5-$10",
                                 "$5k–$10k",
                                 "$10/$12",
                                 "$10/hr, 8hr/$",
                                 "5 = $6 or $7 = 8",
                                 "5 000 $ or 10 000 $",
                                 "$ x $",
                                 "$x $",
                                 "$ x$",
                                 "a $ b $ c",
                                 "$a=$b",
                                 "$x+$y",
                                 "$a==1&&$b==2",
                                 "$i++ and $j++",
                                 "${a}/${b}",
                                 "${HOME}+${USER}",
                                 "$user->name and $user->mail",
                                 "$('#a')+$('#b')",
                                 "$(\"a\")+$(\"b\")",
                                 "$1 and $2",
                                 "$AAPL and $TSLA",
                                 "$AAPL/$TSLA",
                                 "($AAPL), ($TSLA)",
                                 "$$ in a shell is $$ its number",
                                 "$$5 million",
                                 "价格是$5，比$6便宜",
                                 "Save 50% of $99, was $199",
                                 "$10 (or $12 with tax)"})
            QTest::newRow(text) << QByteArray(text) << "p(" + QByteArray(text) + ')';
        // And here only what stands in marks is.
        add("numbers", "$100$, $10^{-3}$ and $3 \\times 4 = 12$",
            "p({$:100}, {$:10^{-3}} and {$:3 \\times 4 = 12})");
        add("relations", "$p < 0.05$, $n \\ge 1$, $a, b, c$, $|x|$",
            "p({$:p < 0.05}, {$:n \\ge 1}, {$:a, b, c}, {$:|x|})");
        add("functions", "$f(x) = x^2$ in $O(n \\log n)$", "p({$:f(x) = x^2} in {$:O(n \\log n)})");
        add("words in it", "$\\text{if } x > 0$", "p({$:\\text{if } x > 0})");
        add("an escaped dollar in it", R"($\$5 + x$)", R"(p({$:\$5 + x}))");
        add("an escaped hash in it", R"($\#A$)", R"(p({$:\#A}))");
        add("money and mathematics", "at $5 each for $n$ items, \\$6 for $m$",
            "p(at $5 each for {$:n} items, $6 for {$:m})");
        add("hyphens and quotes", "$x$-axis, $y$'s, $\\alpha$-$\\beta$",
            "p({$:x}-axis, {$:y}'s, {$:\\alpha}-{$:\\beta})");
        add("stars in it", "$a*b*c$ and *$a$*", "p({$:a*b*c} and {i$:a})");
        add("an index by a shell", "for $i$ in $1..$n$", "p(for {$:i} in $1..{$:n})");
        add("a remark in brackets", R"(\(see above\) and \[1\])", "p((see above) and [1])");
        add("block", "$$\na_1 = \\frac{1}{2}\n$$", R"(math(a_1 = \frac{1}{2}))");
        add("block of brackets", "text\n\\[\nx*y*z\n\\]\nmore", "p(text)math(x*y*z)p(more)");
        add("block in a line", "$$x_1$$.\nmore", "math(x_1.)p(more)");
        add("block of lines", "\\[ a \\\\\n   b \\]", R"(math(a \\|b))");
        add("block in an item", "1. a\n   $$\n   x\n   $$\n2. b",
            "list from 1(li(p(a)math(x))li(p(b)))");
        add("block in a quote", "> $$\n> x\n> $$\n> y", "quote(math(x)p(y))");
        add("block left open", "$$\nx\n\n*a*", "math(x)p({i:a})");
        add("block with its end behind", "$$ x\n= y $$", "math(x|= y)");
        add("no block", "\\[optional, see below", "p([optional, see below)");
        add("text behind", "$$x$$ is it", "p({$$:x} is it)");
        add("in indented code", "    $$\n    x", "code($$|x)");
    }
    void mathematics()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(describe(parseMarkdown(text)), expected);
    }

    void piecesOfALongParagraph()
    {
        QByteArray text("Above.\n\n");
        QByteArray expected;
        for (int i = 0; i < 400; ++i) {
            text += "line " + QByteArray::number(i) + " *of* it" + (i % 7 == 0 ? "  \n" : "\n");
            expected += "line " + QByteArray::number(i) + " of it\n";
        }
        text += "| a |\n|---|\n| b |\n\nBelow.";
        const Blocks blocks = parseMarkdown(text);
        QCOMPARE(blocks.size(), 4);
        QCOMPARE(textOf(blocks[1].inlines), expected.chopped(1));
        QCOMPARE(blocks[1].firstLine, 2);
        QCOMPARE(blocks[2].kind, Block::Kind::Table);
        QCOMPARE(blocks[2].firstLine, 2); // cut from the paragraph
        QCOMPARE(blocks[3].firstLine, 406);
        int hard = 0;
        for (const Inline &run : blocks[1].inlines)
            hard += run.kind == Inline::Kind::LineBreak;
        QCOMPARE(hard, 57); // the last of 58 ends the paragraph
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

    void manyAtSignsMakeNoLinks()
    {
        const QByteArray line = QByteArray("a@b.c ").repeated(201);
        const Blocks blocks = parseMarkdown(line + "\nme@e.org");
        QCOMPARE(textOf(blocks[0].inlines), line.trimmed() + "\nme@e.org");
        QVERIFY(blocks[0].inlines.first().link.isEmpty());
        QVERIFY(!blocks[0].inlines.last().link.isEmpty());
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
        // A guard that is missing costs many seconds each time; a busy machine not three times.
        qint64 quickest = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3 && quickest >= 2'000; ++i) {
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!parseMarkdown(text).isEmpty());
            quickest = std::min(quickest, timer.elapsed());
        }
        QVERIFY2(quickest < 2'000, qPrintable(QString::number(quickest)));
    }
};

QTEST_GUILESS_MAIN(BlockParserTest)
#include "block_parser_test.moc"
