// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/markdown_source.h"

#include "app/markdown/block_parser.h"
#include "app/markdown/plain_text.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class MarkdownSourceTest : public QObject
{
    Q_OBJECT
private slots:
    void isContained_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("words", "# A\n\n*b* a < b", "# A\n\n*b* a < b");
        row("raw HTML", "<script>x</script>", "\\<script>x\\</script>");
        row("comment", "a <!-- b", "a \\<!-- b");
        row("image", "![a](https://e.org/i)", "\\![a](https://e.org/i)");
        row("escaped", "\\<b> \\![a](b)", "\\<b> \\![a](b)");
        row("code span", "`<b>` <b>", "`<b>` \\<b>");
        row("longer code span", "`` `<b> `` <b>", "`` `<b> `` \\<b>");
        row("lone backtick", "` <b>", "` \\<b>");
        row("backticks do not cross paragraphs", "`\n\n<b> `", "`\n\n\\<b> `");
        row("fence", "```html\n<b>\n```\n<b>", "```html\n<b>\n```\n\\<b>");
        row("open fence", "```\n<b>", "```\n<b>\n```");
        row("open long fence", "~~~~\na\n~~~\n", "~~~~\na\n~~~\n~~~~");
        row("inline is no fence", "```a``` <b>", "```a``` \\<b>");
        row("empty", "", "");
    }
    void isContained()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(containedMarkdown(text), expected);
    }

    void whatFollowsIsNotSwallowed()
    {
        const QByteArray text = containedMarkdown("```\nopen") + "\n\n## Next\n";
        QCOMPARE(parseMarkdown(text).constLast().kind, Block::Kind::Heading);
    }

    void plainTextMeansNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"# no heading", "1. no item", "2) no item", "- none", "*a* _b_ `c` <b> [d](e) |",
              "$x$ ~~y~~ &amp; \\", "+ a", "===", "> q", "![i](https://e.org)", "12. 13. x"})
            QTest::newRow(text) << QByteArray(text);
    }
    void plainTextMeansNothing()
    {
        QFETCH(QByteArray, text);
        const Blocks blocks = parseMarkdown(quotedText(text));
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks[0].kind, Block::Kind::Quote);
        QCOMPARE(blocks[0].children.size(), 1);
        QCOMPARE(blocks[0].children[0].kind, Block::Kind::Paragraph);
        QCOMPARE(textOf(blocks[0].children[0].inlines), text);
        QVERIFY(blocks[0].children[0].inlines.size() == 1
                || blocks[0].children[0].inlines[0].kind == Inline::Kind::Text);
    }

    void linesOfAQuoteStayLines()
    {
        const Blocks blocks = parseMarkdown(quotedText("a\n  b\n\nc"));
        QCOMPARE(toPlainText(blocks), u"> a\n> \u00a0\u00a0b\n> \n> c"_s);
    }

    void aFenceIsLongerThanWhatItHolds()
    {
        const Blocks blocks = parseMarkdown(fencedText("a\n```\nb"));
        QCOMPARE(blocks.size(), 1);
        QCOMPARE(blocks[0].lines, (QList<QByteArray>{"a", "```", "b"}));
    }
};

QTEST_GUILESS_MAIN(MarkdownSourceTest)
#include "markdown_source_test.moc"
