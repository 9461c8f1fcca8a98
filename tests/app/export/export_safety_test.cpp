// SPDX-License-Identifier: GPL-3.0-or-later
// What models, servers and users may write into a conversation, in each format.
#include "app/export/paper_export.h"
#include "app/markdown/block_parser.h"
#include "tests/app/export/export_fixture.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArrayList kHostile{
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "[x](javascript:alert(1)) [y](data:text/html,<script>1</script>) <javascript:alert(1)>",
    "\"><svg onload=alert(1)>",
    "</textarea></style></title><script>1</script>",
    "<!-- <b> --> <?php 1 ?> <![CDATA[ x ]]>",
    "```html\" onmouseover=\"x\n<script>1</script>\n```",
    "[x](https://e.org/\"onclick=\"alert(1))",
    "$<script>$ $$\\text{<b>}$$",
    "| <b> | `<i>` |\n|---|---|\n| <script> | x |",
    "=cmd|' /C calc'!A0",
    "\x1b[31m\x07 \x7f \xc2\x85",
};

/// The hostile text wherever text can be.
Exported hostile(const QByteArray &text)
{
    const QString words = QString::fromUtf8(text);
    ConversationRows rows;
    rows.record().summary.title = words;
    rows.record().summary.tags = {words};
    const LaneId lane = rows.addLane(words, {{u"stop"_s, words}}, words);
    const RoundId round = rows.addRound();
    const ImagePart image{"ab", u"image/png"_s, 1, 1, 1, words};
    const MessageId prompt = rows.addPrompt(round, {}, text, {image});
    rows.addAnswer(lane, round, prompt,
                   {ReasoningPart{text, 1}, TextPart{text}, ToolCallPart{words, words, text, {}},
                    ToolResultPart{words, text, true}},
                   {{u"x"_s, words}});
    Run &run = rows.record().runs.last();
    run.modelAnswered = words;
    run.tierEchoed = words;
    run.responseId = words;
    run.error = Error{ErrorKind::Server, words};
    rows.record().messages.last().finishReason = words;
    Exported exported = rows.exported();
    exported.images.insert("ab", "x");
    return exported;
}

/// Addresses of images that a viewer would fetch.
QByteArrayList loadedImages(const Blocks &blocks)
{
    QByteArrayList addresses;
    for (const Block &block : blocks) {
        for (const Inline &run : block.inlines) {
            if (run.kind == Inline::Kind::Image && !run.address.startsWith("data:image/png;"))
                addresses.append(run.address);
        }
        addresses += loadedImages(block.children);
    }
    return addresses;
}

/// Tags of the page itself.
bool isKnownTag(const QString &tag)
{
    static const QStringList known{
        u"html"_s,    u"head"_s,   u"meta"_s,   u"title"_s,      u"style"_s,      u"body"_s,
        u"h1"_s,      u"h2"_s,     u"h3"_s,     u"h4"_s,         u"h5"_s,         u"h6"_s,
        u"p"_s,       u"div"_s,    u"span"_s,   u"table"_s,      u"thead"_s,      u"tbody"_s,
        u"tr"_s,      u"th"_s,     u"td"_s,     u"details"_s,    u"summary"_s,    u"section"_s,
        u"article"_s, u"footer"_s, u"figure"_s, u"figcaption"_s, u"img"_s,        u"b"_s,
        u"i"_s,       u"em"_s,     u"strong"_s, u"s"_s,          u"a"_s,          u"code"_s,
        u"pre"_s,     u"ul"_s,     u"ol"_s,     u"li"_s,         u"blockquote"_s, u"hr"_s,
        u"br"_s,      u"sup"_s,    u"sub"_s};
    return known.contains(tag.toLower());
}

} // namespace

