// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/prompt_table.h"

#include "app/store/stored_json.h"
#include "app/store/tables/blob_table.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {
Parts asParts(const QList<ImagePart> &images)
{
    return {images.begin(), images.end()};
}

QList<ImagePart> imagesOf(const QByteArray &stored)
{
    QList<ImagePart> images;
    for (const Part &part : partsOf(stored)) {
        if (const auto *image = std::get_if<ImagePart>(&part))
            images.append(*image);
    }
    return images;
}
} // namespace

Result<void> putDraft(Database &database, ConversationId conversation, const Draft &draft)
{
    if (draft.isEmpty())
        return database.run(u"DELETE FROM drafts WHERE conversation = ?"_s, {sql(conversation)});
    const Parts images = asParts(draft.images);
    return database
        .run(u"INSERT INTO drafts (conversation, text, images) VALUES (?, ?, ?) "
             "ON CONFLICT (conversation) DO UPDATE SET text = excluded.text, "
             "images = excluded.images"_s,
             {sql(conversation), sql(draft.text), sql(storedParts(images))})
        .and_then([&] { return useBlobs(database, conversation, images); });
}

Result<Draft> readDraft(Database &database, ConversationId conversation)
{
    Draft draft;
    const auto read = database.rows(u"SELECT text, images FROM drafts WHERE conversation = ?"_s,
                                    {sql(conversation)}, [&](const Row &row) {
                                        draft = {row.text(0), imagesOf(row.bytes(1))};
                                    });
    if (!read)
        return fail(read.error());
    return draft;
}

Result<void> putLaneDraft(Database &database, ConversationId conversation, LaneId lane,
                          const Draft &draft)
{
    if (draft.isEmpty())
        return database.run(u"DELETE FROM lane_drafts WHERE lane = ?"_s, {sql(lane)});
    const Parts images = asParts(draft.images);
    return database
        .run(u"INSERT INTO lane_drafts (lane, conversation, text, images) VALUES (?, ?, ?, ?) "
             "ON CONFLICT (lane) DO UPDATE SET text = excluded.text, images = excluded.images"_s,
             {sql(lane), sql(conversation), sql(draft.text), sql(storedParts(images))})
        .and_then([&] { return useBlobs(database, conversation, images); });
}

Result<QHash<LaneId, Draft>> readLaneDrafts(Database &database, ConversationId conversation)
{
    QHash<LaneId, Draft> drafts;
    const auto read =
        database.rows(u"SELECT lane, text, images FROM lane_drafts WHERE conversation = ?"_s,
                      {sql(conversation)}, [&](const Row &row) {
                          drafts.insert(row.id<LaneId>(0), {row.text(1), imagesOf(row.bytes(2))});
                      });
    if (!read)
        return fail(read.error());
    return drafts;
}

Result<void> putQueue(Database &database, ConversationId conversation, const QList<Prompt> &queue)
{
    auto done =
        database.run(u"DELETE FROM queued_prompts WHERE conversation = ?"_s, {sql(conversation)});
    for (int position = 0; done && position < queue.size(); ++position) {
        const Prompt &prompt = queue[position];
        const Parts images = asParts(prompt.images);
        done = database
                   .run(u"INSERT INTO queued_prompts (conversation, position, text, images, lane) "
                        "VALUES (?, ?, ?, ?, ?)"_s,
                        {sql(conversation), sql(position), sql(prompt.text),
                         sql(storedParts(images)), sql(prompt.lane)})
                   .and_then([&] { return useBlobs(database, conversation, images); });
    }
    return done;
}

Result<QList<Prompt>> readQueue(Database &database, ConversationId conversation)
{
    QList<Prompt> queue;
    const auto read = database.rows(
        u"SELECT text, images, lane FROM queued_prompts WHERE conversation = ? ORDER BY position"_s,
        {sql(conversation)}, [&](const Row &row) {
            queue.append({row.text(0), imagesOf(row.bytes(1)), row.id<LaneId>(2)});
        });
    if (!read)
        return fail(read.error());
    return queue;
}

} // namespace app
