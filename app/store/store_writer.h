// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/profile_file.h"

#include <QMutex>
#include <QWaitCondition>

namespace app {

/// What the writer thread does; every function but waitFor() and reader() runs on it.
class StoreWriter
{
public:
    StoreWriter(const Paths &paths, Store::Role role);

    [[nodiscard]] Result<Store::Opening> open();
    void close();

    Result<void> write(ConversationId conversation, const Changes &changes);
    Result<void> erase(ConversationId conversation);
    Result<QByteArray> putBlob(const QByteArray &bytes, const QString &mimeType);
    /// What was begun and never used. Owner only, when there is nothing better to do.
    Result<void> tidy();

    /// Counts the jobs done, for readers that must see what was written before they were asked.
    void countDone();
    /// From any thread: blocks until that many jobs are done.
    void waitFor(quint64 jobs);

    /// From the reader's thread, after waitFor(): a connection of its own.
    [[nodiscard]] Result<std::unique_ptr<Database>> openForReading() const;
    /// From any thread.
    void noteDamage(const Error &error) const;

private:
    Result<void> inTransaction(const std::function<Result<void>(Database &)> &work);

    ProfileFile m_file;
    Store::Role m_role;
    std::unique_ptr<Database> m_database;
    Store::Opening m_opening;
    Error m_openError;

    QMutex m_mutex;
    QWaitCondition m_progress;
    quint64 m_done = 0;
};

} // namespace app
