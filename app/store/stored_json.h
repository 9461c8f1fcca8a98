// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/message_part.h"
#include "app/settings/tool_source.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace app {

// Columns that hold JSON hold it as compact UTF-8 in a blob: no detour over UTF-16. What cannot be
// read (a damaged row) reads as empty.

[[nodiscard]] QByteArray storedJson(const QJsonObject &object);
[[nodiscard]] QJsonObject objectOf(const QByteArray &json);
[[nodiscard]] QByteArray storedJson(const QStringList &list);
[[nodiscard]] QStringList stringsOf(const QByteArray &json);
[[nodiscard]] QByteArray storedTools(const QList<ToolRef> &tools);
[[nodiscard]] QList<ToolRef> toolsOf(const QByteArray &json);
[[nodiscard]] QByteArray storedParts(const Parts &parts);
/// Parts of a type that this version does not know are left out.
[[nodiscard]] Parts partsOf(const QByteArray &json);

} // namespace app
