// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"

#include <QString>

namespace app {

// Blocks as other programs take them from the clipboard; html_writer.h has their HTML.

/// As read: list markers and quote signs stay, table cells are parted by tabs.
[[nodiscard]] QString toPlainText(const Blocks &blocks);
/// Markdown that parses to these blocks again.
[[nodiscard]] QString toMarkdown(const Blocks &blocks);

} // namespace app
