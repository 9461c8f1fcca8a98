// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/export/export_format.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace app {

/// What `diptych-cli export` is asked for.
struct ExportOptions
{
    bool isList = false; ///< of conversations, or of the rounds of one
    ConversationId conversation; ///< none: the one changed last
    bool isNamed = false; ///< a conversation, or the last one, was asked for
    ExportFormat format = ExportFormat::Markdown;
    ExportWish wish; ///< its round is filled in by roundOf()
    QString round; ///< as typed; empty: all
    QString outFile; ///< empty: standard output
};

[[nodiscard]] QList<QCommandLineOption> exportOptionTable();
/// InvalidRequest says what is wrong with them.
[[nodiscard]] Result<ExportOptions> readExportOptions(const QCommandLineParser &arguments);

/// The round that was typed: its id, its number in what is exported, or "newest". InvalidRequest:
/// there is none.
[[nodiscard]] Result<RoundId> roundOf(const QString &typed, const Exported &exported);

} // namespace app
