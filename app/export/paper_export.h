// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_words.h"
#include "app/export/exported.h"

namespace app {

/// The rounds in the HTML that QTextDocument knows, for paper: black on white, two lanes beside
/// each other, more below each other, pictures no wider than `imageWidth` pixels. What a page folds
/// away (reasoning, records) is left out.
[[nodiscard]] QString paperHtml(const Exported &exported, const ExportWords &words, int imageWidth);

} // namespace app
