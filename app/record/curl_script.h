// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/request_script.h"

namespace app {

[[nodiscard]] QByteArray curlScript(const RecordedRun &record, ScriptImages images);

/// One word of a POSIX shell: quoted, and without a character that a terminal would act on.
[[nodiscard]] QByteArray shellWord(const QByteArray &text);

} // namespace app
