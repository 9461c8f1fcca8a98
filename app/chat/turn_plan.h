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
    bool makesCalls = false; ///< offers the tools of the lane, and goes on with what they give
    bool takesUpCalls = false; ///< `reply` is there already: its calls that have no result are made
    /// Some: the request of that run goes once more, byte for byte, in place of one that is made of
    /// the lane and its path.
    RunId again = {};
};

/// Turns to start, and the changes that must be committed before their requests leave. Each
/// reply is among them, empty and streaming: a program that is killed from then on finds it
/// interrupted.
struct RoundPlan
{
    Changes changes;
    QList<TurnPlan> turns;
};

/// Pictures first.
[[nodiscard]] Parts partsOf(const Prompt &prompt);
/// The lanes that a prompt goes to: the one it is for, or all that are not detached.
[[nodiscard]] QList<LaneId> lanesFor(const Conversation &conversation, const Prompt &prompt);
/// A prompt to those: one user message for each distinct history.
[[nodiscard]] RoundPlan planPrompt(const Conversation &conversation, const Prompt &prompt,
                                   qint64 nowMs);
/// A sibling of `edited` with another text, for every lane whose path holds it.
[[nodiscard]] RoundPlan planEditedPrompt(const Conversation &conversation, MessageId edited,
                                         const Prompt &prompt, qint64 nowMs);
/// A new turn beside the one of `reply`; where that is a continuation, another one of the same
/// reply.
[[nodiscard]] RoundPlan planRetry(const Conversation &conversation, LaneId lane, MessageId reply,
                                  const Omission &omission, qint64 nowMs);
/// The same, but with the very request of that reply; the model and the provider of the lane stay
/// as they are. Nothing for a reply without a run.
[[nodiscard]] RoundPlan planAgain(const Conversation &conversation, LaneId lane, MessageId reply,
                                  qint64 nowMs);
/// What the lane answered to in this round: the parent of its first reply there. None: it went
/// another way.
[[nodiscard]] MessageId answeredIn(const Conversation &conversation, LaneId lane, RoundId round);
/// A new turn in every lane that answered in this round.
[[nodiscard]] RoundPlan planRoundAgain(const Conversation &conversation, RoundId round,
                                       qint64 nowMs);
/// The last message of the turn that a reply on the lane's path belongs to; none: not there.
[[nodiscard]] MessageId endOfTurn(const Conversation &conversation, LaneId lane, MessageId reply);
/// One more run in the turn of `reply`.
[[nodiscard]] RoundPlan planContinuation(const Conversation &conversation, LaneId lane,
                                         MessageId reply, qint64 nowMs);
/// A reply below a message that is there already, in its round.
[[nodiscard]] RoundPlan planReply(const Conversation &conversation, LaneId lane, MessageId answers,
                                  qint64 nowMs);
/// The turn of `reply` goes on with the calls that nobody made; no turns where it has none.
[[nodiscard]] RoundPlan planOpenCalls(const Conversation &conversation, LaneId lane,
                                      MessageId reply);
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
