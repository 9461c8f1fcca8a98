// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

// The limits under which diptych-schema-check works. It sets them itself, before it reads anything.

/// Of memory and stack, and no core file; it ends with its parent.
void limitThisProcess();
/// Seconds of CPU time from now on; passing them ends the process.
void limitNextCheck();

} // namespace app
