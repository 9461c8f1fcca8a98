// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block_converter.h"

#include "app/markdown/inline_converter.h"
#include "app/markdown/math_extension.h"
#include "app/markdown/math_span.h"

#include <QHash>

#include <cmark-gfm-core-extensions.h>

#include <string_view>

namespace app {

namespace {

Block::Kind kindOf(cmark_node *node)
{
    static const QHash<std::string_view, Block::Kind> kinds{
        {"paragraph", Block::Kind::Paragraph}, {"heading", Block::Kind::Heading},
        {"code_block", Block::Kind::Code},     {"html_block", Block::Kind::Html},
        {"thematic_break", Block::Kind::Rule}, {"block_quote", Block::Kind::Quote},
        {"list", Block::Kind::List},           {"item", Block::Kind::Item},
        {"tasklist", Block::Kind::Item},       {"table", Block::Kind::Table},
        {"table_header", Block::Kind::Row},    {"table_row", Block::Kind::Row},
        {"table_cell", Block::Kind::Cell},
    };
    return kinds.value(cmark_node_get_type_string(node), Block::Kind::Paragraph);
}

QByteArray firstWord(const QByteArray &text)
{
    const qsizetype space = text.indexOf(' ');
    return space < 0 ? text : text.first(space);
}

} // namespace

Blocks BlockConverter::children(cmark_node *parent, int depth) const
{
    Blocks blocks;
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        blocks.append(block(node, depth));
    return blocks;
}

Inlines BlockConverter::inlines(cmark_node *node) const
{
    const ParagraphPieces::Paragraph *pieces = m_pieces.of(node);
    return pieces ? pieces->inlines : inlinesOf(node, m_source);
}

Block BlockConverter::block(cmark_node *node, int depth) const
{
    Block block;
    block.kind = isMathBlock(node) ? Block::Kind::Math : kindOf(node);
    if (block.kind != Block::Kind::Cell)
        block.firstLine = firstLine(node);
    switch (block.kind) {
    case Block::Kind::Heading:
        block.level = cmark_node_get_heading_level(node);
        block.inlines = inlinesOf(node, m_source);
        break;
    case Block::Kind::Paragraph:
    case Block::Kind::Cell:
        block.inlines = inlines(node);
        break;
    case Block::Kind::Math:
        fillMath(block, node);
        break;
    case Block::Kind::Code:
        block.language = firstWord(m_source.restored(cmark_node_get_fence_info(node)));
        block.lines = lines(cmark_node_get_literal(node));
        break;
    case Block::Kind::Html:
        block.lines = lines(cmark_node_get_literal(node));
        break;
    case Block::Kind::Rule:
        break;
    case Block::Kind::List:
        fillList(block, node);
        break;
    case Block::Kind::Table:
        fillTable(block, node);
        break;
    case Block::Kind::Item:
        if (std::string_view(cmark_node_get_type_string(node)) == "tasklist") {
            block.task = cmark_gfm_extensions_get_tasklist_item_checked(node) ? Block::Task::Done
                                                                              : Block::Task::Open;
        }
        break;
    case Block::Kind::Quote:
    case Block::Kind::Row:
        break;
    }
    const bool holdsBlocks = block.kind >= Block::Kind::Quote && block.kind != Block::Kind::Cell;
    if (holdsBlocks && depth < markdown_limits::kNesting) {
        block.children = children(node, depth + 1);
    } else if (holdsBlocks) {
        block.kind = Block::Kind::Paragraph;
        block.inlines = flatTextOf(node, m_source);
    }
    return block;
}

void BlockConverter::fillList(Block &block, cmark_node *node) const
{
    block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    block.start = block.ordered ? cmark_node_get_list_start(node) : 1;
    block.tight = cmark_node_get_list_tight(node) != 0;
}

void BlockConverter::fillTable(Block &block, cmark_node *node) const
{
    const int columns = cmark_gfm_extensions_get_table_columns(node);
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (int i = 0; i < columns; ++i) {
        const char alignment = char(alignments ? alignments[i] : 0);
        block.alignments.append(alignment == 'l'   ? Block::Alignment::Left
                                : alignment == 'c' ? Block::Alignment::Centre
                                : alignment == 'r' ? Block::Alignment::Right
                                                   : Block::Alignment::None);
    }
}

void BlockConverter::fillMath(Block &block, cmark_node *node) const
{
    const QByteArray text =
        m_source.restored(cmark_node_get_literal(node), GuardedSource::From::Verbatim);
    for (const QByteArray &line : mathBlockSource(text).split('\n'))
        block.lines.append(line.trimmed());
}

/// cmark-gfm 0.29.0.gfm.6 gives a paragraph that a table was cut from the line 0, and the table the
/// paragraph's: the two count as one unit.
int BlockConverter::firstLine(cmark_node *node) const
{
    int line = cmark_node_get_start_line(node);
    if (line == 0 && cmark_node_next(node))
        line = cmark_node_get_start_line(cmark_node_next(node));
    return line + m_lineOffset - 1;
}

QList<QByteArray> BlockConverter::lines(const char *literal) const
{
    QByteArray text = m_source.restored(literal, GuardedSource::From::Verbatim);
    if (text.isEmpty())
        return {};
    if (text.contains('\r'))
        text.replace("\r\n", "\n").replace('\r', '\n');
    QList<QByteArray> result = text.split('\n');
    if (result.constLast().isEmpty())
        result.removeLast();
    return result;
}

} // namespace app
