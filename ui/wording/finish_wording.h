// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/chat.h"
#include "app/store/records.h"

#include <QString>

namespace ui {

/// One word for the line under a reply: "stop", "length"; an unknown reason as the server wrote it,
/// shortened; empty for none.
[[nodiscard]] QString finishReasonText(const QString &reason);
/// What it means, one sentence, for a tooltip; empty for an unknown one.
[[nodiscard]] QString finishReasonExplanation(const QString &reason);
/// "stopped", "interrupted", … ; empty for Complete and Streaming.
[[nodiscard]] QString messageStateText(app::MessageState state);
/// "complete", "cut off", …
[[nodiscard]] QString runStatusText(app::RunStatus status);
/// What a lane is doing: "connecting", "waiting for the first token", …; empty for Idle.
[[nodiscard]] QString activityText(app::LaneActivity::State state);

} // namespace ui
