// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/turn_plan.h"

namespace app {

/// The rows that rounds are made of: a prompt, a run that has not been asked yet, and its reply,
/// empty and streaming.
[[nodiscard]] Message plannedPrompt(const Parts &parts, MessageId parent, RoundId round,
                                    qint64 nowMs);
[[nodiscard]] Run plannedRun(const Lane &lane, TurnId turn, qint64 nowMs);
[[nodiscard]] Message plannedReply(const Run &run, RoundId round, MessageId answers);

/// Collects the rows of a round in the order in which they refer to each other.
class RoundPlanner
{
public:
    explicit RoundPlanner(qint64 nowMs) : m_nowMs(nowMs) { }

    RoundId addRound(RoundKind kind = RoundKind::Chat);
    MessageId addPrompt(const Parts &parts, MessageId parent, RoundId round);
    /// No lane: nobody's column, as the request to a judge.
    TurnId addTurn(LaneId lane, RoundId round, const QJsonObject &coordinates = {});
    /// The head of the lane moves to it; where there is no such lane (no id) nothing moves.
    void addReply(const Lane &lane, TurnId turn, RoundId round, MessageId answers,
                  bool continues = false, const Omission &omission = {});

    [[nodiscard]] RoundPlan take() { return std::move(m_plan); }

private:
    qint64 m_nowMs;
    RoundPlan m_plan;
};

} // namespace app
