// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_format.h"

namespace ui {

/// The words of pages and documents in the language of the window, with its numbers and dates.
[[nodiscard]] app::ExportWords exportWords();

/// "Page (HTML)".
[[nodiscard]] QString exportFormatText(app::ExportFormat format);
/// What that format is good for, in a sentence.
[[nodiscard]] QString exportFormatHint(app::ExportFormat format);
/// For a file dialog: "Markdown (*.md)".
[[nodiscard]] QString exportFileFilter(app::ExportFormat format);

} // namespace ui
