// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/wire_path.h"

#include <QHash>

namespace app {

namespace {

/// Appends a continuation to the reply it goes on with; the texts meet without a separator.
void join(Parts &reply, const Parts &continuation)
{
    const QByteArray text = textOf(reply) + textOf(continuation);
    const auto isText = [](const Part &part) { return std::holds_alternative<TextPart>(part); };
    Parts others = continuation;
    others.removeIf(isText);
    reply.removeIf(isText);
    reply.append(TextPart{text});
    reply.append(others);
}

QList<WirePathItem> withContinuationsJoined(const QList<Message> &path)
{
    QList<WirePathItem> items;
    for (const Message &message : path) {
        const bool goesOn = message.continues && !items.isEmpty()
                            && items.constLast().sources.contains(message.continues);
        if (goesOn) {
            join(items.last().message.parts, message.parts);
            items.last().sources.append(message.id);
        } else {
            items.append({{message.role, message.parts}, {message.id}});
        }
    }
    return items;
}

/// What became of the calls of the reply at `at`: the results behind it, up to the next message of
/// another kind. Ids are its own: servers begin to count anew with every reply.
QHash<QString, ToolResultPart> resultsOf(const QList<WirePathItem> &items, qsizetype at)
{
    QHash<QString, ToolResultPart> results;
    for (++at; at < items.size() && items.at(at).message.role == Role::Tool; ++at) {
        for (const Part &part : items.at(at).message.parts) {
            if (const auto *result = std::get_if<ToolResultPart>(&part))
                results.insert(result->callId, *result);
        }
    }
    return results;
}

/// Where the tool loop that the request belongs to begins: behind the last prompt.
qsizetype loopBeginning(const QList<WirePathItem> &items)
{
    for (qsizetype at = items.size(); at > 0; --at) {
        if (items.at(at - 1).message.role == Role::User)
            return at;
    }
    return 0;
}

template <typename P>
bool hasPart(const Parts &parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [](const Part &part) { return std::holds_alternative<P>(part); });
}

/// False where nothing is left to be said: an attempt that failed before its first token.
bool makeSendable(WireMessage &reply, const QHash<QString, ToolResultPart> &results)
{
    reply.parts.removeIf([&](const Part &part) {
        const auto *call = std::get_if<ToolCallPart>(&part);
        return (call && !results.contains(call->id)) || std::holds_alternative<ImagePart>(part);
    });
    for (Part &part : reply.parts) {
        auto *call = std::get_if<ToolCallPart>(&part);
        if (!call)
            continue;
        if (const QByteArray edited = results.value(call->id).arguments; !edited.isEmpty())
            call->arguments = edited;
        if (call->arguments.isEmpty())
            call->arguments = "{}";
    }
    return hasPart<ToolCallPart>(reply.parts) || !textOf(reply.parts).isEmpty();
}

} // namespace

QList<WirePathItem> wirePath(const QList<Message> &path)
{
    const QList<WirePathItem> items = withContinuationsJoined(path);
    const qsizetype loop = loopBeginning(items);
    QList<WirePathItem> sent;
    for (qsizetype at = 0; at < items.size(); ++at) {
        WirePathItem item = items.at(at);
        if (item.message.role == Role::Tool) {
            for (const Part &part : std::as_const(item.message.parts)) {
                if (std::holds_alternative<ToolResultPart>(part)) // pictures are for the user
                    sent.append({{Role::Tool, {part}}, item.sources});
            }
        } else if (item.message.role != Role::Assistant) {
            sent.append(item);
        } else if (makeSendable(item.message, resultsOf(items, at))) {
            item.message.withReasoning = at >= loop && hasPart<ToolCallPart>(item.message.parts);
            sent.append(item);
        }
    }
    return sent;
}

} // namespace app
