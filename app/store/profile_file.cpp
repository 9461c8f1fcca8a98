// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/profile_file.h"

#include "app/base/log.h"
#include "app/store/recovery.h"
#include "app/store/storage_error.h"
#include "app/store/tables/message_table.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {
// Checking costs about a second per gigabyte: too much for every start of a big profile, nothing
// for a small one. Big ones are checked after a sign of damage.
constexpr qint64 kCheckedAtEveryStart = 4 * 1024 * 1024;
constexpr qsizetype kBackupsKept = 3;

QString stamp()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz"_s);
}

bool isReadOnlyFault(const Error &error)
{
    return error.code == kReadOnly || error.code == kCannotOpen;
}

/// What SQLite would take for a new file although something was lost: an empty one whose log is
/// not.
bool isEmptied(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() && file.size() == 0 && QFileInfo(path + u"-wal"_s).size() > 0;
}

/// A file that recovery made and that has not yet the place of the damaged one. It is whole.
QString recoveredPath(const QString &path)
{
    return path + u".recovered"_s;
}

/// The program ended between setting the damaged file aside and putting the recovered one in place.
bool isHalfRecovered(const QString &path)
{
    return !QFileInfo::exists(path) && QFileInfo::exists(recoveredPath(path));
}

Result<void> configure(Database &database)
{
    // NORMAL: with a WAL, a killed program loses nothing; a power cut may lose the last moments but
    // never damages the file.
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s,
                                  u"PRAGMA foreign_keys = ON"_s, u"PRAGMA temp_store = MEMORY"_s,
                                  u"PRAGMA journal_size_limit = 16777216"_s}) {
        if (const auto run = database.run(pragma); !run)
            return run;
    }
    return {};
}
} // namespace

ProfileFile::ProfileFile(const Paths &paths, Store::Role role, std::span<const Migration> steps)
    : m_paths(paths), m_role(role), m_steps(steps), m_lock(paths.store() + u".lock"_s)
{
}

Result<ProfileFile::Opened> ProfileFile::open()
{
    if (const auto made = m_paths.create(); !made && !QFileInfo::exists(m_paths.store()))
        return fail(made.error());
    if (m_role == Store::Role::Guest)
        return openInSomeWay();
    m_lock.acquire();
    Result<Opened> opened = openInSomeWay();
    m_lock.share();
    return opened;
}

Result<ProfileFile::Opened> ProfileFile::openInSomeWay()
{
    if (isHalfRecovered(m_paths.store())) {
        return mayRecover() ? finishRecovery(newestSetAside(m_paths.store()))
                            : fail(storageError(kDamaged, u"the profile is being recovered"_s));
    }
    Result<Opened> opened = openWritable();
    if (!opened && isDamage(opened.error()) && mayRecover())
        return recoverFromDamage();
    if (!opened && isReadOnlyFault(opened.error()) && QFileInfo::exists(m_paths.store()))
        return openReadOnly({.readOnly = true});
    return opened;
}

Result<std::unique_ptr<Database>> ProfileFile::openAgain() const
{
    auto database = Database::open(m_paths.store(), m_mode);
    if (!database)
        return database;
    // Without this a statement that writes by mistake would wait for the writer.
    if (const auto run = (*database)->run(u"PRAGMA query_only = ON"_s); !run)
        return fail(run.error());
    return database;
}

Result<std::unique_ptr<Database>> ProfileFile::openAsItIs()
{
    const QString path = m_paths.store();
    if (isEmptied(path))
        return fail(storageError(kDamaged, u"the file is empty, its log is not"_s));
    const bool isNew = !QFileInfo::exists(path);
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (database && isNew)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return database;
}

Result<void> ProfileFile::checkWhole(Database &database) const
{
    if (!isSuspect() && QFileInfo(m_paths.store()).size() > kCheckedAtEveryStart)
        return {};
    const auto verdict = database.single(u"PRAGMA quick_check(1)"_s);
    if (!verdict)
        return fail(verdict.error());
    if (verdict->toString() != "ok"_L1)
        return fail(storageError(kDamaged, verdict->toString()));
    QFile::remove(m_paths.store() + u".suspect"_s);
    return {};
}