class ExportSafetyTest : public QObject
{
    Q_OBJECT
private slots:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (qsizetype i = 0; i < kHostile.size(); ++i)
            QTest::newRow(qPrintable(QString::number(i))) << kHostile[i];
    }

    void aPageHasOnlyItsOwnTagsAndLoadsNothing_data() { texts_data(); }
    void aPageHasOnlyItsOwnTagsAndLoadsNothing()
    {
        QFETCH(QByteArray, text);
        const QString html = QString::fromUtf8(written(ExportFormat::Html, hostile(text)));
        static const QRegularExpression tags(u"<\\s*/?\\s*([A-Za-z0-9]+)([^>]*)>"_s);
        for (const QRegularExpressionMatch &match : tags.globalMatch(html)) {
            QVERIFY2(isKnownTag(match.captured(1)), qPrintable(match.captured(0)));
            static const QRegularExpression handler(u"[\\s\"']on[a-z]+\\s*="_s);
            QString attributes = match.captured(2);
            // What stands within quotes is a value.
            static const QRegularExpression values(u"\"[^\"]*\""_s);
            QString outside = attributes;
            outside.remove(values);
            QVERIFY2(!outside.contains(handler), qPrintable(match.captured(0)));
            static const QRegularExpression address(u"(href|src)=\"([^\"]*)\""_s);
            for (const QRegularExpressionMatch &found : address.globalMatch(attributes)) {
                const QString to = found.captured(2);
                const bool isPicture = to.startsWith(u"data:image/"_s);
                const bool isLink = to.startsWith(u"https:"_s) || to.startsWith(u"http:"_s)
                                    || to.startsWith(u"mailto:"_s);
                QVERIFY2(found.captured(1) == u"src"_s ? isPicture : isLink, qPrintable(to));
            }
        }
        QVERIFY(html.contains(u"default-src 'none'; style-src 'unsafe-inline'; img-src data:"_s));
        for (const QChar character : html)
            QVERIFY(character == u'\n' || character == u'\t'
                    || character.category() != QChar::Other_Control);
    }

    void linksTellNobodyWhereTheyStood()
    {
        const QByteArray html =
            written(ExportFormat::Html, hostile("[x](https://e.org) ![i](https://e.org/i.png)"));
        QCOMPARE(html.count("<a href="), html.count("rel=\"noreferrer noopener\""));
        QVERIFY(html.contains("<a href=\"https://e.org/i.png\""));
        QVERIFY(!html.contains("src=\"https"));
    }

    void paperHasNoTagsOfOthers_data() { texts_data(); }
    void paperHasNoTagsOfOthers()
    {
        QFETCH(QByteArray, text);
        const QString html = paperHtml(hostile(text), {}, 100);
        static const QRegularExpression tags(u"<\\s*/?\\s*([A-Za-z0-9]+)"_s);
        for (const QRegularExpressionMatch &match : tags.globalMatch(html))
            QVERIFY2(isKnownTag(match.captured(1)), qPrintable(match.captured(0)));
        QVERIFY(!html.contains(u"src=\"http"_s));
    }

    void markdownHasNoRawHtmlAndLoadsNothing_data() { texts_data(); }
    void markdownHasNoRawHtmlAndLoadsNothing()
    {
        QFETCH(QByteArray, text);
        const QByteArray document = written(ExportFormat::Markdown, hostile(text));
        QVERIFY2(loadedImages(parseMarkdown(document)).isEmpty(), document.constData());
        qsizetype fence = 0;
        for (const QByteArray &line : document.split('\n')) {
            const qsizetype signs = line.size() - QByteArray(line).replace('`', "").size();
            if (line.startsWith("```") && (fence == 0 || (signs >= fence && signs == line.size())))
                fence = fence == 0 ? signs : 0;
            if (fence > 0)
                continue;
            static const QRegularExpression spans(u"`[^`]*`"_s);
            static const QRegularExpression tag(u"(?<!\\\\)<[A-Za-z/!?]"_s);
            const QString outside = QString::fromUtf8(line).remove(spans);
            QVERIFY2(!outside.contains(tag), line.constData());
        }
    }

    void noCellIsAFormula_data() { texts_data(); }
    void noCellIsAFormula()
    {
        QFETCH(QByteArray, text);
        const QByteArray csv = written(ExportFormat::Csv, hostile(text));
        static const QRegularExpression formula(u"(^|,|\\n)\"?[=+@\\t\\r]"_s);
        QVERIFY2(!QString::fromUtf8(csv).contains(formula), csv.constData());
    }

    void jsonCanBeRead_data() { texts_data(); }
    void jsonCanBeRead()
    {
        QFETCH(QByteArray, text);
        const auto json = QJsonDocument::fromJson(written(ExportFormat::Json, hostile(text)));
        QCOMPARE(json["rounds"_L1][0]["answers"_L1][0]["text"_L1].toString(),
                 QString::fromUtf8(text));
    }

    void promptfooReadsNoFileAndRunsNoTemplateOfOthers()
    {
        const QByteArray yaml =
            written(ExportFormat::Promptfoo, hostile("file:///etc/passwd {{ env.KEY }} {% x %}"));
        QVERIFY(!yaml.contains("description: \"file://") && !yaml.contains("prompt: \"file://"));
        for (const QByteArray &line : yaml.split('\n')) {
            const QByteArray text = line.trimmed();
            const bool isOwn = text.startsWith("stop:") || text.startsWith("x:"); // parameters
            QVERIFY2(isOwn || !text.contains("{{ env.KEY"), line.constData());
            QVERIFY2(isOwn || !text.contains(" {% x"), line.constData());
        }
        QVERIFY(yaml.contains("{{ '{{' }} env.KEY"));
    }

    void aNameOfAFileIsOne()
    {
        QCOMPARE(exportFileName(u"../../etc/passwd"_s, ExportFormat::Html), u"etc passwd.html"_s);
        QCOMPARE(exportFileName(u" ...\x07 "_s, ExportFormat::Csv), u"conversation.csv"_s);
        QCOMPARE(exportFileName(u"a: b?"_s, ExportFormat::Promptfoo), u"a b.yaml"_s);
        QVERIFY(exportFileName(QString(500, u'x'), ExportFormat::Json).size() < 80);
    }
};

QTEST_GUILESS_MAIN(ExportSafetyTest)
#include "export_safety_test.moc"
