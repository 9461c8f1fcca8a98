// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block_parser.h"
#include "app/markdown/html_writer.h"
#include "app/markdown/plain_text.h"
#include "tests/app/markdown/markdown_samples.h"

#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

class PlainTextTest : public QObject
{
    Q_OBJECT
private slots:
    void plainText()
    {
        const Blocks blocks =
            parseMarkdown("# A\n\n*b* [c](https://e.org)\n\n1. x\n2. y\n   - z\n\n"
                          "> q\n\n|a|b|\n|-|-|\n|1|2|\n\n```c\nint\n```\n");
        QCOMPARE(toPlainText(blocks),
                 u"A\n\nb c\n\n1. x\n2. y\n   - z\n\n> q\n\na\tb\n1\t2\n\nint"_s);
    }

    void markdownParsesToTheSameBlocks()
    {
        Blocks blocks = parseMarkdown(samples::tour());
        const QString markdown = toMarkdown(blocks);
        const Blocks again = parseMarkdown(markdown.toUtf8());
        QCOMPARE(toMarkdown(again), markdown);
        QCOMPARE(toHtml(again), toHtml(blocks));
    }

    void mathematicsIsCopiedAsLatex()
    {
        const Blocks blocks =
            parseMarkdown("so \\(\\alpha_1\\) and $$x<1$$ it\n\n\\[\ny_1\n= 2\n\\]");
        const QString latex = u"so $\\alpha_1$ and $$x<1$$ it\n\n$$\ny_1\n= 2\n$$"_s;
        QCOMPARE(toPlainText(blocks), latex);
        QCOMPARE(toMarkdown(blocks), latex);
        QCOMPARE(toHtml(blocks),
                 u"<p>so <code>$\\alpha_1$</code> and <code>$$x&lt;1$$</code> it</p>"
                 "<pre>$$\ny_1\n= 2\n$$</pre>"_s);
    }

    void fenceIsLongerThanWhatItHolds()
    {
        const Blocks blocks = parseMarkdown("````\n```\n````");
        QCOMPARE(toMarkdown(blocks), u"````\n```\n````"_s);
    }

    void html_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("escaped")
            << QByteArray("a <b> & `\"<x>\"`")
            << u"<p>a &lt;b&gt; &amp; <code>&quot;&lt;x&gt;&quot;</code></p>"_s;
        QTest::newRow("script is text") << QByteArray("<script>alert(1)</script>")
                                        << u"<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"_s;
        QTest::newRow("harmful link") << QByteArray("[a](javascript:x)") << u"<p>a</p>"_s;
        QTest::newRow("link") << QByteArray("[a](https://e.org/?a=1&b=2)")
                              << u"<p><a href=\"https://e.org/?a=1&amp;b=2\">a</a></p>"_s;
        QTest::newRow("list") << QByteArray("2. a\n3. b")
                              << u"<ol start=\"2\"><li>a</li><li>b</li></ol>"_s;
        QTest::newRow("table") << QByteArray("|a|\n|-|\n|b|")
                               << u"<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"_s;
        QTest::newRow("image") << QByteArray("![a](https://e.org/i)")
                               << u"<p>a (https://e.org/i)</p>"_s;
    }
    void html()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(toHtml(parseMarkdown(text)), expected);
    }
};

QTEST_GUILESS_MAIN(PlainTextTest)
#include "plain_text_test.moc"
