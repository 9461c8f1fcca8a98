// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"
#include "app/markdown/code_fence.h"
#include "app/markdown/open_containers.h"
#include "app/markdown/paragraph_cuts.h"

#include <optional>

namespace app {

/// Parses a whole text: CommonMark with the tables, strikethrough, autolinks and task lists of
/// GitHub (https://github.github.com/gfm/), and mathematics (see mathSpanAt() and mathExtension()).
/// Never fails; hostile input is guarded, see GuardedSource; long paragraphs are parsed in pieces,
/// see paragraphCuts(). Thread-safe.
[[nodiscard]] Blocks parseMarkdown(QByteArrayView text);

/// The piece of a long paragraph that more lines may change.
struct LastPiece
{
    qsizetype inlinesBefore = 0; ///< of the paragraph, without the break in front of the piece
    ParagraphCut cut;
};

/// A part of a text, parsed as it stands in the whole.
struct ParsedPart
{
    Blocks blocks;
    QList<OpenContainer> containers; ///< that hold the last of all blocks
    std::optional<Fence> lastFence; ///< that block is fenced code (open or closed)
    std::optional<LastPiece> lastPiece; ///< that block is a paragraph of several
    qsizetype bytes = 0; ///< that cmark had to read
};

/// Parses the lines from `firstLine` of a text on. `prefix` is Markdown that stands before them for
/// their meaning only, made of whole lines; its lines are not counted.
[[nodiscard]] ParsedPart parseMarkdownPart(QByteArrayView part, int firstLine,
                                           QByteArrayView prefix = {});

} // namespace app
