// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {
struct Services;
}

namespace ui {

class FrameClock;
class Theme;

/// What the parts of the window work with; all of it outlives them.
struct ViewContext
{
    Theme &theme;
    app::Services &services;
    FrameClock &frames;
};

} // namespace ui
