// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// Pins and tags of conversations.
[[nodiscard]] std::span<const char *const> migration6();

} // namespace app