Result<ProfileFile::Opened> ProfileFile::openWritable()
{
    auto database = openAsItIs();
    if (!database)
        return fail(database.error());
    const auto schema = schemaOf(**database);
    if (!schema)
        return fail(schema.error());
    const int newest = m_steps.back().number;
    if (*schema > newest) {
        database->reset();
        return openReadOnly({.readOnly = true, .newerVersion = true});
    }
    if (m_role == Store::Role::Guest && *schema != 0 && *schema < newest)
        return fail(storageError(kOlderVersion, u"the profile is of an older version"_s));
    if (m_role == Store::Role::Owner) {
        if (const auto whole = checkWhole(**database); !whole)
            return fail(whole.error());
    }
    if (const auto configured = configure(**database); !configured)
        return fail(configured.error());

    Opened opened;
    if (*schema != 0 && *schema < newest) {
        const auto backup = backUp(**database, *schema);
        if (!backup)
            return fail(backup.error());
        opened.opening.backup = *backup;
    }
    if (*schema < newest) {
        if (const auto migrated = migrate(**database, m_steps); !migrated)
            return fail(migrated.error());
    }
    if (mayRecover()) {
        Database &writer = **database;
        const auto folded = writer.inTransaction([&] { return foldInterrupted(writer); });
        if (!folded)
            return fail(folded.error());
    }
    m_mode = Database::Mode::ReadWrite;
    opened.database = *std::move(database);
    return opened;
}

Result<ProfileFile::Opened> ProfileFile::openReadOnly(Store::Opening opening)
{
    // Immutable leaves the log unread, so it comes second: it is for a folder in which SQLite can
    // not even make the log's index.
    m_mode = Database::Mode::ReadOnly;
    auto database = Database::open(m_paths.store(), m_mode);
    if (!database && isReadOnlyFault(database.error())) {
        m_mode = Database::Mode::Immutable;
        database = Database::open(m_paths.store(), m_mode);
    }
    if (!database)
        return fail(database.error());
    const auto schema = schemaOf(**database);
    if (!schema)
        return fail(schema.error());
    if (*schema < m_steps.back().number)
        return fail(storageError(kOlderVersion, u"an older profile that cannot be migrated"_s));
    opening.newerVersion = *schema > m_steps.back().number;
    return Opened{opening, *std::move(database)};
}

Result<ProfileFile::Opened> ProfileFile::recoverFromDamage()
{
    // The new file is whole before the damaged one moves: whenever the program is killed, the next
    // start finds either of them.
    const QString path = m_paths.store();
    if (const auto recovered = recoverInto(recoveredPath(path), path, m_steps); !recovered)
        return fail(recovered.error());
    const auto aside = setAside(path, stamp());
    if (!aside)
        return fail(aside.error());
    return finishRecovery(*aside);
}

Result<ProfileFile::Opened> ProfileFile::finishRecovery(const QString &aside)
{
    const QString path = m_paths.store();
    removeLog(path); // of the damaged file, whose rows SQLite would write into the new one
    if (!QFile::rename(recoveredPath(path), path))
        return fail(storageError(kReadOnly, u"cannot put the recovered file in place"_s));
    qCWarning(logStore, "the store was damaged; it was set aside as %s", qUtf8Printable(aside));
    QFile::remove(path + u".suspect"_s);
    auto opened = openWritable();
    if (opened)
        opened->opening.setAside = aside;
    return opened;
}

Result<QString> ProfileFile::backUp(Database &database, int schema) const
{
    QDir folder(m_paths.data + u"/backups"_s);
    if (!folder.mkpath(u"."_s))
        return fail(storageError(kReadOnly, u"cannot make %1"_s.arg(folder.path())));
    const QString path = folder.filePath(u"diptych-%1-schema-%2.sqlite"_s.arg(stamp()).arg(schema));
    if (const auto run = database.run(u"VACUUM INTO ?"_s, {sql(path)}); !run)
        return fail(run.error());
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const QStringList oldestFirst =
        folder.entryList({u"diptych-*-schema-*.sqlite"_s}, QDir::Files, QDir::Name);
    for (qsizetype i = 0; i + kBackupsKept < oldestFirst.size(); ++i)
        folder.remove(oldestFirst[i]);
    return path;
}

bool ProfileFile::mayRecover() const
{
    return m_role == Store::Role::Owner && m_lock.isAlone();
}

bool ProfileFile::isSuspect() const
{
    return QFileInfo::exists(m_paths.store() + u".suspect"_s);
}

void ProfileFile::suspectDamage() const
{
    QFile mark(m_paths.store() + u".suspect"_s);
    if (!mark.open(QIODevice::WriteOnly))
        qCWarning(logStore, "cannot mark the store as damaged");
}

} // namespace app
