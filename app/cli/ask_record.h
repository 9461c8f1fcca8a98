// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/reply_writer.h"
#include "app/chat/turn_plan.h"
#include "app/cli/ask_answers.h"

#include <memory>

namespace app {

/// The rows that `ask --save` leaves in a profile: a conversation of one lane with the messages
/// asked and the answer.
class AskRecord
{
public:
    /// `messages`: one at least, each the child of the one before.
    AskRecord(const Lane &lane, const QList<Message> &messages, qint64 nowMs);
    ~AskRecord();

    [[nodiscard]] ConversationId conversation() const;
    [[nodiscard]] RunId run() const; ///< that is on its way
    /// To be committed before the request leaves.
    [[nodiscard]] Changes beginning(const Run &asked) const;
    /// To be kept at its end, pictures of the answer first.
    [[nodiscard]] FoldedReplies end(const Run &run, const RunOutcome &outcome) const;
    /// The reply that is being asked for.
    [[nodiscard]] MessageId reply() const { return m_turn.reply; }
    /// What beginning() and end() speak of from now on: a piece that goes on with the answer, or
    /// another answer beside it. After end() of what was before.
    void goOn(AskAnswers::Kind kind, qint64 nowMs);
    /// What the calls of the last reply gave, and the run that follows; end() is of that one then.
    /// To be committed before its request leaves.
    [[nodiscard]] Changes nextRun(const Message &given, const Run &asked);

private:
    std::unique_ptr<Conversation> m_conversation;
    RoundPlan m_plan;
    TurnPlan m_turn; ///< with the run and the reply of now
};

} // namespace app
