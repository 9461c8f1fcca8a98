// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/erasure.h"
#include "app/store/profile_file.h"
#include "app/store/raw_pieces.h"
#include "app/store/search_backlog.h"

#include <QMutex>
#include <QWaitCondition>

#include <set>

namespace app {

/// What the writer thread does; every function runs on it but waitFor(), openForReading() and
/// noteDamage().
class StoreWriter
{
public:
    StoreWriter(const Paths &paths, Store::Role role);

    [[nodiscard]] Result<Store::Opening> open();
    void close();

    Result<void> write(ConversationId conversation, const Changes &changes);
    /// Out of sight; catchUp() does the rest.
    Result<void> erase(ConversationId conversation);
    Result<void> putExchange(ConversationId conversation, RunId run, const Exchange &exchange);
    Result<void> appendRaw(ConversationId conversation, const RawPiece &piece);
    Result<QByteArray> putBlob(const QByteArray &bytes, const QString &mimeType);
    /// What was begun and never used. Owner only, when there is nothing better to do.
    Result<void> tidy();

    /// A little of what may wait: erases, and reads what is to be found by a search. False: nothing
    /// is left.
    [[nodiscard]] bool catchUp();

    /// Jobs are numbered from 1 as they are asked for, and may be done in another order.
    void noteDone(quint64 job);
    /// From any thread: blocks until all jobs up to that number are done.
    void waitFor(quint64 job);

    /// From the reader's thread, after waitFor(): a connection of its own.
    [[nodiscard]] Result<std::unique_ptr<Database>> openForReading() const;
    /// From any thread.
    void noteDamage(const Error &error) const;

private:
    [[nodiscard]] bool indexSome();
    Result<void> inTransaction(const std::function<Result<void>(Database &)> &work);

    ProfileFile m_file;
    Store::Role m_role;
    std::unique_ptr<Database> m_database;
    Store::Opening m_opening;
    Error m_openError;
    SearchBacklog m_backlog;
    Erasure m_erasure;

    QMutex m_mutex;
    QWaitCondition m_progress;
    quint64 m_doneUpTo = 0;
    std::set<quint64> m_doneAhead;
};

} // namespace app
