// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/streaming_document.h"

#include "app/markdown/guarded_source.h"

namespace app {

namespace {

/// The block or unit that may still change: the last block, with the paragraph its table was cut
/// from.
qsizetype lastUnit(const Blocks &blocks)
{
    const qsizetype last = blocks.size() - 1;
    const bool cut = last > 0 && blocks[last].kind == Block::Kind::Table
                     && blocks[last - 1].kind == Block::Kind::Paragraph
                     && blocks[last - 1].firstLine == blocks[last].firstLine;
    return cut ? last - 1 : last;
}

} // namespace

StreamingDocument::Change StreamingDocument::append(QByteArrayView text)
{
    m_change = m_open == Open::Block ? Change{m_unit, 0} : Change{m_openBlock, m_settledChildren};
    m_text += text;
    qsizetype end = m_wholeLines;
    for (qsizetype next = end; next >= 0; next = endOfLine(m_text, end))
        end = next;
    if (end > m_wholeLines) {
        m_wholeLines = end;
        settleWholeLines();
    }
    showUnfinishedLine();
    return m_change;
}

StreamingDocument::Change StreamingDocument::finish()
{
    const Blocks before = std::exchange(m_blocks, parseMarkdown(m_text));
    m_bytesParsed += m_text.size();
    Change change;
    while (change.block < before.size() && change.block < m_blocks.size()
           && before[change.block] == m_blocks[change.block])
        ++change.block;
    return change;
}

void StreamingDocument::settleWholeLines()
{
    m_shown = {};
    if (m_open == Open::Fence && !takeFenceLines())
        return;
    narrow(parseTail(m_wholeLines));
}

/// False while the fence stays open.
bool StreamingDocument::takeFenceLines()
{
    QList<QByteArray> &lines = m_blocks[m_openBlock].lines;
    lines.resize(m_settledChildren);
    while (m_tail < m_wholeLines) {
        const qsizetype end = endOfLine(m_text, m_tail);
        const QByteArrayView line = QByteArrayView(m_text).sliced(m_tail, end - m_tail);
        m_tail = end;
        ++m_tailLine;
        if (closesFence(line, m_fence)) {
            m_open = Open::Block;
            m_unit = m_openBlock + 1;
            m_unitStart = m_tail;
            m_unitLine = m_tailLine;
            m_settledChildren = 0;
            return true;
        }
        lines.append(lineInFence(line, m_fence));
        m_settledChildren = int(lines.size());
    }
    return false;
}

/// Puts what [m_tail, end) means into m_blocks.
ParsedPart StreamingDocument::parseTail(qsizetype end)
{
    const auto parse = [&] {
        const QByteArrayView tail = QByteArrayView(m_text).sliced(m_tail, end - m_tail);
        ParsedPart part = parseMarkdownPart(tail, m_tailLine, prefixFor(tail));
        m_bytesParsed += part.bytes;
        return part;
    };
    ParsedPart part = parse();
    if (joinTail(part.blocks))
        return part;
    // What follows makes the list, table or paragraph another thing than it was: the whole unit
    // again.
    m_open = Open::Block;
    m_settledChildren = 0;
    m_tail = m_unitStart;
    m_tailLine = m_unitLine;
    m_change = {m_unit, 0};
    ParsedPart whole = parse();
    joinTail(whole.blocks);
    return whole;
}

bool StreamingDocument::joinTail(const Blocks &tail)
{
    if (m_open == Open::Block) {
        m_blocks.resize(m_unit);
        m_blocks += tail;
        return true;
    }
    if (m_open == Open::Paragraph)
        return joinParagraph(tail);
    const auto kind = m_open == Open::List ? Block::Kind::List : Block::Kind::Table;
    if (tail.isEmpty() || tail[0].kind != kind)
        return false;
    m_blocks.resize(m_openBlock + 1);
    Block &open = m_blocks[m_openBlock];
    open.children.resize(m_settledChildren);
    const qsizetype header = m_open == Open::Table ? 1 : 0; // of the prefix
    for (qsizetype i = header; i < tail[0].children.size(); ++i)
        open.children.append(tail[0].children[i]);
    if (m_open == Open::List) {
        const bool tight = m_settledTight && tail[0].tight;
        if (std::exchange(open.tight, tight) != tight)
            m_change = {m_openBlock, 0}; // the space between all items changes
    }
    for (qsizetype i = 1; i < tail.size(); ++i)
        m_blocks.append(tail[i]);
    return true;
}

bool StreamingDocument::joinParagraph(const Blocks &tail)
{
    if (tail.isEmpty() || tail[0].kind != Block::Kind::Paragraph)
        return false;
    m_blocks.resize(m_openBlock + 1);
    Block &open = m_blocks[m_openBlock];
    open.inlines.resize(m_settledChildren);
    if (!tail[0].inlines.isEmpty()) {
        const auto kind = m_hardBreak ? Inline::Kind::LineBreak : Inline::Kind::SoftBreak;
        open.inlines.append(Inline{kind, {}, {}, {}, {}});
        open.inlines += tail[0].inlines;
    }
    const int firstLine = open.firstLine;
    for (qsizetype i = 1; i < tail.size(); ++i)
        m_blocks.append(tail[i]);
    const bool cutByTable = lastUnit(tail.first(qMin<qsizetype>(2, tail.size()))) == 0;
    if (cutByTable && tail.size() > 1)
        m_blocks[m_openBlock + 1].firstLine = firstLine;
    return true;
}

/// After whole lines were parsed: all blocks but the last unit are settled, and in a list, table or
/// long paragraph all but its last child.
void StreamingDocument::narrow(const ParsedPart &parsed)
{
    if (m_blocks.isEmpty())
        return;
    const int unit = int(lastUnit(m_blocks));
    const bool stillOpen = m_open != Open::Block && m_openBlock == m_blocks.size() - 1;
    if (unit > m_unit && !stillOpen) {
        moveTailTo(m_blocks[unit].firstLine);
        m_unit = unit;
        m_unitStart = m_tail;
        m_unitLine = m_tailLine;
    } else if (!stillOpen) {
        m_tail = m_unitStart; // a table was cut from a paragraph in pieces
        m_tailLine = m_unitLine;
    }
    if (!stillOpen) {
        m_open = Open::Block;
        m_settledChildren = 0;
        m_settledTight = true;
    }
    m_openBlock = int(m_blocks.size()) - 1;
    const Block &last = m_blocks.constLast();
    if (last.kind == Block::Kind::Code && parsed.lastFence)
        openFence(*parsed.lastFence);
    else if (last.kind == Block::Kind::List && last.children.size() > 1)
        narrowToLastItem();
    else if (last.kind == Block::Kind::Table && last.children.size() > 2)
        narrowToLastRow();
    else if (last.kind == Block::Kind::Paragraph && parsed.lastPiece)
        narrowToLastPiece(*parsed.lastPiece);
}

/// Inlines before it are settled: no construct reaches across a cut.
void StreamingDocument::narrowToLastPiece(const LastPiece &piece)
{
    const bool more = m_open == Open::Paragraph && m_settledChildren > 0;
    m_settledChildren =
        int(piece.inlinesBefore) + (more ? m_settledChildren + 1 : 0); // with the break between
    moveTailTo(piece.cut.line);
    m_open = Open::Paragraph;
    m_hardBreak = piece.cut.hardBreak;
}

void StreamingDocument::narrowToLastItem()
{
    const Block &list = m_blocks[m_openBlock];
    const int last = int(list.children.size()) - 1;
    if (m_open == Open::List && last == m_settledChildren)
        return;
    const int line = list.children[last].firstLine;
    if (m_settledTight && !list.tight) {
        // Is it loose for what is settled now, or only for the last item, which may still change?
        const qsizetype firstLineEnd = endOfLine(m_text, offsetOfLine(line));
        const QByteArrayView part = QByteArrayView(m_text).sliced(m_tail, firstLineEnd - m_tail);
        const ParsedPart settled = parseMarkdownPart(part, m_tailLine, prefixFor(part));
        m_bytesParsed += settled.bytes;
        m_settledTight = settled.blocks.isEmpty() || settled.blocks[0].tight;
    }
    moveTailTo(line);
    m_open = Open::List;
    m_settledChildren = last;
}

void StreamingDocument::narrowToLastRow()
{
    const Block &table = m_blocks[m_openBlock];
    const int last = int(table.children.size()) - 1;
    if (m_open == Open::Table && last == m_settledChildren)
        return;
    moveTailTo(table.children[last].firstLine);
    m_open = Open::Table;
    m_settledChildren = last;
}

/// The last block is a fence; from here on its lines need no parser, if it is still open.
void StreamingDocument::openFence(const Fence &fence)
{
    m_fence = fence;
    moveTailTo(m_blocks[m_openBlock].firstLine + 1);
    m_open = Open::Fence;
    m_settledChildren = 0;
    if (takeFenceLines())
        m_openBlock = m_unit;
}

void StreamingDocument::moveTailTo(int line)
{
    const qsizetype to = offsetOfLine(line);
    const QByteArrayView part = QByteArrayView(m_text).sliced(m_tail, to - m_tail);
    m_references.collect(part, m_open == Open::Paragraph ? goesOnLine() : QByteArray());
    m_tail = to;
    m_tailLine = line;
}

/// Of a line in the tail.
qsizetype StreamingDocument::offsetOfLine(int line) const
{
    qsizetype offset = m_tail;
    for (int i = m_tailLine; i < line; ++i) {
        const qsizetype end = endOfLine(m_text, offset);
        if (end < 0)
            break;
        offset = end;
    }
    return offset;
}

/// What must stand before the tail so that it means what it means in the whole.
QByteArray StreamingDocument::prefixFor(QByteArrayView tail) const
{
    const QByteArray references = m_references.neededBy(tail);
    if (m_open == Open::Table)
        return references + tableHeader();
    return m_open == Open::Paragraph ? references + goesOnLine() : references;
}

QByteArray StreamingDocument::goesOnLine()
{
    return GuardedSource::kGoesOn.toByteArray() + '\n';
}

QByteArray StreamingDocument::tableHeader() const
{
    QByteArray header("|");
    QByteArray delimiters("|");
    for (const Block::Alignment alignment : m_blocks[m_openBlock].alignments) {
        const bool left =
            alignment == Block::Alignment::Left || alignment == Block::Alignment::Centre;
        const bool right =
            alignment == Block::Alignment::Right || alignment == Block::Alignment::Centre;
        header += "h|";
        delimiters += QByteArray(left ? ":-" : "--") + (right ? ":|" : "-|");
    }
    return header + '\n' + delimiters + '\n';
}

} // namespace app
