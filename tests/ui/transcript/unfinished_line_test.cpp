// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/unfinished_line.h"

#include "app/markdown/block_parser.h"
#include "app/markdown/plain_text.h"
#include "ui/transcript/text_chunks.h"

#include <QTest>

using namespace app;
using namespace ui;
using namespace Qt::StringLiterals;

namespace {

/// What is shown of a text that is being written: as Markdown, so that looks are seen.
QString shown(const QByteArray &text)
{
    Blocks blocks = parseMarkdown(text);
    if (!blocks.isEmpty())
        showWhileWritten(blocks.last(), text.sliced(text.lastIndexOf('\n') + 1));
    return toMarkdown(blocks);
}

QString plain(const QByteArray &text)
{
    Blocks blocks = parseMarkdown(text);
    if (!blocks.isEmpty())
        showWhileWritten(blocks.last(), text.sliced(text.lastIndexOf('\n') + 1));
    return toPlainText(blocks);
}

} // namespace

class UnfinishedLineTest : public QObject
{
    Q_OBJECT
private slots:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *text, const QString &expected) {
            QTest::newRow(text) << QByteArray(text) << expected;
        };
        add("words", u"words"_s);
        add("see **bold wo", u"see **bold wo**"_s);
        add("see **", u"see "_s);
        add("see **bold*", u"see **bold**"_s);
        add("a *b **c", u"a *b ****c***"_s); // emphasis, then both
        add("run `make a", u"run `make a`"_s);
        add("~~gone wi", u"~~gone wi~~"_s);
        add("read [the man", u"read "_s);
        add("read [the manual](https://ex", u"read "_s);
        add("read [the manual][re", u"read "_s);
        add("read [1] and [2] too", u"read [1] and [2] too"_s);
        add("see ![a cat](http", u"see "_s);
        add("so $x_1 + y", u"so "_s);
        add("it costs $5 and", u"it costs $5 and"_s);
        add("see <https://exa", u"see "_s);
        add("a < b", u"a < b"_s);
        add("2 * 3 and 4*5 =", u"2 * 3 and 4*5 ="_s);
        add("snake_case_na", u"snake_case_na"_s);
        add("**done** and ", u"**done** and"_s);
        add("first **open\nnext line", u"first **open\nnext line"_s); // decided at its end
        add("| a | b", u"| a | b |\n| --- | --- |"_s);
        add("| a<br>b | c", u"| a  <br>b | c |\n| --- | --- |"_s);
        add("| a | **b", u"| a | **b** |\n| --- | --- |"_s);
        add("| a | b |\n|--", u"| a | b |\n| --- | --- |"_s);
        add("| a | b |\nwords", u"| a | b |\nwords"_s);
        add("|a|\n|-|\n|`x", u"| a |\n| --- |\n| `x` |"_s);
        add("```\n**x", u"```\n**x\n```"_s);
        add("Text\n-", u"Text"_s); // no heading yet
        add("Text\n==", u"Text"_s);
        add("Text\n1.", u"Text"_s);
        add("Text\n- a", u"Text\n\n- a"_s);
        add("Text\n---", u"Text"_s);
        add("12", QString());
        add("in 12", u"in 12"_s);
        add("***bo**", u"***bo***"_s);
        add("- [x", u"- "_s);
        add("- [x] ta", u"- [x] ta"_s);
    }
    void lines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(shown(text), expected);
    }

    /// Character by character: what was shown once goes on being shown.
    void nothingIsTakenBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char *text) { QTest::newRow(text) << QByteArray(text); };
        add("Some **bold words** and *emphasis*, then ***both*** of them.");
        add("With `code`, ``more`` and ~~gone~~ text.");
        add("A [link](https://example.org/a) and ![an image](cat.png) in <https://e.org>.");
        add("So $a_1 + b$ holds, and it costs $5 or $6 each.");
        add("- [x] a **task** with `code`");
        add("Plain [1] and [2, 3], snake_case_names, 2 * 3 * 4 and a < b > c.");
        add("**Bold with `code` in it** and *a [link](u) in it*.");
        add("中文**粗体**和`代码`。");
    }
    void nothingIsTakenBack()
    {
        QFETCH(QByteArray, text);
        const QString whole = plain(text);
        for (qsizetype size = 2; size <= text.size(); ++size) { // a star alone is a list to cmark
            if ((uchar(text[qMin(size, text.size() - 1)]) & 0xC0) == 0x80 && size < text.size())
                continue; // within a character
            const QString now = plain(text.first(size));
            QVERIFY2(whole.startsWith(now.trimmed()) || whole.startsWith(now),
                     qPrintable(u"%1 -> %2"_s.arg(QString::fromUtf8(text.first(size)), now)));
        }
    }

    void aLongOpenMarkIsText()
    {
        const QByteArray text = "see [" + QByteArray("word ").repeated(200);
        QVERIFY(plain(text).startsWith("see [word"_L1));
    }

    void slicesAndBlocksShowTheSame()
    {
        const QByteArray text = "- one\n- see **bold [li";
        Blocks blocks = parseMarkdown(text);
        showWhileWritten(blocks.last(), text.sliced(text.lastIndexOf('\n') + 1));
        Slice slice;
        slice.inlines = parseMarkdown(text).last().children.last().children.last().inlines;
        showWhileWritten(slice, {});
        QCOMPARE(shownText(slice),
                 shownText(blocks.last().children.last().children.last().inlines));
        QCOMPARE(shownText(slice), u"see bold "_s);
    }
};

QTEST_GUILESS_MAIN(UnfinishedLineTest)
#include "unfinished_line_test.moc"
