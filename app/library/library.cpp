// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library.h"

#include "app/base/when_done.h"

#include <QPromise>
#include <QSet>
#include <QThread>

#include <algorithm>

namespace app {

namespace {
bool comesBefore(const ConversationSummary &one, const ConversationSummary &other)
{
    return std::pair(one.changedMs, one.id) > std::pair(other.changedMs, other.id);
}

/// Puts the tree of a long history together where it was read, and hands it over to `home`.
auto madeFor(QThread *home)
{
    return [home](const Result<ConversationRecord> &record) -> Result<ConversationPtr> {
        if (!record)
            return fail(record.error());
        auto conversation = std::make_shared<Conversation>(*record);
        conversation->moveToThread(home);
        return conversation;
    };
}
} // namespace

struct Library::Private
{
    Private(Library &library, Store &usedStore, const Clock &usedClock)
        : q(library), store(usedStore), clock(usedClock)
    {
    }

    [[nodiscard]] int rowOf(ConversationId id) const;
    [[nodiscard]] ConversationPtr live(ConversationId id) const;
    /// Keeps an eye on it; it belongs to whoever holds it.
    void follow(const ConversationPtr &conversation);
    void listWhenBegun(const Conversation &conversation);
    void replaceList(QList<ConversationSummary> list);
    [[nodiscard]] QList<ConversationId> inOrder(const QList<ConversationId> &found,
                                                const TagQuery &query) const;

    /// Puts the row of a conversation where it belongs now.
    void update(const ConversationSummary &summary);
    void insert(const ConversationSummary &summary);
    void takeRow(int row);
    void replaceRow(int row, const ConversationSummary &summary);

    using Edit = std::function<void(ConversationSummary &)>;
    void edit(ConversationId id, const Edit &edit);

    Library &q;
    Store &store;
    const Clock &clock;
    QList<ConversationSummary> list;
    bool isLoaded = false;
    QHash<ConversationId, std::weak_ptr<Conversation>> open;
    QHash<ConversationId, QFuture<Result<ConversationPtr>>> opening;
    QHash<ConversationId, ConversationSummary> removed; ///< in this run of the program
    QSet<ConversationId> unlisted; ///< new ones without a message
};

int Library::Private::rowOf(ConversationId id) const
{
    const auto found = std::ranges::find(list, id, &ConversationSummary::id);
    return found == list.end() ? -1 : int(found - list.begin());
}

ConversationPtr Library::Private::live(ConversationId id) const
{
    return open.value(id).lock();
}

void Library::Private::follow(const ConversationPtr &conversation)
{
    open.insert(conversation->id(), conversation);
    const Conversation *raw = conversation.get();
    connect(raw, &Conversation::summaryChanged, &q, [this, raw] {
        if (!unlisted.contains(raw->id()))
            update(raw->summary());
    });
    connect(raw, &QObject::destroyed, &q, [this, id = raw->id()] {
        if (open.value(id).expired())
            open.remove(id);
    });
}

void Library::Private::listWhenBegun(const Conversation &conversation)
{
    const auto begin = [this, &conversation] {
        if (unlisted.remove(conversation.id()))
            update(conversation.summary());
    };
    connect(&conversation, &Conversation::messageInserted, &q, begin);
    connect(&conversation, &Conversation::draftChanged, &q, [&conversation, begin] {
        if (!conversation.draft().isEmpty())
            begin();
    });
}

/// Of the list, where there is one already.
QList<ConversationId> Library::Private::inOrder(const QList<ConversationId> &found,
                                                const TagQuery &query) const
{
    if (!isLoaded)
        return query.tags.isEmpty() ? found : QList<ConversationId>();
    const QSet<ConversationId> matching(found.cbegin(), found.cend());
    QList<ConversationId> ordered;
    for (const ConversationSummary &summary : list) {
        if (matching.contains(summary.id) && matchesTags(summary.tags, query))
            ordered.append(summary.id);
    }
    return ordered;
}

void Library::Private::insert(const ConversationSummary &summary)
{
    const auto place = std::ranges::upper_bound(list, summary, comesBefore);
    const int row = int(place - list.begin());
    list.insert(row, summary);
    emit q.inserted(row);
}

void Library::Private::takeRow(int row)
{
    list.removeAt(row);
    emit q.removed(row);
}

void Library::Private::replaceRow(int row, const ConversationSummary &summary)
{
    if (list[row] == summary)
        return;
    list.removeAt(row);
    const int to = int(std::ranges::upper_bound(list, summary, comesBefore) - list.begin());
    list.insert(to, summary);
    if (to != row)
        emit q.moved(row, to);
    emit q.changed(to);
}

void Library::Private::update(const ConversationSummary &summary)
{
    const int row = rowOf(summary.id);
    if (row < 0 && !summary.hidden)
        insert(summary);
    else if (row >= 0 && summary.hidden)
        takeRow(row);
    else if (row >= 0)
        replaceRow(row, summary);
}

/// What is open knows better than the store, which may not have been told yet.
void Library::Private::replaceList(QList<ConversationSummary> next)
{
    QSet<ConversationId> there;
    for (ConversationSummary &summary : next) {
        there.insert(summary.id);
        if (const ConversationPtr conversation = live(summary.id))
            summary = conversation->summary();
    }
    next.removeIf([](const ConversationSummary &summary) { return summary.hidden; });
    for (const ConversationSummary &summary : std::as_const(list)) {
        if (!there.contains(summary.id))
            next.append(summary);
    }
    std::ranges::sort(next, comesBefore);
    list = std::move(next);
    isLoaded = true;
    emit q.loaded();
}

void Library::Private::edit(ConversationId id, const Edit &change)
{
    const ConversationPtr conversation = live(id);
    const int row = rowOf(id);
    if (!conversation && row < 0 && !removed.contains(id))
        return;
    ConversationSummary next = conversation ? conversation->summary()
                               : row >= 0   ? list[row]
                                            : removed.value(id);
    const ConversationSummary before = next;
    change(next);
    if (next == before)
        return;
    if (conversation)
        conversation->apply(PutConversation{next});
    else
        update(next);
    if (unlisted.contains(id))
        return; // written with its first message
    whenDone(store.write(id, {PutConversation{next}}), &q, [this](const Result<void> &written) {
        if (!written)
            emit q.writeFailed(written.error());
    });
}

Library::Library(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, store, clock))
{
}

