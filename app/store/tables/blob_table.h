// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/message_part.h"
#include "app/store/database.h"

// Statements of the tables blobs and blob_uses. A blob is used by whole conversations: by their
// messages, their draft, their recipes.

namespace app {

[[nodiscard]] Result<void> putBlob(Database &database, const QByteArray &sha256,
                                   const QByteArray &bytes, const QString &mimeType, qint64 nowMs);
/// NotFound where it is not there.
[[nodiscard]] Result<QByteArray> readBlob(Database &database, const QByteArray &sha256);

[[nodiscard]] Result<void> useBlobs(Database &database, ConversationId conversation,
                                    const QList<QByteArray> &sha256s);
/// Those of the images among the parts, and of what tools gave as a whole.
[[nodiscard]] Result<void> useBlobs(Database &database, ConversationId conversation,
                                    const Parts &parts);
/// Gives up to `most` uses of that conversation, and the blobs that no other one uses. How many
/// uses it had is given back; 0: none is left.
[[nodiscard]] Result<qint64> eraseBlobsOnlyUsedBy(Database &database, ConversationId conversation,
                                                  int most);
/// Up to `most` blobs that were kept before that time and that nothing uses: images that were
/// attached and taken out again.
[[nodiscard]] Result<void> eraseUnusedBlobs(Database &database, qint64 keptBeforeMs, int most);

} // namespace app
