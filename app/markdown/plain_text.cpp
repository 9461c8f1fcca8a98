// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/plain_text.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

QString itemMarker(const Block &list, qsizetype index)
{
    return list.ordered ? QString::number(list.start + index) + ". "_L1 : u"- "_s;
}

QString taskMarker(const Block &item)
{
    switch (item.task) {
    case Block::Task::None:
        return {};
    case Block::Task::Open:
        return u"[ ] "_s;
    case Block::Task::Done:
        return u"[x] "_s;
    }
    return {};
}

/// Puts `first` before the first line and `other` before the rest; empty lines stay empty of
/// trailing space.
QString prefixed(const QString &text, const QString &first, const QString &other)
{
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &prefix = i == 0 ? first : other;
        lines[i].prepend(lines[i].isEmpty() && prefix.trimmed().isEmpty() ? QString() : prefix);
    }
    return lines.join(u'\n');
}

/// LaTeX with its delimiters, as other programs know it.
std::optional<QString> mathSource(const Inline &run)
{
    if (run.kind == Inline::Kind::Math)
        return u'$' + QString::fromUtf8(run.text) + u'$';
    if (run.kind == Inline::Kind::DisplayMath)
        return "$$"_L1 + QString::fromUtf8(run.text) + "$$"_L1;
    return std::nullopt;
}

QString joinedLines(const QList<QByteArray> &lines)
{
    return QString::fromUtf8(lines.join('\n'));
}

/// One way of writing blocks: text and Markdown share how blocks are put below each other.
class BlockWriter
{
public:
    explicit BlockWriter(bool markdown) : m_markdown(markdown) { }

    [[nodiscard]] QString blocks(const Blocks &blocks, bool tight = false) const
    {
        QStringList parts;
        for (const Block &block : blocks)
            parts.append(one(block));
        return parts.join(tight ? "\n"_L1 : "\n\n"_L1);
    }

private:
    [[nodiscard]] QString one(const Block &block) const;
    [[nodiscard]] QString list(const Block &list) const;
    [[nodiscard]] QString table(const Block &table) const;
    [[nodiscard]] QString code(const Block &block) const;
    [[nodiscard]] QString inlines(const Inlines &inlines) const;
    [[nodiscard]] QString styled(const Inline &run) const;

    bool m_markdown;
};

QString BlockWriter::one(const Block &block) const
{
    switch (block.kind) {
    case Block::Kind::Heading:
        return (m_markdown ? QString(block.level, u'#') + u' ' : QString())
               + inlines(block.inlines).replace(u'\n', u' ');
    case Block::Kind::Code:
        return code(block);
    case Block::Kind::Math:
        return "$$\n"_L1 + joinedLines(block.lines) + "\n$$"_L1;
    case Block::Kind::Html:
        return joinedLines(block.lines);
    case Block::Kind::Rule:
        return u"---"_s;
    case Block::Kind::Quote:
        return prefixed(blocks(block.children), u"> "_s, u"> "_s);
    case Block::Kind::List:
        return list(block);
    case Block::Kind::Table:
        return table(block);
    case Block::Kind::Item:
    case Block::Kind::Row:
        return blocks(block.children);
    case Block::Kind::Paragraph:
    case Block::Kind::Cell:
        break;
    }
    return inlines(block.inlines);
}

QString BlockWriter::list(const Block &list) const
{
    QStringList items;
    for (qsizetype i = 0; i < list.children.size(); ++i) {
        const Block &item = list.children[i];
        const QString marker = itemMarker(list, i);
        items.append(prefixed(taskMarker(item) + blocks(item.children, list.tight), marker,
                              QString(marker.size(), u' ')));
    }
    return items.join(list.tight ? "\n"_L1 : "\n\n"_L1);
}

QString BlockWriter::table(const Block &table) const
{
    QStringList rows;
    for (qsizetype row = 0; row < table.children.size(); ++row) {
        QStringList cells;
        for (const Block &cell : table.children[row].children) {
            QString text = inlines(cell.inlines);
            text.replace(u'\n', m_markdown ? u"<br>"_s : u" "_s);
            cells.append(m_markdown ? text.replace(u'|', "\\|"_L1) : text);
        }
        rows.append(m_markdown ? "| "_L1 + cells.join(" | "_L1) + " |"_L1 : cells.join(u'\t'));
        if (row > 0 || !m_markdown)
            continue;
        QString delimiters = u"|"_s;
        for (const Block::Alignment alignment : table.alignments) {
            const bool left =
                alignment == Block::Alignment::Left || alignment == Block::Alignment::Centre;
            const bool right =
                alignment == Block::Alignment::Right || alignment == Block::Alignment::Centre;
            delimiters += (left ? " :--"_L1 : " ---"_L1) + (right ? ": |"_L1 : " |"_L1);
        }
        rows.append(delimiters);
    }
    return rows.join(u'\n');
}

QString BlockWriter::code(const Block &block) const
{
    const QString text = joinedLines(block.lines);
    if (!m_markdown)
        return text;
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + QString::fromUtf8(block.language) + u'\n' + text + u'\n' + fence;
}

QString BlockWriter::inlines(const Inlines &inlines) const
{
    QString text;
    for (qsizetype i = 0; i < inlines.size(); ++i) {
        const Inline &run = inlines[i];
        if (run.kind == Inline::Kind::LineBreak || run.kind == Inline::Kind::SoftBreak) {
            text += m_markdown && run.kind == Inline::Kind::LineBreak ? "  \n"_L1 : "\n"_L1;
            continue;
        }
        if (!m_markdown) {
            text += mathSource(run).value_or(QString::fromUtf8(run.text));
            continue;
        }
        const bool opens = !run.link.isEmpty() && (i == 0 || inlines[i - 1].link != run.link);
        const bool closes =
            !run.link.isEmpty() && (i + 1 == inlines.size() || inlines[i + 1].link != run.link);
        text += (opens ? "["_L1 : ""_L1) + styled(run)
                + (closes ? "]("_L1 + QString::fromUtf8(run.link) + u')' : QString());
    }
    return text;
}

QString BlockWriter::styled(const Inline &run) const
{
    QString text = QString::fromUtf8(run.text);
    if (run.kind == Inline::Kind::Image)
        text = "!["_L1 + text + "]("_L1 + QString::fromUtf8(run.address) + u')';
    else if (const auto math = mathSource(run))
        text = *math;
    else if (run.kind == Inline::Kind::Code)
        text = (text.contains(u'`') ? "`` "_L1 + text + " ``"_L1 : u'`' + text + u'`');
    QString mark;
    if (run.styles & InlineStyle::Strikethrough)
        mark += "~~"_L1;
    if (run.styles & InlineStyle::Strong)
        mark += "**"_L1;
    if (run.styles & InlineStyle::Emphasis)
        mark += u'*';
    QString end = mark;
    std::reverse(end.begin(), end.end());
    return mark + text + end;
}

} // namespace

QString toPlainText(const Blocks &blocks)
{
    return BlockWriter(false).blocks(blocks);
}

QString toMarkdown(const Blocks &blocks)
{
    return BlockWriter(true).blocks(blocks);
}

} // namespace app
