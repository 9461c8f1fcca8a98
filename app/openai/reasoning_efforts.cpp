// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/reasoning_efforts.h"

#include "app/openai/parameters.h"

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// Models whose name holds these words, on servers of any dialect that spell the effort so.
struct EffortRow
{
    QLatin1StringView model;
    QLatin1StringView efforts; ///< separated by spaces
};

constexpr auto kAnyEffort = "none minimal low medium high xhigh max"_L1;

constexpr std::array kHosted{
    EffortRow{"gpt-oss"_L1, "low medium high"_L1},
    EffortRow{"deepseek-v4"_L1, "none low medium high xhigh"_L1},
    EffortRow{"glm-5.2"_L1, "none low medium high xhigh"_L1},
    EffortRow{"glm-4"_L1, "none high"_L1},
    EffortRow{"glm-5"_L1, "none high"_L1},
    EffortRow{"kimi-k2"_L1, "none high"_L1},
    EffortRow{"gemma-4"_L1, "none high"_L1},
};

constexpr std::array kOpenAi{
    EffortRow{"gpt-5"_L1, "none minimal low medium high xhigh"_L1},
    EffortRow{"o1"_L1, "low medium high"_L1},
    EffortRow{"o3"_L1, "low medium high"_L1},
    EffortRow{"o4"_L1, "low medium high"_L1},
};

template <typename Rows>
QLatin1StringView effortsIn(const Rows &rows, const QString &model)
{
    for (const EffortRow &row : rows) {
        if (model.contains(row.model, Qt::CaseInsensitive))
            return row.efforts;
    }
    return kAnyEffort;
}

QLatin1StringView effortsOf(Dialect dialect, const QString &model)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return effortsIn(kOpenAi, model);
    case Dialect::Ollama:
        return "none low medium high"_L1;
    case Dialect::Demo:
        return "none low medium high max"_L1;
    case Dialect::DeepInfra:
    case Dialect::OpenRouter:
    case Dialect::Vllm:
    case Dialect::LlamaServer:
    case Dialect::LmStudio:
    case Dialect::Unknown:
        break;
    }
    return effortsIn(kHosted, model);
}

} // namespace

QStringList reasoningEfforts(Dialect dialect, const QString &model)
{
    return QString(effortsOf(dialect, model)).split(u' ');
}

QString lowerEffort(const QStringList &efforts, const QString &effort)
{
    const QStringList all = QString(kAnyEffort).split(u' ');
    const qsizetype place = all.indexOf(effort.isEmpty() ? u"high"_s : effort);
    for (qsizetype lower = place - 1; lower >= 0; --lower) {
        if (efforts.contains(all.at(lower)))
            return all.at(lower);
    }
    return {};
}

} // namespace app
