// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/unfinished_line.h"

#include "ui/transcript/block_slicer.h"
#include "ui/transcript/text_chunks.h"

namespace ui {

using app::Block;
using app::Inline;
using app::Inlines;
using app::InlineStyle;
using app::InlineStyles;

namespace {

constexpr qsizetype kLongestLink = 600; ///< bytes that are held back, at most
constexpr qsizetype kLongestFormula = 120;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Whether emphasis can open behind a character; letters of other scripts have no spaces.
bool canOpenBehind(char before, char mark)
{
    return before == '\0' || isBlank(before) || std::ispunct(uchar(before))
           || (mark == '*' && uchar(before) >= 0x80);
}

bool isBreak(const Inline &run)
{
    return run.kind == Inline::Kind::SoftBreak || run.kind == Inline::Kind::LineBreak;
}

InlineStyles stylesOf(char mark, qsizetype length)
{
    if (mark == '~')
        return length == 2 ? InlineStyle::Strikethrough : InlineStyles();
    switch (length) {
    case 1:
        return InlineStyle::Emphasis;
    case 2:
        return InlineStyle::Strong;
    case 3:
        return InlineStyle::Strong | InlineStyle::Emphasis;
    default:
        return {};
    }
}

/// Walks the runs of a line and copies what is shown.
class LineShower
{
public:
    explicit LineShower(const Inlines &inlines) : m_inlines(inlines) { }

    [[nodiscard]] Inlines shown();

private:
    void showText(qsizetype number);
    bool takesTheRest(qsizetype number);
    qsizetype showMark(const QByteArray &text, qsizetype at);
    void add(const Inline &like, const QByteArray &text);
    [[nodiscard]] bool isHeldBack(qsizetype number, qsizetype at) const;
    [[nodiscard]] QByteArray restOfLine(qsizetype number, qsizetype at) const;

