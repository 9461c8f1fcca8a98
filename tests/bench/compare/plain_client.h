// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bench {

/// The peer: as many threads as there are to be answers at once, each with a blocking socket, a
/// request that never changes, and no eye for the answer. Seconds for all of them.
[[nodiscard]] double plainSeconds(int port, int requests, int atOnce);

} // namespace bench
