// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/block_slicer.h"

#include "ui/transcript/text_chunks.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

using app::Block;
using app::Blocks;
using slice_spaces::kBlockSpace;
using slice_spaces::kHeadingSpace;

namespace {

constexpr int kTightSpace = 1;
constexpr int kLooseSpace = 8;
constexpr int kQuoteIndent = 16;
constexpr int kFormulaIndent = 24;
constexpr int kBulletIndent = 20;
constexpr int kNumberIndent = 24;
constexpr int kDigitIndent = 8; ///< for every digit after the second
constexpr int kImageSpace = 8;
constexpr int kBehindAll = std::numeric_limits<int>::max();
constexpr qsizetype kMostShownImages = 64; ///< shown below one block
constexpr qsizetype kMostAsked = 4; ///< children of a block that are asked for their direction

/// Where a block stands among those around it.
struct Place
{
    SliceKey key;
    bool inChild = false; ///< below a list item or quote: its slices count as leaves
    int spaceAbove = 0;
    int indent = 0;
    bool mirrored = false;
    QList<int> bars;
    int newBars = 0;
    QString marker;
    Block::Task task = Block::Task::None;
};

int spaceAbove(const Block &block)
{
    return block.kind == Block::Kind::Heading ? kHeadingSpace : kBlockSpace;
}

bool hasFrame(const Block &block)
{
    return block.kind == Block::Kind::Code || block.kind == Block::Kind::Table
           || block.kind == Block::Kind::Quote;
}

bool endsWithFrame(const Block &block)
{
    if (block.kind != Block::Kind::List && block.kind != Block::Kind::Item)
        return hasFrame(block);
    return !block.children.isEmpty() && endsWithFrame(block.children.constLast());
}

/// Of the first text that has one.
Qt::LayoutDirection direction(const Block &block)
{
    for (const app::Inline &run : block.inlines) {
        const QString text = run.kind == app::Inline::Kind::Text ? shownText(run) : QString();
        for (const QChar c : text) {
            if (c.direction() == QChar::DirR || c.direction() == QChar::DirAL)
                return Qt::RightToLeft;
            if (c.direction() == QChar::DirL)
                return Qt::LeftToRight;
        }
    }
    for (qsizetype i = 0; i < qMin(kMostAsked, block.children.size()); ++i) {
        const Qt::LayoutDirection found = direction(block.children[i]);
        if (found != Qt::LayoutDirectionAuto)
            return found;
    }
    return Qt::LayoutDirectionAuto;
}

/// A list or a table is written as its first item or row is, and does not turn when more comes.
bool beginsAtRight(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Quote:
        return direction(block) == Qt::RightToLeft;
    case Block::Kind::List:
    case Block::Kind::Table:
        return !block.children.isEmpty()
               && direction(block.children.constFirst()) == Qt::RightToLeft;
    default:
        return false;
    }
}

/// Makes the slices from one key on; those before it are only counted.
class Cutter
{
public:
    Cutter(bool inReasoning, SliceKey from) : m_inReasoning(inReasoning), m_from(from) { }

    void cut(const Block &block, Place &place);
    /// Counts what the first children of a container take.
    void skip(const Block &container, int children, Place &place);
    /// Behind a block or a list item: the images of its text in a slice of their own, which moves
    /// the key of no other.
    void cutImages(const SliceKey &key, int indent);
    [[nodiscard]] std::vector<Slice> take() { return std::move(m_slices); }

private:
    void cutText(const Block &block, Place &place);
    void cutCode(const Block &block, Place &place);
    void cutTable(const Block &block, Place &place);
    void cutQuote(const Block &block, Place &place);
    void cutList(const Block &list, Place &place);
    void cutItem(const Block &list, const Block &item, Place &place);
    [[nodiscard]] bool isSettled(const Place &place) const { return place.key < m_from; }
    [[nodiscard]] Slice slice(Slice::Kind kind, Place &place) const;
    void step(Place &place) const;

    bool m_inReasoning;
    SliceKey m_from;
    std::vector<Slice> m_slices;
    QList<SliceImage> m_images; ///< met since the last slice of images
};

