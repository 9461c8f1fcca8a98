// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_server.h"

namespace tests {

/// What a server that behaves answers: chat, model lists, account. `tokensPerSecond` of 0 is at
/// once.
[[nodiscard]] Script ordinaryAnswer(const SeenRequest &request, double tokensPerSecond);

} // namespace tests
