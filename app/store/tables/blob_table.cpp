// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/blob_table.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
QVariant key(const QByteArray &sha256)
{
    return sql(QString::fromLatin1(sha256));
}
} // namespace

Result<void> putBlob(Database &database, const QByteArray &sha256, const QByteArray &bytes,
                     const QString &mimeType, qint64 nowMs)
{
    // Putting it again makes it young: its use may be written only later.
    return database.run(u"INSERT INTO blobs (sha256, mime_type, created_ms, bytes) "
                        "VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (sha256) DO UPDATE SET created_ms = excluded.created_ms"_s,
                        {key(sha256), sql(mimeType), sql(nowMs), sql(bytes)});
}

Result<QByteArray> readBlob(Database &database, const QByteArray &sha256)
{
    std::optional<QByteArray> bytes;
    const auto read = database.rows(u"SELECT bytes FROM blobs WHERE sha256 = ?"_s, {key(sha256)},
                                    [&](const Row &row) { bytes = row.bytes(0); });
    if (!read)
        return fail(read.error());
    if (!bytes)
        return fail(ErrorKind::NotFound, u"no blob %1"_s.arg(QString::fromLatin1(sha256)));
    return *bytes;
}

Result<void> useBlobs(Database &database, ConversationId conversation,
                      const QList<QByteArray> &sha256s)
{
    for (const QByteArray &sha256 : sha256s) {
        const auto run = database.run(
            u"INSERT INTO blob_uses (conversation, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
            {sql(conversation), key(sha256)});
        if (!run)
            return run;
    }
    return {};
}

Result<void> useBlobs(Database &database, ConversationId conversation, const Parts &parts)
{
    QList<QByteArray> sha256s;
    for (const Part &part : parts) {
        if (const auto *image = std::get_if<ImagePart>(&part); image && image->hasBytes())
            sha256s.append(image->sha256);
        const auto *result = std::get_if<ToolResultPart>(&part);
        if (result && !result->wholeSha256.isEmpty())
            sha256s.append(result->wholeSha256);
    }
    return useBlobs(database, conversation, sha256s);
}

Result<qint64> eraseBlobsOnlyUsedBy(Database &database, ConversationId conversation, int most)
{
    QStringList used;
    const auto read = database.rows(
        u"SELECT sha256 FROM blob_uses WHERE conversation = ? ORDER BY sha256 LIMIT ?"_s,
        {sql(conversation), sql(most)}, [&](const Row &row) { used.append(row.text(0)); });
    if (!read)
        return fail(read.error());
    for (const QString &sha256 : std::as_const(used)) {
        const auto erased =
            database
                .run(u"DELETE FROM blob_uses WHERE conversation = ? AND sha256 = ?"_s,
                     {sql(conversation), sql(sha256)})
                .and_then([&] {
                    return database.run(u"DELETE FROM blobs WHERE sha256 = ? AND NOT EXISTS "
                                        "(SELECT 1 FROM blob_uses WHERE sha256 = ?)"_s,
                                        {sql(sha256), sql(sha256)});
                });
        if (!erased)
            return fail(erased.error());
    }
    return used.size();
}

Result<void> eraseUnusedBlobs(Database &database, qint64 keptBeforeMs, int most)
{
    return database.run(u"DELETE FROM blobs WHERE sha256 IN (SELECT sha256 FROM blobs AS old "
                        "WHERE created_ms < ? AND NOT EXISTS "
                        "(SELECT 1 FROM blob_uses WHERE sha256 = old.sha256) LIMIT ?)"_s,
                        {sql(keptBeforeMs), sql(most)});
}

} // namespace app
