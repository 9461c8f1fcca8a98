// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/recorded_run.h"

namespace app {

/// What `record` prints without another wish: a line for each fact.
[[nodiscard]] QByteArray recordSummary(const RecordedRun &record);
/// "byte for byte what was sent, by its SHA-256", …
[[nodiscard]] QString exactnessSentence(Exactness exactness);

} // namespace app
