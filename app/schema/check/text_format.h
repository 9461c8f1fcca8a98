// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace app {

/// Whether a text has one of the formats that are looked at: "date", "time" and "date-time" (RFC
/// 3339). All others are notes to the reader, as the standard allows: every text has them.
[[nodiscard]] bool hasFormat(const QString &text, QStringView format);

} // namespace app
