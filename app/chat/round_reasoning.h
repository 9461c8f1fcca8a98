// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/model_info.h"
#include "app/library/conversation.h"

#include <functional>

namespace app {

/// How long a lane thought in a round: all its runs there together. What is not known is left out.
struct RoundReasoning
{
    LaneId lane;
    QString model; ///< of the first run
    bool isAnswered = false; ///< it said something in the round
    qint64 characters = 0; ///< of the thoughts that were shown
    std::optional<qint64> tokens;
    qint64 durationMs = 0; ///< first to last reasoning token; 0: not known, or none
    std::optional<double> costUsd; ///< computed from the prices
    std::optional<double> share; ///< of all tokens of the answer, 0 to 1
    QByteArray text; ///< the thoughts, an empty line between those of two runs

    bool operator==(const RoundReasoning &) const = default;
};

using PricesOf = std::function<Prices(const Run &run)>;

/// Of each lane whose path holds an answer of this round (see pairedRound()), as they are shown.
[[nodiscard]] QList<RoundReasoning> roundReasoning(const Conversation &conversation, RoundId round,
                                                   const PricesOf &pricesOf);

} // namespace app
