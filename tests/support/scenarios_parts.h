// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scenarios.h"

namespace tests {

// The table of scenarios.h in four parts.
[[nodiscard]] QList<Scenario> framingScenarios(); ///< how bytes are cut and ended
[[nodiscard]] QList<Scenario> payloadScenarios(); ///< what chunks and whole answers look like
[[nodiscard]] QList<Scenario> errorScenarios(); ///< how servers refuse and fail
[[nodiscard]] QList<Scenario> hostileScenarios(); ///< what nobody means well with

/// A choice that ended with "stop".
[[nodiscard]] app::Choice answered(const QByteArray &text, const QByteArray &reasoning = {});
/// Nothing came but this error.
[[nodiscard]] Expected failed(app::ErrorKind kind, int requests = 1);
[[nodiscard]] app::Usage usualUsage(); ///< what kUsage says
/// "Hello world" in two chunks, and its end.
[[nodiscard]] QByteArrayList helloEvents(const QByteArray &endMembers = {});

} // namespace tests
