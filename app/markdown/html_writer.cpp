// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/html_writer.h"

#include "app/markdown/code_highlighter.h"
#include "app/markdown/math_notation.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Some 60 µs each: under two seconds for a whole export.
constexpr qsizetype kMostColouredLines = 20'000;
constexpr int kHeadingsAbove = 2; ///< of the page that the blocks stand in
constexpr int kLowestHeading = 6;

bool isHarmlessAddress(const QByteArray &address)
{
    const QString scheme = QUrl::fromEncoded(address).scheme();
    return scheme == "https"_L1 || scheme == "http"_L1 || scheme == "mailto"_L1;
}

QString htmlText(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped();
}

QString tagged(const QString &name, const QString &content, const QString &attributes = {})
{
    return u'<' + name + attributes + u'>' + content + "</"_L1 + name + u'>';
}

QString classed(QLatin1StringView name)
{
    return " class=\""_L1 + name + u'"';
}

/// LaTeX with its delimiters, as other programs know it.
QString delimited(const Inline &run)
{
    const QLatin1StringView mark = run.kind == Inline::Kind::DisplayMath ? "$$"_L1 : "$"_L1;
    return mark + QString::fromUtf8(run.text) + mark;
}

QLatin1StringView taskSign(Block::Task task, bool isPage)
{
    if (task == Block::Task::None)
        return {};
    const bool done = task == Block::Task::Done;
    return isPage ? (done ? "&#9745; "_L1 : "&#9744; "_L1) : (done ? "[x] "_L1 : "[ ] "_L1);
}

QString notation(const MathRuns &runs)
{
    QString html;
    for (const MathRun &run : runs) {
        const QString text = run.text.toHtmlEscaped();
        html += run.place == MathRun::Place::Raised    ? tagged(u"sup"_s, text)
                : run.place == MathRun::Place::Lowered ? tagged(u"sub"_s, text)
                                                       : text;
    }
    return html;
}

QLatin1StringView styleClass(CodeStyle style)
{
    switch (style) {
    case CodeStyle::Keyword:
        return "k"_L1;
    case CodeStyle::Type:
        return "t"_L1;
    case CodeStyle::String:
        return "s"_L1;
    case CodeStyle::Comment:
        return "c"_L1;
    case CodeStyle::Number:
        return "n"_L1;
    case CodeStyle::Function:
        return "f"_L1;
    case CodeStyle::Plain:
        break;
    }
    return {};
}

QString colouredLine(const QString &line, const CodeRuns &runs)
{
    QString html;
    qsizetype at = 0;
    for (const CodeRun &run : runs) {
        if (run.start < at || run.start + run.length > line.size())
            continue;
        html += line.sliced(at, run.start - at).toHtmlEscaped()
                + tagged(u"i"_s, line.sliced(run.start, run.length).toHtmlEscaped(),
                         classed(styleClass(run.style)));
        at = run.start + run.length;
    }
    return html + line.sliced(at).toHtmlEscaped();
}

QString alignment(const Block &table, qsizetype column)
{
    switch (table.alignments.value(column)) {
    case Block::Alignment::Right:
        return classed("right"_L1);
    case Block::Alignment::Centre:
        return classed("centre"_L1);
    case Block::Alignment::Left:
    case Block::Alignment::None:
        break;
    }
    return {};
}

} // namespace

QString HtmlWriter::write(const Blocks &blocks)
{
    QString html;
    for (const Block &block : blocks)
        html += one(block);
    return html;
}

/// A text of another direction than the page's.
QString HtmlWriter::direction() const
{
    return m_isPage ? u" dir=\"auto\""_s : QString();
}

QString HtmlWriter::one(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Heading:
        return heading(block);
    case Block::Kind::Code:
        return code(block);
    case Block::Kind::Math:
        return math(block);
    case Block::Kind::Html:
        return tagged(u"p"_s, htmlText(block.lines.join('\n')),
                      m_isPage ? classed("raw"_L1) : QString());
    case Block::Kind::Rule:
        return u"<hr>"_s;
    case Block::Kind::Quote:
        return tagged(u"blockquote"_s, write(block.children), direction());
    case Block::Kind::List:
        return list(block);
    case Block::Kind::Table:
        return table(block);
    case Block::Kind::Item:
    case Block::Kind::Row:
        return write(block.children);
    case Block::Kind::Paragraph:
    case Block::Kind::Cell:
        break;
    }
    return tagged(u"p"_s, inlines(block.inlines), direction());
}

QString HtmlWriter::heading(const Block &block)
{
    const int level = m_isPage ? qMin(block.level + kHeadingsAbove, kLowestHeading) : block.level;
    return tagged(u'h' + QString::number(level), inlines(block.inlines), direction());
}

