// SPDX-License-Identifier: GPL-3.0-or-later
// Opening what is old, new, damaged or locked.

#include "app/store/profile_file.h"

#include "app/store/recovery.h"
#include "app/store/storage_error.h"
#include "tests/app/store/sample_records.h"

#include <QTemporaryDir>

using namespace app;
using namespace Qt::StringLiterals;
using sample::await;

namespace {
constexpr ConversationId kOne{1};
constexpr int kMessages = 400;

constexpr const char *kNextStep[] = {"CREATE TABLE added (id INTEGER PRIMARY KEY)"};
constexpr const char *kStepAfter[] = {"ALTER TABLE added ADD COLUMN more TEXT"};
constexpr const char *kBrokenStep[] = {"CREATE TABLE half (id INTEGER PRIMARY KEY)",
                                       "CREATE TABLE broken ("};

/// A profile of some hundred kilobytes whose store is closed.
struct Profile
{
    QTemporaryDir folder;
    Paths paths = Paths::inFolder(folder.path());

    Profile()
    {
        Store store(paths, Store::Role::Owner);
        Changes changes{PutConversation{sample::summary()}, PutDraft{{u"draft"_s, {}}},
                        PutQueue{{{u"first"_s, {}}, {u"second"_s, {}}}}};
        for (int i = 1; i <= kMessages; ++i) {
            changes.append(PutMessage{sample::message(
                i, i - 1, "word" + QByteArray::number(i) + ' ' + QByteArray(900, 'x'))});
        }
        (void)await(store.write(kOne, changes));
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(paths.store());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(const QByteArray &bytes) const
    {
        QFile file(paths.store());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    Result<void> edit(const QString &statement) const
    {
        auto database = Database::open(paths.store(), Database::Mode::ReadWrite);
        return database ? (*database)->run(statement) : fail(database.error());
    }
    [[nodiscard]] QStringList backups() const
    {
        return QDir(paths.data + u"/backups"_s).entryList(QDir::Files, QDir::Name);
    }
};

/// All there are, and some behind them.
std::vector<Migration> stepsWith(std::initializer_list<std::span<const char *const>> more)
{
    std::vector<Migration> all(migrations().begin(), migrations().end());
    for (const auto &statements : more)
        all.push_back({all.back().number + 1, statements});
    return all;
}
} // namespace

class ProfileFileTest : public QObject
{
    Q_OBJECT
private slots:
    void anEmptyFileBecomesAStore()
    {
        QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        QFile file(paths.store());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        auto opened = ProfileFile(paths, Store::Role::Owner).open();
        QVERIFY(opened);
        QCOMPARE(*schemaOf(*opened->database), newestSchema());
        QVERIFY(opened->opening.backup.isEmpty() && opened->opening.setAside.isEmpty());
    }

    void migrationsAreNumberedWithoutGaps()
    {
        int expected = 1;
        for (const Migration &step : migrations())
            QCOMPARE(step.number, expected++);
    }

    void aSchemaChangeIsBackedUpFirst()
    {
        const Profile profile;
        const auto next = stepsWith({kNextStep});
        auto opened = ProfileFile(profile.paths, Store::Role::Owner, next).open();
        QVERIFY(opened);
        QCOMPARE(*schemaOf(*opened->database), newestSchema() + 1);
        auto backup = Database::open(opened->opening.backup, Database::Mode::ReadOnly);
        QVERIFY(backup);
        QCOMPARE(*schemaOf(**backup), newestSchema());
        QCOMPARE((*backup)->single(u"SELECT count(*) FROM messages"_s)->toInt(), kMessages);
    }

