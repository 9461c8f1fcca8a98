// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"

#include <optional>

namespace app {

/// Parses a whole text: CommonMark with the tables, strikethrough, autolinks and task lists of
/// GitHub (https://github.github.com/gfm/). Never fails; hostile input is guarded, see
/// GuardedSource. Thread-safe.
[[nodiscard]] Blocks parseMarkdown(QByteArrayView text);

/// How a code fence was opened.
struct Fence
{
    char character = '`';
    int length = 3;
    int indent = 0; ///< columns taken from the start of every line in it

    bool operator==(const Fence &) const = default;
};

/// A part of a text, parsed as it stands in the whole.
struct ParsedPart
{
    Blocks blocks;
    std::optional<Fence> lastFence; ///< the last block is fenced code (open or closed)
    qsizetype bytes = 0; ///< that cmark had to read
};

/// Parses the lines from `firstLine` of a text on. `prefix` is Markdown that stands before them for
/// their meaning only, made of whole lines; its lines are not counted.
[[nodiscard]] ParsedPart parseMarkdownPart(QByteArrayView part, int firstLine,
                                           QByteArrayView prefix = {});

} // namespace app