Library::~Library() = default;

void Library::load()
{
    whenDone(d->store.conversations(), this,
             [this](const Result<QList<ConversationSummary>> &list) {
                 if (list)
                     d->replaceList(*list);
                 else
                     emit loadFailed(list.error());
             });
}

bool Library::isLoaded() const
{
    return d->isLoaded;
}

const QList<ConversationSummary> &Library::conversations() const
{
    return d->list;
}

ConversationPtr Library::create(const QList<Lane> &lanes)
{
    ConversationRecord record;
    record.summary.id = ConversationId::next();
    record.summary.createdMs = d->clock.nowMs();
    record.summary.changedMs = record.summary.createdMs;
    record.summary.laneCount = int(lanes.size());
    record.lanes = lanes;
    auto conversation = std::make_shared<Conversation>(std::move(record));
    d->unlisted.insert(conversation->id());
    d->follow(conversation);
    d->listWhenBegun(*conversation);
    return conversation;
}

QFuture<Result<ConversationPtr>> Library::open(ConversationId id)
{
    if (ConversationPtr conversation = d->live(id))
        return QtFuture::makeReadyFuture(Result<ConversationPtr>(std::move(conversation)));
    if (const auto asked = d->opening.constFind(id); asked != d->opening.cend())
        return *asked;
    QPromise<Result<ConversationPtr>> promise;
    promise.start();
    const auto future = promise.future();
    d->opening.insert(id, future);
    whenDone(d->store.conversation(id).then(madeFor(thread())), this,
             [this, id, promise = std::move(promise)](const Result<ConversationPtr> &made) mutable {
                 d->opening.remove(id);
                 if (made)
                     d->follow(*made);
                 promise.addResult(made);
                 promise.finish();
             });
    return future;
}

void Library::rename(ConversationId id, const QString &title)
{
    d->edit(id, [&](ConversationSummary &summary) { summary.title = title; });
}

void Library::markRead(ConversationId id)
{
    d->edit(id, [](ConversationSummary &summary) { summary.unread = false; });
}

void Library::setPinned(ConversationId id, bool pinned)
{
    d->edit(id, [&](ConversationSummary &summary) { summary.pinned = pinned; });
}

void Library::setTags(ConversationId id, const QStringList &tags)
{
    d->edit(id, [&](ConversationSummary &summary) { summary.tags = normalisedTags(tags); });
}

void Library::setCeiling(ConversationId id, std::optional<double> usd)
{
    d->edit(id, [&](ConversationSummary &summary) { summary.ceilingUsd = usd; });
}

QStringList Library::tags() const
{
    QStringList all;
    QSet<QString> known;
    for (const ConversationSummary &summary : d->list) {
        for (const QString &tag : summary.tags) {
            if (const QString key = tag.toCaseFolded(); !known.contains(key)) {
                known.insert(key);
                all.append(tag);
            }
        }
    }
    return normalisedTags(all);
}

void Library::remove(ConversationId id)
{
    d->edit(id, [this](ConversationSummary &summary) {
        summary.hidden = true;
        d->removed.insert(summary.id, summary);
    });
}

void Library::restore(ConversationId id)
{
    if (!d->removed.contains(id))
        return;
    d->edit(id, [](ConversationSummary &summary) { summary.hidden = false; });
    d->removed.remove(id);
}

QFuture<Result<QList<ConversationId>>> Library::search(const QString &typed)
{
    const TagQuery query = readTagQuery(typed);
    QPromise<Result<QList<ConversationId>>> promise;
    promise.start();
    const auto future = promise.future();
    whenDone(d->store.search(query.words), this,
             [this, query,
              promise = std::move(promise)](const Result<QList<ConversationId>> &found) mutable {
                 promise.addResult(found ? d->inOrder(*found, query) : found);
                 promise.finish();
             });
    return future;
}

} // namespace app
