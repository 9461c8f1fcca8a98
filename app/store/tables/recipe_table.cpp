// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/recipe_table.h"

#include "app/store/stored_json.h"
#include "app/store/tables/blob_table.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {
// Longer ones become a base of their own.
constexpr qsizetype kLongestRest = 64;

using Refs = QList<Recipe::Ref>;

QByteArray packed(const Refs &refs)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    for (const Recipe::Ref &ref : refs)
        stream << ref.message.value() << ref.sha256;
    return bytes;
}

Refs unpacked(const QByteArray &bytes)
{
    Refs refs;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    while (!stream.atEnd()) {
        qint64 message = 0;
        QByteArray sha256;
        stream >> message >> sha256;
        if (stream.status() != QDataStream::Ok)
            break;
        refs.append({MessageId(message), sha256});
    }
    return refs;
}

struct Base
{
    RunId run; ///< none: the recipe is whole
    qsizetype shared = 0; ///< messages at its beginning
};

Result<Refs> messagesOfBase(Database &database, RunId base)
{
    return database.single(u"SELECT messages FROM recipes WHERE run = ?"_s, {sql(base)})
        .map([](const QVariant &bytes) { return unpacked(bytes.toByteArray()); });
}

/// How many entries two packed lists have in common at their beginning.
qsizetype sharedEntries(const QByteArray &base, const Refs &messages)
{
    qsizetype shared = 0;
    qsizetype at = 0;
    for (const Recipe::Ref &ref : messages) {
        const QByteArray entry = packed({ref});
        if (QByteArrayView(base).sliced(at).first(std::min(entry.size(), base.size() - at))
            != entry)
            break;
        at += entry.size();
        ++shared;
    }
    return shared;
}

/// A recent one that shares enough with these messages; the newest does nearly always.
Result<Base> findBase(Database &database, ConversationId conversation, const Refs &messages)
{
    Base base;
    const auto read = database.rowsUntil(
        u"SELECT run, messages FROM recipes WHERE conversation = ? AND base IS NULL "
        "ORDER BY run DESC LIMIT 8"_s,
        {sql(conversation)}, [&](const Row &row) {
            const qsizetype shared = sharedEntries(row.bytes(1), messages);
            if (shared == 0 || messages.size() - shared > kLongestRest)
                return Database::Next::Go;
            base = {row.id<RunId>(0), shared};
            return Database::Next::Stop;
        });
    if (!read)
        return fail(read.error());
    return base;
}

struct StoredRecipe
{
    Recipe recipe;
    Base base;
};

StoredRecipe recipeOf(const Row &row)
{
    StoredRecipe stored;
    stored.recipe.body = objectOf(row.bytes(0));
    stored.recipe.systemPrompt = row.text(1);
    stored.base = {row.id<RunId>(2), qsizetype(row.integer(3))};
    stored.recipe.messages = unpacked(row.bytes(4));
    const QStringList images = stringsOf(row.bytes(5));
    for (const QString &image : images)
        stored.recipe.images.append(image.toLatin1());
    stored.recipe.bodySha256 = row.bytes(6);
    stored.recipe.bodyBytes = row.integer(7);
    return stored;
}

QStringList imageNames(const QList<QByteArray> &images)
{
    QStringList names;
    for (const QByteArray &image : images)
        names.append(QString::fromLatin1(image));
    return names;
}
} // namespace

Result<void> putRecipe(Database &database, ConversationId conversation, RunId run,
                       const Recipe &recipe)
{
    const auto base = findBase(database, conversation, recipe.messages);
    if (!base)
        return fail(base.error());
    return database
        .run(u"INSERT INTO recipes (run, conversation, body, system_prompt, base, shared, "
             "messages, images, body_sha256, body_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
             "ON CONFLICT (run) DO NOTHING"_s,
             {sql(run), sql(conversation), sql(storedJson(recipe.body)), sql(recipe.systemPrompt),
              sql(base->run), sql(qint64(base->shared)),
              sql(packed(recipe.messages.mid(base->shared))),
              sql(storedJson(imageNames(recipe.images))), sql(recipe.bodySha256),
              sql(recipe.bodyBytes)})
        .and_then([&] { return useBlobs(database, conversation, recipe.images); });
}

Result<Recipe> readRecipe(Database &database, RunId run)
{
    std::optional<StoredRecipe> stored;
    const auto read = database.rows(
        u"SELECT body, system_prompt, base, shared, messages, images, body_sha256, body_bytes "
        "FROM recipes WHERE run = ?"_s,
        {sql(run)}, [&](const Row &row) { stored = recipeOf(row); });
    if (!read)
        return fail(read.error());
    if (!stored)
        return fail(ErrorKind::NotFound, u"no recipe of run %1"_s.arg(run.value()));
    if (!stored->base.run.isValid())
        return stored->recipe;
    const auto base = messagesOfBase(database, stored->base.run);
    if (!base)
        return fail(base.error());
    stored->recipe.messages = base->mid(0, stored->base.shared) + stored->recipe.messages;
    return stored->recipe;
}

} // namespace app
