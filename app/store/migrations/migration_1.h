// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// The first schema.
[[nodiscard]] std::span<const char *const> migration1();

} // namespace app
