// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// The first CR or LF in [begin, end), else `end`. One pass, at about the speed of memchr: every
/// byte of every stream goes through here.
[[nodiscard]] const char *findLineEnd(const char *begin, const char *end);

} // namespace app
