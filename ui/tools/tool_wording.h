// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/tool_host.h"

#include <QString>

namespace ui {

/// "by hand", "command", "MCP server".
[[nodiscard]] QString toolKindText(app::ToolSourceKind kind);
/// What a source of tools is doing, as a sentence; for those that do something.
[[nodiscard]] QString hostStateText(const app::ToolHost &host);
[[nodiscard]] QString toolPolicyText(app::ToolPolicy policy);
/// A command as one could type it: quotes around what holds blanks, hidden characters as signs.
[[nodiscard]] QString commandText(const app::CommandLine &command);

[[nodiscard]] inline bool isToolServer(app::ToolSourceKind kind)
{
    return kind == app::ToolSourceKind::McpCommand || kind == app::ToolSourceKind::McpUrl;
}

} // namespace ui
