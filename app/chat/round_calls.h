// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

#include <optional>

namespace app {

/// One call of a tool that a lane's model made in a round, and what came of it.
struct RoundCall
{
    ToolCallPart call;
    std::optional<ToolResultPart> result; ///< none: it was not made, or is not yet

    bool operator==(const RoundCall &) const = default;
};

/// The same call in several lanes: the first of a tool in each of them, the second, and so on.
struct ComparedCall
{
    QString name; ///< of the tool
    int number = 1; ///< which of its calls, from 1
    QList<std::optional<RoundCall>> lanes; ///< nothing: that lane did not make it
    bool isSame = false; ///< all lanes made it, with arguments that mean the same as JSON

    bool operator==(const ComparedCall &) const = default;
};

/// What all lanes that answered a round called in it.
struct RoundCalls
{
    QList<LaneId> lanes; ///< in the order of the conversation
    QList<ComparedCall> calls; ///< in the order in which a lane made them first

    bool operator==(const RoundCalls &) const = default;
};

/// Calls in these messages, in order, each with its result; the first `mostCalls` of them. A result
/// belongs to the last call before it that has its id: servers may use one again.
[[nodiscard]] QList<RoundCall> callsIn(const Conversation &conversation,
                                       const QList<MessageId> &messages, int mostCalls);

/// As the paths of the lanes show it; see pairedRound(). `mostCalls` of a lane are looked at.
[[nodiscard]] RoundCalls roundCalls(const Conversation &conversation, RoundId round,
                                    int mostCalls = 1000);
/// Whether a lane called anything in that round.
[[nodiscard]] bool hasCalls(const Conversation &conversation, RoundId round);

} // namespace app
