// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/provider.h"

#include <QStringList>

namespace app {

/// The values of `reasoning_effort` that a model is known to take, the least first; all of the
/// table where nothing is known. From what DeepInfra's page on reasoning and models.dev say (June
/// 2026), OpenAI's API reference, and Ollama's source. Facts of that kind age: other words may
/// always be typed, and a refusal is shown as one.
[[nodiscard]] QStringList reasoningEfforts(Dialect dialect, const QString &model);

/// The next lower one of them than `effort`; empty where there is none. No effort is set: servers
/// then think hard, so that it is the one below "high". An unknown word has none below it.
[[nodiscard]] QString lowerEffort(const QStringList &efforts, const QString &effort);

} // namespace app
