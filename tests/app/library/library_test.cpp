// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/library.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
class FixedClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return 5'000; }
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override { return {}; }
};

Lane lane()
{
    return {.id = LaneId::next(), .providerId = u"demo"_s, .model = u"tour"_s};
}

Changes conversation(int id, const QString &title, qint64 changedMs)
{
    const ConversationSummary summary{
        .id = ConversationId(id), .title = title, .createdMs = 1, .changedMs = changedMs};
    Message prompt;
    prompt.id = MessageId(id * 100);
    prompt.parts = {TextPart{"prompt of " + title.toUtf8()}};
    return {PutConversation{summary}, PutMessage{prompt}};
}

/// A library over a real store that holds "one", "two" and "three"; three was changed last.
struct Fixture
{
    QTemporaryDir folder;
    FixedClock clock;
    std::optional<Store> store;
    std::optional<Library> library;

    Fixture()
    {
        start();
        (void)store->write(ConversationId(1), conversation(1, u"one"_s, 100));
        (void)store->write(ConversationId(2), conversation(2, u"two"_s, 200));
        (void)store->write(ConversationId(3), conversation(3, u"three"_s, 300));
    }
    ~Fixture() { library.reset(); }

    void start()
    {
        library.reset();
        store.reset();
        store.emplace(Paths::inFolder(folder.path()), Store::Role::Owner);
        library.emplace(*store, clock);
    }
    bool load()
    {
        QSignalSpy loaded(&*library, &Library::loaded);
        library->load();
        return loaded.wait(30'000);
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (const ConversationSummary &summary : library->conversations())
            titles.append(summary.title);
        return titles;
    }
    template <typename T>
    Result<T> await(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 120'000))
            return fail(ErrorKind::Timeout);
        return future.result();
    }
    ConversationPtr open(int id)
    {
        return await(library->open(ConversationId(id))).value_or(nullptr);
    }
};
} // namespace

class LibraryTest : public QObject
{
    Q_OBJECT
private slots:
    void loadsTheOneChangedLastFirst()
    {
        Fixture f;
        QVERIFY(!f.library->isLoaded());
        QVERIFY(f.load());
        QVERIFY(f.library->isLoaded());
        QCOMPARE(f.titles(), (QStringList{u"three"_s, u"two"_s, u"one"_s}));
    }

