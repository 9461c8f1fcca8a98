// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/paths.h"
#include "app/base/result.h"
#include "app/store/change.h"
#include "app/store/raw_pieces.h"
#include "app/store/run_queries.h"

#include <QFuture>

#include <memory>

namespace app {

/// The one SQLite file of a profile, spoken to by value. A writer thread and a reader thread each
/// own a connection; calls return at once, futures finish on a store thread: consume them with
/// whenDone(), because .then(context, …) races with the end of the context. Writes happen in the
/// order of the calls, each call one transaction; only a prompt goes before what waits to be
/// written of other conversations. A read sees every write asked for before it. A failure has
/// ErrorKind::Storage and says in its code what is wrong: "disk_full", "locked", "read_only",
/// "newer_version", "older_version", "damaged", "cannot_open", or nothing. schema.md describes the
/// tables. Created and destroyed on the GUI thread; destruction waits for the writes that were
/// asked for.
class Store
{
public:
    enum class Role {
        /// The window: migrates, and marks replies left streaming as interrupted, unless another
        /// owner works with the profile.
        Owner,
        /// The command line beside it: does neither, and opens nothing before it asks for
        /// something.
        Guest,
    };

    /// Never fails by itself: opening happens on the writer thread, and every later call on a store
    /// that could not be opened gives ErrorKind::Storage with the reason. See opened().
    Store(const Paths &paths, Role role);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    struct Opening
    {
        bool readOnly = false; ///< made by a newer version, or the folder cannot be written
        bool newerVersion = false; ///< the reason of readOnly
        QString setAside; ///< where a damaged file was moved to; empty when it was whole
        QString backup; ///< written before a change of the schema; empty when there was none
    };
    [[nodiscard]] QFuture<Result<Opening>> opened() const;

    /// All visible conversations, the one changed last first.
    [[nodiscard]] QFuture<Result<QList<ConversationSummary>>> conversations();
    /// NotFound for an unknown id.
    [[nodiscard]] QFuture<Result<ConversationRecord>> conversation(ConversationId id);
    /// What was asked in a run; NotFound for an unknown one.
    [[nodiscard]] QFuture<Result<Recipe>> recipe(RunId id);
    /// All that is kept of a run; NotFound for an unknown one.
    [[nodiscard]] QFuture<Result<StoredRun>> storedRun(RunId id);
    /// NotFound where it was not kept.
    [[nodiscard]] QFuture<Result<RawStream>> rawStream(RunId id);
    /// What the server said of the tokens of a reply; NotFound where nothing was kept.
    [[nodiscard]] QFuture<Result<TokenLogprobs>> tokens(MessageId id);
    /// The newest first.
    [[nodiscard]] QFuture<Result<QList<RunLine>>> newestRuns(int most);
    /// What the runs since that moment cost, erased ones too; 0: all.
    [[nodiscard]] QFuture<Result<CostTable>> costs(qint64 sinceMs);
    /// Every vote of the profile, the oldest first; also those of conversations that were erased.
    [[nodiscard]] QFuture<Result<QList<Vote>>> votes();
    enum class Urgency {
        Usual,
        Prompt, ///< somebody waits for it: a request leaves when it is written
    };
    /// One transaction; all of it or nothing.
    QFuture<Result<void>> write(ConversationId conversation, Changes changes,
                                Urgency urgency = Urgency::Usual);
    /// For ever, with all that belongs to it; blobs that nothing refers to go too. Votes stay: they
    /// hold no word of it, and the ratings are not to change when somebody tidies up. When the
    /// future is finished nothing can be read of it or written to it any more; its rows go in steps
    /// behind all that waits to be written, and on the next start where the program ends before.
    QFuture<Result<void>> erase(ConversationId id);

    /// What went over the wire in a run that ended, and what came in it: one call for each piece.
    /// Not joined with other writes, so that none of them takes long. A run whose row could not be
    /// written yet keeps neither.
    QFuture<Result<void>> putExchange(ConversationId conversation, RunId run, Exchange exchange);
    QFuture<Result<void>> appendRaw(ConversationId conversation, RawPiece piece);

    /// Keeps bytes once under their SHA-256 (lower-case hex), which it gives back.
    QFuture<Result<QByteArray>> putBlob(QByteArray bytes, QString mimeType);
    [[nodiscard]] QFuture<Result<QByteArray>> blob(QByteArray sha256);

    /// Conversations whose title or messages hold all words; a newer search interrupts an older
    /// one, which then ends with Cancelled. A very long answer, and what comes back when a deletion
    /// is undone, is found some moments after it was written.
    [[nodiscard]] QFuture<Result<QList<ConversationId>>> search(QString words);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace app
