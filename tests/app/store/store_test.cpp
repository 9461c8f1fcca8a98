// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store.h"

#include "app/store/store_writer.h"

#include "tests/app/store/sample_records.h"
#include "tests/support/patience.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace Qt::StringLiterals;
using sample::await;

namespace {
constexpr ConversationId kOne{1};
constexpr ConversationId kTwo{2};

/// One path of prompts and answers, each pair with a round, a turn and a run of its own.
Changes longConversation(int prompts)
{
    Changes changes{PutConversation{sample::summary()}};
    for (int i = 0; i < prompts; ++i) {
        const RoundId round{1'000 + i};
        const TurnId turn{2'000 + i};
        changes.append(PutRound{{round, RoundKind::Chat, 1'000}});
        changes.append(PutTurn{{turn, round, LaneId(1), {}}});
        Run run;
        run.id = RunId(3'000 + i);
        run.turn = turn;
        changes.append(PutRun{run});
        changes.append(PutMessage{sample::message(2 * i + 1, 2 * i, "a question")});
        changes.append(
            PutMessage{sample::message(2 * i + 2, 2 * i + 1, "an answer", Role::Assistant)});
    }
    return changes;
}

/// The statement runs; what it belongs to cannot be committed while the trigger is there.
void failAtCommit(Database &database, const QString &event)
{
    for (const QString &statement :
         {u"CREATE TABLE orphans (parent INTEGER REFERENCES conversations(id) "
          "DEFERRABLE INITIALLY DEFERRED)"_s,
          u"CREATE TRIGGER failing AFTER %1 BEGIN INSERT INTO orphans VALUES (-1); END"_s.arg(
              event)})
        QVERIFY(database.run(statement));
}

/// A store in a folder of its own that can be closed and opened again.
struct Fixture
{
    QTemporaryDir folder;
    std::optional<Store> store;

    Fixture() { reopen(); }
    void reopen(Store::Role role = Store::Role::Owner)
    {
        store.reset();
        store.emplace(Paths::inFolder(folder.path()), role);
    }
    Result<void> write(const Changes &changes, ConversationId id = kOne)
    {
        return await(store->write(id, changes));
    }
    ConversationRecord read(ConversationId id = kOne)
    {
        return await(store->conversation(id)).value_or(ConversationRecord());
    }
    QList<ConversationId> found(const QString &words)
    {
        return await(store->search(words)).value_or(QList{ConversationId(-1)});
    }
};
} // namespace

class StoreTest : public QObject
{
    Q_OBJECT
private slots:
    void aNewProfileIsEmpty()
    {
        Fixture f;
        const auto opening = await(f.store->opened());
        QVERIFY(opening);
        QVERIFY(!opening->readOnly && !opening->newerVersion);
        QVERIFY(opening->setAside.isEmpty() && opening->backup.isEmpty());
        QVERIFY(await(f.store->conversations())->isEmpty());
        const auto missing = await(f.store->conversation(kOne));
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    }

    void everyFieldComesBackAfterARestart()
    {
        Fixture f;
        const ConversationRecord record = sample::fullRecord();
        QVERIFY(f.write(sample::changesOf(record)));
        QVERIFY(f.read() == record);
        f.reopen();
        const ConversationRecord back = f.read();
        QCOMPARE(back.summary, record.summary);
        QCOMPARE(back.lanes, record.lanes);
        QCOMPARE(back.rounds, record.rounds);
        QCOMPARE(back.turns, record.turns);
        QCOMPARE(back.runs, record.runs);
        QVERIFY(back.messages == record.messages);
        QCOMPARE(back.draft, record.draft);
        QCOMPARE(back.blindRounds, record.blindRounds);
        QCOMPARE(back.votes, record.votes);
        QCOMPARE(back.withTokens, record.withTokens);
    }

    void tokensAreReadOnDemand()
    {
        Fixture f;
        QVERIFY(f.write(sample::changesOf(sample::fullRecord())));
        QVERIFY(await(f.store->tokens(MessageId(11))).value() == sample::tokens());
        QCOMPARE(await(f.store->tokens(MessageId(10))).error().kind, ErrorKind::NotFound);
        QVERIFY(f.write({PutMessage{sample::message(11, 10, "second, again")}}));
        QVERIFY(await(f.store->tokens(MessageId(11)))); // a message that is written again has them
        QVERIFY(f.write({PutTokens{MessageId(11), {}}}));
        QVERIFY(await(f.store->tokens(MessageId(11)))->isEmpty());
    }

    void aBlindVoteIsLockedAndAnOpenOneIsNot()
    {
        Fixture f;
        Vote open = sample::vote(RoundId(1));
        open.isBlind = false;
        Vote next = sample::vote(RoundId(1));
        next.id = VoteId(62);
        next.outcome = VoteOutcome::AllBad;
        next.winner = -1;
        Vote last = open;
        last.id = VoteId(63);
        QVERIFY(f.write({PutConversation{sample::summary()}, PutVote{open}}));
        QCOMPARE(f.read().votes, QList{open});
        QVERIFY(f.write({PutVote{next}}));
        QCOMPARE(f.read().votes, QList{next});
        QVERIFY(f.write({PutVote{last}}));
        QCOMPARE(f.read().votes, QList{next});
    }

    void votesOutliveTheirConversation()
    {
        Fixture f;
        Vote other = sample::vote(RoundId(22));
        other.id = VoteId(70);
        other.conversation = kTwo;
        QVERIFY(f.write({PutConversation{sample::summary()}, PutVote{sample::vote()},
                         PutBlindRound{{RoundId(21), {LaneId(51)}, 0}}}));
        QVERIFY(f.write({PutConversation{sample::summary(2)}, PutVote{other}}, kTwo));
        QVERIFY(await(f.store->erase(kOne)));
        Vote orphan = sample::vote();
        orphan.conversation = {};
        QCOMPARE(*await(f.store->votes()), (QList{orphan, other}));
    }

    void everyStateKindAndStatusComesBack()
    {
        Fixture f;
        Changes changes{PutConversation{sample::summary()}};
        for (int i = 0; i <= int(MessageState::Failed); ++i) {
            Message message = sample::message(100 + i, 0, "x");
            message.state = MessageState(i);
            changes.append(PutMessage{message});
        }
        for (int i = 0; i <= int(RoundKind::Judge); ++i)
            changes.append(PutRound{{RoundId(200 + i), RoundKind(i), i}});
        for (int i = 0; i <= int(RunStatus::Failed); ++i) {
            Run run;
            run.id = RunId(300 + i);
            run.status = RunStatus(i);
            changes.append(PutRun{run});
        }
        QVERIFY(f.write(changes));
        const ConversationRecord back = f.read();
        for (int i = 0; i < back.messages.size(); ++i)
            QCOMPARE(back.messages[i].state, MessageState(i));
        for (int i = 0; i < back.rounds.size(); ++i)
            QCOMPARE(back.rounds[i].kind, RoundKind(i));
        for (int i = 0; i < back.runs.size(); ++i)
            QCOMPARE(back.runs[i].status, RunStatus(i));
        QCOMPARE(back.messages.size() + back.rounds.size() + back.runs.size(), 6 + 5 + 4);
    }

    void puttingAgainReplaces()
    {
        Fixture f;
        ConversationRecord record = sample::fullRecord();
        QVERIFY(f.write(sample::changesOf(record)));
        record.summary.title = u"Another"_s;
        record.lanes[0].model = u"another"_s;
        record.rounds[0].createdMs = 5;
        record.turns[0].coordinates = {};
        record.runs[0].usage.reset();
        record.runs[0].error.reset();
        record.runs[0].tierEchoed.reset();
        record.messages[1].parts = {TextPart{"new"_ba}};
        record.draft = {};
        QVERIFY(f.write(sample::changesOf(record)));
        QVERIFY(f.read() == record);
    }

    void aWriteIsAllOrNothing()
    {
        Fixture f;
        QVERIFY(f.write(
            {PutConversation{sample::summary()}, PutMessage{sample::message(10, 0, "kept")}}));
        ConversationSummary renamed = sample::summary();
        renamed.title = u"Renamed"_s;
        const auto failed =
            f.write({PutConversation{renamed}, PutMessage{sample::message(11, 10, "lost")},
                     PutMessage{sample::message(12, 999, "without a parent")}});
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        const ConversationRecord back = f.read();
        QCOMPARE(back.summary.title, u"A title"_s);
        QCOMPARE(back.messages.size(), 1);
        QVERIFY(f.write({PutMessage{sample::message(11, 10, "next")}}));
    }

    void aReplyGrowsByChunksAndIsFolded()
    {
        Fixture f;
        Message reply = sample::message(11, 10, {}, Role::Assistant);
        reply.parts.clear();
        reply.state = MessageState::Streaming;
        QVERIFY(f.write({PutConversation{sample::summary()},
                         PutMessage{sample::message(10, 0, "prompt")}, PutMessage{reply}}));
        using Kind = AppendText::Kind;
        QVERIFY(f.write({AppendText{reply.id, Kind::Reasoning, "hm"_ba}}));
        QVERIFY(f.write({AppendText{reply.id, Kind::Text, "caf\xC3"_ba}}));
        QVERIFY(f.write({AppendText{reply.id, Kind::Text, "\xA9"_ba}}));
        const Parts expected{ReasoningPart{"hm"_ba}, TextPart{"caf\xC3\xA9"_ba}};
        QVERIFY(f.read().messages[1].parts == expected);
        QCOMPARE(f.read().messages[1].state, MessageState::Streaming);
        reply.parts = {TextPart{"whole"_ba}};
        reply.state = MessageState::Complete;
        QVERIFY(f.write({PutMessage{reply}}));
        QVERIFY(f.read().messages[1] == reply);
    }

    void aReplyLeftStreamingIsInterruptedByTheNextOwnerOnly()
    {
        Fixture f;
        Message reply = sample::message(11, 10, "so far", Role::Assistant);
        reply.state = MessageState::Streaming;
        QVERIFY(f.write({PutConversation{sample::summary()},
                         PutMessage{sample::message(10, 0, "prompt")}, PutMessage{reply},
                         AppendText{reply.id, AppendText::Kind::Text, " and more"_ba}}));
        f.reopen(Store::Role::Guest);
        QCOMPARE(f.read().messages[1].state, MessageState::Streaming);
        f.reopen();
        const Message back = f.read().messages[1];
        QCOMPARE(back.state, MessageState::Interrupted);
        QCOMPARE(textOf(back.parts), "so far and more"_ba);
        QCOMPARE(f.found(u"more"_s), QList{kOne});
    }

    void aGuestWritesBesideTheOwner()
    {
        Fixture f;
        QVERIFY(f.write(
            {PutConversation{sample::summary()}, PutMessage{sample::message(10, 0, "owner")}}));
        Store guest(Paths::inFolder(f.folder.path()), Store::Role::Guest);
        QList<QFuture<Result<void>>> writes;
        for (int i = 0; i < 50; ++i) {
            writes.append(guest.write(kTwo, {PutConversation{sample::summary(2)},
                                             PutMessage{sample::message(1'000 + i, 0, "guest")}}));
            writes.append(
                f.store->write(kOne, {PutMessage{sample::message(2'000 + i, 0, "owner")}}));
        }
        for (const auto &write : writes)
            QVERIFY(await(write));
        QCOMPARE(f.read(kTwo).messages.size(), 50);
        QCOMPARE(f.read(kOne).messages.size(), 51);
    }

    void theListHoldsWhatIsVisibleAndNotEmpty()
    {
        Fixture f;
        const auto add = [&](int id, qint64 changed, bool hidden, bool draftOnly) {
            ConversationSummary summary = sample::summary(id);
            summary.changedMs = changed;
            summary.hidden = hidden;
            Changes changes{PutConversation{summary}};
            if (draftOnly)
                changes.append(PutDraft{{u"draft"_s, {}}});
            else
                changes.append(PutMessage{sample::message(id * 10, 0, "x")});
            QVERIFY(f.write(changes, summary.id));
        };
        add(1, 100, false, false);
        add(2, 300, false, true);
        add(3, 200, true, false);
        add(4, 200, false, false);
        QVERIFY(f.write({PutConversation{sample::summary(5)}}, ConversationId(5)));
        const auto list = await(f.store->conversations());
        QVERIFY(list);
        QList<ConversationId> ids;
        for (const ConversationSummary &summary : *list)
            ids.append(summary.id);
        QCOMPARE(ids, (QList{ConversationId(2), ConversationId(4), ConversationId(1)}));
    }

    void lanesAreCountedAndRemoved()
    {
        Fixture f;
        Lane second = sample::lane();
        second.id = LaneId(52);
        second.position = 0;
        QVERIFY(f.write(
            {PutConversation{sample::summary()}, PutLane{sample::lane()}, PutLane{second}}));
        QCOMPARE(f.read().summary.laneCount, 2);
        QCOMPARE(f.read().lanes.constFirst().id, second.id);
        QVERIFY(f.write({RemoveLane{second.id}}));
        QCOMPARE(f.read().summary.laneCount, 1);
        QCOMPARE(f.read().lanes.size(), 1);
    }

    void parentsComeBeforeChildrenWhateverTheirIds()
    {
        Fixture f;
        QVERIFY(
            f.write({PutConversation{sample::summary()}, PutMessage{sample::message(30, 0, "root")},
                     PutMessage{sample::message(20, 30, "child")},
                     PutMessage{sample::message(10, 20, "grandchild")}}));
        QList<qint64> ids;
        const ConversationRecord back = f.read();
        for (const Message &message : back.messages)
            ids.append(message.id.value());
        QCOMPARE(ids, (QList<qint64>{30, 20, 10}));
    }

    void aRecipeIsKeptOnce()
    {
        Fixture f;
        Run run = sample::run();
        run.recipe = sample::recipe();
        QVERIFY(f.write({PutConversation{sample::summary()}, PutRun{run}}));
        QVERIFY(f.write({PutRun{sample::run()}}));
        QCOMPARE(await(f.store->recipe(run.id)).value(), sample::recipe());
        QCOMPARE(f.read().runs.constFirst().recipe, Recipe());
        QCOMPARE(await(f.store->recipe(RunId(99))).error().kind, ErrorKind::NotFound);
    }

    void recipesOfALongConversationShareTheirMessages()
    {
        Fixture f;
        QVERIFY(f.write({PutConversation{sample::summary()}}));
        QList<Recipe> recipes;
        Recipe next;
        next.bodyBytes = 1;
        for (int i = 0; i < 300; ++i) {
            for (int k = 0; k < 2; ++k)
                next.messages.append({MessageId(2 * i + k), QByteArray(64, char('a' + i % 26))});
            if (i % 40 == 39) // an edited prompt: another branch
                next.messages[i].sha256 = "other"_ba;
            recipes.append(next);
            Run run;
            run.id = RunId(1'000 + i);
            run.recipe = next;
            QVERIFY(f.write({PutRun{run}}));
        }
        for (int i = 0; i < recipes.size(); ++i)
            QCOMPARE(await(f.store->recipe(RunId(1'000 + i))).value(), recipes[i]);
        f.store.reset();
        // 300 copies would be 7 MB.
        QVERIFY(QFileInfo(Paths::inFolder(f.folder.path()).store()).size() < 3'000'000);
    }

    void blobsAreKeptOnceAndLeaveWithTheirLastConversation()
    {
        Fixture f;
        const QByteArray bytes(1'000, 'b');
        const auto sha256 = await(f.store->putBlob(bytes, u"image/png"_s));
        QCOMPARE(sha256.value(),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(await(f.store->putBlob(bytes, u"image/png"_s)).value(), *sha256);
        QCOMPARE(await(f.store->blob(*sha256)).value(), bytes);
        QCOMPARE(await(f.store->blob("00"_ba)).error().kind, ErrorKind::NotFound);

        const auto message = [&](int id) {
            Message withImage = sample::message(id, 0, "look");
            withImage.parts.append(ImagePart{*sha256, u"image/png"_s, 1, 1, 1'000, {}});
            return withImage;
        };
        QVERIFY(f.write({PutConversation{sample::summary()}, PutMessage{message(10)}}));
        QVERIFY(f.write({PutConversation{sample::summary(2)}, PutMessage{message(20)}}, kTwo));
        QVERIFY(await(f.store->erase(kOne)));
        QCOMPARE(await(f.store->blob(*sha256)).value(), bytes);
        QVERIFY(await(f.store->erase(kTwo)));
        QTRY_VERIFY_WITH_TIMEOUT(!await(f.store->blob(*sha256)), 30'000);
    }

    void erasingTakesAllOfAConversation()
    {
        Fixture f;
        QVERIFY(f.write(sample::changesOf(sample::fullRecord())));
        QVERIFY(f.write({PutConversation{sample::summary(2, u"Stays"_s)},
                         PutMessage{sample::message(99, 0, "second")}},
                        kTwo));
        QVERIFY(await(f.store->erase(kOne)));
        QCOMPARE(await(f.store->conversation(kOne)).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.found(u"second"_s), QList{kTwo});
        QVERIFY(f.found(u"title"_s).isEmpty());
        QTRY_COMPARE(await(f.store->tokens(MessageId(11))).error().kind, ErrorKind::NotFound);
        QVERIFY(!f.write({PutMessage{sample::message(10, 0, "late")}}));
        QVERIFY(!f.write({PutConversation{sample::summary()}}));
    }

    void aLongConversationIsErasedInSteps()
    {
        const QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        constexpr int kPrompts = 200;
        StoreWriter writer(paths, Store::Role::Owner);
        QVERIFY(writer.open());
        QVERIFY(writer.write(kOne, longConversation(kPrompts)));
        QVERIFY(writer.write(kTwo, {PutConversation{sample::summary(2)},
                                    PutMessage{sample::message(5'000, 0, "stays")}}));
        QVERIFY(writer.erase(kOne));
        const auto database = writer.openForReading();
        QVERIFY(database);
        const auto count = [&](const QString &table) {
            return (*database)->single(u"SELECT count(*) FROM "_s + table).value().toInt();
        };
        const QStringList tables{u"messages"_s, u"runs"_s, u"turns"_s, u"rounds"_s};
        int before = 5 * kPrompts + 1;
        int steps = 0;
        while (writer.catchUp()) {
            int now = 0;
            for (const QString &table : tables)
                now += count(table);
            QVERIFY2(before - now <= Erasure::kMostRows, qPrintable(QString::number(steps)));
            before = now;
            ++steps;
        }
        QVERIFY(steps > 5 * kPrompts / Erasure::kMostRows);
        QCOMPARE(count(u"conversations"_s), 1);
        QCOMPARE(count(u"messages"_s), 1);
        QCOMPARE(count(u"lanes"_s), 0);
        QCOMPARE(count(u"recipes"_s), 0);
        writer.close();
    }

    void aLongMessageIsErasedAlone()
    {
        const QTemporaryDir folder;
        StoreWriter writer(Paths::inFolder(folder.path()), Store::Role::Owner);
        QVERIFY(writer.open());
        Changes changes{PutConversation{sample::summary()}};
        for (int id = 1; id <= 4; ++id)
            changes.append(
                PutMessage{sample::message(id, id - 1, QByteArray(Erasure::kMostBytes, 'a'))});
        QVERIFY(writer.write(kOne, changes));
        while (writer.catchUp()) { }
        const auto database = writer.openForReading();
        QVERIFY(writer.erase(kOne));
        for (int left = 3; left >= 0; --left) {
            QVERIFY(writer.catchUp());
            QCOMPARE((*database)->single(u"SELECT count(*) FROM messages"_s).value().toInt(), left);
        }
        writer.close();
    }

    void erasingGoesOnAfterARestart()
    {
        const QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        {
            StoreWriter writer(paths, Store::Role::Owner);
            QVERIFY(writer.open());
            QVERIFY(writer.write(kOne, longConversation(200)));
            QVERIFY(writer.erase(kOne));
            QVERIFY(writer.catchUp());
            writer.close();
        }
        Store store(paths, Store::Role::Owner);
        QVERIFY(await(store.conversations())->isEmpty());
        QCOMPARE(await(store.conversation(kOne)).error().kind, ErrorKind::NotFound);
        const auto database = Database::open(paths.store(), Database::Mode::ReadOnly);
        QVERIFY(database);
        QTRY_COMPARE_WITH_TIMEOUT(
            (*database)->single(u"SELECT count(*) FROM conversations"_s).value().toInt(), 0,
            30'000);
    }

    void search_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("one word") << u"compiler"_s << true;
        QTest::newRow("the beginning of a word") << u"comp"_s << true;
        QTest::newRow("the middle of a word") << u"piler"_s << false;
        QTest::newRow("another case, without accents") << u"CAFE"_s << true;
        QTest::newRow("words of two messages") << u"compiler café"_s << true;
        QTest::newRow("words of title and message") << u"weekend compiler"_s << true;
        QTest::newRow("emphasis inside a word") << u"unbelievable"_s << true;
        QTest::newRow("the text of a link") << u"manual"_s << true;
        QTest::newRow("its address is not shown") << u"example"_s << false;
        QTest::newRow("one word missing") << u"compiler zebra"_s << false;
        QTest::newRow("two characters of four") << u"世界"_s << true;
        QTest::newRow("the first one") << u"你"_s << true;
        QTest::newRow("the last one") << u"界"_s << true;
        QTest::newRow("not neighbours") << u"你界"_s << false;
        QTest::newRow("Latin and Chinese") << u"你好GPT好"_s << true;
        QTest::newRow("Japanese") << u"カーソル"_s << true;
        QTest::newRow("beyond the first plane") << u"𠮷野"_s << true;
        QTest::newRow("full width") << u"ｃａｆé"_s << true;
        QTest::newRow("syntax of the engine") << u"compiler\" OR (\"NEAR*"_s << false;
        QTest::newRow("quotes") << u"\"compiler\""_s << true;
        QTest::newRow("signs beside a word") << u"++ compiler"_s << true;
        QTest::newRow("only signs") << u"++"_s << false;
        QTest::newRow("nothing") << u"  "_s << true;
        QTest::newRow("reasoning is not shown text") << u"secretly"_s << false;
        QTest::newRow("a deleted message") << u"regret"_s << false;
        QTest::newRow("below a deleted message") << u"consequence"_s << false;
        QTest::newRow("the name of an image") << u"holiday"_s << true;
    }

    void search()
    {
        QFETCH(QString, words);
        QFETCH(bool, isFound);
        Fixture f;
        Message reply = sample::message(11, 10,
                                        "Your café, naïve: 你好世界, カーソル 𠮷野家, "
                                        "un**believ**able, [manual](https://example.org)",
                                        Role::Assistant);
        reply.parts.prepend(ReasoningPart{"secretly"_ba});
        Message mixed = sample::message(14, 11, "你好GPT好");
        mixed.parts.append(ImagePart{"ab"_ba, u"image/png"_s, 1, 1, 1, u"holiday.png"_s});
        QVERIFY(f.write({PutConversation{sample::summary(1, u"A weekend plan"_s)},
                         PutMessage{sample::message(10, 0, "a **compiler** error")},
                         PutMessage{reply}, PutMessage{sample::message(12, 11, "regret")},
                         PutMessage{sample::message(13, 12, "consequence")}, PutMessage{mixed},
                         SetHidden{MessageId(12)}}));
        QCOMPARE(f.found(words), isFound ? QList{kOne} : QList<ConversationId>());
    }

    void aLongAnswerIsFoundAMomentLater()
    {
        Fixture f;
        QByteArray text;
        for (int i = 0; text.size() < 200'000; ++i)
            text += "Line *number* " + QByteArray::number(i) + ".\n\n";
        const auto put = [&](const QByteArray &last) {
            return f.write({PutConversation{sample::summary()},
                            PutMessage{sample::message(2, 0, text + last, Role::Assistant)}});
        };
        QVERIFY(put("In the end a `zebra`."));
        QTRY_COMPARE(f.found(u"number zebra"_s), QList{kOne});
        // What is rewritten meanwhile is read anew, also by the next start.
        QVERIFY(put("In the end an **okapi**."));
        f.reopen();
        QTRY_COMPARE(f.found(u"okapi"_s), QList{kOne});
        QCOMPARE(f.found(u"zebra"_s), QList<ConversationId>());
    }

    void undoBringsAMessageBackIntoTheSearch()
    {
        Fixture f;
        QVERIFY(f.write({PutConversation{sample::summary()},
                         PutMessage{sample::message(10, 0, "above")},
                         PutMessage{sample::message(11, 10, "deleted")},
                         PutMessage{sample::message(12, 11, "below")}, SetHidden{MessageId(11)}}));
        QVERIFY(f.found(u"below"_s).isEmpty());
        QVERIFY(f.write({SetHidden{MessageId(11), false}}));
        QTRY_COMPARE(f.found(u"below"_s), QList{kOne});
        QTRY_COMPARE(f.found(u"deleted"_s), QList{kOne});
    }

    void undoOfALongDeletionIsReadInSteps()
    {
        const QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        StoreWriter writer(paths, Store::Role::Owner);
        QVERIFY(writer.open());
        constexpr int kPrompts = 50;
        Message picture = sample::message(1'001, 100, "look");
        picture.parts.append(ImagePart{"ab"_ba, u"image/png"_s, 1, 1, 1, u"holiday.png"_s});
        Message streaming = sample::message(1'002, 100, {}, Role::Assistant);
        streaming.state = MessageState::Streaming;
        QVERIFY(writer.write(kOne, longConversation(kPrompts)));
        QVERIFY(writer.write(kOne, {PutMessage{picture}, PutMessage{streaming},
                                    SetHidden{MessageId(99)}, SetHidden{MessageId(1)}}));
        const auto database = writer.openForReading();
        const auto count = [&](const QString &table) {
            return (*database)->single(u"SELECT count(*) FROM "_s + table).value().toInt();
        };
        QCOMPARE(count(u"message_search"_s), 0);
        QVERIFY(writer.write(kOne, {SetHidden{MessageId(1), false}}));
        QCOMPARE(count(u"message_search"_s), 0);
        QCOMPARE(count(u"search_pending"_s), 98);
        // What is out of reach once more is not read.
        QVERIFY(writer.write(kOne, {SetHidden{MessageId(91)}, SetHidden{MessageId(99), false}}));
        while (writer.catchUp()) { }
        const auto found = [&](const QString &word) {
            return (*database)
                ->single(u"SELECT count(*) FROM message_search WHERE message_search MATCH ?"_s,
                         {sql(word)})
                .value()
                .toInt();
        };
        QCOMPARE(count(u"search_pending"_s), 0);
        QCOMPARE(found(u"question"_s), 46);
        QCOMPARE(found(u"answer"_s), 46);
        QCOMPARE(found(u"holiday"_s), 1);
        writer.close();
    }

    void anErasureThatFailsChangesNothing()
    {
        const QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        StoreWriter writer(paths, Store::Role::Owner);
        QVERIFY(writer.open());
        QVERIFY(writer.write(kOne, longConversation(1)));
        while (writer.catchUp()) { }
        const auto other = Database::open(paths.store(), Database::Mode::ReadWrite);
        QVERIFY(other);
        failAtCommit(**other, u"UPDATE OF hidden ON conversations"_s);
        QVERIFY(!writer.erase(kOne));
        QVERIFY((*other)->run(u"DROP TRIGGER failing"_s));
        QVERIFY(writer.write(kOne, {PutMessage{sample::message(90, 0, "goes on")}}));
        QVERIFY(!writer.catchUp());
        QCOMPARE((*other)->single(u"SELECT count(*) FROM messages"_s).value().toInt(), 3);
        writer.close();
    }

    void aStepOfAnErasureThatFailsIsTakenAgain()
    {
        const QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        StoreWriter writer(paths, Store::Role::Owner);
        QVERIFY(writer.open());
        QVERIFY(writer.write(kOne, {PutConversation{sample::summary()}}));
        const auto other = Database::open(paths.store(), Database::Mode::ReadWrite);
        QVERIFY(other);
        QVERIFY(writer.erase(kOne));
        failAtCommit(**other, u"DELETE ON conversations"_s);
        QVERIFY(!writer.catchUp());
        QVERIFY((*other)->run(u"DROP TRIGGER failing"_s));
        while (writer.catchUp()) { }
        QCOMPARE((*other)->single(u"SELECT count(*) FROM conversations"_s).value().toInt(), 0);
        writer.close();
    }

    void aDeletedConversationIsNotFound()
    {
        Fixture f;
        ConversationSummary hidden = sample::summary(1, u"Needle"_s);
        hidden.hidden = true;
        QVERIFY(f.write({PutConversation{hidden}, PutMessage{sample::message(10, 0, "needle")}}));
        QVERIFY(f.found(u"needle"_s).isEmpty());
    }

    void aNewerSearchEndsAnOlderOne()
    {
        Fixture f;
        Changes changes{PutConversation{sample::summary()}};
        for (int i = 1; i <= 2'000; ++i)
            changes.append(PutMessage{sample::message(i, 0, "common word")});
        QVERIFY(f.write(changes));
        QList<QFuture<Result<QList<ConversationId>>>> searches;
        for (int i = 0; i < 20; ++i)
            searches.append(f.store->search(u"common word"_s));
        int cancelled = 0;
        for (const auto &search : searches.mid(0, 19)) {
            const auto result = await(search);
            cancelled += !result && result.error().kind == ErrorKind::Cancelled;
        }
        QVERIFY(cancelled > 0);
        QCOMPARE(await(searches.constLast()).value(), QList{kOne});
    }

    void readsSeeTheWritesBeforeThem()
    {
        Fixture f;
        (void)f.store->write(kOne, {PutConversation{sample::summary()}});
        for (int i = 1; i <= 100; ++i) {
            (void)f.store->write(kOne, {PutMessage{sample::message(i, 0, "x")}});
            QCOMPARE(f.read().messages.size(), i);
        }
    }

    void theEndWaitsForWhatWasAskedFor()
    {
        Fixture f;
        (void)f.store->write(kOne, {PutConversation{sample::summary()}});
        for (int i = 1; i <= 200; ++i)
            (void)f.store->write(kOne, {PutMessage{sample::message(i, 0, "x")}});
        const auto read = f.store->conversation(kOne);
        f.store.reset();
        QVERIFY(read.isFinished());
        f.reopen();
        QCOMPARE(f.read().messages.size(), 200);
    }

    void theFileBelongsToItsOwner()
    {
        Fixture f;
        QVERIFY(f.write({PutConversation{sample::summary()}}));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther;
        const QString path = Paths::inFolder(f.folder.path()).store();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QVERIFY(!(QFile::permissions(path + suffix) & others));
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
