// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storage_error.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace app {

namespace {
// Primary result codes, https://www.sqlite.org/rescode.html. An extended code holds its primary one
// in the low byte.
QLatin1StringView codeOf(int native)
{
    constexpr int kWriteFailed = 778; // SQLITE_IOERR_WRITE: a quota or a limit on the file's size
    if (native == kWriteFailed)
        return kDiskFull;
    switch (native & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return kLocked;
    case 8: // SQLITE_READONLY
        return kReadOnly;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return kDamaged;
    case 13: // SQLITE_FULL
        return kDiskFull;
    case 14: // SQLITE_CANTOPEN
        return kCannotOpen;
    default:
        return {};
    }
}
} // namespace

Error storageError(const QSqlError &error)
{
    return storageError(codeOf(error.nativeErrorCode().toInt()), error.text().trimmed());
}

Error storageError(QLatin1StringView code, const QString &message)
{
    Error result{ErrorKind::Storage, message};
    result.code = code;
    return result;
}

} // namespace app