QString HtmlWriter::code(const Block &block)
{
    const bool coloured = m_isPage && !block.language.isEmpty()
                          && m_colouredLines + block.lines.size() <= kMostColouredLines;
    const QString text = coloured ? colouredLines(block) : htmlText(block.lines.join('\n'));
    const QString lines = tagged(u"pre"_s, tagged(u"code"_s, text));
    if (!m_isPage)
        return lines;
    const QString language =
        block.language.isEmpty()
            ? QString()
            : tagged(u"span"_s, htmlText(languageLabel(block.language)), classed("language"_L1));
    return tagged(u"div"_s, language + lines, classed("code"_L1));
}

QString HtmlWriter::colouredLines(const Block &block)
{
    m_colouredLines += block.lines.size();
    const HighlightedLines colours = highlightCode(block.language, block.lines);
    QStringList lines;
    for (qsizetype i = 0; i < block.lines.size(); ++i)
        lines.append(colouredLine(QString::fromUtf8(block.lines.at(i)), colours.lines.value(i)));
    return lines.join(u'\n');
}

QString HtmlWriter::math(const Block &block) const
{
    const QByteArray latex = block.lines.join('\n');
    if (const auto runs = m_isPage ? mathNotation(latex) : std::nullopt)
        return tagged(u"p"_s, notation(*runs), classed("math"_L1));
    return tagged(u"pre"_s, htmlText("$$\n" + latex + "\n$$"));
}

QString HtmlWriter::list(const Block &list)
{
    QString items;
    for (const Block &item : list.children) {
        // A tight list shows its paragraphs without space around them.
        const bool bare = list.tight && !item.children.isEmpty()
                          && item.children[0].kind == Block::Kind::Paragraph
                          && (m_isPage || item.children.size() == 1);
        const QString content =
            bare ? inlines(item.children[0].inlines) + write(item.children.sliced(1))
                 : write(item.children);
        const bool isTask = m_isPage && item.task != Block::Task::None;
        items += tagged(u"li"_s, taskSign(item.task, m_isPage) + content,
                        isTask ? classed("task"_L1) : QString());
    }
    const QString start =
        list.ordered && list.start != 1 ? u" start=\"%1\""_s.arg(list.start) : QString();
    return tagged(list.ordered ? u"ol"_s : u"ul"_s, items, start + direction());
}

QString HtmlWriter::table(const Block &table)
{
    QString rows;
    for (qsizetype row = 0; row < table.children.size(); ++row) {
        const QList<Block> &cells = table.children[row].children;
        QString html;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            html += tagged(row == 0 ? u"th"_s : u"td"_s, inlines(cells[column].inlines),
                           m_isPage ? alignment(table, column) : QString());
        }
        rows += tagged(u"tr"_s, html);
    }
    const QString whole = tagged(u"table"_s, rows, direction());
    return m_isPage ? tagged(u"div"_s, whole, classed("scroll"_L1)) : whole;
}

QString HtmlWriter::inlines(const Inlines &inlines) const
{
    QString html;
    for (const Inline &run : inlines)
        html += styled(run);
    return html;
}

QString HtmlWriter::styled(const Inline &run) const
{
    QString html = htmlText(run.text);
    switch (run.kind) {
    case Inline::Kind::SoftBreak:
    case Inline::Kind::LineBreak:
        return u"<br>"_s;
    case Inline::Kind::Code:
        html = tagged(u"code"_s, html);
        break;
    case Inline::Kind::Math:
    case Inline::Kind::DisplayMath:
        html = formula(run);
        break;
    case Inline::Kind::Image:
        html = image(run);
        break;
    case Inline::Kind::Text:
        break;
    }
    if (run.styles & InlineStyle::Strikethrough)
        html = tagged(u"s"_s, html);
    if (run.styles & InlineStyle::Emphasis)
        html = tagged(u"em"_s, html);
    if (run.styles & InlineStyle::Strong)
        html = tagged(u"strong"_s, html);
    return link(run.link, html);
}

QString HtmlWriter::formula(const Inline &run) const
{
    if (const auto runs = m_isPage ? mathNotation(run.text) : std::nullopt)
        return tagged(u"span"_s, notation(*runs), classed("math"_L1));
    return tagged(u"code"_s, delimited(run).toHtmlEscaped());
}

QString HtmlWriter::image(const Inline &run) const
{
    const QString address = htmlText(run.address);
    if (!m_isPage)
        return htmlText(run.text) + " ("_L1 + address + u')';
    const QString name = run.text.isEmpty() ? QString() : htmlText(run.text) + ": "_L1;
    // Within a link there can be no other one.
    return u'[' + name + (run.link.isEmpty() ? link(run.address, address) : address) + u']';
}

QString HtmlWriter::link(const QByteArray &address, const QString &html) const
{
    if (address.isEmpty() || !isHarmlessAddress(address))
        return html;
    return tagged(u"a"_s, html,
                  " href=\""_L1 + htmlText(address) + u'"'
                      + (m_isPage ? u" rel=\"noreferrer noopener\""_s : QString()));
}

QString toHtml(const Blocks &blocks)
{
    return HtmlWriter(HtmlWriter::Purpose::Clipboard).write(blocks);
}

} // namespace app
