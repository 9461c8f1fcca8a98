// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pause_bar.h"

#include "app/chat/scheduler.h"

namespace ui {

PauseBar::PauseBar(const Theme &theme, app::Scheduler &scheduler, QWidget *parent)
    : MessageBar(theme, parent)
{
    setDismissable(false);
    connect(&scheduler, &app::Scheduler::pausedChanged, this, &PauseBar::refresh);
    connect(this, &MessageBar::actionTriggered, this, [&scheduler] { scheduler.resume(); });
    refresh(scheduler.isPaused());
}

void PauseBar::refresh(bool paused)
{
    if (!paused)
        return hide();
    showMessage(tr("All requests are paused. What is sent now waits; answers that have begun are "
                   "written to their end."),
                Tone::Warning, {tr("Resume")});
}

} // namespace ui