    void aProfileOfTheFirstSchemaKeepsItsRows()
    {
        QTemporaryDir folder;
        const Paths paths = Paths::inFolder(folder.path());
        {
            auto opened = ProfileFile(paths, Store::Role::Guest, migrations().first(1)).open();
            QVERIFY(opened);
            for (const QString &statement :
                 {u"INSERT INTO conversations (id, title, created_ms, changed_ms, unread, hidden) "
                  "VALUES (1, 'old', 1, 1, 0, 0)"_s,
                  u"INSERT INTO messages (id, conversation, role, state, created_ms, choice, "
                  "edited, hidden, finish_reason, parts) "
                  "VALUES (2, 1, 'assistant', 'streaming', 1, 0, 0, 0, '', x'')"_s,
                  u"INSERT INTO chunks (message, reasoning, text) VALUES (2, 1, x'686d')"_s,
                  u"INSERT INTO chunks (message, reasoning, text) VALUES (2, 0, x'7965')"_s})
                QVERIFY(opened->database->run(statement));
        }
        Store store(paths, Store::Role::Owner);
        const auto record = await(store.conversation(kOne));
        QVERIFY(record);
        QCOMPARE(record->messages.first().state, MessageState::Interrupted);
        const Parts expected{ReasoningPart{"hm"}, TextPart{"ye"}};
        QCOMPARE(record->messages.first().parts, expected);
        QVERIFY(record->queue.isEmpty());
    }

    void threeBackupsAreKept()
    {
        const Profile profile;
        const auto next = stepsWith({kNextStep});
        QStringList written;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(profile.edit(u"DROP TABLE IF EXISTS added"_s));
            QVERIFY(profile.edit(u"PRAGMA user_version = %1"_s.arg(newestSchema())));
            const auto opened = ProfileFile(profile.paths, Store::Role::Owner, next).open();
            QVERIFY(opened);
            written.append(QFileInfo(opened->opening.backup).fileName());
        }
        QCOMPARE(profile.backups(), written.mid(2));
    }

    void allStepsOrNone()
    {
        const Profile profile;
        const auto broken = stepsWith({kNextStep, kStepAfter, kBrokenStep});
        QVERIFY(!ProfileFile(profile.paths, Store::Role::Owner, broken).open());
        auto opened = ProfileFile(profile.paths, Store::Role::Owner).open();
        QVERIFY(opened);
        QCOMPARE(*schemaOf(*opened->database), newestSchema());
        const auto half = opened->database->single(
            u"SELECT count(*) FROM sqlite_schema WHERE name IN ('added', 'half')"_s);
        QCOMPARE(half->toInt(), 0);
    }

    void aGuestDoesNotMigrate()
    {
        const Profile profile;
        const auto next = stepsWith({kNextStep});
        const auto opened = ProfileFile(profile.paths, Store::Role::Guest, next).open();
        QCOMPARE(opened.error().code, QString(kOlderVersion));
        QVERIFY(profile.backups().isEmpty());
    }

    void aNewerVersionOpensForReading()
    {
        const Profile profile;
        QVERIFY(profile.edit(u"PRAGMA user_version = 1000"_s));
        const QByteArray before = profile.bytes();
        {
            Store store(profile.paths, Store::Role::Owner);
            const auto opening = await(store.opened());
            QVERIFY(opening && opening->readOnly && opening->newerVersion);
            QCOMPARE(await(store.conversation(kOne))->messages.size(), kMessages);
            const auto written = await(store.write(kOne, {PutConversation{sample::summary()}}));
            QCOMPARE(written.error().kind, ErrorKind::Storage);
            QCOMPARE(written.error().code, QString(kNewerVersion));
        }
        QCOMPARE(profile.bytes(), before);
    }

    void aLockedFileIsSaid()
    {
        const Profile profile;
        auto other = Database::open(profile.paths.store(), Database::Mode::ReadWrite);
        Store store(profile.paths, Store::Role::Owner);
        QVERIFY(await(store.opened()));
        QVERIFY((*other)->run(u"BEGIN IMMEDIATE"_s));
        const auto locked = await(store.write(kOne, {PutConversation{sample::summary()}}));
        QCOMPARE(locked.error().kind, ErrorKind::Storage);
        QCOMPARE(locked.error().code, QString(kLocked));
        QVERIFY((*other)->run(u"ROLLBACK"_s));
        QVERIFY(await(store.write(kOne, {PutConversation{sample::summary()}})));
    }

