// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/recorded_run.h"

namespace app {

/// The body to be read on a screen: indented, images as "data:image/png;base64,… (N bytes, sha256
/// …)", very long texts and all beyond a megabyte cut with a note. For a worker.
[[nodiscard]] QString shownBody(const RecordedRun &record);

} // namespace app
