// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/tables/token_table.h"

using namespace Qt::StringLiterals;

namespace app {

Result<void> putTokens(Database &database, ConversationId conversation, const PutTokens &change)
{
    return database.run(
        u"INSERT INTO token_logprobs (message, conversation, packed) VALUES (?, ?, ?) "
        "ON CONFLICT (message) DO UPDATE SET packed = excluded.packed"_s,
        {sql(change.message), sql(conversation), sql(change.tokens.packed())});
}

Result<TokenLogprobs> readTokens(Database &database, MessageId message)
{
    const auto packed =
        database.single(u"SELECT packed FROM token_logprobs WHERE message = ?"_s, {sql(message)});
    if (!packed)
        return fail(packed.error());
    if (packed->isNull())
        return fail(ErrorKind::NotFound, u"no tokens of message %1"_s.arg(message.value()));
    auto tokens = TokenLogprobs::fromPacked(packed->toByteArray());
    if (!tokens)
        return fail(ErrorKind::Storage, u"the tokens of an answer are damaged"_s);
    return *std::move(tokens);
}

Result<QSet<MessageId>> messagesWithTokens(Database &database, ConversationId conversation)
{
    QSet<MessageId> messages;
    const auto read = database.rows(u"SELECT message FROM token_logprobs WHERE conversation = ?"_s,
                                    {sql(conversation)},
                                    [&](const Row &row) { messages.insert(row.id<MessageId>(0)); });
    if (!read)
        return fail(read.error());
    return messages;
}

} // namespace app
