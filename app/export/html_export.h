// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_words.h"
#include "app/export/exported.h"

class QIODevice;

namespace app {

/// One self-contained page: rounds below each other, in each the answers side by side. No script,
/// nothing from elsewhere, images of the conversation as data; Markdown as in the transcript.
void writeHtmlExport(QIODevice &out, const Exported &exported, const ExportWords &words);

} // namespace app
