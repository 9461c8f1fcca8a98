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
/// Marks this message only; what is below it is out of reach with it, and comes back with it.
struct SetHidden
{
    MessageId message;
    bool hidden = true;
};
struct PutDraft
{
    Draft draft;
};

using Change = std::variant<PutConversation, PutLane, RemoveLane, PutRound, PutTurn, PutRun,
                            PutMessage, AppendText, SetHidden, PutDraft>;
using Changes = QList<Change>;

/// Appends as AppendText does. Amortised constant time per byte while nobody else holds the parts.
void appendText(Parts &parts, AppendText::Kind kind, const QByteArray &text);

} // namespace app
