// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/exported.h"

class QIODevice;

namespace app {

/// The numbers: a row for each answer, with a column for each coordinate of a sweep. RFC 4180 in
/// UTF-8 with a byte order mark, for spreadsheets; see csvRow() for what they would take for a
/// formula. A figure that there is none of is an empty cell.
void writeCsvExport(QIODevice &out, const Exported &exported);

} // namespace app
