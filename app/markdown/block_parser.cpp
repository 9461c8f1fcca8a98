// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block_parser.h"

#include "app/markdown/block_converter.h"
#include "app/markdown/cmark_document.h"
#include "app/markdown/guarded_source.h"
#include "app/markdown/paragraph_pieces.h"

namespace app {

namespace {

std::optional<Fence> fenceOf(cmark_node *block)
{
    Fence fence;
    if (!block || cmark_node_get_type(block) != CMARK_NODE_CODE_BLOCK
        || !cmark_node_get_fenced(block, &fence.length, &fence.indent, &fence.character))
        return std::nullopt;
    return fence;
}

} // namespace

Blocks parseMarkdown(QByteArrayView text)
{
    return parseMarkdownPart(text, 0).blocks;
}

ParsedPart parseMarkdownPart(QByteArrayView part, int firstLine, QByteArrayView prefix)
{
    if (firstLine > 0 && prefix.isEmpty() && part.startsWith("\xEF\xBB\xBF"))
        prefix = "\n"; // cmark takes a byte order mark away at the start of a text
    const int offset = firstLine - int(std::count(prefix.begin(), prefix.end(), '\n'));
    const GuardedSource source(prefix, part);
    const CmarkDocument document = cmarkDocument(source.text());
    const ParagraphPieces pieces(document.get(), source);
    ParsedPart result;
    result.blocks = BlockConverter(source, pieces, offset).topLevel(document.get());
    result.bytes = source.text().size() + pieces.bytes();
    result.containers = openContainers(document.get(), source.text());
    cmark_node *last = lastLeaf(document.get());
    result.lastFence = fenceOf(last);
    if (const ParagraphPieces::Paragraph *paragraph = last ? pieces.of(last) : nullptr) {
        result.lastPiece = LastPiece{paragraph->inlinesBeforeLast, paragraph->lastCut};
        result.lastPiece->cut.line += offset;
    }
    return result;
}

} // namespace app
