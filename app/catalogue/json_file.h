// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace app {

// The files of the catalogue: one JSON object each, at most 64 MB, written whole and atomically.

/// Empty where there is no such file, or one of another format.
[[nodiscard]] QJsonObject readJsonFile(const QString &path);
/// Makes the folder, too. One that cannot be written is worth a line in the log.
void writeJsonFile(const QString &path, QJsonObject root);

} // namespace app
