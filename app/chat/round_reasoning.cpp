// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/round_reasoning.h"

#include "app/chat/replay.h"
#include "app/chat/run_record.h"

namespace app {

namespace {

/// Sums up the runs of one lane.
class ReasoningSum
{
public:
    ReasoningSum(LaneId lane, const PricesOf &pricesOf) : m_pricesOf(pricesOf)
    {
        m_sum.lane = lane;
    }

    void add(const Message &reply, const Run *run)
    {
        m_sum.isAnswered = true;
        for (const Part &part : reply.parts) {
            if (const auto *thought = std::get_if<ReasoningPart>(&part))
                addText(*thought);
        }
        if (run && m_sum.model.isEmpty())
            m_sum.model = run->model;
        if (run && run->usage)
            addUsage(*run);
    }

    [[nodiscard]] RoundReasoning take()
    {
        if (m_sum.tokens && m_answerTokens > 0)
            m_sum.share = double(*m_sum.tokens) / double(m_answerTokens);
        return std::move(m_sum);
    }

private:
    void addText(const ReasoningPart &thought)
    {
        m_sum.durationMs += thought.durationMs;
        m_sum.characters += QString::fromUtf8(thought.text).size();
        if (!m_sum.text.isEmpty())
            m_sum.text += "\n\n";
        m_sum.text += thought.text;
    }

    void addUsage(const Run &run)
    {
        m_answerTokens += run.usage->completionTokens;
        if (!run.usage->reasoningTokens)
            return;
        m_sum.tokens = m_sum.tokens.value_or(0) + *run.usage->reasoningTokens;
        if (const auto cost = reasoningCost(run, m_pricesOf(run)))
            m_sum.costUsd = m_sum.costUsd.value_or(0) + *cost;
    }

    const PricesOf &m_pricesOf;
    RoundReasoning m_sum;
    qint64 m_answerTokens = 0;
};

} // namespace

QList<RoundReasoning> roundReasoning(const Conversation &conversation, RoundId round,
                                     const PricesOf &pricesOf)
{
    QList<RoundReasoning> lanes;
    for (const Lane &lane : conversation.lanes()) {
        ReasoningSum sum(lane.id, pricesOf);
        for (const MessageId id : conversation.path(lane.id)) {
            const Message &message = *conversation.message(id);
            if (message.role == Role::Assistant && pairedRound(conversation, message) == round)
                sum.add(message, conversation.run(message.run));
        }
        RoundReasoning found = sum.take();
        if (found.isAnswered)
            lanes.append(found);
    }
    return lanes;
}

} // namespace app