Slice Cutter::slice(Slice::Kind kind, Place &place) const
{
    Slice slice;
    slice.key = slice.origin = place.key;
    slice.kind = kind;
    slice.inReasoning = m_inReasoning;
    slice.spaceAbove = std::exchange(place.spaceAbove, 0);
    slice.indent = place.indent;
    slice.mirrored = place.mirrored;
    slice.bars = place.bars;
    slice.newBars = std::exchange(place.newBars, 0);
    slice.marker = std::exchange(place.marker, {});
    slice.task = std::exchange(place.task, Block::Task::None);
    return slice;
}

void Cutter::step(Place &place) const
{
    ++(place.inChild ? place.key.leaf : place.key.child);
    place.spaceAbove = 0;
    place.newBars = 0;
    place.marker.clear();
    place.task = Block::Task::None;
}

void Cutter::cut(const Block &block, Place &place)
{
    switch (block.kind) {
    case Block::Kind::Code:
        return cutCode(block, place);
    case Block::Kind::Table:
        return cutTable(block, place);
    case Block::Kind::Quote:
        return cutQuote(block, place);
    case Block::Kind::List:
        return cutList(block, place);
    case Block::Kind::Rule:
        if (!isSettled(place))
            m_slices.push_back(slice(Slice::Kind::Rule, place));
        return step(place);
    default: // the others are text
        return cutText(block, place);
    }
}

void Cutter::skip(const Block &container, int children, Place &place)
{
    const bool isList = container.kind == Block::Kind::List;
    for (qsizetype i = 0; i < qMin<qsizetype>(children, container.children.size()); ++i) {
        if (isList)
            cutItem(container, container.children[i], place);
        else
            cut(container.children[i], place);
    }
}

void Cutter::cutText(const Block &block, Place &place)
{
    const SliceKey origin = place.key;
    for (const app::Inline &run : block.inlines) {
        const std::optional<SliceImage> image = imageShownFor(run);
        if (image && m_images.size() < kMostShownImages)
            m_images.append(*image);
    }
    for (const app::Inlines &chunk : textChunks(textInlines(block))) {
        if (!isSettled(place)) {
            Slice text = slice(Slice::Kind::Text, place);
            text.origin = origin;
            text.level = block.level;
            text.indent += block.kind == Block::Kind::Math ? kFormulaIndent : 0;
            text.inlines = chunk;
            m_slices.push_back(std::move(text));
        }
        step(place);
    }
}

void Cutter::cutImages(const SliceKey &key, int indent)
{
    const QList<SliceImage> images = std::exchange(m_images, {});
    if (images.isEmpty() || key < m_from)
        return;
    Place place;
    place.key = key;
    place.spaceAbove = kImageSpace;
    place.indent = indent;
    Slice row = slice(Slice::Kind::Images, place);
    row.images = images;
    m_slices.push_back(std::move(row));
}

void Cutter::cutCode(const Block &block, Place &place)
{
    const int chunks = chunkCount(block);
    const SliceKey origin = place.key;
    for (int i = 0; i < chunks; ++i) {
        if (!isSettled(place)) {
            Slice code = slice(Slice::Kind::Code, place);
            code.origin = origin;
            code.isFirst = i == 0;
            code.isLast = i + 1 == chunks;
            code.language = block.language;
            code.lines = block.lines.mid(i * slice_limits::kCodeLines, slice_limits::kCodeLines);
            m_slices.push_back(std::move(code));
        }
        step(place);
    }
}

void Cutter::cutTable(const Block &block, Place &place)
{
    const int chunks = chunkCount(block);
    const SliceKey origin = place.key;
    for (int i = 0; i < chunks; ++i) {
        if (!isSettled(place)) {
            Slice table = slice(Slice::Kind::Table, place);
            table.origin = origin;
            table.isFirst = i == 0;
            table.isLast = i + 1 == chunks;
            table.alignments = block.alignments;
            table.rows = tableChunk(block, i);
            table.widthRows = i == 0 ? Blocks{} : tableChunk(block, 0);
            m_slices.push_back(std::move(table));
        }
        step(place);
    }
}

void Cutter::cutQuote(const Block &block, Place &place)
{
    Place inner = place;
    inner.inChild = true;
    inner.bars.append(place.indent);
    ++inner.newBars;
    inner.indent += kQuoteIndent;
    for (const Block &child : block.children) {
        cut(child, inner);
        inner.spaceAbove = spaceAbove(block);
    }
    place.key = inner.key;
    place.spaceAbove = 0;
    place.newBars = 0;
}

