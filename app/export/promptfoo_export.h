// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/exported.h"

class QIODevice;

namespace app {

/// A configuration of promptfoo (https://www.promptfoo.dev/docs/configuration/reference/) that asks
/// the same again: a provider for each model with its settings, a prompt for each system prompt, a
/// test for each prompt with its history. Lanes with histories of their own have that of the first
/// one; a history with answers whose names are hidden is left out. Keys are named by their
/// environment variable only.
void writePromptfooExport(QIODevice &out, const Exported &exported);

} // namespace app
