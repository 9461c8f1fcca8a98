// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace tests {

/// How long a test waits for what must come. It bounds a failure and measures nothing: on a busy
/// machine the five seconds of Qt Test are sometimes not enough for a process or a worker to start.
inline constexpr int kPatienceMs = 30'000;

} // namespace tests

// The macros that name no time take this one.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), tests::kPatienceMs)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, message)                                                          \
    QTRY_VERIFY2_WITH_TIMEOUT((expression), message, tests::kPatienceMs)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expression, expected)                                                         \
    QTRY_COMPARE_WITH_TIMEOUT((expression), expected, tests::kPatienceMs)
