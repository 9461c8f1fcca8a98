// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/store/job_thread.h"
#include "app/store/store_reader.h"
#include "app/store/store_writer.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace app {

struct Store::Private
{
    Private(const Paths &paths, Role role) : writer(paths, role), reader(writer) { }

    void open()
    {
        if (std::exchange(isOpening, true))
            return;
        opened = write<Opening>([](StoreWriter &store) { return store.open(); });
        catchUp();
    }

    /// Step by step, behind everything else that waits.
    void catchUp()
    {
        writerThread.post<void>(
            [this]() -> Result<void> {
                isCatchingUp = !isClosing && writer.catchUp();
                if (isCatchingUp)
                    catchUp();
                return {};
            },
            {kCatchingUp, false});
    }

    template <typename T>
    QFuture<Result<T>> write(std::function<Result<T>(StoreWriter &)> work,
                             JobThread::Place place = {0, false})
    {
        open();
        const auto job = [this, work = std::move(work), number = ++writesAsked] {
            Result<T> result = work(writer);
            writer.noteDone(number);
            if (!std::exchange(isCatchingUp, true))
                catchUp();
            return result;
        };
        return writerThread.post<T>(job, place);
    }

    /// After all writes that were asked for until now.
    template <typename T>
    QFuture<Result<T>> read(std::function<Result<T>(StoreReader &)> work)
    {
        open();
        return readerThread.post<T>([this, work = std::move(work), after = writesAsked] {
            if (isClosing)
                return Result<T>(fail(ErrorKind::Cancelled));
            writer.waitFor(after);
            return work(reader);
        });
    }

    StoreWriter writer;
    StoreReader reader;
    static constexpr qint64 kCatchingUp = -1; ///< a group of jobs, as conversations are
    bool isOpening = false;
    bool isCatchingUp = true; ///< on the writer thread
    quint64 writesAsked = 0;
    std::atomic<bool> isClosing = false;
    std::atomic<bool> isTidied = false;
    std::atomic<quint64> newestSearch = 0;
    QFuture<Result<Opening>> opened;
    // Last: their threads use what stands above.
    JobThread writerThread{u"store writer"_s};
    JobThread readerThread{u"store reader"_s};
};

Store::Store(const Paths &paths, Role role) : d(std::make_unique<Private>(paths, role))
{
    if (role == Role::Owner)
        d->open();
}

Store::~Store()
{
    d->isClosing = true;
    // A connection must be closed on its own thread.
    d->readerThread.post<void>([this]() -> Result<void> {
        d->reader.close();
        return {};
    });
    d->writerThread.post<void>([this]() -> Result<void> {
        d->writer.close();
        return {};
    });
}

QFuture<Result<Store::Opening>> Store::opened() const
{
    d->open();
    return d->opened;
}

QFuture<Result<QList<ConversationSummary>>> Store::conversations()
{
    return d->read<QList<ConversationSummary>>([this](StoreReader &reader) {
        auto list = reader.conversations();
        // Not before: at the start of the program somebody waits for the list.
        if (!d->isTidied.exchange(true))
            d->writerThread.post<void>([this] { return d->writer.tidy(); });
        return list;
    });
}

QFuture<Result<ConversationRecord>> Store::conversation(ConversationId id)
{
    return d->read<ConversationRecord>(
        [id](StoreReader &reader) { return reader.conversation(id); });
}

QFuture<Result<Recipe>> Store::recipe(RunId id)
{
    return d->read<Recipe>([id](StoreReader &reader) { return reader.recipe(id); });
}

QFuture<Result<StoredRun>> Store::storedRun(RunId id)
{
    return d->read<StoredRun>([id](StoreReader &reader) { return reader.storedRun(id); });
}

QFuture<Result<RawStream>> Store::rawStream(RunId id)
{
    return d->read<RawStream>([id](StoreReader &reader) { return reader.rawStream(id); });
}

QFuture<Result<TokenLogprobs>> Store::tokens(MessageId id)
{
    return d->read<TokenLogprobs>([id](StoreReader &reader) { return reader.tokens(id); });
}

QFuture<Result<QList<RunLine>>> Store::newestRuns(int most)
{
    return d->read<QList<RunLine>>([most](StoreReader &reader) { return reader.newestRuns(most); });
}

QFuture<Result<CostTable>> Store::costs(qint64 sinceMs)
{
    return d->read<CostTable>([sinceMs](StoreReader &reader) { return reader.costs(sinceMs); });
}

QFuture<Result<QList<Vote>>> Store::votes()
{
    return d->read<QList<Vote>>([](StoreReader &reader) { return reader.votes(); });
}

QFuture<Result<void>> Store::write(ConversationId conversation, Changes changes, Urgency urgency)
{
    return d->write<void>([conversation, changes = std::move(changes)](
                              StoreWriter &writer) { return writer.write(conversation, changes); },
                          {conversation.value(), urgency == Urgency::Prompt});
}

QFuture<Result<void>> Store::erase(ConversationId id)
{
    return d->write<void>([id](StoreWriter &writer) { return writer.erase(id); },
                          {id.value(), false});
}

QFuture<Result<void>> Store::putExchange(ConversationId conversation, RunId run, Exchange exchange)
{
    return d->write<void>(
        [conversation, run, exchange = std::move(exchange)](StoreWriter &writer) {
            return writer.putExchange(conversation, run, exchange);
        },
        {conversation.value(), false});
}

QFuture<Result<void>> Store::appendRaw(ConversationId conversation, RawPiece piece)
{
    return d->write<void>(
        [conversation, piece = std::move(piece)](StoreWriter &writer) {
            return writer.appendRaw(conversation, piece);
        },
        {conversation.value(), false});
}

QFuture<Result<QByteArray>> Store::putBlob(QByteArray bytes, QString mimeType)
{
    return d->write<QByteArray>(
        [bytes = std::move(bytes), mimeType = std::move(mimeType)](StoreWriter &writer) {
            return writer.putBlob(bytes, mimeType);
        });
}

QFuture<Result<QByteArray>> Store::blob(QByteArray sha256)
{
    return d->read<QByteArray>(
        [sha256 = std::move(sha256)](StoreReader &reader) { return reader.blob(sha256); });
}

QFuture<Result<QList<ConversationId>>> Store::search(QString words)
{
    const quint64 number = ++d->newestSearch;
    return d->read<QList<ConversationId>>([this, number,
                                           words = std::move(words)](StoreReader &reader) {
        return reader.search(words,
                             [this, number] { return d->newestSearch != number || d->isClosing; });
    });
}

} // namespace app
