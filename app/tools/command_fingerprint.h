// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/tool_source.h"

#include <QFuture>

namespace app {

/// SHA-256 (lower-case hex) of all that decides what a command does: the file of its program and
/// what is in it, the arguments, folder and environment, and the script where the program is an
/// interpreter (the first argument that names one). It changes when any of them does. NotFound
/// where there is no such program. Read on a worker; files that did not change are read once.
[[nodiscard]] QFuture<Result<QByteArray>> commandFingerprint(const CommandLine &command);

} // namespace app
