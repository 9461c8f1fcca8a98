// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// Long messages that are not in the search yet.
[[nodiscard]] std::span<const char *const> migration3();

} // namespace app
