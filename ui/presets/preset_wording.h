// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/preset.h"

namespace ui {

/// One thing that a preset says, for a list.
struct PresetLine
{
    QString name; ///< "Temperature"
    QString value; ///< one line, shortened
    bool isHeldBack = false; ///< a server of that dialect would not get it
    bool operator==(const PresetLine &) const = default;
};
[[nodiscard]] QList<PresetLine> presetLines(const app::Preset &preset, app::Dialect dialect);

/// "Precise", "Precise, changed"; "No preset" where there is no name.
[[nodiscard]] QString presetStateText(const QString &name, bool isChanged);
/// The name in a menu, and for a whole lane its model.
[[nodiscard]] QString presetMenuText(const app::Preset &preset);

} // namespace ui
