// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/cli/ask_options.h"

namespace app {

/// Puts the prompt of the library that --template names in the place of the prompt of the call,
/// which goes to its {{cursor}}, else behind it. Nothing where there is no --template. An error is
/// a sentence about the usage that names the variable or the template.
[[nodiscard]] Result<void> fillTemplate(AskOptions &options, const Paths &paths);

} // namespace app
