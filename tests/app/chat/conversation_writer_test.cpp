// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/conversation_writer.h"

#include "app/library/library.h"
#include "app/store/database.h"
#include "tests/app/chat/chat_fixture.h"

using namespace app;
using namespace tests;
using namespace Qt::StringLiterals;

class ConversationWriterTest : public QObject
{
    Q_OBJECT
private slots:
    void whatWaitedDoesNotUndoWhatTheLibraryWrote()
    {
        const QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        const SystemClock clock;
        Store store(paths, Store::Role::Owner);
        const ConversationSummary first{.id = ConversationId::next(), .title = u"first"_s};
        QVERIFY(settled(store.write(first.id, {PutConversation{first}})));
        Library library(store, clock);
        const auto opened = settled(library.open(first.id));
        QVERIFY(opened);
        const ConversationPtr &conversation = *opened;
        ConversationWriter writer(store, *conversation);

        const auto other = Database::open(paths.store(), Database::Mode::ReadWrite);
        QVERIFY((*other)->run(u"CREATE TRIGGER failing BEFORE INSERT ON conversations "
                              "WHEN new.title = 'old' BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
        ConversationSummary old = first;
        old.title = u"old"_s;
        QVERIFY(!settled(writer.commit({PutConversation{old}})));
        library.rename(first.id, u"new"_s);
        QVERIFY((*other)->run(u"DROP TRIGGER failing"_s));
        QVERIFY(settled(writer.commit({PutDraft{{u"draft"_s, {}}}})));
        const auto kept = settled(store.conversation(first.id));
        QVERIFY(kept);
        QCOMPARE(kept->summary.title, u"new"_s);
        QCOMPARE(kept->draft.text, u"draft"_s);
    }
};

QTEST_GUILESS_MAIN(ConversationWriterTest)
#include "conversation_writer_test.moc"
