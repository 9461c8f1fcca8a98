// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cli/provider_choice.h"

namespace app {

/// One sentence for a person: what happened, in the server's words where it gave some, and what
/// helps.
[[nodiscard]] QString sentenceFor(const Error &error, const ChosenProvider &chosen);

} // namespace app
