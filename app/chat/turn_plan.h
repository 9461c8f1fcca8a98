// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/omission.h"
#include "app/library/conversation.h"

namespace app {

struct Prompt;

/// What one turn is to do, with the rows it writes to already named.
struct TurnPlan
{
    Lane lane; ///< as it was when the prompt was sent; later edits are for the next turn
    TurnId turn;
    RunId run;
    MessageId reply;
    MessageId answers; ///< the request ends with this message: a prompt, or the reply to go on with
    bool continues = false;
    Omission omission; ///< what the model refused last time
};

/// Turns to start, and the changes that must be committed before their requests leave. Each
/// reply is among them, empty and streaming: a program that is killed from then on finds it
/// interrupted.
struct RoundPlan
{
    Changes changes;
    QList<TurnPlan> turns;
};

/// A prompt to all lanes: one user message for each distinct history.
[[nodiscard]] RoundPlan planPrompt(const Conversation &conversation, const Prompt &prompt,
                                   qint64 nowMs);
/// A sibling of `edited` with another text, for every lane whose path holds it.
[[nodiscard]] RoundPlan planEditedPrompt(const Conversation &conversation, MessageId edited,
                                         const Prompt &prompt, qint64 nowMs);
/// A new turn beside the one of `reply`; where that is a continuation, another one of the same
/// reply.
[[nodiscard]] RoundPlan planRetry(const Conversation &conversation, LaneId lane, MessageId reply,
                                  const Omission &omission, qint64 nowMs);
/// One more run in the turn of `reply`.
[[nodiscard]] RoundPlan planContinuation(const Conversation &conversation, LaneId lane,
                                         MessageId reply, qint64 nowMs);
/// A reply below a message that is there already, in its round.
[[nodiscard]] RoundPlan planReply(const Conversation &conversation, LaneId lane, MessageId answers,
                                  qint64 nowMs);
/// A sibling of the answer with the user's text, as a turn in which nothing is sent.
[[nodiscard]] Changes planEditedAnswer(const Conversation &conversation, LaneId lane,
                                       MessageId answer, const QString &text, qint64 nowMs);

/// What a request for such a reply holds, by the lane's parameters and the path to it.
[[nodiscard]] RequestedFeatures requestedFeatures(const Conversation &conversation, LaneId lane,
                                                  MessageId reply);

/// What the model refused in this reply and a retry can leave out; empty where the error does not
/// tell, or where it is not asked for any more.
[[nodiscard]] Omission refusedFeatures(const Conversation &conversation, LaneId lane,
                                       MessageId reply);

/// From the first prompt to this message, without hidden ones.
[[nodiscard]] QList<MessageId> pathTo(const Conversation &conversation, MessageId message);

} // namespace app
