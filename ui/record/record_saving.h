// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/record/request_script.h"

class QWidget;

namespace ui {

/// Asks where to, without blocking, and writes the script there on a worker, its images as files
/// beside it. The dialog asks before a script is replaced; an image never takes the place of
/// another file. What cannot be written is told of. `parent` owns the dialogs.
void saveScript(const app::RecordedRun &record, app::ScriptLanguage language, QWidget *parent);

} // namespace ui
