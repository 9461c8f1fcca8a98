// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/streaming_document.h"

#include "app/markdown/guarded_source.h"

namespace app {

namespace {

/// Whether a table was cut from the paragraph in front of it.
bool isCutByTable(const Blocks &blocks, qsizetype paragraph)
{
    return paragraph >= 0 && paragraph + 1 < blocks.size()
           && blocks[paragraph].kind == Block::Kind::Paragraph
           && blocks[paragraph + 1].kind == Block::Kind::Table
           && blocks[paragraph].firstLine == blocks[paragraph + 1].firstLine;
}

/// The block or unit that may still change: the last block, with the paragraph its table was cut
/// from.
qsizetype lastUnit(const Blocks &blocks)
{
    const qsizetype last = blocks.size() - 1;
    return isCutByTable(blocks, last - 1) ? last - 1 : last;
}

} // namespace

StreamingDocument::Change StreamingDocument::append(QByteArrayView text)
{
    m_change = openPlace();
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

StreamingDocument::Change StreamingDocument::openPlace() const
{
    if (!isOpen())
        return {m_unit, 0};
    QList<int> path;
    for (const Level &level : m_levels)
        path.append(level.child);
    if (m_leaf != Leaf::None)
        path.append(m_settled);
    return {m_openBlock, path[0], path.sliced(1)};
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
    m_lineParsed = 0;
    if (m_leaf == Leaf::Fence && !takeFenceLines())
        return;
    narrow(parseTail(m_wholeLines));
}

/// False while the fence stays open.
bool StreamingDocument::takeFenceLines()
{
    QList<QByteArray> &lines = m_blocks[m_openBlock].lines;
    lines.resize(m_settled);
    while (m_tail < m_wholeLines) {
        const qsizetype end = endOfLine(m_text, m_tail);
        const QByteArrayView line = QByteArrayView(m_text).sliced(m_tail, end - m_tail);
        m_tail = end;
        ++m_tailLine;
        if (closesFence(line, m_fence)) {
            m_unit = m_openBlock + 1;
            m_unitStart = m_tail;
            m_unitLine = m_tailLine;
            forgetOpen();
            return true;
        }
        lines.append(lineInFence(line, m_fence));
        m_settled = int(lines.size());
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
    // A long unit is not parsed as a whole for a line that may yet mean something else.
    const bool unfinished = end > m_wholeLines;
    if (unfinished && m_tail - m_unitStart > m_longPart)
        return {};
    // What follows makes what is open another thing than it was: the whole unit again.
    forgetOpen();
    m_tail = m_unitStart;
    m_tailLine = m_unitLine;
    m_change = {m_unit, 0};
    ParsedPart whole = parse();
    joinTail(whole.blocks);
    return whole;
}

void StreamingDocument::forgetOpen()
{
    m_levels.clear();
    m_opening.clear();
    m_continuation.clear();
    m_leaf = Leaf::None;
    m_settled = 0;
}

/// False where the tail does not go on with what is open.
bool StreamingDocument::joinTail(const Blocks &tail)
{
    if (!isOpen()) {
        m_blocks.resize(m_unit);
        m_blocks += tail;
        return true;
    }
    if (!fits(tail))
        return false;
    m_blocks.resize(m_openBlock + 1);
    if (m_levels.isEmpty())
        joinLeaf(m_blocks[m_openBlock], tail[0]);
    else
        joinLevel(m_blocks[m_openBlock], tail[0], 0);
    const int firstLine = m_blocks[m_openBlock].firstLine;
    m_blocks += tail.sliced(1);
    if (m_leaf == Leaf::Paragraph && m_levels.isEmpty() && isCutByTable(tail, 0))
        m_blocks[m_openBlock + 1].firstLine = firstLine;
    return true;
}

bool StreamingDocument::fits(const Blocks &tail) const
{
    const Blocks *blocks = &tail;
    qsizetype at = 0;
    for (const Level &level : m_levels) {
        if (at >= blocks->size() || blocks->at(at).kind != level.kind)
            return false;
        blocks = &blocks->at(at).children;
        at = level.holdsHeading ? 1 : 0;
    }
    if (m_leaf == Leaf::None)
        return true;
    const auto kind = m_leaf == Leaf::Paragraph ? Block::Kind::Paragraph
                      : m_leaf == Leaf::Table   ? Block::Kind::Table
                                                : Block::Kind::Code;
    return at < blocks->size() && blocks->at(at).kind == kind;
}

void StreamingDocument::joinLevel(Block &open, const Block &part, int level)
{
    const Level &here = m_levels[level];
    const bool goesOn = level + 1 < m_levels.size() || m_leaf != Leaf::None;
    open.children.resize(here.child + (goesOn ? 1 : 0));
    qsizetype next = here.holdsHeading ? 1 : 0;
    if (level + 1 < m_levels.size())
        joinLevel(open.children[here.child], part.children[next++], level + 1);
    else if (goesOn)
        joinLeaf(open.children[here.child], part.children[next++]);
    open.children += part.children.sliced(qMin(next, part.children.size()));
    const bool isLeafPiece = level + 1 == m_levels.size() && m_leaf == Leaf::Paragraph;
    if (isLeafPiece && isCutByTable(part.children, next - 1))
        open.children[here.child + 1].firstLine = open.children[here.child].firstLine;
    // cmark marks an item as a task for some lines behind its first one too.
    const Block::Task task = part.task == Block::Task::None ? here.task : part.task;
    const bool tight = here.tight && part.tight;
    if (open.kind == Block::Kind::List && std::exchange(open.tight, tight) != tight)
        noteChangeOf(level); // the space between all items
    if (open.kind == Block::Kind::Item && std::exchange(open.task, task) != task)
        noteChangeOf(level);
}

void StreamingDocument::noteChangeOf(int level)
{
    if (level == 0)
        m_change = {m_openBlock, 0};
    else
        m_change.inside = m_change.inside.first(qMin<qsizetype>(level - 1, m_change.inside.size()));
}

void StreamingDocument::joinLeaf(Block &open, const Block &part) const
{
    switch (m_leaf) {
    case Leaf::Paragraph:
        open.inlines.resize(m_settled);
        if (part.inlines.isEmpty())
            break;
        open.inlines.append(Inline{
            m_hardBreak ? Inline::Kind::LineBreak : Inline::Kind::SoftBreak, {}, {}, {}, {}});
        open.inlines += part.inlines;
        break;
    case Leaf::Table:
        open.children.resize(m_settled);
        open.children += part.children.sliced(1); // without the header of the prefix
        break;
    case Leaf::Fence:
    case Leaf::FenceInside:
        open.lines.resize(m_settled);
        open.lines += part.lines;
        break;
    case Leaf::None:
        break;
    }
}

/// After whole lines were parsed: all blocks but the last unit are settled, and of that all but its
/// last part.
void StreamingDocument::narrow(const ParsedPart &parsed)
{
    if (m_blocks.isEmpty())
        return;
    const int unit = int(lastUnit(m_blocks));
    const bool stillOpen = isOpen() && m_openBlock == m_blocks.size() - 1;
    if (unit > m_unit && !stillOpen) {
        moveTailTo(m_blocks[unit].firstLine);
        m_unit = unit;
        m_unitStart = m_tail;
        m_unitLine = m_tailLine;
    } else if (!stillOpen) {
        m_tail = m_unitStart; // a table was cut from a paragraph in pieces
        m_tailLine = m_unitLine;
    }
    if (!stillOpen)
        forgetOpen();
    m_openBlock = int(m_blocks.size()) - 1;
    if (m_blocks.constLast().kind == Block::Kind::Code && parsed.lastFence)
        return openFence(*parsed.lastFence);
    const Place place = lastPlace(parsed);
    if (place.line > m_tailLine)
        settleUpTo(place, parsed);
}

/// Of the last block, as far inside as is worth it.
StreamingDocument::Place StreamingDocument::lastPlace(const ParsedPart &parsed) const
{
    const bool isLong = m_wholeLines - m_tail > m_longPart;
    Place best;
    QList<Level> levels;
    const Block *block = &m_blocks.constLast();
    while (levels.size() < parsed.containers.size()
           && parsed.containers[levels.size()].kind == block->kind && !block->children.isEmpty()) {
        const int unit = int(lastUnit(block->children));
        const bool isItemOfTopLevel = levels.isEmpty() && block->kind == Block::Kind::List;
        const bool isWorthIt = isLong && mayPartBefore(block->children[unit]);
        if (unit > 0 && (isItemOfTopLevel || isWorthIt)) {
            best = {levels, Leaf::None, 0, block->children[unit].firstLine};
            best.levels.append({block->kind, unit});
        }
        levels.append({block->kind, int(block->children.size()) - 1});
        block = &block->children.constLast();
    }
    const Place inLeaf =
        levels.size() == parsed.containers.size() ? placeInLeaf(*block, parsed, levels) : Place();
    return inLeaf.line > best.line && (isLong || levels.isEmpty()) ? inLeaf : best;
}

StreamingDocument::Place StreamingDocument::placeInLeaf(const Block &leaf, const ParsedPart &parsed,
                                                        const QList<Level> &levels) const
{
    const int last = int(leaf.children.size()) - 1;
    if (leaf.kind == Block::Kind::Table && last > 1)
        return {levels, Leaf::Table, last, leaf.children[last].firstLine};
    if (leaf.kind == Block::Kind::Paragraph && parsed.lastPiece) {
        const bool goesOn = m_leaf == Leaf::Paragraph && isInOpenLeaf(levels);
        return {levels, Leaf::Paragraph,
                int(parsed.lastPiece->inlinesBefore) + (goesOn ? m_settled + 1 : 0),
                parsed.lastPiece->cut.line};
    }
    const int lines = int(leaf.lines.size());
    if (leaf.kind == Block::Kind::Code && parsed.lastFence && !levels.isEmpty() && lines > 1)
        return {levels, Leaf::FenceInside, lines - 1, leaf.firstLine + lines};
    return {};
}

bool StreamingDocument::isInOpenLeaf(const QList<Level> &levels) const
{
    return m_leaf != Leaf::None
           && std::equal(levels.begin(), levels.end(), m_levels.begin(), m_levels.end(),
                         [](const Level &a, const Level &b) { return a.child == b.child; });
}

/// A paragraph that starts like a definition may vanish again.
bool StreamingDocument::mayPartBefore(const Block &child) const
{
    if (child.firstLine <= m_tailLine)
        return false;
    if (child.kind != Block::Kind::Paragraph)
        return true;
    qsizetype at = offsetOfLine(child.firstLine);
    while (at < m_wholeLines && QByteArrayView(" \t>").contains(m_text[at]))
        ++at;
    return at < m_wholeLines && m_text[at] != '[';
}

void StreamingDocument::settleUpTo(Place place, const ParsedPart &parsed)
{
    const QList<OpenContainer> containers = parsed.containers.first(place.levels.size());
    bool isSame = isOpen();
    const Block *container = &m_blocks[m_openBlock];
    for (qsizetype i = 0; i < place.levels.size(); ++i) {
        Level &level = place.levels[i];
        level.holdsHeading = holdsHeading(containers, i);
        level.task = container->task;
        if (level.child < container->children.size())
            container = &container->children[level.child];
        isSame = isSame && i < m_levels.size();
        if (!isSame)
            continue;
        level.tight = m_levels[i].tight;
        isSame = level.child == m_levels[i].child;
    }
    if (!findTightness(place))
        return;
    moveTailTo(place.line);
    m_levels = place.levels;
    m_opening = openingOf(containers);
    m_continuation = continuationOf(containers);
    m_leaf = place.leaf;
    m_settled = place.settled;
    if (m_leaf == Leaf::Paragraph)
        m_hardBreak = parsed.lastPiece->cut.hardBreak;
    else if (m_leaf == Leaf::FenceInside)
        m_fence = *parsed.lastFence;
    else if (m_leaf == Leaf::Table)
        m_alignments = lastLeafBlock().alignments;
}

/// Are lists loose for what is settled then, or only for what may still change? False where that
/// cannot be told.
bool StreamingDocument::findTightness(Place &place)
{
    const Block *block = &m_blocks[m_openBlock];
    bool asks = false;
    for (const Level &level : place.levels) {
        asks = asks || (level.kind == Block::Kind::List && level.tight && !block->tight);
        block = &block->children[level.child];
    }
    if (!asks)
        return true;
    // With a line of what comes next: only a blank line between two things counts.
    const qsizetype end = endOfLine(m_text, offsetOfLine(place.line));
    const QByteArrayView part = QByteArrayView(m_text).sliced(m_tail, end - m_tail);
    const ParsedPart settled = parseMarkdownPart(part, m_tailLine, prefixFor(part));
    m_bytesParsed += settled.bytes;
    const Blocks *blocks = &settled.blocks;
    for (Level &level : place.levels) {
        if (blocks->isEmpty())
            return true;
        const Block &here = blocks == &settled.blocks ? blocks->constFirst() : blocks->constLast();
        if (here.kind != level.kind)
            return false;
        level.tight = level.tight && here.tight;
        blocks = &here.children;
    }
    return true;
}

/// The last block is a fence; from here on its lines need no parser, if it is still open.
void StreamingDocument::openFence(const Fence &fence)
{
    m_fence = fence;
    moveTailTo(m_blocks[m_openBlock].firstLine + 1);
    m_leaf = Leaf::Fence;
    m_settled = 0;
    takeFenceLines();
}

void StreamingDocument::moveTailTo(int line)
{
    const qsizetype to = offsetOfLine(line);
    m_references.collect(QByteArrayView(m_text).sliced(m_tail, to - m_tail), context());
    m_tail = to;
    m_tailLine = line;
}

Block &StreamingDocument::lastLeafBlock()
{
    Block *block = &m_blocks.last();
    while (block->kind >= Block::Kind::Quote && block->kind <= Block::Kind::Item
           && !block->children.isEmpty())
        block = &block->children.last();
    return *block;
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

/// Lines that make what follows mean what it means behind all that is settled.
QByteArray StreamingDocument::context() const
{
    switch (m_leaf) {
    case Leaf::Paragraph:
        return m_opening + m_continuation + goesOnLine();
    case Leaf::Table:
        return m_opening + tableHeader();
    case Leaf::FenceInside:
        return m_opening + m_continuation + QByteArray(m_fence.indent, ' ')
               + QByteArray(m_fence.length, m_fence.character) + '\n';
    case Leaf::Fence:
    case Leaf::None:
        break;
    }
    return m_opening;
}

QByteArray StreamingDocument::prefixFor(QByteArrayView tail) const
{
    return m_references.neededBy(tail) + context();
}

QByteArray StreamingDocument::goesOnLine()
{
    return GuardedSource::kGoesOn.toByteArray() + '\n';
}

QByteArray StreamingDocument::tableHeader() const
{
    QByteArray header("|");
    QByteArray delimiters("|");
    for (const Block::Alignment alignment : m_alignments) {
        const bool left =
            alignment == Block::Alignment::Left || alignment == Block::Alignment::Centre;
        const bool right =
            alignment == Block::Alignment::Right || alignment == Block::Alignment::Centre;
        header += "h|";
        delimiters += QByteArray(left ? ":-" : "--") + (right ? ":|" : "-|");
    }
    return m_continuation + header + '\n' + m_continuation + delimiters + '\n';
}

} // namespace app
