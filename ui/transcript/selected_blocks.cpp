// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/block_slicer.h"
#include "ui/transcript/text_chunks.h"

namespace ui {

using app::Block;
using app::Blocks;
using app::Inline;

namespace {

/// Walks blocks as BlockSlicer does, counting the same keys.
class Trimmer
{
public:
    Trimmer(SlicePosition from, SlicePosition to) : m_from(from), m_to(to) { }

    [[nodiscard]] Blocks trimmed(const Block &block, SliceKey &key, bool inChild) const;

private:
    struct Range
    {
        qsizetype first = 0;
        qsizetype last = 0;
        [[nodiscard]] bool isEmpty() const { return first >= last; }
    };
    [[nodiscard]] Range range(const SliceKey &key, qsizetype length) const;
    [[nodiscard]] Blocks text(const Block &block, SliceKey &key, int &step) const;
    [[nodiscard]] Blocks code(const Block &block, SliceKey &key, int &step) const;
    [[nodiscard]] Blocks table(const Block &block, SliceKey &key, int &step) const;
    [[nodiscard]] Blocks container(const Block &block, SliceKey &key, bool inChild) const;

    SlicePosition m_from;
    SlicePosition m_to;
};

Trimmer::Range Trimmer::range(const SliceKey &key, qsizetype length) const
{
    if (key < m_from.key || key > m_to.key)
        return {};
    const qsizetype first = key == m_from.key ? m_from.offset : 0;
    const qsizetype last = key == m_to.key ? m_to.offset : length;
    return {qBound<qsizetype>(0, first, length), qBound<qsizetype>(0, last, length)};
}

Blocks Trimmer::trimmed(const Block &block, SliceKey &key, bool inChild) const
{
    int &step = inChild ? key.leaf : key.child;
    switch (block.kind) {
    case Block::Kind::Code:
        return code(block, key, step);
    case Block::Kind::Table:
        return table(block, key, step);
    case Block::Kind::Quote:
    case Block::Kind::List:
        return container(block, key, inChild);
    case Block::Kind::Rule: {
        const bool inside = m_from.key <= key && key < m_to.key;
        ++step;
        return inside ? Blocks{block} : Blocks{};
    }
    default: // the others are text
        break;
    }
    return text(block, key, step);
}

Blocks Trimmer::text(const Block &block, SliceKey &key, int &step) const
{
    Block kept = block;
    kept.kind = block.kind == Block::Kind::Heading ? block.kind : Block::Kind::Paragraph;
    kept.lines.clear();
    kept.inlines.clear();
    for (const app::Inlines &chunk : textChunks(textInlines(block))) {
        const Range part = range(key, shownText(chunk).size());
        if (!part.isEmpty())
            kept.inlines += inlinesBetween(chunk, part.first, part.last);
        ++step;
    }
    return kept.inlines.isEmpty() ? Blocks{} : Blocks{kept};
}

Blocks Trimmer::code(const Block &block, SliceKey &key, int &step) const
{
    Block kept = block;
    kept.lines.clear();
    for (int i = 0; i < chunkCount(block); ++i) {
        const auto lines = block.lines.mid(i * slice_limits::kCodeLines, slice_limits::kCodeLines);
        const QString text = QString::fromUtf8(lines.join('\n'));
        const Range part = range(key, text.size());
        if (!part.isEmpty())
            kept.lines += text.sliced(part.first, part.last - part.first).toUtf8().split('\n');
        ++step;
    }
    return kept.lines.isEmpty() ? Blocks{} : Blocks{kept};
}

/// Whole rows; but a part of one cell is a paragraph.
Blocks Trimmer::table(const Block &block, SliceKey &key, int &step) const
{
    Block kept = block;
    kept.children.clear();
    for (int i = 0; i < chunkCount(block); ++i) {
        const Range part = range(key, std::numeric_limits<qsizetype>::max());
        ++step;
        qsizetype start = 0;
        for (const Block &row : tableChunk(block, i)) {
            const qsizetype rowStart = start;
            for (const Block &cell : row.children) {
                const qsizetype end = start + shownText(cell.inlines).size();
                if (!part.isEmpty() && part.first >= start && part.last <= end) {
                    Block paragraph;
                    paragraph.inlines =
                        inlinesBetween(cell.inlines, part.first - start, part.last - start);
                    return {paragraph};
                }
                start = end + 1;
            }
            if (!part.isEmpty() && part.first < start && part.last > rowStart)
                kept.children.append(row);
        }
    }
    return kept.children.isEmpty() ? Blocks{} : Blocks{kept};
}

Blocks Trimmer::container(const Block &block, SliceKey &key, bool inChild) const
{
    Block kept = block;
    kept.children.clear();
    for (qsizetype i = 0; i < block.children.size(); ++i) {
        const Block &child = block.children[i];
        if (block.kind == Block::Kind::Quote) {
            kept.children += trimmed(child, key, true);
            continue;
        }
        if (!inChild) {
            key.child = int(i);
            key.leaf = 0;
        }
        Block item = child;
        item.children.clear();
        if (child.children.isEmpty())
            ++key.leaf;
        for (const Block &part : child.children)
            item.children += trimmed(part, key, true);
        if (item.children.isEmpty())
            continue;
        if (kept.children.isEmpty())
            kept.start = block.start + int(i);
        kept.children.append(item);
    }
    return kept.children.isEmpty() ? Blocks{} : Blocks{kept};
}

const Block *onlyLeaf(const Blocks &blocks)
{
    if (blocks.size() != 1)
        return nullptr;
    const Block &block = blocks.constFirst();
    const bool holds = block.kind == Block::Kind::Quote || block.kind == Block::Kind::List
                       || block.kind == Block::Kind::Item;
    return holds ? onlyLeaf(block.children) : &block;
}

/// Whether nothing is left of it but what it holds.
bool isOnlyAround(const Block &block)
{
    const bool holds = block.kind == Block::Kind::Quote || block.kind == Block::Kind::List
                       || block.kind == Block::Kind::Item;
    if (!holds || block.children.size() != 1)
        return false;
    const Block::Kind inner = block.children.constFirst().kind;
    return inner == Block::Kind::Quote || inner == Block::Kind::List
           || (block.kind == Block::Kind::List && isOnlyAround(block.children.constFirst()));
}

} // namespace

Blocks blocksBetween(const Blocks &blocks, int part, SlicePosition from, SlicePosition to)
{
    const Trimmer trimmer(from, to);
    Blocks kept;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        SliceKey key{part, int(i), 0, 0};
        kept += trimmer.trimmed(blocks[i], key, false);
    }
    return kept;
}

Blocks withoutSurroundings(const Blocks &blocks)
{
    const Block *leaf = onlyLeaf(blocks);
    if (!leaf) {
        const bool isAround = blocks.size() == 1 && isOnlyAround(blocks.constFirst());
        return isAround ? withoutSurroundings(blocks.constFirst().children) : blocks;
    }
    Block bare = *leaf;
    if (bare.kind == Block::Kind::Heading)
        bare.kind = Block::Kind::Paragraph;
    return {bare};
}

} // namespace ui
