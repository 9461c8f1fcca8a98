// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/token_logprobs.h"
#include "app/store/records.h"

#include <variant>

namespace app {

// A change is a value that is applied to the live Conversation and written to the Store in the same
// words. Put… inserts the row or replaces the one with that id.

struct PutConversation
{
    ConversationSummary summary;
};
struct PutLane
{
    Lane lane;
};
struct RemoveLane
{
    LaneId lane;
};
struct PutRound
{
    Round round;
};
struct PutTurn
{
    TurnRecord turn;
};
struct PutRun
{
    Run run;
};
/// The parts replace all that was there, appended text included. With a state other than Streaming
/// its text is also indexed for the search.
struct PutMessage
{
    Message message;
};
/// More of a streaming reply. Grows its last part, or starts one behind it when that is of another
/// kind.
struct AppendText
{
    enum class Kind { Text, Reasoning };
    MessageId message;
    Kind kind = Kind::Text;
    QByteArray text;
};
/// More of a tool call of a streaming reply.
struct AppendCall
{
    MessageId message;
    int call = 0; ///< its number among the calls of the message
    ToolCallPart more; ///< as known now, but of the arguments only what came on top
};
/// What the server said of the tokens of a reply that came to its end, behind its message.
struct PutTokens
{
    MessageId message;
    TokenLogprobs tokens;
};
/// Marks this message only; what is below it is out of reach with it, and comes back with it.
struct SetHidden
{
    MessageId message;
    bool hidden = true;
};
struct PutDraft
{
    Draft draft;
    LaneId lane = {}; ///< a detached one with a composer of its own; none: the one of all others
};
/// Replaces the whole queue.
struct PutQueue
{
    QList<Prompt> prompts;
};

/// Before the answers show: a round that is blind stays so through a restart.
struct PutBlindRound
{
    BlindRound round;
};
/// Takes the place of an open vote of its round. Changes nothing where that one was blind.
struct PutVote
{
    Vote vote;
};

using Change = std::variant<PutConversation, PutLane, RemoveLane, PutRound, PutTurn, PutRun,
                            PutMessage, AppendText, AppendCall, PutTokens, SetHidden, PutDraft,
                            PutQueue, PutBlindRound, PutVote>;
using Changes = QList<Change>;

/// Appends as AppendText does. Amortised constant time per byte while nobody else holds the parts.
void appendText(Parts &parts, AppendText::Kind kind, const QByteArray &text);
/// Appends as AppendCall does.
void appendCall(Parts &parts, int call, const ToolCallPart &more);

/// Adds a change to those that are still to be written; joined with the last one where both grow
/// the same thing, so that a stream behind a slow disk does not become ever more rows.
void appendMerged(Changes &changes, Change change);

} // namespace app
