// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"
#include "app/store/database.h"

// Statements of the tables drafts, lane_drafts and queued_prompts: what was typed and has not been
// sent.

namespace app {

[[nodiscard]] Result<void> putDraft(Database &database, ConversationId conversation,
                                    const Draft &draft);
[[nodiscard]] Result<Draft> readDraft(Database &database, ConversationId conversation);

/// Of a detached lane; an empty one is deleted.
[[nodiscard]] Result<void> putLaneDraft(Database &database, ConversationId conversation,
                                        LaneId lane, const Draft &draft);
[[nodiscard]] Result<QHash<LaneId, Draft>> readLaneDrafts(Database &database,
                                                          ConversationId conversation);

[[nodiscard]] Result<void> putQueue(Database &database, ConversationId conversation,
                                    const QList<Prompt> &queue);
[[nodiscard]] Result<QList<Prompt>> readQueue(Database &database, ConversationId conversation);

} // namespace app
