// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/generation/generation.h"
#include "tests/support/script.h"

#include <span>

namespace tests {

/// What the client makes of a scenario, with the default settings but short waits.
struct Expected
{
    app::RunStatus status = app::RunStatus::Complete;
    QList<app::Choice> choices = {};
    std::optional<app::Usage> usage = {};
    std::optional<app::ErrorKind> error = {};
    int requests = 1;
    QString model = QStringLiteral("scripted-model");
    std::optional<QString> serviceTier = {};
    int malformedEvents = 0;
};

/// One way a server answers. Its name is a model name, too.
struct Scenario
{
    QByteArray name;
    QList<Script> attempts; ///< one per request, the last one repeats
    Expected expected;
    bool streams = true; ///< false: to be asked without streaming
    bool modelThinks = false; ///< GenerationSpec::modelThinks
};

[[nodiscard]] const QList<Scenario> &scenarios();
[[nodiscard]] const Scenario *findScenario(const QByteArray &name);

} // namespace tests
