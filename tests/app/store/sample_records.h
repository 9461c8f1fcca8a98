// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/change.h"

#include <QTest>

// Records for the tests of the store with every field set to something of its own.

namespace sample {

using namespace Qt::StringLiterals;

template <typename T>
app::Result<T> await(QFuture<app::Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

inline app::ConversationSummary summary(int id = 1, const QString &title = u"A title"_s)
{
    return {.id = app::ConversationId(id), .title = title, .createdMs = 1'000, .changedMs = 2'000};
}

inline app::Message message(int id, int parent, const QByteArray &text,
                            app::Role role = app::Role::User)
{
    return {.id = app::MessageId(id),
            .parent = app::MessageId(parent),
            .role = role,
            .parts = {app::TextPart{text}},
            .createdMs = 1'000 + id};
}

inline app::Message fullMessage()
{
    using namespace app;
    return {.id = MessageId(12),
            .parent = MessageId(11),
            .role = Role::Assistant,
            .parts = {ReasoningPart{"h\xC3\xBCm"_ba, 1'234},
                      TextPart{"# Title\n\n\xE4\xB8\x96\xE7\x95\x8C \"quoted\" \\ \t end"_ba},
                      ImagePart{"ab12"_ba, u"image/webp"_s, 3, 4, 5, u"cat.webp"_s},
                      ToolCallPart{u"c1"_s, u"add"_s, "{\"a\":1"_ba, {{u"k"_s, u"v"_s}}},
                      ToolResultPart{u"c1"_s,
                                     "2"_ba,
                                     true,
                                     1'500,
                                     "{\"a\":1,\"b\":1}"_ba,
                                     true,
                                     "ef56"_ba,
                                     {{u"sum"_s, 2}}}},
            .state = MessageState::CutOff,
            .createdMs = 1'012,
            .round = RoundId(21),
            .turn = TurnId(31),
            .run = RunId(41),
            .choice = 2,
            .continues = MessageId(11),
            .edited = true,
            .hidden = true,
            .finishReason = u"length"_s};
}

inline app::Recipe recipe()
{
    return {.body = {{u"model"_s, u"m"_s}, {u"temperature"_s, 0.5}},
            .systemPrompt = u"Be brief."_s,
            .messages = {{app::MessageId(10), "aa"_ba}, {app::MessageId(11), "bb"_ba}},
            .images = {"cc"_ba},
            .bodySha256 = "dd"_ba,
            .bodyBytes = 4'711};
}

inline app::Run run()
{
    using namespace app;
    Error error{ErrorKind::RateLimited, u"slow down"_s, 429};
    error.code = u"busy"_s;
    error.param = u"n"_s;
    error.retryAfter = std::chrono::milliseconds(1'500);
    return {.id = RunId(41),
            .turn = TurnId(31),
            .lane = LaneId(51),
            .providerId = u"deepinfra"_s,
            .providerName = u"DeepInfra"_s,
            .model = u"asked"_s,
            .modelAnswered = u"answered"_s,
            .tierAsked = u"priority"_s,
            .tierEchoed = u"default"_s,
            .recipe = {},
            .status = RunStatus::CutOff,
            .httpStatus = 200,
            .usage = Usage{.promptTokens = 1,
                           .completionTokens = 2,
                           .totalTokens = 3,
                           .cachedTokens = 4,
                           .cacheWriteTokens = 5,
                           .reasoningTokens = 6,
                           .costUsd = 0.0007},
            .costUsd = 0.0008,
            .costComputed = true,
            .timings = {1, 2, 3, 4, 5, 6},
            .retries = 7,
            .error = error,
            .responseId = u"chatcmpl-1"_s,
            .startedMs = 9'000,
            .version = u"0.1.0"_s};
}

inline app::Lane lane()
{
    using namespace app;
    return {.id = LaneId(51),
            .position = 1,
            .letter = 2,
            .providerId = u"ollama"_s,
            .model = u"llama"_s,
            .parameters = ParameterSet::fromJson({{u"top_p"_s, 0.9}, {u"seed"_s, 3}}),
            .sendAnyway = {u"top_k"_s},
            .extraJson = {{u"x"_s, QJsonObject{{u"y"_s, true}}}},
            .systemPrompt = u"Be \"kind\"."_s,
            .tools = {{u"weather"_s, u"forecast"_s}, {u"files"_s, {}}},
            .head = MessageId(12),
            .detached = true,
            .width = 1'500};
}

inline app::Vote vote(app::RoundId round = app::RoundId(21))
{
    using namespace app;
    const VoteSide first{.turn = TurnId(31),
                         .lane = LaneId(51),
                         .letter = 1,
                         .providerId = u"deepinfra"_s,
                         .providerName = u"DeepInfra"_s,
                         .model = u"asked"_s,
                         .settings = "ab12"_ba};
    VoteSide second = first;
    second.lane = LaneId(50);
    second.letter = 0;
    return {.id = VoteId(61),
            .round = round,
            .conversation = ConversationId(1),
            .sides = {first, second},
            .outcome = VoteOutcome::Winner,
            .winner = 1,
            .isBlind = true,
            .tags = {u"code"_s, u"C++"_s},
            .votedMs = 88};
}

inline app::TokenLogprobs tokens()
{
    app::TokenLogprobs tokens;
    tokens.append("second", -0.25F);
    tokens.appendAlternative("other \xF0\x9F", -3);
    return tokens;
}

/// Every table and every field in use.
inline app::ConversationRecord fullRecord()
{
    using namespace app;
    ConversationRecord record;
    record.summary = summary();
    record.summary.unread = true;
    record.summary.laneCount = 2;
    record.summary.pinned = true;
    record.summary.tags = {u"Arbeit"_s, u"idea, half \"done\""_s};
    record.summary.sameSettings = true;
    record.summary.blindMode = BlindMode::Together;
    record.summary.ceilingUsd = 0.25;
    Lane first = lane();
    first.id = LaneId(50);
    first.position = 0;
    record.lanes = {first, lane()};
    record.rounds = {{RoundId(21), RoundKind::Sweep, 77}};
    record.turns = {{TurnId(31), RoundId(21), LaneId(51), {{u"temperature"_s, 0.1}}}};
    Run bare;
    bare.id = RunId(42);
    record.runs = {run(), bare};
    record.messages = {message(10, 0, "first"), message(11, 10, "second"), fullMessage()};
    record.draft = {u"half a thou"_s, {ImagePart{"ef"_ba, u"image/png"_s, 1, 2, 3, u"d.png"_s}}};
    record.laneDrafts = {{LaneId(51), {u"to one"_s, {}}}};
    record.queue = {{u"later"_s, {}, {}}, {u"later to one"_s, {}, LaneId(51)}};
    // Ids need more bits than a double has.
    record.blindRounds = {{RoundId(21), {LaneId(51), LaneId((qint64(1) << 62) + 1)}, 99}};
    record.votes = {vote()};
    record.withTokens = {MessageId(11)};
    return record;
}

inline app::Changes changesOf(const app::ConversationRecord &record)
{
    using namespace app;
    Changes changes{PutConversation{record.summary}};
    for (const Lane &lane : record.lanes)
        changes.append(PutLane{lane});
    for (const Round &round : record.rounds)
        changes.append(PutRound{round});
    for (const TurnRecord &turn : record.turns)
        changes.append(PutTurn{turn});
    for (const Run &run : record.runs)
        changes.append(PutRun{run});
    for (const Message &message : record.messages)
        changes.append(PutMessage{message});
    changes.append(PutDraft{record.draft});
    for (const auto &[lane, draft] : record.laneDrafts.asKeyValueRange())
        changes.append(PutDraft{draft, lane});
    changes.append(PutQueue{record.queue});
    for (const BlindRound &round : record.blindRounds)
        changes.append(PutBlindRound{round});
    for (const Vote &vote : record.votes)
        changes.append(PutVote{vote});
    for (const MessageId id : record.withTokens)
        changes.append(PutTokens{id, tokens()});
    return changes;
}

} // namespace sample
