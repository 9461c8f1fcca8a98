// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/blind_names.h"

#include <algorithm>

namespace app {

namespace {

/// That it goes on with another one is part of its text.
constexpr MessageId kSomeMessage(1);

void hideNamesIn(Message &message)
{
    // Ids and parents rise with time and would lead to the lane that went on with the answer.
    message.id = {};
    message.parent = {};
    message.turn = {};
    message.run = {};
    message.continues = message.continues ? kSomeMessage : MessageId();
    message.createdMs = 0;
    for (Part &part : message.parts) {
        if (auto *reasoning = std::get_if<ReasoningPart>(&part))
            reasoning->durationMs = 0;
        if (auto *call = std::get_if<ToolCallPart>(&part))
            call->extraContent = {}; // of a provider
    }
}

} // namespace

void hideNames(ExportedRound &round, const BlindRound &blind)
{
    round.isBlind = true;
    const auto shownAt = [&](LaneId lane) {
        const qsizetype place = blind.lanes.indexOf(lane);
        return place < 0 ? blind.lanes.size() : place;
    };
    QList<std::pair<ExportedAnswer, bool>> answers; // and whether the vote went to it
    for (qsizetype i = 0; i < round.answers.size(); ++i)
        answers.append({round.answers.at(i), i == round.winner});
    std::ranges::stable_sort(answers, [&](const auto &one, const auto &other) {
        return shownAt(one.first.lane) < shownAt(other.first.lane);
    });
    round.answers.clear();
    round.winner = -1;
    for (auto &[answer, isWinner] : answers) {
        const qsizetype place = blind.lanes.indexOf(answer.lane);
        ExportedAnswer hidden;
        hidden.letter = int(place);
        hidden.coordinates = answer.coordinates;
        hidden.prompt = answer.prompt;
        hidden.messages = answer.messages;
        for (Message &message : hidden.messages)
            hideNamesIn(message);
        if (isWinner)
            round.winner = int(round.answers.size());
        round.answers.append(hidden);
    }
}

} // namespace app
