// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

namespace app {

/// Mathematics as an extension of cmark: its block and inline parsers meet the delimiters where
/// they stand, so code, escapes, emphasis and containers keep their usual order.
/// - A span becomes a HTML_INLINE node of this extension (table cells take no CUSTOM_INLINE); its
///   literal is the source with the delimiters.
/// - Lines that `$$` or `\[` starts become a code block whose extension is this one. It ends at its
///   closing delimiter, at a blank line or after 200 lines, so a forgotten one swallows no answer.
/// One for the whole process; the parser does not own it.
[[nodiscard]] cmark_syntax_extension *mathExtension();
[[nodiscard]] bool isMathSpan(cmark_node *node);
[[nodiscard]] bool isMathBlock(cmark_node *node);

} // namespace app
