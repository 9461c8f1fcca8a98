// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace ui {

/// Grounds of what differs between two texts. Orange and blue: eyes without red or green cones tell
/// them apart. Text of the usual colour stands on them.
struct DiffColours
{
    QColor removed; ///< only the left one has it
    QColor added; ///< only the right one

    bool operator==(const DiffColours &) const = default;
};

[[nodiscard]] const DiffColours &diffColoursOf(Scheme scheme);

} // namespace ui
