// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/answer_figures.h"

#include "app/store/record_names.h"

#include <QSet>

namespace app {

namespace {

template <typename T>
void addTo(std::optional<T> &sum, const std::optional<T> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

std::optional<qint64> happened(qint64 ms)
{
    return ms < 0 ? std::nullopt : std::optional(ms);
}

void addUsage(AnswerFigures &figures, const Run &run)
{
    if (run.usage) {
        addTo(figures.promptTokens, std::optional(run.usage->promptTokens));
        addTo(figures.completionTokens, std::optional(run.usage->completionTokens));
        addTo(figures.cachedTokens, run.usage->cachedTokens);
        addTo(figures.reasoningTokens, run.usage->reasoningTokens);
    }
    addTo(figures.costUsd, run.costUsd);
    figures.isCostComputed |= run.costUsd && run.costComputed;
}

} // namespace

std::optional<double> tokensPerSecond(const QList<Run> &runs)
{
    qint64 tokens = 0;
    qint64 span = 0;
    for (const Run &run : runs) {
        const Timings &times = run.timings;
        const qint64 first =
            times.firstReasoningMs >= 0 ? times.firstReasoningMs : times.firstTokenMs;
        if (!run.usage || first < 0 || times.lastTokenMs <= first)
            continue;
        tokens += run.usage->completionTokens - 1;
        span += times.lastTokenMs - first;
    }
    return tokens > 0 && span > 0 ? std::optional(double(tokens) * 1000 / double(span))
                                  : std::nullopt;
}

AnswerFigures figuresOf(const ExportedAnswer &answer)
{
    AnswerFigures figures;
    figures.runs = int(answer.runs.size());
    figures.characters = QString::fromUtf8(answerText(answer)).size();
    const bool isFirstChoice =
        answer.messages.isEmpty() || answer.messages.constFirst().choice == 0;
    for (const Run &run : answer.runs) {
        if (isFirstChoice)
            addUsage(figures, run);
        addTo(figures.totalMs, happened(run.timings.totalMs));
        figures.retries += run.retries;
    }
    if (answer.runs.isEmpty())
        return figures;
    figures.firstReasoningMs = happened(answer.runs.constFirst().timings.firstReasoningMs);
    figures.firstTokenMs = happened(answer.runs.constFirst().timings.firstTokenMs);
    if (isFirstChoice)
        figures.tokensPerSecond = tokensPerSecond(answer.runs);
    return figures;
}

ExportTotals totalsOf(const Exported &exported)
{
    ExportTotals totals;
    QSet<RunId> known;
    for (const ExportedRound &round : exported.rounds) {
        for (const ExportedAnswer &answer : round.answers) {
            for (const Run &run : answer.runs) {
                if (known.contains(run.id))
                    continue;
                known.insert(run.id);
                ++totals.runs;
                totals.costUsd += run.costUsd.value_or(0);
                const Usage usage = run.usage.value_or(Usage());
                totals.promptTokens += usage.promptTokens;
                totals.completionTokens += usage.completionTokens;
            }
        }
    }
    return totals;
}

QLatin1StringView answerStatus(const ExportedAnswer &answer)
{
    return storedName(answer.messages.isEmpty() ? MessageState::Complete
                                                : answer.messages.constLast().state);
}

QString finishReasonOf(const ExportedAnswer &answer)
{
    return answer.messages.isEmpty() ? QString() : answer.messages.constLast().finishReason;
}

} // namespace app
