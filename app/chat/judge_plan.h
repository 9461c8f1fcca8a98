// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/chat/round_votes.h"
#include "app/chat/turn_plan.h"
#include "app/settings/provider.h"

namespace app {

/// What a judge is to be asked.
struct JudgeOrder
{
    RoundId round; ///< the one that is judged
    QList<RoundAnswer> answers; ///< of it, two at least; each pair is asked about twice
    QString providerId;
    QString model;
    ParameterSet parameters;
    QString rubric;
    bool sendsImages = false; ///< those of the prompt go along
};

/// So many requests: every pair in both orders.
[[nodiscard]] constexpr int judgeRequests(qsizetype answers)
{
    return int(answers * (answers - 1));
}

/// A round of kind Judge: for each request a prompt with the whole text that the judge sees, below
/// no other message, and a turn without a lane whose coordinates say what is judged and in which
/// order. Without turns: there is nothing to compare.
[[nodiscard]] RoundPlan planJudging(const Conversation &conversation, const JudgeOrder &order,
                                    qint64 nowMs);
/// A new turn, by the same judge, for each request of it that brought no verdict.
[[nodiscard]] RoundPlan planJudgingAgain(const Conversation &conversation, RoundId judging,
                                         qint64 nowMs);

/// USD for all requests of an order, guessed on the high side; nothing where no price is known.
[[nodiscard]] std::optional<double> judgingCost(const Conversation &conversation,
                                                const JudgeOrder &order, const ModelInfo &model,
                                                const Provider &provider);

} // namespace app
