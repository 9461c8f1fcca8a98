// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_answers.h"

#include "app/chat/continuation.h"

namespace app {

namespace {

std::optional<qint64> summedCount(const std::optional<qint64> &a, const std::optional<qint64> &b)
{
    return a && b ? std::optional(*a + *b) : a ? a : b;
}

} // namespace

Usage summed(const Usage &a, const Usage &b)
{
    Usage sum;
    sum.promptTokens = a.promptTokens + b.promptTokens;
    sum.completionTokens = a.completionTokens + b.completionTokens;
    sum.totalTokens = a.totalTokens + b.totalTokens;
    sum.cachedTokens = summedCount(a.cachedTokens, b.cachedTokens);
    sum.cacheWriteTokens = summedCount(a.cacheWriteTokens, b.cacheWriteTokens);
    sum.reasoningTokens = summedCount(a.reasoningTokens, b.reasoningTokens);
    if (a.costUsd || b.costUsd)
        sum.costUsd = a.costUsd.value_or(0) + b.costUsd.value_or(0);
    return sum;
}

void AskAnswers::addPiece(const Choice &piece)
{
    Choice &answer = m_outcome.choices.first();
    m_beganAnew = startsAnew(answer.text, piece.text);
    answer.text += piece.text;
    answer.reasoning += piece.reasoning;
    answer.reasoningDurationMs += piece.reasoningDurationMs;
    answer.toolCalls += piece.toolCalls;
    answer.finishReason = piece.finishReason;
    answer.tokens.append(piece.tokens);
    ++m_continuations;
}

void AskAnswers::add(Kind kind, const Run &run, const RunOutcome &outcome)
{
    ++m_requests;
    if (run.costUsd)
        m_costUsd = m_costUsd.value_or(0) + *run.costUsd;
    if (kind == Kind::First) {
        m_outcome = outcome;
        return;
    }
    if (kind == Kind::Piece) {
        addPiece(outcome.choices.value(0));
    } else if (kind == Kind::AfterCalls) {
        m_outcome.choices = outcome.choices;
    } else {
        Choice another = outcome.choices.value(0);
        another.index = int(m_outcome.choices.size());
        m_outcome.choices.append(another);
    }
    if (outcome.usage)
        m_outcome.usage =
            m_outcome.usage ? summed(*m_outcome.usage, *outcome.usage) : outcome.usage;
    m_outcome.timings.totalMs += std::max<qint64>(outcome.timings.totalMs, 0);
    m_outcome.retries += outcome.retries;
    m_outcome.malformedEvents += outcome.malformedEvents;
    m_outcome.status = outcome.status;
    m_outcome.httpStatus = outcome.httpStatus;
    m_outcome.error = outcome.error;
}

void AskAnswers::stop(const RunOutcome &outcome)
{
    m_outcome.status = outcome.status;
    m_outcome.error = outcome.error;
}

} // namespace app