    void aReadSeesWhatWasAskedForAlthoughAPromptWentFirst()
    {
        const Profile profile;
        auto other = Database::open(profile.paths.store(), Database::Mode::ReadWrite);
        Store store(profile.paths, Store::Role::Owner);
        QVERIFY(await(store.opened()));
        // The first write waits for the lock, and with it all that is asked for behind it.
        QVERIFY((*other)->run(u"BEGIN IMMEDIATE"_s));
        ConversationSummary summary = sample::summary();
        store.write(kOne, {PutConversation{summary}});
        summary.title = u"Later"_s;
        store.write(kOne, {PutConversation{summary}});
        const auto read = store.conversation(kOne);
        const ConversationId another{2};
        const auto prompt =
            store.write(another, {PutConversation{{.id = another}}}, Store::Urgency::Prompt);
        QVERIFY((*other)->run(u"ROLLBACK"_s));
        QVERIFY(await(prompt));
        QCOMPARE(await(read)->summary.title, u"Later"_s);
    }

    void damage_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("leastRecovered");
        QTest::newRow("garbage") << u"garbage"_s << 0;
        QTest::newRow("a lost header") << u"header"_s << 0;
        QTest::newRow("half a file") << u"truncated"_s << 50;
        QTest::newRow("a page overwritten in the middle") << u"page"_s << kMessages - 50;
        QTest::newRow("every tenth page overwritten") << u"pages"_s << 1;
        QTest::newRow("an emptied file beside its log") << u"emptied"_s << 0;
    }

