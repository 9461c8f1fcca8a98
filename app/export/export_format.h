// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_words.h"
#include "app/export/exported.h"

class QIODevice;

namespace app {

enum class ExportFormat { Html, Markdown, Csv, Json, Promptfoo };

[[nodiscard]] QLatin1StringView exportFormatName(ExportFormat format); ///< "html", …
[[nodiscard]] std::optional<ExportFormat> exportFormatFromName(QStringView name);
[[nodiscard]] QStringList exportFormatNames();
[[nodiscard]] QLatin1StringView exportFileEnding(ExportFormat format); ///< "md", "yaml", …
[[nodiscard]] bool hasPlaceForImages(ExportFormat format);
[[nodiscard]] bool hasPlaceForRuns(ExportFormat format);
/// What was asked for in a run is told of, or made use of.
[[nodiscard]] bool needsRequests(ExportFormat format);

/// A name for the file, without a folder: from the title, without what file systems refuse.
[[nodiscard]] QString exportFileName(const QString &title, ExportFormat format);

/// Pure; any thread.
void writeExport(QIODevice &out, ExportFormat format, const Exported &exported,
                 const ExportWords &words = {});

} // namespace app