    void opensAConversationOnceAsLongAsItIsHeld()
    {
        Fixture f;
        auto first = f.library->open(ConversationId(1));
        auto second = f.library->open(ConversationId(1));
        const ConversationPtr one = *f.await(first);
        QCOMPARE(*f.await(second), one);
        QCOMPARE(f.open(1), one);
        QCOMPARE(one->summary().title, u"one"_s);
        QCOMPARE(one->thread(), QThread::currentThread()); // made by the reader of the store
        QCOMPARE(f.await(f.library->open(ConversationId(9))).error().kind, ErrorKind::NotFound);
        std::weak_ptr<Conversation> watched = f.open(2);
        QVERIFY(QTest::qWaitFor([&] { return watched.expired(); }, 120'000));
    }

    void aChangedConversationMovesUp()
    {
        Fixture f;
        QVERIFY(f.load());
        const ConversationPtr one = f.open(1);
        QSignalSpy moved(&*f.library, &Library::moved);
        QSignalSpy changed(&*f.library, &Library::changed);
        ConversationSummary summary = one->summary();
        summary.changedMs = 400;
        one->apply(PutConversation{summary});
        QCOMPARE(f.titles(), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved[0], (QVariantList{2, 0}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0], QVariantList{0});
    }

    void aNewConversationJoinsWithItsFirstMessage()
    {
        Fixture f;
        QVERIFY(f.load());
        QSignalSpy inserted(&*f.library, &Library::inserted);
        const ConversationPtr fresh = f.library->create({lane(), lane()});
        QCOMPARE(fresh->summary().laneCount, 2);
        QCOMPARE(fresh->summary().createdMs, 5'000);
        f.library->rename(fresh->id(), u"fresh"_s);
        QCOMPARE(inserted.count(), 0);
        Message prompt;
        prompt.id = MessageId(1);
        fresh->apply(PutMessage{prompt});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(f.titles().constFirst(), u"fresh"_s);
        QCOMPARE(*f.await(f.library->open(fresh->id())), fresh);
    }

    void aNewConversationJoinsWithItsDraft()
    {
        Fixture f;
        QVERIFY(f.load());
        const ConversationPtr fresh = f.library->create({lane()});
        fresh->apply(PutDraft{});
        QCOMPARE(f.titles().size(), 3);
        fresh->apply(PutDraft{{u"half"_s, {}}});
        fresh->apply(PutDraft{{u"half a"_s, {}}});
        QCOMPARE(f.titles().size(), 4);
    }

    void whatBeganBeforeTheListCameStaysInIt()
    {
        Fixture f;
        const ConversationPtr fresh = f.library->create({lane()});
        Message prompt;
        prompt.id = MessageId(1);
        fresh->apply(PutMessage{prompt});
        QVERIFY(f.load());
        QCOMPARE(f.titles(), (QStringList{u""_s, u"three"_s, u"two"_s, u"one"_s}));
    }

    void aNewNameIsKept()
    {
        Fixture f;
        QVERIFY(f.load());
        const ConversationPtr two = f.open(2);
        f.library->rename(ConversationId(1), u"first"_s);
        f.library->rename(ConversationId(2), u"second"_s);
        f.library->rename(ConversationId(77), u"nobody"_s);
        QCOMPARE(two->summary().title, u"second"_s);
        const QStringList expected{u"three"_s, u"second"_s, u"first"_s};
        QCOMPARE(f.titles(), expected);
        f.start();
        QVERIFY(f.load());
        QCOMPARE(f.titles(), expected);
    }

    void removingCanBeUndone()
    {
        Fixture f;
        QVERIFY(f.load());
        QSignalSpy removed(&*f.library, &Library::removed);
        QSignalSpy inserted(&*f.library, &Library::inserted);
        f.library->remove(ConversationId(2));
        QCOMPARE(removed[0], QVariantList{1});
        QCOMPARE(f.titles(), (QStringList{u"three"_s, u"one"_s}));
        f.library->restore(ConversationId(2));
        QCOMPARE(inserted[0], QVariantList{1});
        QCOMPARE(f.titles(), (QStringList{u"three"_s, u"two"_s, u"one"_s}));
        f.library->remove(ConversationId(3));
        f.library->restore(ConversationId(1)); // was never removed
        f.start();
        QVERIFY(f.load());
        QCOMPARE(f.titles(), (QStringList{u"two"_s, u"one"_s}));
    }

    void removingWorksOnWhatIsOpen()
    {
        Fixture f;
        QVERIFY(f.load());
        const ConversationPtr two = f.open(2);
        f.library->remove(two->id());
        QVERIFY(two->summary().hidden);
        QCOMPARE(f.titles().size(), 2);
        f.library->restore(two->id());
        QVERIFY(!two->summary().hidden);
        QCOMPARE(f.titles().size(), 3);
    }

    void markReadIsKept()
    {
        Fixture f;
        Changes unread = conversation(4, u"four"_s, 400);
        std::get<PutConversation>(unread[0]).summary.unread = true;
        (void)f.store->write(ConversationId(4), unread);
        QVERIFY(f.load());
        QVERIFY(f.library->conversations()[0].unread);
        QSignalSpy changed(&*f.library, &Library::changed);
        f.library->markRead(ConversationId(4));
        f.library->markRead(ConversationId(4));
        QCOMPARE(changed.count(), 1);
        f.start();
        QVERIFY(f.load());
        QVERIFY(!f.library->conversations()[0].unread);
    }

    void searchAnswersInTheOrderOfTheList()
    {
        Fixture f;
        QVERIFY(f.load());
        const auto all = f.await(f.library->search(u"prompt"_s));
        QCOMPARE(*all, (QList{ConversationId(3), ConversationId(2), ConversationId(1)}));
        QCOMPARE(*f.await(f.library->search(u"two"_s)), QList{ConversationId(2)});
    }

    void pinsAndTagsAreKept()
    {
        Fixture f;
        QVERIFY(f.load());
        QSignalSpy moved(&*f.library, &Library::moved);
        f.library->setPinned(ConversationId(1), true);
        f.library->setTags(ConversationId(1), {u"work"_s, u"#Idea"_s, u"WORK"_s});
        f.library->setTags(ConversationId(2), {u"Work"_s});
        QCOMPARE(f.library->tags(), (QStringList{u"Idea"_s, u"Work"_s}));
        QCOMPARE(moved.count(), 0); // nothing was said in them
        f.start();
        QVERIFY(f.load());
        const ConversationSummary one = f.library->conversations()[2];
        QVERIFY(one.pinned);
        QCOMPARE(one.tags, (QStringList{u"Idea"_s, u"work"_s}));
        f.library->setTags(one.id, {});
        QCOMPARE(f.library->tags(), QStringList{u"Work"_s});
    }

    void aCeilingIsKept()
    {
        Fixture f;
        QVERIFY(f.load());
        f.library->setCeiling(ConversationId(1), 0.25);
        f.library->setCeiling(ConversationId(2), 0);
        f.library->setCeiling(ConversationId(2), {});
        f.start();
        QVERIFY(f.load());
        QCOMPARE(f.library->conversations()[2].ceilingUsd, 0.25);
        QVERIFY(!f.library->conversations()[1].ceilingUsd);
    }

    void aSearchFindsTags()
    {
        Fixture f;
        QVERIFY(f.load());
        f.library->setTags(ConversationId(1), {u"work"_s});
        f.library->setTags(ConversationId(2), {u"Workshop"_s, u"home"_s});
        const auto found = [&](const QString &typed) { return *f.await(f.library->search(typed)); };
        QCOMPARE(found(u"#wor"_s), (QList{ConversationId(2), ConversationId(1)}));
        QCOMPARE(found(u"#wor #home"_s), QList{ConversationId(2)});
        QCOMPARE(found(u"#work one"_s), QList{ConversationId(1)});
        QVERIFY(found(u"#nothing"_s).isEmpty());
    }

    void failuresAreTold()
    {
        QTemporaryDir folder;
        QFile inTheWay(folder.path() + u"/file"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Store store(Paths::inFolder(inTheWay.fileName()), Store::Role::Owner);
        const FixedClock clock;
        Library library(store, clock);
        QSignalSpy loadFailed(&library, &Library::loadFailed);
        library.load();
        QVERIFY(loadFailed.wait(30'000));
        QCOMPARE(loadFailed[0][0].value<Error>().kind, ErrorKind::Storage);

        const ConversationPtr fresh = library.create({lane()});
        fresh->apply(PutDraft{{u"draft"_s, {}}});
        QSignalSpy writeFailed(&library, &Library::writeFailed);
        library.rename(fresh->id(), u"name"_s);
        QVERIFY(writeFailed.wait(30'000));
        QCOMPARE(library.conversations()[0].title, u"name"_s);
    }

    void tenThousandConversationsLoadWithoutBlocking()
    {
        Fixture f;
        QFuture<Result<void>> last;
        for (int id = 10; id < 10'010; ++id)
            last = f.store->write(ConversationId(id), conversation(id, u"title"_s, id));
        QVERIFY(f.await(last));
        QSignalSpy loaded(&*f.library, &Library::loaded);
        f.library->load();
        QVERIFY2(!f.library->isLoaded(), "load() must only ask");
        QVERIFY(loaded.wait(60'000));
        QCOMPARE(f.library->conversations().size(), 10'003);
    }
};

QTEST_GUILESS_MAIN(LibraryTest)
#include "library_test.moc"
