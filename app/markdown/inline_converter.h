// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"
#include "app/markdown/guarded_source.h"

#include <cmark-gfm.h>

namespace app {

/// The inlines of a paragraph, heading or table cell of cmark, flattened. A piece of a paragraph
/// that goes on with another one gives nothing for the mark in front of it.
[[nodiscard]] Inlines inlinesOf(cmark_node *parent, const GuardedSource &source);
/// All the text below a node that lies too deep to be shown as what it is.
[[nodiscard]] Inlines flatTextOf(cmark_node *parent, const GuardedSource &source);
/// A paragraph that begins with GuardedSource::kGoesOn.
[[nodiscard]] bool goesOn(cmark_node *paragraph);

} // namespace app