    void damage()
    {
        QFETCH(QString, what);
        QFETCH(int, leastRecovered);
        const Profile profile;
        const QByteArray damaged = damagedBytes(profile.bytes(), what);
        profile.overwrite(damaged);
        if (what == u"emptied"_s) {
            QFile log(profile.paths.store() + u"-wal"_s);
            QVERIFY(log.open(QIODevice::WriteOnly));
            log.write("log");
        }
        QString aside;
        {
            Store store(profile.paths, Store::Role::Owner);
            const auto opening = await(store.opened());
            QVERIFY2(opening, qPrintable(opening ? QString() : opening.error().message));
            aside = opening->setAside;
            QVERIFY(!opening->readOnly);
            const auto record = await(store.conversation(kOne));
            QVERIFY((record ? record->messages.size() : 0) >= leastRecovered);
            if (leastRecovered > 0)
                QVERIFY(!await(store.search(u"word"_s))->isEmpty());
            QVERIFY(await(store.write(kOne, {PutConversation{sample::summary()}})));
        }
        QFile kept(aside);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), damaged);
        Store store(profile.paths, Store::Role::Owner);
        QVERIFY(await(store.opened())->setAside.isEmpty());
    }

    void recoveryKeepsWhatIsWhole()
    {
        const Profile profile;
        QByteArray bytes = damagedBytes(profile.bytes(), u"page"_s);
        profile.overwrite(bytes);
        Store store(profile.paths, Store::Role::Owner);
        const auto record = await(store.conversation(kOne));
        QCOMPARE(record->summary.title, u"A title"_s);
        QCOMPARE(record->draft.text, u"draft"_s);
        QCOMPARE(record->queue.size(), 2);
        QCOMPARE(record->queue.constLast().text, u"second"_s);
        QVERIFY(textOf(record->messages.constFirst().parts).startsWith("word1 "));
    }

    void aRecoveryThatWasCutIsFinished()
    {
        const Profile profile;
        const QString aside = cutRecovery(profile);
        {
            Store guest(profile.paths, Store::Role::Guest);
            const auto refused = await(guest.opened());
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, QString(kDamaged));
            QVERIFY(!QFile::exists(profile.paths.store()));
        }
        Store store(profile.paths, Store::Role::Owner);
        const auto opening = await(store.opened());
        QVERIFY(opening);
        QCOMPARE(opening->setAside, aside);
        const auto record = await(store.conversation(kOne));
        QVERIFY(record);
        QVERIFY(record->messages.size() >= kMessages - 50);
        QVERIFY(!QFile::exists(profile.paths.store() + u".recovered"_s));
    }

    void aRecoveredFileIsThereOnlyWhenItIsWhole()
    {
        const Profile profile;
        const QString recovered = profile.paths.store() + u".recovered"_s;
        const auto broken = stepsWith({kBrokenStep});
        QVERIFY(!recoverInto(recovered, profile.paths.store(), broken));
        QVERIFY(!QFile::exists(recovered));
        QVERIFY(recoverInto(recovered, profile.paths.store(), migrations()));
        QVERIFY(QFile::exists(recovered));
    }

    void aFileIsSetAsideWithItsLogOrNotAtAll()
    {
        const Profile profile;
        const QString path = profile.paths.store();
        write(path + u"-wal"_s, "log");
        const QString inTheWay = profile.paths.data + u"/diptych-damaged-1.sqlite-wal"_s;
        write(inTheWay, "other");
        QVERIFY(!setAside(path, u"1"_s));
        QVERIFY(QFile::exists(path) && QFile::exists(path + u"-wal"_s));
        const auto aside = setAside(path, u"2"_s);
        QVERIFY(aside);
        QVERIFY(!QFile::exists(path) && !QFile::exists(path + u"-wal"_s));
        QVERIFY(QFile::exists(*aside) && QFile::exists(*aside + u"-wal"_s));
    }

    void damageMetWhileWorkingIsMendedAtTheNextStart()
    {
        const Profile profile;
        const ProfileFile file(profile.paths, Store::Role::Owner);
        file.suspectDamage();
        QVERIFY(QFile::exists(profile.paths.store() + u".suspect"_s));
        Store store(profile.paths, Store::Role::Owner);
        QVERIFY(await(store.opened())->setAside.isEmpty());
        QVERIFY(!QFile::exists(profile.paths.store() + u".suspect"_s));
    }

    void aGuestLeavesADamagedFileAlone()
    {
        const Profile profile;
        const QByteArray garbage = damagedBytes(profile.bytes(), u"garbage"_s);
        profile.overwrite(garbage);
        Store store(profile.paths, Store::Role::Guest);
        QCOMPARE(await(store.opened()).error().code, QString(kDamaged));
        QCOMPARE(await(store.conversations()).error().code, QString(kDamaged));
        QCOMPARE(profile.bytes(), garbage);
    }

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// As a kill leaves it that comes when the damaged file has just moved. Where it moved to.
    static QString cutRecovery(const Profile &profile)
    {
        const QString path = profile.paths.store();
        profile.overwrite(damagedBytes(profile.bytes(), u"page"_s));
        const QString aside = profile.paths.data + u"/diptych-damaged-1.sqlite"_s;
        const bool cut =
            recoverInto(path + u".recovered"_s, path, migrations()) && QFile::rename(path, aside);
        write(path + u"-wal"_s, "log");
        return cut ? aside : QString();
    }

    static QByteArray damagedBytes(QByteArray bytes, const QString &what)
    {
        constexpr qsizetype kPage = 4'096;
        const QByteArray noise(kPage, '\xA5');
        const qsizetype middle = bytes.size() / kPage / 2 * kPage;
        if (what == u"garbage"_s)
            return QByteArray(100'000, 'g');
        if (what == u"emptied"_s)
            return {};
        if (what == u"truncated"_s)
            return bytes.left(middle);
        if (what == u"header"_s)
            return bytes.replace(0, 100, noise.left(100));
        if (what == u"page"_s)
            return bytes.replace(middle, kPage, noise);
        for (qsizetype at = 40 * kPage; at < bytes.size(); at += 10 * kPage)
            bytes.replace(at, kPage, noise);
        return bytes;
    }
};

QTEST_GUILESS_MAIN(ProfileFileTest)
#include "profile_file_test.moc"
