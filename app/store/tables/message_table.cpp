// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/message_table.h"

#include "app/store/record_names.h"
#include "app/store/stored_json.h"
#include "app/store/tables/blob_table.h"
#include "app/store/tables/search_table.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace app {

namespace {
const QString kMessageColumns = u"id, parent, role, state, created_ms, round, turn, run, choice, "
                                "continues, edited, hidden, finish_reason, parts"_s;

Message messageOf(const Row &row)
{
    return {.id = row.id<MessageId>(0),
            .parent = row.id<MessageId>(1),
            .role = roleFromName(row.text(2)).value_or(Role::User),
            .parts = partsOf(row.bytes(13)),
            .state = messageStateOf(row.text(3)),
            .createdMs = row.integer(4),
            .round = row.id<RoundId>(5),
            .turn = row.id<TurnId>(6),
            .run = row.id<RunId>(7),
            .choice = row.number(8),
            .continues = row.id<MessageId>(9),
            .edited = row.flag(10),
            .hidden = row.flag(11),
            .finishReason = row.text(12)};
}

/// Ids rise with time, so they are in order nearly always; clocks that were set back are the rest.
QList<Message> parentsFirst(QList<Message> messages)
{
    QHash<MessageId, qsizetype> rank;
    QHash<MessageId, QList<qsizetype>> below;
    bool inOrder = true;
    for (qsizetype i = 0; i < messages.size(); ++i)
        rank.insert(messages[i].id, i);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const qsizetype parent = rank.value(messages[i].parent, -1);
        inOrder &= parent < i;
        below[parent < 0 ? MessageId() : messages[i].parent].append(i);
    }
    if (inOrder)
        return messages;
    QList<Message> ordered;
    QList<qsizetype> next = below.take(MessageId());
    while (!next.isEmpty()) {
        const qsizetype i = next.takeFirst();
        ordered.append(messages[i]);
        next += below.take(messages[i].id);
    }
    return ordered;
}

/// `row`: as joinChunks() asks for it.
void joinChunk(Parts &parts, const Row &row)
{
    using Kind = AppendText::Kind;
    if (row.isNull(3)) {
        appendText(parts, row.flag(1) ? Kind::Reasoning : Kind::Text, row.bytes(2));
        return;
    }
    const auto part = partFromJson(objectOf(row.bytes(4)));
    const auto *known = part ? std::get_if<ToolCallPart>(&*part) : nullptr;
    ToolCallPart more = known ? *known : ToolCallPart{};
    more.arguments = row.bytes(2);
    appendCall(parts, row.number(3), more);
}

/// Of the messages that a condition on their rows `m` picks.
Result<void> joinChunks(Database &database, const QString &condition, const QVariantList &values,
                        QHash<MessageId, Message *> messages)
{
    // CROSS JOIN: the few chunks lead, not the many messages.
    return database.rows(
        u"SELECT c.message, c.reasoning, c.text, c.call, c.call_part FROM chunks AS c "
        "CROSS JOIN messages AS m ON m.id = c.message WHERE %1 ORDER BY c.id"_s.arg(condition),
        values, [&](const Row &row) {
            if (Message *message = messages.value(row.id<MessageId>(0)))
                joinChunk(message->parts, row);
        });
}

QHash<MessageId, Message *> byId(QList<Message> &messages)
{
    QHash<MessageId, Message *> result;
    for (Message &message : messages)
        result.insert(message.id, &message);
    return result;
}

Result<void> index(Database &database, const Message &message)
{
    if (message.hidden || message.state == MessageState::Streaming)
        return removeFromSearch(database, message.id);
    return indexMessage(database, message);
}
} // namespace

Result<void> putMessage(Database &database, ConversationId conversation, const Message &message)
{
    return database
        .run(
            u"INSERT INTO messages (%1, conversation) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "parent = excluded.parent, role = excluded.role, state = excluded.state, "
            "created_ms = excluded.created_ms, round = excluded.round, turn = excluded.turn, "
            "run = excluded.run, choice = excluded.choice, continues = excluded.continues, "
            "edited = excluded.edited, hidden = excluded.hidden, "
            "finish_reason = excluded.finish_reason, parts = excluded.parts"_s.arg(kMessageColumns),
            {sql(message.id), sql(message.parent), sql(roleName(message.role)),
             sql(storedName(message.state)), sql(message.createdMs), sql(message.round),
             sql(message.turn), sql(message.run), sql(message.choice), sql(message.continues),
             sql(message.edited), sql(message.hidden), sql(message.finishReason),
             sql(storedParts(message.parts)), sql(conversation)})
        .and_then([&] {
            return database.run(u"DELETE FROM chunks WHERE message = ?"_s, {sql(message.id)});
        })
        .and_then([&] { return useBlobs(database, conversation, message.parts); })
        .and_then([&] { return index(database, message); });
}

