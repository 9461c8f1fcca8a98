// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace app {

/// Rules of logging: what the decoders of pictures say to a terminal of broken files is not shown,
/// because the user gets a sentence.
inline constexpr QLatin1StringView kQuietDecoders{
    "qt.gui.imageio*=false\nqt.imageformats*=false\nqt.gui.icc*=false"};

} // namespace app
