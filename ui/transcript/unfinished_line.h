// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"
#include "ui/transcript/slice.h"

#include <QByteArrayView>

#include <optional>

namespace ui {

// What is shown of the line that is being written, which may end anywhere. Emphasis and code that
// are open look as they will; a link, an image, a tag or a formula comes once it is whole; marks at
// the very end wait for what follows them. So what was shown once stays, and nothing flickers. At
// the end of the line the parser decides.

/// Of the text that ends with that line. A mark that stays open for long is text after all.
[[nodiscard]] app::Inlines shownWhileWritten(const app::Inlines &inlines);
/// The header of the table that a paragraph seems to begin: a line of cells, and not yet the whole
/// line that would make a table of it. Nothing for other paragraphs.
[[nodiscard]] std::optional<app::Block> beginningTable(const app::Inlines &paragraph);

/// Both for the last slice of a message that is being written, and for the block it was cut from. A
/// line of nothing but marks (`-`, `==`, `1.`) is not shown: it may become an item, a rule, or make
/// a heading of the line above. `line` is what there is of it.
void showWhileWritten(Slice &last, QByteArrayView line);
void showWhileWritten(app::Block &last, QByteArrayView line);

} // namespace ui
