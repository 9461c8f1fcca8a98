// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// Lanes of their own width, that may be prompted alone, or be kept equal but for the model.
[[nodiscard]] std::span<const char *const> migration4();

} // namespace app
