// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// How sure models were of the tokens of their answers.
[[nodiscard]] std::span<const char *const> migration10();

} // namespace app