Result<void> appendChunk(Database &database, const AppendText &more)
{
    return database.run(
        u"INSERT INTO chunks (message, reasoning, text) VALUES (?, ?, ?)"_s,
        {sql(more.message), sql(more.kind == AppendText::Kind::Reasoning), sql(more.text)});
}

Result<void> appendChunk(Database &database, const AppendCall &more)
{
    ToolCallPart part = more.more;
    part.arguments.clear(); // they are the text of the chunk
    return database.run(
        u"INSERT INTO chunks (message, reasoning, text, call, call_part) VALUES (?, 0, ?, ?, ?)"_s,
        {sql(more.message), sql(more.more.arguments), sql(more.call),
         sql(storedJson(partToJson(part)))});
}

Result<void> setHidden(Database &database, const SetHidden &change)
{
    return database
        .run(u"UPDATE messages SET hidden = ? WHERE id = ?"_s,
             {sql(change.hidden), sql(change.message)})
        .and_then([&] {
            return change.hidden ? removeBranchFromSearch(database, change.message)
                                 : noteBranchForSearch(database, change.message);
        });
}

Result<QList<Message>> readMessages(Database &database, ConversationId conversation)
{
    QList<Message> messages;
    const auto read =
        database
            .rows(u"SELECT %1 FROM messages WHERE conversation = ? ORDER BY id"_s.arg(
                      kMessageColumns),
                  {sql(conversation)}, [&](const Row &row) { messages.append(messageOf(row)); })
            .and_then([&] {
                return joinChunks(database, u"m.conversation = ?"_s, {sql(conversation)},
                                  byId(messages));
            });
    if (!read)
        return fail(read.error());
    return parentsFirst(std::move(messages));
}

Result<Message> readMessage(Database &database, MessageId id)
{
    std::optional<Message> message;
    const auto read = database.rows(u"SELECT %1 FROM messages WHERE id = ?"_s.arg(kMessageColumns),
                                    {sql(id)}, [&](const Row &row) { message = messageOf(row); });
    if (!read)
        return fail(read.error());
    if (!message)
        return fail(ErrorKind::NotFound, u"no message %1"_s.arg(id.value()));
    return *std::move(message);
}

Result<qint64> eraseNewestMessages(Database &database, ConversationId conversation, int mostRows,
                                   qint64 mostBytes)
{
    QList<MessageId> newest;
    qint64 bytes = 0;
    const auto read =
        database.rowsUntil(u"SELECT id, length(parts) FROM messages WHERE conversation = ? "
                           "ORDER BY id DESC LIMIT ?"_s,
                           {sql(conversation), sql(mostRows)}, [&](const Row &row) {
                               newest.append(row.id<MessageId>(0));
                               bytes += row.integer(1);
                               return bytes < mostBytes ? Database::Next::Go : Database::Next::Stop;
                           });
    if (!read)
        return fail(read.error());
    for (const MessageId id : std::as_const(newest)) {
        const auto erased = database.run(u"DELETE FROM messages WHERE id = ?"_s, {sql(id)});
        if (!erased)
            return fail(erased.error());
    }
    return newest.size();
}

Result<void> foldInterrupted(Database &database)
{
    // A message with chunks is one whose end was never written, whatever its state says.
    const QString left = u"m.state = 'streaming' OR m.id IN (SELECT message FROM chunks)"_s;
    QList<Message> messages;
    QList<ConversationId> conversations;
    return database
        .rows(u"SELECT %1, conversation FROM messages AS m WHERE %2"_s.arg(kMessageColumns, left),
              {},
              [&](const Row &row) {
                  messages.append(messageOf(row));
                  conversations.append(row.id<ConversationId>(14));
              })
        .and_then([&] { return joinChunks(database, u"TRUE"_s, {}, byId(messages)); })
        .and_then([&]() -> Result<void> {
            for (qsizetype i = 0; i < messages.size(); ++i) {
                messages[i].state = MessageState::Interrupted;
                const auto put = putMessage(database, conversations[i], messages[i]);
                if (!put)
                    return put;
            }
            return {};
        });
}

} // namespace app
