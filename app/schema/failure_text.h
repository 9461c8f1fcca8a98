// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"

namespace app {

/// What a failure says, in English and without its place: for the command line and for data. The
/// window has sentences of its own.
[[nodiscard]] QString failureText(const SchemaFailure &failure);
/// Likewise why nothing could be said.
[[nodiscard]] QString notCheckedText(const SchemaVerdict &verdict);

} // namespace app