void Cutter::cutList(const Block &list, Place &place)
{
    Place inner = place;
    inner.inChild = true;
    const qsizetype digits = QString::number(list.start + list.children.size()).size();
    inner.indent +=
        list.ordered ? kNumberIndent + kDigitIndent * qMax(0, int(digits) - 2) : kBulletIndent;
    const bool skipsSettled = !place.inChild && place.key.block == m_from.block;
    for (qsizetype i = skipsSettled ? m_from.child : 0; i < list.children.size(); ++i) {
        if (!place.inChild) {
            inner.key.child = int(i);
            inner.key.leaf = 0;
        }
        if (i > 0)
            inner.spaceAbove =
                list.tight && !endsWithFrame(list.children[i - 1]) ? kTightSpace : kLooseSpace;
        inner.marker = list.ordered ? QString::number(list.start + i) + u'.' : u"\u2022"_s;
        inner.task = list.children[i].task;
        cutItem(list, list.children[i], inner);
        if (!place.inChild)
            cutImages({inner.key.part, inner.key.block, int(i), kBehindAll}, inner.indent);
    }
    place.key = inner.key;
    place.spaceAbove = 0;
    place.newBars = 0;
    place.marker.clear();
}

void Cutter::cutItem(const Block &list, const Block &item, Place &place)
{
    if (item.children.isEmpty())
        return cutText(item, place); // its marker stands alone
    const Block *before = nullptr;
    for (const Block &child : item.children) {
        if (before)
            place.spaceAbove =
                list.tight && !hasFrame(child) && !hasFrame(*before) ? kTightSpace : kLooseSpace;
        cut(child, place);
        before = &child;
    }
}

} // namespace

namespace {

/// The run of lines or rows that a change of one may make another: the run before the last one must
/// know that it is the last no more.
int firstChunk(const Block &block, int line)
{
    if (block.kind == Block::Kind::Code)
        return qMax(0, line - 1) / slice_limits::kCodeLines;
    if (block.kind == Block::Kind::Table)
        return qMax(0, line - 2) / slice_limits::kTableRows;
    return 0;
}

} // namespace

std::vector<Slice> BlockSlicer::slicesFrom(const Blocks &blocks, const SliceKey &from) const
{
    Cutter cutter(m_inReasoning, from);
    for (qsizetype i = from.block; i < blocks.size(); ++i) {
        Place place;
        place.key = {m_part, int(i), 0, 0};
        place.spaceAbove = i == 0 ? kBlockSpace : spaceAbove(blocks[i]);
        place.mirrored = beginsAtRight(blocks[i]);
        cutter.cut(blocks[i], place);
        cutter.cutImages({m_part, int(i), kBehindAll, 0}, 0);
    }
    return cutter.take();
}

SliceKey BlockSlicer::firstKey(const Blocks &blocks,
                               const app::StreamingDocument::Change &from) const
{
    Place place;
    place.key = {m_part, from.block, 0, 0};
    if (from.block >= blocks.size())
        return place.key;
    const Block &block = blocks[from.block];
    if (block.kind == Block::Kind::List)
        place.key.child = from.child; // the item before may be the last one no more, which changes
                                      // nothing
    else if (block.kind != Block::Kind::Quote)
        place.key.child = firstChunk(block, from.child);
    const bool holdsBlocks = block.kind == Block::Kind::List || block.kind == Block::Kind::Quote;
    if (!holdsBlocks || from.child >= block.children.size())
        return place.key;
    place.inChild = true;
    place.key.leaf = 0;
    Cutter counter(m_inReasoning, SliceKey{m_part + 1, 0, 0, 0}); // all is settled
    if (block.kind == Block::Kind::Quote)
        counter.skip(block, from.child, place);
    const Block *inside = &block.children[from.child];
    for (const int child : from.inside) {
        if (inside->children.isEmpty() || inside->kind == Block::Kind::Table) {
            place.key.leaf += firstChunk(*inside, child);
            break;
        }
        counter.skip(*inside, child, place);
        if (child >= inside->children.size())
            break;
        inside = &inside->children[child];
    }
    return place.key;
}

} // namespace ui
