// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ask_answers.h"
#include "app/cli/command.h"
#include "app/store/records.h"

#include <QJsonObject>

namespace app {

/// The object that `ask --json` prints. `saved`: what `record` finds the last run under; none: it
/// was not kept.
[[nodiscard]] QJsonObject askReport(const Run &run, const AskAnswers &answers, RunId saved = {});

[[nodiscard]] ExitCode exitCodeFor(const RunOutcome &outcome);
[[nodiscard]] ExitCode exitCodeFor(const Error &error);

} // namespace app
