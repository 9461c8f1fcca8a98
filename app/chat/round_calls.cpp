// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/round_calls.h"

#include "app/chat/replay.h"

#include <QJsonDocument>

#include <algorithm>

namespace app {

namespace {

/// Longer ones are compared byte by byte.
constexpr qsizetype kMostComparedBytes = 256 * 1024;

bool hasTheSameArguments(const ToolCallPart &one, const ToolCallPart &other)
{
    if (one.arguments == other.arguments)
        return true;
    if (one.arguments.size() > kMostComparedBytes || other.arguments.size() > kMostComparedBytes)
        return false;
    const QJsonDocument json = QJsonDocument::fromJson(one.arguments);
    return !json.isNull() && json == QJsonDocument::fromJson(other.arguments);
}

QList<RoundCall> callsOfLane(const Conversation &conversation, LaneId lane, RoundId round,
                             int mostCalls)
{
    QList<MessageId> messages = conversation.path(lane);
    messages.removeIf([&](MessageId id) {
        const Message &message = *conversation.message(id);
        return message.role == Role::User || pairedRound(conversation, message) != round;
    });
    return callsIn(conversation, messages, mostCalls);
}

bool isAnswered(const Conversation &conversation, LaneId lane, RoundId round)
{
    return std::ranges::any_of(conversation.path(lane), [&](MessageId id) {
        const Message &message = *conversation.message(id);
        return message.role == Role::Assistant && pairedRound(conversation, message) == round;
    });
}

bool isTheSameInAll(const ComparedCall &call)
{
    const auto &first = call.lanes.first();
    return first && std::ranges::all_of(call.lanes, [&](const std::optional<RoundCall> &each) {
               return each && hasTheSameArguments(first->call, each->call);
           });
}

} // namespace

QList<RoundCall> callsIn(const Conversation &conversation, const QList<MessageId> &messages,
                         int mostCalls)
{
    QList<RoundCall> calls;
    for (const MessageId id : messages) {
        const Message *message = conversation.message(id);
        for (const Part &part : message ? message->parts : Parts()) {
            if (const auto *call = std::get_if<ToolCallPart>(&part);
                call && calls.size() < mostCalls)
                calls.append({*call, {}});
            const auto *result = std::get_if<ToolResultPart>(&part);
            if (!result)
                continue;
            const auto made =
                std::find_if(calls.rbegin(), calls.rend(),
                             [&](const RoundCall &each) { return each.call.id == result->callId; });
            if (made != calls.rend())
                made->result = *result;
        }
    }
    return calls;
}

RoundCalls roundCalls(const Conversation &conversation, RoundId round, int mostCalls)
{
    RoundCalls compared;
    for (const Lane &lane : conversation.lanes()) {
        if (isAnswered(conversation, lane.id, round))
            compared.lanes.append(lane.id);
    }
    QHash<std::pair<QString, int>, qsizetype> places;
    for (qsizetype lane = 0; lane < compared.lanes.size(); ++lane) {
        QHash<QString, int> numbers;
        for (const RoundCall &made :
             callsOfLane(conversation, compared.lanes.at(lane), round, mostCalls)) {
            const std::pair key(made.call.name, ++numbers[made.call.name]);
            if (!places.contains(key)) {
                places.insert(key, compared.calls.size());
                ComparedCall call{key.first, key.second, {}, false};
                call.lanes.resize(compared.lanes.size());
                compared.calls.append(call);
            }
            compared.calls[places.value(key)].lanes[lane] = made;
        }
    }
    for (ComparedCall &call : compared.calls)
        call.isSame = isTheSameInAll(call);
    return compared;
}

bool hasCalls(const Conversation &conversation, RoundId round)
{
    if (!round)
        return false;
    return std::ranges::any_of(conversation.lanes(), [&](const Lane &lane) {
        return !callsOfLane(conversation, lane.id, round, 1).isEmpty();
    });
}

} // namespace app
