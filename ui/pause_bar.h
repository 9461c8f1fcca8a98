// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/message_bar.h"

namespace app {
class Scheduler;
}

namespace ui {

/// Across the window while all requests are paused, with the way to resume them. The scheduler
/// outlives it.
class PauseBar : public MessageBar
{
    Q_OBJECT
public:
    PauseBar(const Theme &theme, app::Scheduler &scheduler, QWidget *parent = nullptr);

private:
    void refresh(bool paused);
};

} // namespace ui
