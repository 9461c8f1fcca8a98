// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bench {

/// How long an answer takes.
inline constexpr int kAnswerMs = 50;

/// Serves on the loopback interface until it is killed, on one thread and without Qt, so that what
/// is measured is the client: a stream of a few tokens to every POST, 50 ms after it came; to GET
/// /figures how many there were, and the moments of the first request and of the last answer.
/// Prints its port. Gives the exit code.
int serveAnswers();

} // namespace bench
