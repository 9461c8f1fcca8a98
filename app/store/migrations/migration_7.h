// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// Blind mode and a ceiling of spending, each of one conversation.
[[nodiscard]] std::span<const char *const> migration7();

} // namespace app
