// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"
#include "app/markdown/guarded_source.h"
#include "app/markdown/paragraph_pieces.h"

#include <cmark-gfm.h>

namespace app {

/// Turns what cmark made of a text into blocks.
class BlockConverter
{
public:
    /// `lineOffset` is added to every line.
    BlockConverter(const GuardedSource &source, const ParagraphPieces &pieces, int lineOffset)
        : m_source(source), m_pieces(pieces), m_lineOffset(lineOffset)
    {
    }

    [[nodiscard]] Blocks topLevel(cmark_node *document) const { return children(document, 0); }

private:
    [[nodiscard]] Blocks children(cmark_node *parent, int depth) const;
    [[nodiscard]] Block block(cmark_node *node, int depth) const;
    [[nodiscard]] Inlines inlines(cmark_node *node) const;
    void fillList(Block &block, cmark_node *node) const;
    void fillTable(Block &block, cmark_node *node) const;
    void fillMath(Block &block, cmark_node *node) const;
    [[nodiscard]] int firstLine(cmark_node *node) const;
    [[nodiscard]] QList<QByteArray> lines(const char *literal) const;

    const GuardedSource &m_source;
    const ParagraphPieces &m_pieces;
    int m_lineOffset;
};

} // namespace app
