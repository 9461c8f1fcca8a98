// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/slice.h"

namespace ui {

// How long blocks are cut into slices. Cuts depend on the text before them only: text that is
// appended moves none of them.

/// Pieces of at most slice_limits::kCharacters, cut behind a sentence, else a word. One at least.
[[nodiscard]] QList<app::Inlines> textChunks(const app::Inlines &inlines);
/// What is shown of a block of text: a formula, the lines of raw HTML as they are.
[[nodiscard]] app::Inlines textInlines(const app::Block &block);
/// Code, and formulas that are shown as their source.
[[nodiscard]] bool looksLikeCode(const app::Inline &run);
/// Runs of code lines or table rows. One at least.
[[nodiscard]] int chunkCount(const app::Block &codeOrTable);
/// The rows of one run; the header belongs to the first.
[[nodiscard]] app::Blocks tableChunk(const app::Block &table, int index);
/// A part of it, in UTF-16 units of shownText().
[[nodiscard]] app::Inlines inlinesBetween(const app::Inlines &inlines, qsizetype from,
                                          qsizetype to);

} // namespace ui
