// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThreadPool;

namespace app {

/// Where pictures and pages are decoded: workers of their own, so that a dozen photos do not keep
/// requests and text from the others. What runs when the application ends is waited for, the rest
/// is dropped. Any thread.
[[nodiscard]] QThreadPool &imageWorkers();

/// Hands memory that pictures took and gave free back to the system, on one of those workers. To be
/// called when a batch of them is done: the C library keeps it otherwise.
void releaseImageMemory();

} // namespace app
