// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/exported.h"

class QIODevice;

namespace app {

/// Everything, for programs; export-json.md describes it.
void writeJsonExport(QIODevice &out, const Exported &exported);

/// A run as a member of `runs` there, without its request.
[[nodiscard]] QJsonObject runJson(const Run &run);

} // namespace app
