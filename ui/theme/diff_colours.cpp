// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/diff_colours.h"

namespace ui {

const DiffColours &diffColoursOf(Scheme scheme)
{
    static const DiffColours light{QColor(0xfb, 0xe0, 0xcd), QColor(0xd8, 0xe8, 0xfb)};
    static const DiffColours dark{QColor(0x4d, 0x2f, 0x1c), QColor(0x1d, 0x3a, 0x58)};
    static const DiffColours highContrast{QColor(0x5a, 0x2a, 0x00), QColor(0x00, 0x3a, 0x70)};
    switch (scheme) {
    case Scheme::Light:
        return light;
    case Scheme::Dark:
        return dark;
    case Scheme::HighContrast:
        return highContrast;
    }
    return light;
}

} // namespace ui
