// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/store.h"

namespace app {

class StoreWriter;

/// What the reader thread does, on a connection of its own that opens when it is first needed.
class StoreReader
{
public:
    explicit StoreReader(StoreWriter &writer) : m_writer(writer) { }

    void close();

    Result<QList<ConversationSummary>> conversations();
    Result<ConversationRecord> conversation(ConversationId id);
    Result<Recipe> recipe(RunId id);
    Result<StoredRun> storedRun(RunId id);
    Result<RawStream> rawStream(RunId id);
    Result<TokenLogprobs> tokens(MessageId id);
    Result<QList<RunLine>> newestRuns(int most);
    Result<CostTable> costs(qint64 sinceMs);
    Result<QList<Vote>> votes();
    Result<QByteArray> blob(const QByteArray &sha256);
    Result<QList<ConversationId>> search(const QString &words,
                                         const std::function<bool()> &isStale);

private:
    template <typename T>
    Result<T> read(const std::function<Result<T>(Database &)> &work);

    StoreWriter &m_writer;
    std::unique_ptr<Database> m_database;
};

} // namespace app
