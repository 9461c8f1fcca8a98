// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/tool.h"

namespace app {

// What servers say of tools, read with limits: names, descriptions and schemas that are too long to
// be any are cut or dropped. https://modelcontextprotocol.io/specification/2025-06-18/server/tools

/// The most tools of one server that are known; more are not asked for.
inline constexpr qsizetype kMostToolsOfServer = 1'000;

/// One element of `tools/list`; nothing where it has no name or its schema is too long. `base`:
/// what all tools of the server have in common.
[[nodiscard]] std::optional<Tool> mcpTool(const QJsonObject &json, const Tool &base);

/// The result of `tools/call`. What is no text becomes a line that says what came.
[[nodiscard]] ToolOutcome mcpOutcome(const QJsonObject &result);

} // namespace app
