// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// Votes, and rounds whose answers have letters for names.
[[nodiscard]] std::span<const char *const> migration5();

} // namespace app
