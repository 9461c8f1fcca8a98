// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"
#include "app/markdown/guarded_source.h"
#include "app/markdown/paragraph_cuts.h"

#include <cmark-gfm.h>

namespace app {

/// Turns what cmark made of a text into blocks.
class BlockConverter
{
public:
    /// `lineOffset` is added to every line. The cuts are those that `source` was parted at.
    BlockConverter(const GuardedSource &source, int lineOffset, QList<ParagraphCut> cuts)
        : m_source(source), m_lineOffset(lineOffset), m_cuts(std::move(cuts))
    {
    }

    /// The pieces of a paragraph become one. A piece at the very start stays alone.
    [[nodiscard]] Blocks topLevel(cmark_node *document);
    /// Of the last block, if it is a paragraph: its inlines before its last piece. 0: it has one.
    [[nodiscard]] qsizetype inlinesBeforeLastPiece() const { return m_inlinesBeforeLastPiece; }

private:
    [[nodiscard]] Blocks children(cmark_node *parent, int depth) const;
    [[nodiscard]] Block block(cmark_node *node, int depth) const;
    void fillList(Block &block, cmark_node *node) const;
    void fillTable(Block &block, cmark_node *node) const;
    void fillMath(Block &block, cmark_node *node) const;
    [[nodiscard]] int firstLine(cmark_node *node) const;
    [[nodiscard]] QList<QByteArray> lines(const char *literal) const;

    const GuardedSource &m_source;
    int m_lineOffset;
    QList<ParagraphCut> m_cuts;
    qsizetype m_inlinesBeforeLastPiece = 0;
};

} // namespace app
