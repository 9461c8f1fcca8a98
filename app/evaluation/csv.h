// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace app {

/// One row of CSV (RFC 4180), with its line end. A text that a spreadsheet would take for a formula
/// (it begins with = + - @ or a tab) gets an apostrophe before it; numbers do not.
[[nodiscard]] QByteArray csvRow(const QStringList &cells);

} // namespace app
