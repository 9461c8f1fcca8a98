// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/raw_pieces.h"
#include "app/store/run_queries.h"

// Statements of the tables exchanges and raw_streams, and of all that is kept of one run.

namespace app {

[[nodiscard]] Result<void> putExchange(Database &database, ConversationId conversation, RunId run,
                                       const Exchange &exchange);
[[nodiscard]] Result<void> appendRaw(Database &database, ConversationId conversation,
                                     const RawPiece &piece);
/// NotFound where none was kept.
[[nodiscard]] Result<RawStream> readRawStream(Database &database, RunId run);
/// NotFound for an unknown one, and where its conversation is being erased.
[[nodiscard]] Result<StoredRun> readStoredRun(Database &database, RunId run);
/// Those that were asked last, the newest first, without those of veiled rounds.
[[nodiscard]] Result<QList<RunLine>> readNewestRuns(Database &database, int most);

} // namespace app
