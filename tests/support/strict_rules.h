// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_server.h"

#include <optional>

namespace tests {

/// What a strict server says to this chat request; nothing where it takes it. Keys: "test-key" is
/// good, "poor-key" has no balance, "forbidden-key" may not, all others are wrong. Models whose
/// name ends with "no-tools", "no-json", "no-images" lack that; "no-such-model" and
/// "busy-model" (with fail_fast) behave as they say.
[[nodiscard]] std::optional<Script> refusalOf(const SeenRequest &request);

} // namespace tests
