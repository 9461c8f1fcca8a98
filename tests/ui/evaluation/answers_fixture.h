// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/conversation.h"

/// Two lanes that answered the same two prompts, and a retry of the first answer of lane A:
///
///     10 ─ 11 (A, retried: 12) ─ 20 ─ 21 (A)
///        └ 13 (B)              ─ 22 ─ 23 (B), which goes on where it was cut in 24
namespace sample {

using namespace Qt::StringLiterals;

inline app::Message answer(int id, int parent, int turn, const QByteArray &text)
{
    return {.id = app::MessageId(id),
            .parent = app::MessageId(parent),
            .role = app::Role::Assistant,
            .parts = {app::TextPart{text}},
            .turn = app::TurnId(turn)};
}

inline app::Message question(int id, int parent, int round)
{
    return {.id = app::MessageId(id),
            .parent = app::MessageId(parent),
            .parts = {app::TextPart{"Why?"}},
            .round = app::RoundId(round)};
}

inline app::ConversationPtr conversation(const QByteArray &left, const QByteArray &right)
{
    using namespace app;
    ConversationRecord record;
    record.summary.id = ConversationId(1);
    record.rounds = {{RoundId(100), RoundKind::Chat, 1}, {RoundId(200), RoundKind::Chat, 2}};
    record.lanes = {{.id = LaneId(1), .letter = 0, .model = u"maker/one"_s, .head = MessageId(21)},
                    {.id = LaneId(2),
                     .position = 1,
                     .letter = 1,
                     .model = u"maker/two"_s,
                     .head = MessageId(24)}};
    record.turns = {{TurnId(1), RoundId(100), LaneId(1), {}},
                    {TurnId(2), RoundId(100), LaneId(1), {}},
                    {TurnId(3), RoundId(100), LaneId(2), {}},
                    {TurnId(4), RoundId(200), LaneId(1), {}},
                    {TurnId(5), RoundId(200), LaneId(2), {}}};
    Message continued = answer(24, 23, 5, " end");
    continued.continues = MessageId(23);
    record.messages = {question(10, 0, 100),
                       answer(11, 10, 1, left),
                       answer(12, 10, 2, "A retry."),
                       answer(13, 10, 3, right),
                       question(20, 11, 200),
                       answer(21, 20, 4, "second of A"),
                       question(22, 13, 200),
                       answer(23, 22, 5, "second of B without"),
                       continued};
    return std::make_shared<Conversation>(record);
}

} // namespace sample
