// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/streaming_document.h"
#include "app/store/database.h"
#include "app/store/records.h"

namespace app {

/// Puts messages into the search a little at a time, so that no job of the writer is held up by a
/// long one, or by the many that come back when a deletion is undone: reading the Markdown of
/// 400 KB takes longer than a job may. The table search_pending says which are left; it outlives
/// the program. Used on the writer thread alone.
class SearchBacklog
{
public:
    enum class Progress { Begun, Nothing };

    /// The next step, of some milliseconds. Nothing: none is left.
    Result<Progress> step(Database &database);
    /// What was read of messages may not be what they say any more.
    void startAgain();

private:
    enum class Phase { Idle, Reading, Read };

    [[nodiscard]] Result<Progress> choose(Database &database);
    [[nodiscard]] Result<void> store(Database &database);

    Phase m_phase = Phase::Idle;
    MessageId m_message;
    QByteArray m_source;
    qsizetype m_at = 0;
    StreamingDocument m_document;
    QString m_text; ///< for the index
};

} // namespace app
