// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace app {

/// What went over the wire in runs, raw streams of answers, costs by day.
[[nodiscard]] std::span<const char *const> migration8();

} // namespace app