    const Inlines &m_inlines;
    Inlines m_shown;
    InlineStyles m_styles; ///< that marks have opened
    bool m_code = false; ///< the rest is
    bool m_ended = false; ///< the rest is held back
};

QByteArray LineShower::restOfLine(qsizetype number, qsizetype at) const
{
    QByteArray rest = m_inlines[number].text.sliced(at);
    for (qsizetype i = number + 1; i < m_inlines.size(); ++i)
        rest += m_inlines[i].text;
    return rest;
}

bool isOpenLink(const QByteArray &rest)
{
    const qsizetype close = rest.indexOf(']');
    if (close < 0 || close + 1 == rest.size())
        return true;
    const char next = rest[close + 1];
    return (next == '(' && rest.indexOf(')', close) < 0)
           || (next == '[' && rest.indexOf(']', close + 1) < 0);
}

bool isOpenTag(const QByteArray &rest)
{
    return !rest.contains('>')
           && (rest.size() == 1 || std::isalpha(uchar(rest[1])) || rest[1] == '/');
}

bool isOpenFormula(const QByteArray &rest)
{
    if (rest.size() == 1)
        return true;
    const bool display = rest[1] == '$';
    if (!display && (isBlank(rest[1]) || std::isdigit(uchar(rest[1]))))
        return false; // money
    return rest.indexOf('$', display ? 2 : 1) < 0;
}

/// A link, an image, a tag or a formula that begins there and is not whole.
bool LineShower::isHeldBack(qsizetype number, qsizetype at) const
{
    const QByteArray &text = m_inlines[number].text;
    if (text.size() - at >= kLongestLink || !QByteArrayView("![<$").contains(text[at]))
        return false;
    const char before = at > 0 ? text[at - 1] : '\0';
    const QByteArray rest = restOfLine(number, at);
    switch (text[at]) {
    case '!':
        if (rest.size() == 1)
            return before == '\0' || isBlank(before);
        return rest[1] == '[' && rest.size() < kLongestLink && isOpenLink(rest.sliced(1));
    case '[':
        return rest.size() < kLongestLink && isOpenLink(rest);
    case '<':
        return rest.size() < kLongestLink && isOpenTag(rest);
    case '$':
        return rest.size() < kLongestFormula && !std::isalnum(uchar(before)) && before != '$'
               && isOpenFormula(rest);
    default:
        return false;
    }
}

void LineShower::add(const Inline &like, const QByteArray &text)
{
    if (text.isEmpty())
        return;
    Inline run = like;
    run.text = text;
    run.styles |= m_styles;
    if (m_code)
        run.kind = Inline::Kind::Code;
    m_shown.append(run);
}

/// Takes in the run of marks at `at`; gives where text goes on.
qsizetype LineShower::showMark(const QByteArray &text, qsizetype at)
{
    const char mark = text[at];
    qsizetype end = at;
    while (end < text.size() && text[end] == mark)
        ++end;
    const char before = at > 0 ? text[at - 1] : '\0';
    if (mark == '`') {
        m_code = true;
        return end;
    }
    const InlineStyles styles = stylesOf(mark, end - at);
    if (!styles || end == text.size() || isBlank(text[end]) || !canOpenBehind(before, mark))
        return at;
    m_styles |= styles;
    return end;
}

void LineShower::showText(qsizetype number)
{
    const Inline &run = m_inlines[number];
    const bool isLast = number + 1 == m_inlines.size();
    qsizetype size = run.text.size();
    // Marks at the very end may open, close or mean nothing.
    while (isLast && size > 0 && QByteArrayView("*_~`").contains(run.text[size - 1]))
        --size;
    const QByteArray text = run.text.first(size);
    qsizetype from = 0;
    for (qsizetype at = 0; at < size && !m_code; ++at) {
        const char c = text[at];
        if (isHeldBack(number, at)) {
            add(run, text.sliced(from, at - from));
            m_ended = true;
            return;
        }
        if (c != '*' && c != '_' && c != '~' && c != '`')
            continue;
        const QByteArray before = text.sliced(from, at - from);
        const InlineStyles styles = m_styles;
        const qsizetype next = showMark(text, at);
        if (next == at) {
            while (at + 1 < size && text[at + 1] == c)
                ++at; // none of the run opens anything
            continue;
        }
        const InlineStyles opened = std::exchange(m_styles, styles);
        const bool code = std::exchange(m_code, false);
        add(run, before);
        m_styles = opened;
        m_code = code;
        from = next;
        at = next - 1;
    }
    add(run, text.sliced(qMin(from, size)));
}

/// `**bold*` is emphasis behind a star to the parser, and will be strong.
bool LineShower::takesTheRest(qsizetype number)
{
    const QByteArray &text = m_inlines[number].text;
    if (number + 1 == m_inlines.size() || !QByteArrayView("*_").contains(text.back()))
        return false;
    const InlineStyles inside = m_inlines[number + 1].styles & ~m_inlines[number].styles;
    const qsizetype closed =
        (inside & InlineStyle::Emphasis ? 1 : 0) + (inside & InlineStyle::Strong ? 2 : 0);
    qsizetype opened = 0;
    while (opened < text.size() && text[text.size() - 1 - opened] == text.back())
        ++opened;
    const InlineStyles styles = stylesOf(text.back(), opened + closed);
    const bool isToTheEnd =
        std::all_of(m_inlines.begin() + number + 1, m_inlines.end(),
                    [&](const Inline &run) { return (run.styles & inside) == inside; });
    if (closed == 0 || !styles || !isToTheEnd)
        return false;
    add(m_inlines[number], text.chopped(opened));
    for (qsizetype i = number + 1; i < m_inlines.size(); ++i) {
        m_shown.append(m_inlines[i]);
        m_shown.last().styles = (m_inlines[i].styles & ~inside) | styles | m_styles;
    }
    m_ended = true;
    return true;
}

Inlines LineShower::shown()
{
    qsizetype first = m_inlines.size();
    while (first > 0 && !isBreak(m_inlines[first - 1]))
        --first;
    m_shown = m_inlines.first(first);
    for (qsizetype i = first; i < m_inlines.size() && !m_ended; ++i) {
        const Inline &run = m_inlines[i];
        const bool isText = run.kind == Inline::Kind::Text && run.link.isEmpty();
        if (isText && takesTheRest(i)) {
            break;
        } else if (isText) {
            showText(i);
        } else {
            m_shown.append(run);
            m_shown.last().styles |= m_styles;
        }
    }
    return m_shown;
}

/// With the line breaks that only cells have.
void addToCell(Inlines &cell, const Inline &like, QByteArray text)
{
    text.replace("<br/>", "<br>").replace("<br />", "<br>");
    for (qsizetype from = 0; from <= text.size();) {
        const qsizetype tag = text.indexOf("<br>", from);
        const qsizetype to = tag < 0 ? text.size() : tag;
        if (to > from) {
            cell.append(like);
            cell.last().text = text.sliced(from, to - from);
        }
        if (tag < 0)
            return;
        cell.append(Inline{Inline::Kind::LineBreak, {}, {}, {}, {}});
        from = tag + 4;
    }
}

/// Of a table, in a line that begins with a pipe.
QList<Inlines> cellsOf(const Inlines &line)
{
    QList<Inlines> cells{{}};
    for (const Inline &run : line) {
        if (run.kind != Inline::Kind::Text) {
            cells.last().append(run);
            continue;
        }
        const QList<QByteArray> pieces = run.text.split('|');
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            if (i > 0)
                cells.append(Inlines());
            QByteArray text = pieces[i];
            if (cells.constLast().isEmpty())
                while (text.startsWith(' '))
                    text.remove(0, 1);
            if (i + 1 < pieces.size())
                while (text.endsWith(' '))
                    text.chop(1);
            addToCell(cells.last(), run, text);
        }
    }
    cells.removeFirst(); // before the first pipe
    if (cells.size() > 1 && cells.constLast().isEmpty())
        cells.removeLast(); // behind the last one
    return cells;
}

bool isUnderline(QByteArrayView line)
{
    line = line.trimmed();
    return !line.isEmpty() && (line[0] == '-' || line[0] == '=')
           && std::all_of(line.begin(), line.end(), [&](char c) { return c == line[0]; });
}

/// `-`, `**`, `##`, `12`, `12.`: what begins a block.
bool isOnlyMarks(QByteArrayView line)
{
    line = line.trimmed();
    qsizetype digits = 0;
    while (digits < line.size() && std::isdigit(uchar(line[digits])))
        ++digits;
    if (digits > 0)
        return digits == line.size() || (digits + 1 == line.size() && line.back() == '.');
    return line.size() < 4 && std::all_of(line.begin(), line.end(), [](char c) {
               return QByteArrayView("-=*_+#>").contains(c);
           });
}

/// Without the last line, where that has only marks so far.
Inlines withoutMarks(const Inlines &inlines, QByteArrayView line)
{
    if (inlines.isEmpty() || !isOnlyMarks(line) || inlines.constLast().kind != Inline::Kind::Text
        || inlines.constLast().text != line.trimmed())
        return inlines;
    const bool isBehindBreak = inlines.size() > 1 && isBreak(inlines[inlines.size() - 2]);
    if (inlines.size() > 1 && !isBehindBreak)
        return inlines;
    return inlines.first(inlines.size() - (isBehindBreak ? 2 : 1));
}

bool mayDelimitCells(const Inlines &line)
{
    return std::all_of(line.begin(), line.end(), [](const Inline &run) {
        return run.kind == Inline::Kind::Text
               && std::all_of(run.text.begin(), run.text.end(),
                              [](char c) { return QByteArrayView("|:- \t").contains(c); });
    });
}

} // namespace

