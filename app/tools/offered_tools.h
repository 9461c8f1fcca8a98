// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/tool.h"

#include <QJsonArray>

namespace app {

/// A tool under the name that the model calls it by in one request.
struct OfferedTool
{
    QString wireName; ///< ^[a-zA-Z0-9_-]{1,64}$, unique in the request
    Tool tool;

    bool operator==(const OfferedTool &) const = default;
};
using OfferedTools = QList<OfferedTool>;

/// Names for these tools, in their order: their own where servers take it and it is free, else one
/// made of it and the name of the source. `taken`: names that are in the request already. The same
/// tools always get the same names.
[[nodiscard]] OfferedTools offeredTools(const QList<Tool> &tools, const QStringList &taken = {});

/// Null where there is no such name.
[[nodiscard]] const OfferedTool *findOffered(const OfferedTools &tools, QStringView wireName);

/// As the field `tools` of a request wants it.
[[nodiscard]] QJsonArray toolsToJson(const OfferedTools &tools);

/// What stands in such an array, as tools that the user answers by hand: their source has no id.
/// What is no function is left out.
[[nodiscard]] OfferedTools handToolsFromJson(const QJsonArray &tools);

} // namespace app
