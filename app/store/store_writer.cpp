// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_writer.h"

#include "app/base/log.h"
#include "app/store/storage_error.h"
#include "app/store/tables/blob_table.h"
#include "app/store/tables/conversation_table.h"
#include "app/store/tables/exchange_table.h"
#include "app/store/tables/lane_table.h"
#include "app/store/tables/message_table.h"
#include "app/store/tables/prompt_table.h"
#include "app/store/tables/run_table.h"
#include "app/store/tables/token_table.h"
#include "app/store/tables/vote_table.h"

#include <QCryptographicHash>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace app {

namespace {
constexpr qint64 kDayMs = 24 * 60 * 60 * 1000;

/// Writes one change to the tables.
struct ChangeWriter
{
    Database &database;
    ConversationId conversation;

    Result<void> operator()(const PutConversation &change) const
    {
        return putConversation(database, change.summary);
    }
    Result<void> operator()(const PutLane &change) const
    {
        return putLane(database, conversation, change.lane);
    }
    Result<void> operator()(const RemoveLane &change) const
    {
        return removeLane(database, conversation, change.lane);
    }
    Result<void> operator()(const PutRound &change) const
    {
        return putRound(database, conversation, change.round);
    }
    Result<void> operator()(const PutTurn &change) const
    {
        return putTurn(database, conversation, change.turn);
    }
    Result<void> operator()(const PutRun &change) const
    {
        return putRun(database, conversation, change.run);
    }
    Result<void> operator()(const PutMessage &change) const
    {
        return putMessage(database, conversation, change.message);
    }
    Result<void> operator()(const AppendText &change) const
    {
        return appendChunk(database, change);
    }
    Result<void> operator()(const AppendCall &change) const
    {
        return appendChunk(database, change);
    }
    Result<void> operator()(const PutTokens &change) const
    {
        return putTokens(database, conversation, change);
    }
    Result<void> operator()(const SetHidden &change) const { return setHidden(database, change); }
    Result<void> operator()(const PutDraft &change) const
    {
        return change.lane ? putLaneDraft(database, conversation, change.lane, change.draft)
                           : putDraft(database, conversation, change.draft);
    }
    Result<void> operator()(const PutQueue &change) const
    {
        return putQueue(database, conversation, change.prompts);
    }
    Result<void> operator()(const PutBlindRound &change) const
    {
        return putBlindRound(database, conversation, change.round);
    }
    Result<void> operator()(const PutVote &change) const
    {
        return putVote(database, conversation, change.vote);
    }
};
} // namespace

StoreWriter::StoreWriter(const Paths &paths, Store::Role role) : m_file(paths, role), m_role(role)
{
}

Result<Store::Opening> StoreWriter::open()
{
    auto opened = m_file.open();
    if (!opened) {
        m_openError = opened.error();
        qCWarning(logStore, "cannot open the store: %s", qUtf8Printable(m_openError.message));
        return fail(m_openError);
    }
    m_openError = {};
    m_opening = opened->opening;
    m_database = std::move(opened->database);
    if (m_role == Store::Role::Owner && !m_opening.readOnly) {
        if (const auto loaded = m_erasure.load(*m_database); !loaded)
            noteDamage(loaded.error());
    }
    return m_opening;
}

void StoreWriter::close()
{
    m_database.reset();
}

Result<void> StoreWriter::inTransaction(const std::function<Result<void>(Database &)> &work)
{
    // Locks go away; everything else that keeps a file from opening stays until the next start.
    if (!m_database && m_openError.code == kLocked)
        (void)open();
    if (!m_database)
        return fail(m_openError);
    if (m_opening.readOnly) {
        return fail(storageError(m_opening.newerVersion ? kNewerVersion : kReadOnly,
                                 u"the profile is open for reading only"_s));
    }
    Result<void> done = m_database->inTransaction([&] { return work(*m_database); });
    if (!done)
        noteDamage(done.error());
    return done;
}

