// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenarios.h"

#include "tests/support/scenarios_parts.h"

namespace tests {

app::Choice answered(const QByteArray &text, const QByteArray &reasoning)
{
    return {.text = text, .reasoning = reasoning, .finishReason = QStringLiteral("stop")};
}

Expected failed(app::ErrorKind kind, int requests)
{
    return {.status = app::RunStatus::Failed,
            .choices = {{}},
            .error = kind,
            .requests = requests,
            .model = {}};
}

app::Usage usualUsage()
{
    return {.promptTokens = 12,
            .completionTokens = 3,
            .totalTokens = 15,
            .cachedTokens = 4,
            .cacheWriteTokens = 0,
            .costUsd = 1.05e-06};
}

QByteArrayList helloEvents(const QByteArray &endMembers)
{
    return {text("Hello"), text(" world"), finish("stop", endMembers), kDone};
}

const QList<Scenario> &scenarios()
{
    static const QList<Scenario> all =
        framingScenarios() + payloadScenarios() + errorScenarios() + hostileScenarios();
    return all;
}

const Scenario *findScenario(const QByteArray &name)
{
    for (const Scenario &scenario : scenarios()) {
        if (scenario.name == name)
            return &scenario;
    }
    return nullptr;
}

} // namespace tests
