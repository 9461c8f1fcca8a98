// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/records.h"

// Statements of the FTS5 tables message_search and title_search (https://www.sqlite.org/fts5.html).
// Their rowids are those of messages and conversations; triggers remove rows with them.

namespace app {

[[nodiscard]] Result<void> indexTitle(Database &database, ConversationId conversation,
                                      const QString &title);
/// Its text as shown: an answer without its Markdown, and the names of images. A long answer is
/// only noted; see SearchBacklog.
[[nodiscard]] Result<void> indexMessage(Database &database, const Message &message);
[[nodiscard]] Result<void> removeFromSearch(Database &database, MessageId message);

/// A message with all below it that is not hidden itself.
[[nodiscard]] Result<void> removeBranchFromSearch(Database &database, MessageId top);
/// The same is noted; see SearchBacklog. To read the Markdown of a long conversation takes longer
/// than a job of the writer may.
[[nodiscard]] Result<void> noteBranchForSearch(Database &database, MessageId top);

/// Too long to be read while something else waits to be written.
[[nodiscard]] bool isIndexedLater(const Message &message);
/// A message that was noted, if there is one.
[[nodiscard]] Result<std::optional<MessageId>> nextToIndex(Database &database);
/// `text`: of searchText(). The message is not noted any more.
[[nodiscard]] Result<void> putSearchText(Database &database, MessageId message,
                                         const QString &text);

/// Visible conversations that hold every word somewhere, in their title or a message; words are
/// found from their beginning on. The one changed last first. Cancelled as soon as `isStale`.
[[nodiscard]] Result<QList<ConversationId>> searchConversations(
    Database &database, const QString &words, const std::function<bool()> &isStale);

} // namespace app
