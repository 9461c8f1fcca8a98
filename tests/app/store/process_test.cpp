// SPDX-License-Identifier: GPL-3.0-or-later
// The store in a process that is killed, may not write, or has no space left; see store_helper.cpp.

#include "app/store/store.h"

#include "tests/app/store/sample_records.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace app;
using namespace Qt::StringLiterals;
using sample::await;

namespace {
constexpr ConversationId kConversation{1};

QJsonObject run(const QString &what, const QString &folder)
{
    QProcess helper;
    helper.start(QStringLiteral(STORE_HELPER), {what, folder});
    if (!helper.waitForFinished(60'000) || helper.exitCode() != 0)
        return {};
    return QJsonDocument::fromJson(helper.readAllStandardOutput()).object();
}

/// Streams until `count` chunks are acknowledged, then SIGKILL. The last one that was.
int killAfter(int count, const QString &folder)
{
    QProcess helper;
    helper.start(QStringLiteral(STORE_HELPER), {u"stream"_s, folder});
    int last = -1;
    while (last < count && helper.waitForReadyRead(30'000)) {
        while (helper.canReadLine()) {
            const auto line = QJsonDocument::fromJson(helper.readLine()).object();
            last = line["written"_L1].toInt(last);
        }
    }
    helper.kill();
    helper.waitForFinished();
    const QList<QByteArray> rest = helper.readAll().split('\n');
    for (const QByteArray &line : rest)
        last = QJsonDocument::fromJson(line).object()["written"_L1].toInt(last);
    return last;
}

void letEverybodyRead(const QString &folder)
{
    QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ReadOther | QFile::ExeOther);
    QDir profile(folder);
    const QStringList files = profile.entryList(QDir::Files);
    for (const QString &file : files)
        QFile::setPermissions(profile.filePath(file), QFile::ReadOwner | QFile::ReadOther);
}
} // namespace

class ProcessTest : public QObject
{
    Q_OBJECT
private slots:
    void whatWasAcknowledgedSurvivesKill()
    {
        QTemporaryDir folder;
        const int last = killAfter(200, folder.path());
        QVERIFY(last >= 200);
        Store store(Paths::inFolder(folder.path()), Store::Role::Owner);
        const auto record = await(store.conversation(kConversation));
        QVERIFY(record);
        QCOMPARE(textOf(record->messages[0].parts), "the prompt"_ba);
        const Message &reply = record->messages[1];
        QCOMPARE(reply.state, MessageState::Interrupted);
        QByteArray expected;
        for (int i = 0; i <= last; ++i)
            expected += QByteArray::number(i) + ' ';
        // One more may have been written and not yet told.
        QVERIFY(textOf(reply.parts).startsWith(expected));
        QVERIFY(await(store.opened())->setAside.isEmpty());
    }

    void manyKillsInOneProfile()
    {
        QTemporaryDir folder;
        for (int i = 0; i < 10; ++i)
            QVERIFY(killAfter(i * 7, folder.path()) >= i * 7);
        Store store(Paths::inFolder(folder.path()), Store::Role::Owner);
        QVERIFY(await(store.opened())->setAside.isEmpty());
        QCOMPARE(await(store.conversation(kConversation))->messages.size(), 2);
    }

    void aReadOnlyFolderCanBeRead()
    {
        QTemporaryDir folder;
        {
            Store store(Paths::inFolder(folder.path()), Store::Role::Owner);
            QVERIFY(await(store.write(kConversation, {PutConversation{sample::summary()},
                                                      PutMessage{sample::message(1, 0, "x")}})));
        }
        letEverybodyRead(folder.path());
        const QJsonObject seen = run(u"look"_s, folder.path());
        const QJsonObject expected{{u"opened"_s, true},
                                   {u"readOnly"_s, true},
                                   {u"conversations"_s, 1},
                                   {u"write"_s, u"read_only"_s}};
        QCOMPARE(seen, expected);
    }

    void aFullDiskFailsOneWriteAndLosesNothing()
    {
        QTemporaryDir folder;
        const QJsonObject seen = run(u"fill"_s, folder.path());
        QCOMPARE(seen["failure"_L1].toString(), u"disk_full"_s);
        QCOMPARE(seen["retry"_L1].toString(), u"ok"_s);
        QVERIFY(seen["acknowledged"_L1].toInt() > 10);
        QCOMPARE(seen["found"_L1], seen["acknowledged"_L1]);
        Store store(Paths::inFolder(folder.path()), Store::Role::Owner);
        QVERIFY(await(store.opened())->setAside.isEmpty());
        QCOMPARE(await(store.conversation(kConversation))->messages.size(),
                 seen["found"_L1].toInt());
    }
};

QTEST_GUILESS_MAIN(ProcessTest)
#include "process_test.moc"
