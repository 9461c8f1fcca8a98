// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

namespace ui {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

QList<QColor> colours(std::initializer_list<QRgb> values)
{
    QList<QColor> list;
    for (const QRgb value : values)
        list.append(rgb(value));
    return list;
}

// Every pair of text and ground that the program paints has a contrast of 4.5 : 1 or more; the
// lanes' colours stay apart for eyes without red or green cones (tests/ui/theme checks both).

Colours lightColours()
{
    return {
        .window = rgb(0xf4f3f0),
        .panel = rgb(0xf9f8f6),
        .transcript = rgb(0xffffff),
        .field = rgb(0xffffff),
        .text = rgb(0x1f2326),
        .secondary = rgb(0x5d646a),
        .faint = rgb(0x61676d),
        .hairline = rgb(0xe3e0da),
        .accent = rgb(0x2b6e68),
        .onAccent = rgb(0xffffff),
        .accentGround = rgb(0xe3efed),
        .codeGround = rgb(0xf6f5f2),
        .promptGround = rgb(0xf4f3ef),
        .selectedRow = rgb(0xe8e6df),
        .hoveredRow = rgb(0xf0eeea),
        .selection = rgb(0xcbe3e0),
        .onSelection = rgb(0x1f2326),
        .hit = rgb(0xfdedb3),
        .currentHit = rgb(0xf7c948),
        .onCurrentHit = rgb(0x1f2326),
        .good = rgb(0x2a713d),
        .warning = rgb(0x855700),
        .danger = rgb(0xb0342a),
        .dangerGround = rgb(0xfbeceb),
        .codeKeyword = rgb(0x7b3fa0),
        .codeType = rgb(0x2b62a3),
        .codeString = rgb(0x2f6b3c),
        .codeComment = rgb(0x656b71),
        .codeNumber = rgb(0x944818),
        .codeFunction = rgb(0x1d6580),
        .lanes = colours(
            {0x3b6fb6, 0xa85820, 0x2c7d54, 0x89489f, 0x8c6a00, 0xb63a77, 0x1c7a8d, 0x5d646a}),
        .onLanes = colours({0xffffff}),
    };
}

Colours darkColours()
{
    return {
        .window = rgb(0x1a1c1e),
        .panel = rgb(0x1f2224),
        .transcript = rgb(0x17191b),
        .field = rgb(0x17191b),
        .text = rgb(0xe4e2dd),
        .secondary = rgb(0xa3a8ac),
        .faint = rgb(0x969ca1),
        .hairline = rgb(0x2c3033),
        .accent = rgb(0x63b5ac),
        .onAccent = rgb(0x0f1f1d),
        .accentGround = rgb(0x20322f),
        .codeGround = rgb(0x1e2123),
        .promptGround = rgb(0x1f2224),
        .selectedRow = rgb(0x2c3033),
        .hoveredRow = rgb(0x25292b),
        .selection = rgb(0x2c534e),
        .onSelection = rgb(0xe4e2dd),
        .hit = rgb(0x4a3d15),
        .currentHit = rgb(0xe2b33f),
        .onCurrentHit = rgb(0x17191b),
        .good = rgb(0x6cbf87),
        .warning = rgb(0xd9ab55),
        .danger = rgb(0xf0897c),
        .dangerGround = rgb(0x38221f),
        .codeKeyword = rgb(0xc79be0),
        .codeType = rgb(0x82b1e8),
        .codeString = rgb(0x98c78a),
        .codeComment = rgb(0x8f959a),
        .codeNumber = rgb(0xe0a070),
        .codeFunction = rgb(0x74bdd3),
        .lanes = colours(
            {0x7aa7e6, 0xe29a63, 0x6cd79a, 0xc288cc, 0xd2b449, 0xe98998, 0x62c3d5, 0xa3a8af}),
        .onLanes = colours({0x15181a}),
    };
}

Colours highContrastColours()
{
    return {
        .window = rgb(0x000000),
        .panel = rgb(0x000000),
        .transcript = rgb(0x000000),
        .field = rgb(0x000000),
        .text = rgb(0xffffff),
        .secondary = rgb(0xe6e6e6),
        .faint = rgb(0xd0d0d0),
        .hairline = rgb(0x9a9a9a),
        .accent = rgb(0xffe14d),
        .onAccent = rgb(0x000000),
        .accentGround = rgb(0x2b2b00),
        .codeGround = rgb(0x101010),
        .promptGround = rgb(0x141414),
        .selectedRow = rgb(0x2e2e00),
        .hoveredRow = rgb(0x1c1c1c),
        .selection = rgb(0x5c5200),
        .onSelection = rgb(0xffffff),
        .hit = rgb(0x4d4000),
        .currentHit = rgb(0x00e5ff),
        .onCurrentHit = rgb(0x000000),
        .good = rgb(0x7dff9c),
        .warning = rgb(0xffd34d),
        .danger = rgb(0xff9d94),
        .dangerGround = rgb(0x300000),
        .codeKeyword = rgb(0xe6b3ff),
        .codeType = rgb(0x9ccbff),
        .codeString = rgb(0xb6f5a3),
        .codeComment = rgb(0xd0d0d0),
        .codeNumber = rgb(0xffc08a),
        .codeFunction = rgb(0x8fe6ff),
        .lanes = colours(
            {0x8fbcff, 0xffb273, 0x7df0b5, 0xe3aae1, 0xf5dc5a, 0xffa6c6, 0x7fe3fa, 0xd8d8d8}),
        .onLanes = colours({0x000000}),
    };
}

} // namespace

const Colours &coloursOf(Scheme scheme)
{
    static const Colours light = lightColours();
    static const Colours dark = darkColours();
    static const Colours highContrast = highContrastColours();
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
