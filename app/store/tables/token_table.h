// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"
#include "app/store/database.h"

#include <QSet>

// Statements of the table token_logprobs.

namespace app {

[[nodiscard]] Result<void> putTokens(Database &database, ConversationId conversation,
                                     const PutTokens &change);
/// NotFound where none were kept.
[[nodiscard]] Result<TokenLogprobs> readTokens(Database &database, MessageId message);
/// The messages of which some were kept.
[[nodiscard]] Result<QSet<MessageId>> messagesWithTokens(Database &database,
                                                         ConversationId conversation);

} // namespace app
