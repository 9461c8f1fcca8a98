// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lanes/lane_figures.h"

#include <QStringList>

namespace ui {

/// All that is known of a run, a line for each figure: "First answer token: 0.48 s".
[[nodiscard]] QStringList figureLines(const LaneFigures &figures);

} // namespace ui
