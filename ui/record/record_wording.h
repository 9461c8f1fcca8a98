// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/request_script.h"

namespace ui {

/// Whether what is shown is what was sent, and how that is known.
[[nodiscard]] QString exactnessText(app::Exactness exactness);
/// Why the request cannot be given to another program; empty where it can.
[[nodiscard]] QString noScriptText(const app::RecordedRun &record);
/// Why the record cannot be shown.
[[nodiscard]] QString noRecordText(const app::Error &error);
/// "Shell script with curl", …
[[nodiscard]] QString scriptLanguageText(app::ScriptLanguage language);

} // namespace ui
