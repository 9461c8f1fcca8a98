// SPDX-License-Identifier: GPL-3.0-or-later
// What the store costs: opening a profile of 10,000 conversations up to its list, loading a
// conversation of 10,000 messages, appending chunks. Prints one JSON object; times in
// milliseconds. The baseline of the list is the bare query on the same file.
#include "app/base/when_done.h"
#include "app/library/library.h"
#include "app/store/store.h"
#include "tests/support/sample_profile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <cstdio>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
template <typename T>
Result<T> await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

double elapsedMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double bareQueryMs(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"baseline"_s);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(database);
        query.setForwardOnly(true);
        query.exec(u"SELECT id, title, changed_ms FROM conversations WHERE hidden = 0 "
                   "ORDER BY changed_ms DESC"_s);
        qsizetype bytes = 0;
        while (query.next())
            bytes += query.value(1).toString().size();
    }
    QSqlDatabase::removeDatabase(u"baseline"_s);
    return elapsedMs(timer);
}

QJsonObject listFigures(const Paths &paths, qint64 &longest)
{
    const double bare = bareQueryMs(paths.store());
    QElapsedTimer timer;
    timer.start();
    Store store(paths, Store::Role::Owner);
    const SystemClock clock;
    Library library(store, clock);
    QObject::connect(&library, &Library::loaded, qApp, &QCoreApplication::quit);
    library.load();
    const double blocked = elapsedMs(timer);
    QCoreApplication::exec();
    const double total = elapsedMs(timer);
    for (const ConversationSummary &summary : library.conversations()) {
        if (summary.title.startsWith(u"A conversation of"))
            longest = summary.id.value();
    }
    return {{u"conversations"_s, library.conversations().size()},
            {u"bare_query_ms"_s, bare},
            {u"open_to_list_ms"_s, total},
            {u"caller_blocked_ms"_s, blocked}};
}

QJsonObject conversationFigures(Store &store, ConversationId id)
{
    QElapsedTimer timer;
    timer.start();
    const auto record = await(store.conversation(id));
    const double read = elapsedMs(timer);
    timer.restart();
    const Conversation conversation(record.value_or(ConversationRecord()));
    return {{u"messages"_s, record ? record->messages.size() : 0},
            {u"read_ms"_s, read},
            {u"build_tree_ms"_s, elapsedMs(timer)}};
}

QJsonObject chunkFigures(Store &store)
{
    constexpr int kChunks = 5'000;
    const ConversationId id = ConversationId::next();
    Message reply;
    reply.id = MessageId::next();
    reply.role = Role::Assistant;
    reply.state = MessageState::Streaming;
    (void)await(store.write(id, {PutConversation{{.id = id}}, PutMessage{reply}}));
    const QByteArray text(80, 'x');
    QElapsedTimer timer;
    timer.start();
    QFuture<Result<void>> last;
    for (int i = 0; i < kChunks; ++i)
        last = store.write(id, {AppendText{reply.id, AppendText::Kind::Text, text}});
    const bool written = await(last).has_value();
    const double total = elapsedMs(timer);
    timer.restart();
    reply.parts = {TextPart{text.repeated(kChunks)}};
    reply.state = MessageState::Complete;
    (void)await(store.write(id, {PutMessage{reply}}));
    return {{u"written"_s, written},
            {u"chunks_per_second"_s, kChunks / (total / 1'000)},
            {u"fold_ms"_s, elapsedMs(timer)}};
}

QJsonObject searchFigures(Store &store)
{
    QElapsedTimer timer;
    timer.start();
    const auto found = await(store.search(u"connection pool"_s));
    return {{u"found"_s, found ? found->size() : 0}, {u"search_ms"_s, elapsedMs(timer)}};
}
} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption count(u"conversations"_s, u"How many."_s, u"N"_s, u"10000"_s);
    const QCommandLineOption length(u"messages"_s, u"Of the long one."_s, u"N"_s, u"10000"_s);
    parser.addOptions({count, length});
    parser.process(application);

    const QTemporaryDir folder;
    const Paths paths = Paths::inFolder(folder.path());
    QElapsedTimer timer;
    timer.start();
    {
        Store store(paths, Store::Role::Owner);
        const auto filled =
            tests::fillProfile(store, {.conversations = parser.value(count).toInt(),
                                       .nowMs = 1'700'000'000'000,
                                       .longConversation = parser.value(length).toInt()});
        if (!filled)
            return 1;
    }
    QJsonObject figures{{u"fill_ms"_s, elapsedMs(timer)},
                        {u"file_bytes"_s, QFileInfo(paths.store()).size()}};
    qint64 longest = 0;
    figures.insert(u"list"_s, listFigures(paths, longest));
    Store store(paths, Store::Role::Owner);
    (void)await(store.opened());
    figures.insert(u"conversation"_s, conversationFigures(store, ConversationId(longest)));
    figures.insert(u"chunks"_s, chunkFigures(store));
    figures.insert(u"search"_s, searchFigures(store));
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
