// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/replay.h"

#include "app/chat/turn_plan.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kPrompt = "replays"_L1;
constexpr auto kEnd = "until"_L1;
constexpr auto kHistory = "history"_L1;
constexpr auto kOriginal = "original"_L1;
constexpr auto kOwn = "own"_L1;
constexpr auto kWithout = "without"_L1;
constexpr auto kWithoutImages = "without_images"_L1;

/// As text: 63 bits do not fit into a number of JSON.
MessageId messageIn(const QJsonObject &coordinates, QLatin1StringView name)
{
    return MessageId(coordinates.value(name).toString().toLongLong());
}

/// A reply that need not be asked for again.
bool isAnswer(const Message &reply)
{
    return reply.state == MessageState::Complete || reply.state == MessageState::CutOff;
}

RoundId ownRound(const Conversation &conversation, const Message &message)
{
    const TurnRecord *turn = message.round ? nullptr : conversation.turn(message.turn);
    return turn ? turn->round : message.round;
}

/// The turn that a message belongs to; of a prompt one of those that answer it.
TurnId turnAt(const Conversation &conversation, const Message &message)
{
    if (message.turn)
        return message.turn;
    for (const MessageId child : conversation.children(message.id)) {
        const Message *reply = conversation.message(child);
        if (reply->turn && reply->round == message.round)
            return reply->turn;
    }
    return {};
}

} // namespace

QJsonObject coordinatesOf(const ReplayPlace &place)
{
    QJsonObject coordinates{
        {kPrompt, QString::number(place.prompt.value())},
        {kEnd, QString::number(place.end.value())},
        {kHistory, place.history == ReplayHistory::Original ? kOriginal : kOwn}};
    if (!place.omission.parameters.isEmpty())
        coordinates.insert(kWithout, QJsonArray::fromStringList(place.omission.parameters));
    if (place.omission.images)
        coordinates.insert(kWithoutImages, true);
    return coordinates;
}

std::optional<ReplayPlace> replayPlace(const QJsonObject &coordinates)
{
    ReplayPlace place;
    place.prompt = messageIn(coordinates, kPrompt);
    place.end = messageIn(coordinates, kEnd);
    if (!place.prompt || !place.end)
        return {};
    const bool isOriginal = coordinates.value(kHistory).toString() == kOriginal;
    place.history = isOriginal ? ReplayHistory::Original : ReplayHistory::Own;
    for (const QJsonValue &name : coordinates.value(kWithout).toArray())
        place.omission.parameters.append(name.toString());
    place.omission.images = coordinates.value(kWithoutImages).toBool();
    return place;
}

std::optional<ReplayPlace> replayPlace(const Conversation &conversation, TurnId turn)
{
    const TurnRecord *record = conversation.turn(turn);
    return record ? replayPlace(record->coordinates) : std::nullopt;
}

std::optional<ReplayProgress> replayProgress(const Conversation &conversation, LaneId laneId)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *head = lane ? conversation.message(lane->head) : nullptr;
    const auto place = head ? replayPlace(conversation, head->turn) : std::nullopt;
    if (!place)
        return {};
    const QList<MessageId> prompts = promptsOf(conversation, place->end);
    const qsizetype at = prompts.indexOf(place->prompt);
    if (at < 0) // it was deleted
        return {};
    return ReplayProgress{int(at) + (isAnswer(*head) ? 1 : 0), int(prompts.size()), place->history};
}

bool haltsReplay(const Conversation &conversation, LaneId laneId, MessageId reply)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *message = conversation.message(reply);
    return lane && message && lane->head == reply && message->state != MessageState::Complete
           && replayProgress(conversation, laneId);
}

QList<MessageId> promptsOf(const Conversation &conversation, MessageId end)
{
    QList<MessageId> prompts = pathTo(conversation, end);
    prompts.removeIf([&](MessageId id) { return conversation.message(id)->role != Role::User; });
    return prompts;
}

QList<MessageId> requestPath(const Conversation &conversation, TurnId turn, MessageId answers)
{
    QList<MessageId> path = pathTo(conversation, answers);
    const auto place = replayPlace(conversation, turn);
    const Message *original = place ? conversation.message(place->prompt) : nullptr;
    if (!original || place->history == ReplayHistory::Own)
        return path;
    const RoundId round = conversation.turn(turn)->round;
    const auto copy = std::ranges::find_if(
        path, [&](MessageId id) { return conversation.message(id)->round == round; });
    path.erase(path.begin(), copy);
    return pathTo(conversation, original->parent) + path;
}

RoundId pairedRound(const Conversation &conversation, const Message &message)
{
    const Message *at = &message;
    for (;;) {
        const RoundId id = ownRound(conversation, *at);
        const Round *round = conversation.round(id);
        if (!round || round->kind != RoundKind::Replay)
            return id;
        const auto place = replayPlace(conversation, turnAt(conversation, *at));
        const Message *original = place ? conversation.message(place->prompt) : nullptr;
        // What is replayed is older; a damaged file may hold a circle.
        if (!original || ownRound(conversation, *original) >= id)
            return id;
        at = original;
    }
}

} // namespace app
