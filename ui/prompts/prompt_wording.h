// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/prompt_template.h"

namespace ui {

/// "Variables: language, tone (formal, casual), n = 5", or that there are none.
[[nodiscard]] QString variablesText(const QList<app::PromptVariable> &variables);
/// "Line 3, column 7: …": what stays text although it looks like a variable.
[[nodiscard]] QString problemText(const app::PromptTemplate::Problem &problem, const QString &text);
/// The prompt with its presets; what is asked for stands as ‹name›.
[[nodiscard]] QString previewText(const app::PromptTemplate &prompt);
/// Why a prompt could not be read or written, for the end of a sentence.
[[nodiscard]] QString promptFailure(const app::Error &error);

} // namespace ui
