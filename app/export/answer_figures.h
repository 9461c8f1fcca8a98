// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/exported.h"

namespace app {

/// The numbers of one answer over all its runs. What is not known is left out.
struct AnswerFigures
{
    int runs = 0;
    std::optional<qint64> promptTokens;
    std::optional<qint64> cachedTokens;
    std::optional<qint64> completionTokens;
    std::optional<qint64> reasoningTokens;
    std::optional<double> costUsd;
    bool isCostComputed = false; ///< a part of it
    std::optional<qint64> firstReasoningMs; ///< of the first run
    std::optional<qint64> firstTokenMs; ///< of the first run
    std::optional<qint64> totalMs;
    std::optional<double> tokensPerSecond; ///< between first and last token
    int retries = 0;
    qint64 characters = 0; ///< of the text
};
/// Of several choices of a run only the first one has its tokens and its cost.
[[nodiscard]] AnswerFigures figuresOf(const ExportedAnswer &answer);

/// Of all runs, each once.
struct ExportTotals
{
    int runs = 0;
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    double costUsd = 0;
};
[[nodiscard]] ExportTotals totalsOf(const Exported &exported);

/// How the last message of the answer ended; of an answer without messages "complete".
[[nodiscard]] QLatin1StringView answerStatus(const ExportedAnswer &answer);
[[nodiscard]] QString finishReasonOf(const ExportedAnswer &answer);

/// Between the first token and the last one; nothing where that cannot be told.
[[nodiscard]] std::optional<double> tokensPerSecond(const QList<Run> &runs);

} // namespace app
