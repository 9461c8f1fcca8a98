// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/request_script.h"

namespace app {

/// For Python 3.8 and the package `openai` from version 1 on. What that package does not know as a
/// parameter goes as `extra_body`, which it merges into the request.
[[nodiscard]] QByteArray pythonScript(const RecordedRun &record, ScriptImages images);
/// A module for Node from version 18 on, with nothing to install.
[[nodiscard]] QByteArray javaScript(const RecordedRun &record, ScriptImages images);

} // namespace app
