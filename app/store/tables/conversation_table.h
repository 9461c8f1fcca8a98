// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"
#include "app/store/database.h"

// Statements of the table conversations.

namespace app {

[[nodiscard]] Result<void> putConversation(Database &database, const ConversationSummary &summary);
/// Those that are not hidden and hold a message or a draft, the one changed last first.
[[nodiscard]] Result<QList<ConversationSummary>> listConversations(Database &database);
/// NotFound for an unknown id.
[[nodiscard]] Result<ConversationSummary> readConversation(Database &database, ConversationId id);
/// Out of sight, as if it was not there.
[[nodiscard]] Result<void> markToErase(Database &database, ConversationId id);
[[nodiscard]] Result<QList<ConversationId>> conversationsToErase(Database &database);
/// With all that still belongs to it.
[[nodiscard]] Result<void> eraseConversation(Database &database, ConversationId id);
/// Conversations begun before `createdBefore` in which nothing was ever written.
[[nodiscard]] Result<void> eraseEmptyConversations(Database &database, qint64 createdBefore);

} // namespace app
