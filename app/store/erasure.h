// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/records.h"

#include <deque>
#include <set>

namespace app {

/// Takes conversations out of the file for ever, a little at a time, so that no job of the writer
/// is held up by a long one. They are out of sight from the first moment; the mark
/// (conversations.hidden = 2) outlives the program. Used on the writer thread alone.
class Erasure
{
public:
    /// Most rows that one step takes out of a table, and most bytes of messages.
    static constexpr int kMostRows = 64;
    static constexpr qint64 kMostBytes = 256 * 1024;

    enum class Progress { Begun, Nothing };

    /// Finds what an earlier run of the program left.
    Result<void> load(Database &database);
    /// One that markToErase() has marked, in a transaction that was committed.
    void begin(ConversationId conversation);
    /// Erased, or about to be: a late write must not bring it back.
    [[nodiscard]] bool contains(ConversationId conversation) const;
    /// The next step, a transaction of some milliseconds. Nothing: all are gone.
    Result<Progress> step(Database &database);

private:
    enum class Left { Something, Nothing };

    static Result<Left> eraseSome(Database &database, ConversationId conversation);
    static Result<Left> eraseSomeBlobs(Database &database);

    std::deque<ConversationId> m_conversations; ///< that have rows left
    std::set<ConversationId> m_marked; ///< in this run of the program
    bool m_mayHaveUnusedBlobs = false;
};

} // namespace app
