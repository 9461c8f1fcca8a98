// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/token_colours.h"

namespace ui {

TokenLevel tokenLevel(double probability)
{
    if (probability >= 0.95)
        return TokenLevel::Sure;
    if (probability >= 0.8)
        return TokenLevel::Likely;
    if (probability >= 0.5)
        return TokenLevel::Open;
    return probability >= 0.2 ? TokenLevel::Unsure : TokenLevel::Rare;
}

const TokenColours &tokenColoursOf(Scheme scheme)
{
    static const TokenColours light{{QColor(0xff, 0xff, 0xff), QColor(0xfd, 0xf3, 0xe6),
                                     QColor(0xfb, 0xe3, 0xc4), QColor(0xf7, 0xcb, 0x97),
                                     QColor(0xf0, 0xad, 0x62)},
                                    QColor(0x8a, 0x44, 0x10)};
    static const TokenColours dark{{QColor(0x17, 0x19, 0x1b), QColor(0x26, 0x21, 0x1b),
                                    QColor(0x3a, 0x2d, 0x1e), QColor(0x56, 0x3a, 0x1c),
                                    QColor(0x77, 0x48, 0x16)},
                                   QColor(0xf0, 0xb3, 0x80)};
    static const TokenColours highContrast{{QColor(0x00, 0x00, 0x00), QColor(0x26, 0x18, 0x00),
                                            QColor(0x45, 0x2a, 0x00), QColor(0x66, 0x3d, 0x00),
                                            QColor(0x8a, 0x50, 0x00)},
                                           QColor(0xff, 0xb2, 0x73)};
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
