// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
/// With a state other than Streaming it also folds: its chunks are dropped, its text is indexed.
struct PutMessage
{
    Message message;
};
/// More of a streaming reply. Grows the last part of that kind, or starts one behind it.
struct AppendText
{
    enum class Kind { Text, Reasoning };
    MessageId message;
    Kind kind = Kind::Text;
    QByteArray text;
};
struct SetHidden
{
    MessageId message; ///< with all below it
    bool hidden = true;
};
struct PutDraft
{
    Draft draft;
};

using Change = std::variant<PutConversation, PutLane, RemoveLane, PutRound, PutTurn, PutRun,
                            PutMessage, AppendText, SetHidden, PutDraft>;
using Changes = QList<Change>;

} // namespace app