Inlines shownWhileWritten(const Inlines &inlines)
{
    return LineShower(inlines).shown();
}

std::optional<Block> beginningTable(const Inlines &paragraph)
{
    if (paragraph.isEmpty() || paragraph[0].kind != Inline::Kind::Text
        || !paragraph[0].text.startsWith('|'))
        return std::nullopt;
    const auto lineEnd = std::find_if(paragraph.begin(), paragraph.end(), isBreak);
    const qsizetype first = lineEnd - paragraph.begin();
    if (first < paragraph.size() && !mayDelimitCells(paragraph.sliced(first + 1)))
        return std::nullopt;
    const Inlines line = paragraph.first(first);
    Block row;
    row.kind = Block::Kind::Row;
    Block table;
    table.kind = Block::Kind::Table;
    for (const Inlines &content :
         cellsOf(first < paragraph.size() ? line : shownWhileWritten(line))) {
        Block cell;
        cell.kind = Block::Kind::Cell;
        cell.inlines = content;
        row.children.append(cell);
        table.alignments.append(Block::Alignment::None);
    }
    table.children.append(row);
    return table;
}

void showWhileWritten(Slice &last, QByteArrayView line)
{
    if (last.kind == Slice::Kind::Table && !last.rows.isEmpty()
        && !last.rows.constLast().children.isEmpty()) {
        Inlines &cell = last.rows.last().children.last().inlines;
        cell = shownWhileWritten(cell);
    }
    if (last.kind != Slice::Kind::Text)
        return;
    if (last.level > 0 && isUnderline(line)) {
        last.level = 0;
        last.spaceAbove = qMin(last.spaceAbove, slice_spaces::kBlockSpace);
        return;
    }
    const bool isWhole = last.key == last.origin && last.level == 0;
    if (const auto table = isWhole ? beginningTable(last.inlines) : std::nullopt) {
        last.kind = Slice::Kind::Table;
        last.inlines.clear();
        last.rows = table->children;
        last.alignments = table->alignments;
        return;
    }
    last.inlines = shownWhileWritten(withoutMarks(last.inlines, line));
}

void showWhileWritten(Block &last, QByteArrayView line)
{
    if (!last.children.isEmpty())
        return showWhileWritten(last.children.last(), line);
    if (last.kind == Block::Kind::Cell) {
        last.inlines = shownWhileWritten(last.inlines);
        return;
    }
    if (last.kind == Block::Kind::Heading && isUnderline(line)) {
        last.kind = Block::Kind::Paragraph;
        last.level = 0;
        return;
    }
    if (last.kind != Block::Kind::Paragraph && last.kind != Block::Kind::Heading)
        return;
    QList<Inlines> chunks = textChunks(last.inlines);
    const bool isWhole = chunks.size() == 1 && last.kind == Block::Kind::Paragraph;
    if (const auto table = isWhole ? beginningTable(last.inlines) : std::nullopt) {
        last = *table;
        return;
    }
    chunks.last() = shownWhileWritten(withoutMarks(chunks.constLast(), line));
    last.inlines = {};
    for (const Inlines &chunk : std::as_const(chunks))
        last.inlines += chunk;
}

} // namespace ui
