// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// Tool calls in chunks, and the queue of prompts.
[[nodiscard]] std::span<const char *const> migration2();

} // namespace app
