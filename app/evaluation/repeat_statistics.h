// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/spread.h"
#include "app/store/records.h"

#include <QFuture>

namespace app {

/// One of the answers to one prompt under equal settings.
struct RepeatedAnswer
{
    QByteArray text; ///< as textOf() gives it
    std::optional<Usage> usage; ///< nothing where the server sent none
    Timings timings;
    std::optional<double> costUsd;
    RunStatus status = RunStatus::Complete;
};

/// What the same question asked again and again shows about a model. Answers that failed or were
/// stopped are counted and are in no other figure; those cut off by the stream are in all.
struct RepeatStatistics
{
    int answers = 0; ///< that came
    int failed = 0; ///< the others

    Spread characters; ///< of the text, as a reader counts them in UTF-16 units
    Spread tokens; ///< of the whole answer, where the server counted them
    Spread tokensPerSecond; ///< from the first to the last, where it counted them
    Spread firstTokenMs; ///< until the first visible text
    Spread totalMs;
    Spread costUsd;

    /// Answers that are different: two are equal when their texts are, white space and case aside,
    /// or when both are JSON with the same value.
    int distinct = 0;
    /// The chance that two of the answers, taken at random, are equal; nothing below two answers.
    /// 1: always the same. 0: never twice the same.
    std::optional<double> selfAgreement;
    /// The share of answers that are a JSON object or array, alone or as their only code block;
    /// nothing without answers.
    std::optional<double> validJson;

    bool operator==(const RepeatStatistics &) const = default;
};

/// Takes time in proportion to the texts; off the window's thread where they are long.
[[nodiscard]] RepeatStatistics repeatStatistics(const QList<RepeatedAnswer> &answers);
/// The same on a worker.
[[nodiscard]] QFuture<RepeatStatistics> prepareStatistics(const QList<RepeatedAnswer> &answers);

} // namespace app
