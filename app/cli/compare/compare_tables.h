// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/compare/compare_plan.h"

namespace app {

class ResultsFile;

// What people read of a comparison, made from its record; written whole, beside it. An answer at a
// time is in memory. Storage where a file cannot be written.

/// results.csv: a row for every answer, in the order of the prompts, for spreadsheets (RFC 4180,
/// UTF-8 with a byte order mark). A text that a spreadsheet would take for a formula has an
/// apostrophe in front; results.jsonl has it as it came.
[[nodiscard]] Result<void> writeCompareCsv(const QString &folder, const ComparePlan &plan,
                                           const ResultsFile &results);

/// index.html: the numbers of the lanes, then each prompt with its answers side by side. One file
/// without script and without anything from elsewhere.
[[nodiscard]] Result<void> writeComparePage(const QString &folder, const ComparePlan &plan,
                                            const ResultsFile &results);

} // namespace app
