// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_answer.h"
#include "app/demo/demo_request.h"
#include "app/demo/demo_script.h"

namespace app {

/// What the scripts, one for each choice, become on the wire: server-sent events, or one JSON
/// object where the request does not stream. Honours max_tokens, stop, n, and goes on where the
/// request ends in a message of the assistant that the script begins with.
[[nodiscard]] DemoAnswer deliver(const QList<DemoScript> &scripts, const DemoRequest &request);

} // namespace app