Result<void> StoreWriter::write(ConversationId conversation, const Changes &changes)
{
    if (m_erasure.contains(conversation))
        return fail(ErrorKind::NotFound, u"conversation %1 is erased"_s.arg(conversation.value()));
    const bool rewrites = std::any_of(changes.begin(), changes.end(), [](const Change &change) {
        return std::holds_alternative<PutMessage>(change)
               || std::holds_alternative<SetHidden>(change);
    });
    if (rewrites)
        m_backlog.startAgain();
    return inTransaction([&](Database &database) -> Result<void> {
        const ChangeWriter writer{database, conversation};
        for (const Change &change : changes) {
            if (const auto written = std::visit(writer, change); !written)
                return written;
        }
        return {};
    });
}

bool StoreWriter::catchUp()
{
    if (!m_database || m_opening.readOnly)
        return false;
    const auto erased = m_erasure.step(*m_database);
    if (!erased)
        qCWarning(logStore, "cannot erase: %s", qUtf8Printable(erased.error().message));
    else if (*erased == Erasure::Progress::Begun)
        return true;
    return indexSome();
}

bool StoreWriter::indexSome()
{
    const auto progress = m_backlog.step(*m_database);
    if (!progress) {
        qCWarning(logStore, "cannot index: %s", qUtf8Printable(progress.error().message));
        m_backlog.startAgain();
        return false; // what is left is noted; the next write tries again
    }
    return *progress == SearchBacklog::Progress::Begun;
}

Result<void> StoreWriter::erase(ConversationId conversation)
{
    m_backlog.startAgain();
    const auto marked =
        inTransaction([&](Database &database) { return markToErase(database, conversation); });
    if (marked)
        m_erasure.begin(conversation);
    return marked;
}

Result<void> StoreWriter::putExchange(ConversationId conversation, RunId run,
                                      const Exchange &exchange)
{
    if (m_erasure.contains(conversation))
        return fail(ErrorKind::NotFound, u"conversation %1 is erased"_s.arg(conversation.value()));
    return inTransaction([&](Database &database) {
        return app::putExchange(database, conversation, run, exchange);
    });
}

Result<void> StoreWriter::appendRaw(ConversationId conversation, const RawPiece &piece)
{
    if (m_erasure.contains(conversation))
        return fail(ErrorKind::NotFound, u"conversation %1 is erased"_s.arg(conversation.value()));
    return inTransaction(
        [&](Database &database) { return app::appendRaw(database, conversation, piece); });
}

Result<QByteArray> StoreWriter::putBlob(const QByteArray &bytes, const QString &mimeType)
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return inTransaction([&](Database &database) {
               return app::putBlob(database, sha256, bytes, mimeType,
                                   QDateTime::currentMSecsSinceEpoch());
           })
        .map([&] { return sha256; });
}

Result<void> StoreWriter::tidy()
{
    if (m_role != Store::Role::Owner || !m_database || m_opening.readOnly)
        return {};
    return inTransaction([](Database &database) {
        return eraseEmptyConversations(database, QDateTime::currentMSecsSinceEpoch() - kDayMs);
    });
}

void StoreWriter::noteDone(quint64 job)
{
    const QMutexLocker lock(&m_mutex);
    m_doneAhead.insert(job);
    while (m_doneAhead.erase(m_doneUpTo + 1) > 0)
        ++m_doneUpTo;
    m_progress.wakeAll();
}

void StoreWriter::waitFor(quint64 job)
{
    QMutexLocker lock(&m_mutex);
    while (m_doneUpTo < job)
        m_progress.wait(&m_mutex);
}

Result<std::unique_ptr<Database>> StoreWriter::openForReading() const
{
    if (!m_database)
        return fail(m_openError);
    auto database = m_file.openAgain();
    if (!database)
        noteDamage(database.error());
    return database;
}

void StoreWriter::noteDamage(const Error &error) const
{
    if (m_role == Store::Role::Owner && isDamage(error))
        m_file.suspectDamage();
}

} // namespace app
