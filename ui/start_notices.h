// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {
struct Services;
}

namespace ui {

class MessageBar;

/// Says in `bar` what was found wrong with the profile at the start: damaged, of a newer version,
/// read-only, settings set aside. Some of it comes later, as long as the bar lives.
void showStartNotices(app::Services &services, MessageBar &bar);

} // namespace ui
