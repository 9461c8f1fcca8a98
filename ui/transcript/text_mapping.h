// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace ui {

/// Where a place of one text went when that became another: markers vanish once they are closed, a
/// link gets its address, text is appended. Whatever stands before the place in both texts decides.
/// UTF-16 units; never behind the end of `after`.
[[nodiscard]] int mappedOffset(QStringView before, QStringView after, int offset);

} // namespace ui
