// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"
#include "app/tools/tool_host.h"

#include <QString>

namespace ui {

/// Words of a model, tool or server for one line: at most so many characters, hidden ones as signs.
[[nodiscard]] QString strangersText(const QString &text, int most);
/// "by hand", "command", "MCP server".
[[nodiscard]] QString toolKindText(app::ToolSourceKind kind);
/// The same as a phrase: "A program that is run for each call".
[[nodiscard]] QString toolKindSentence(app::ToolSourceKind kind);
/// What a source of tools is doing, as a sentence; for those that do something.
[[nodiscard]] QString hostStateText(const app::ToolHost &host);
[[nodiscard]] QString toolPolicyText(app::ToolPolicy policy);
/// How the arguments of a call stand to the schema of its tool, one line.
[[nodiscard]] QString argumentFitText(const app::SchemaVerdict &verdict);
/// A command as one could type it into a shell, which would read the very same words: quotes around
/// all that is not plain. Hidden characters are signs.
[[nodiscard]] QString commandText(const app::CommandLine &command);

[[nodiscard]] inline bool isToolServer(app::ToolSourceKind kind)
{
    return kind == app::ToolSourceKind::McpCommand || kind == app::ToolSourceKind::McpUrl;
}

} // namespace ui
