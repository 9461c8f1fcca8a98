// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// The tools that a lane offers its model.
[[nodiscard]] std::span<const char *const> migration9();

} // namespace app
