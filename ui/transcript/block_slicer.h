// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/streaming_document.h"
#include "ui/transcript/slice.h"

#include <vector>

namespace ui {

/// Above blocks of the top level.
namespace slice_spaces {
inline constexpr int kBlockSpace = 12;
inline constexpr int kHeadingSpace = 20;
} // namespace slice_spaces

/// Cuts blocks into slices. Slices of one top-level block follow from that block alone, those of a
/// list item, code line or table row from its own text and what stands before it.
class BlockSlicer
{
public:
    BlockSlicer(int part, bool inReasoning) : m_part(part), m_inReasoning(inReasoning) { }

    /// Those with this key and behind it.
    [[nodiscard]] std::vector<Slice> slicesFrom(const app::Blocks &blocks,
                                                const SliceKey &from) const;
    /// The key of the first slice that a change may have made another.
    [[nodiscard]] SliceKey firstKey(const app::Blocks &blocks,
                                    const app::StreamingDocument::Change &from) const;

private:
    int m_part;
    bool m_inReasoning;
};

/// The blocks between two places, trimmed to them; for copying. Nothing is selected of slices that
/// are not in [from, to].
[[nodiscard]] app::Blocks blocksBetween(const app::Blocks &blocks, int part, SlicePosition from,
                                        SlicePosition to);
/// What was selected inside one paragraph or one block of code, without the list, the quote or the
/// heading that it stands in: whoever copies a word wants the word. Of items inside of an item, the
/// innermost list that holds them all.
[[nodiscard]] app::Blocks withoutSurroundings(const app::Blocks &blocks);

} // namespace ui
