// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_format.h"

#include "app/base/name_table.h"
#include "app/export/csv_export.h"
#include "app/export/html_export.h"
#include "app/export/json_export.h"
#include "app/export/markdown_export.h"
#include "app/export/promptfoo_export.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongestFileName = 60;

constexpr NameTable<ExportFormat, 5> kExportFormats{{
    {ExportFormat::Html, "html"_L1},
    {ExportFormat::Markdown, "markdown"_L1},
    {ExportFormat::Csv, "csv"_L1},
    {ExportFormat::Json, "json"_L1},
    {ExportFormat::Promptfoo, "promptfoo"_L1},
}};

constexpr NameTable<ExportFormat, 5> kExportEndings{{
    {ExportFormat::Html, "html"_L1},
    {ExportFormat::Markdown, "md"_L1},
    {ExportFormat::Csv, "csv"_L1},
    {ExportFormat::Json, "json"_L1},
    {ExportFormat::Promptfoo, "yaml"_L1},
}};

} // namespace

QLatin1StringView exportFormatName(ExportFormat format)
{
    return nameIn(kExportFormats, format);
}

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    return valueIn(kExportFormats, name);
}

QStringList exportFormatNames()
{
    QStringList names;
    for (const auto &[format, name] : kExportFormats)
        names.append(name);
    return names;
}

QLatin1StringView exportFileEnding(ExportFormat format)
{
    return nameIn(kExportEndings, format);
}

bool hasPlaceForImages(ExportFormat format)
{
    return format != ExportFormat::Csv;
}

bool hasPlaceForRuns(ExportFormat format)
{
    return format == ExportFormat::Html || format == ExportFormat::Markdown
           || format == ExportFormat::Json;
}

bool needsRequests(ExportFormat format)
{
    return format == ExportFormat::Json || format == ExportFormat::Promptfoo;
}

QString exportFileName(const QString &title, ExportFormat format)
{
    QString name;
    for (const QChar character : title.simplified()) {
        const bool isRefused =
            u"/\\:*?\"<>|%"_s.contains(character) || character.category() == QChar::Other_Control;
        name += isRefused ? u' ' : character;
    }
    while (name.startsWith(u'.') || name.startsWith(u' ')) // hidden, or a folder
        name.remove(0, 1);
    name = name.simplified().left(kLongestFileName).trimmed();
    return (name.isEmpty() ? u"conversation"_s : name) + u'.' + exportFileEnding(format);
}

void writeExport(QIODevice &out, ExportFormat format, const Exported &exported,
                 const ExportWords &words)
{
    switch (format) {
    case ExportFormat::Html:
        return writeHtmlExport(out, exported, words);
    case ExportFormat::Markdown:
        return writeMarkdownExport(out, exported, words);
    case ExportFormat::Csv:
        return writeCsvExport(out, exported);
    case ExportFormat::Json:
        return writeJsonExport(out, exported);
    case ExportFormat::Promptfoo:
        return writePromptfooExport(out, exported);
    }
}

} // namespace app
