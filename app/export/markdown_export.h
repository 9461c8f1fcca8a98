// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_words.h"
#include "app/export/exported.h"

class QIODevice;

namespace app {

/// A document of GitHub's Markdown: a heading for each round and each answer, prompts as quotes,
/// answers as they came (see containedMarkdown()), images of the conversation as data.
void writeMarkdownExport(QIODevice &out, const Exported &exported, const ExportWords &words);

} // namespace app
