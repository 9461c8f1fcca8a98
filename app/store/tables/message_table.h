// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"
#include "app/store/database.h"

// Statements of the tables messages and chunks.

namespace app {

/// Drops the chunks of the message: its parts are whole now.
[[nodiscard]] Result<void> putMessage(Database &database, ConversationId conversation,
                                      const Message &message);
[[nodiscard]] Result<void> appendChunk(Database &database, const AppendText &more);
[[nodiscard]] Result<void> appendChunk(Database &database, const AppendCall &more);
/// What is out of reach also leaves the search.
[[nodiscard]] Result<void> setHidden(Database &database, const SetHidden &change);
/// Parents before children; with the chunks of streaming replies joined to their parts.
[[nodiscard]] Result<QList<Message>> readMessages(Database &database, ConversationId conversation);
/// Without chunks; NotFound for an unknown id.
[[nodiscard]] Result<Message> readMessage(Database &database, MessageId id);
/// One message at least, where there is any, and with it what is below: up to `mostRows` or
/// `mostBytes` of parts. How many of the newest were erased; 0: none is left.
[[nodiscard]] Result<qint64> eraseNewestMessages(Database &database, ConversationId conversation,
                                                 int mostRows, qint64 mostBytes);
/// Replies left streaming by a program that ended: folded and marked Interrupted.
[[nodiscard]] Result<void> foldInterrupted(Database &database);

} // namespace app
