// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"

#include <QStringList>

class QCommandLineParser;

namespace app {

class Command;

/// Reads the arguments, runs the command they name in an event loop and gives the exit code.
[[nodiscard]] int runCommandLine(const QStringList &arguments);

/// Everything that `diptych-cli COMMAND --help` prints.
[[nodiscard]] QString helpText(const Command &command);

/// --profile, or the user's own folders.
[[nodiscard]] Paths profilePaths(const QCommandLineParser &arguments);

/// "diptych-cli ask: sentence", and how to find help, on standard error.
void printUsageError(const Command &command, const QString &sentence);

} // namespace app
