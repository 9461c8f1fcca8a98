// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/remedies.h"

#include "app/chat/continuation.h"
#include "app/chat/left_out.h"
#include "app/chat/replay.h"
#include "app/openai/context_overflow.h"
#include "app/openai/dialect.h"
#include "app/openai/reasoning_efforts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 kLeastMore = 2'048; ///< an answer of a page, behind the thoughts
constexpr qint64 kStep = 1'024;
constexpr qint64 kShortestAnswer = 64; ///< fewer tokens are no answer
constexpr qint64 kUsualAnswer = 1'024; ///< room for it where no max_tokens is set
constexpr qint64 kImageBytes = 4'000; ///< as much text as a picture takes tokens, about
/// Rounds are weighed by their bytes, which tells tokens roughly.
constexpr double kSafeShare = 0.95;

std::optional<qint64> outputLimit(const Lane &lane)
{
    const QJsonValue set = lane.parameters.value(u"max_tokens");
    return set.isDouble() ? std::optional(set.toInteger()) : std::nullopt;
}

std::optional<Remedy> moreTokens(const Lane &lane, const Run *run, const ModelInfo &model)
{
    const qint64 used = run && run->usage ? run->usage->completionTokens : 0;
    const qint64 limit = outputLimit(lane).value_or(used);
    qint64 wanted = std::max({2 * limit, used + kLeastMore, limit + kLeastMore});
    wanted = (wanted + kStep - 1) / kStep * kStep;
    if (model.contextLength && run && run->usage)
        wanted = std::min(wanted, *model.contextLength - run->usage->promptTokens);
    if (wanted <= std::max(limit, used))
        return {};
    return Remedy{Remedy::Kind::MoreTokens, wanted};
}

QList<Remedy> againstEmptiness(const Lane &lane, const Run *run, const Provider &provider,
                               const ModelInfo &model)
{
    QList<Remedy> remedies;
    if (const auto more = moreTokens(lane, run, model))
        remedies.append(*more);
    const QString effort = lowerEffort(reasoningEfforts(provider.dialect, lane.model),
                                       lane.parameters.value(u"reasoning_effort").toString());
    if (!effort.isEmpty() && model.reasoningEffort != Ability::No
        && !lane.parameters.isSet(u"reasoning"))
        remedies.append({Remedy::Kind::LessEffort, 0, effort});
    if (dialectFacts(provider.dialect).takesEmptyThought)
        remedies.append({Remedy::Kind::AnswerNow});
    return remedies;
}

qint64 weightOf(const Message &message)
{
    qint64 bytes = textOf(message.parts).size();
    for (const Part &part : message.parts) {
        if (std::holds_alternative<ImagePart>(part))
            bytes += kImageBytes;
        else if (const auto *result = std::get_if<ToolResultPart>(&part))
            bytes += result->text.size();
        else if (const auto *call = std::get_if<ToolCallPart>(&part))
            bytes += call->arguments.size();
    }
    return bytes;
}

/// Of each round of a path, the oldest first; what stands before the first prompt counts with it.
QList<qint64> weightOfRounds(const Conversation &conversation, const QList<MessageId> &path)
{
    QList<qint64> rounds;
    for (const MessageId id : path) {
        const Message *message = conversation.message(id);
        if (rounds.isEmpty() || message->role == Role::User)
            rounds.append(0);
        rounds.last() += weightOf(*message);
    }
    return rounds;
}

/// How many of the oldest rounds to go without; 0: it would not help.
int roundsToLeaveOut(const QList<qint64> &rounds, int leftOut, qint64 systemBytes,
                     const ContextOverflow &overflow, qint64 answer)
{
    const auto last = int(rounds.size()) - 1;
    if (leftOut >= last)
        return 0;
    const auto prompt = overflow.prompt ? overflow.prompt : overflow.requested;
    if (!overflow.limit || !prompt)
        return leftOut + (last - leftOut + 1) / 2;
    qint64 bytes = systemBytes;
    for (int at = leftOut; at <= last; ++at)
        bytes += rounds.at(at);
    const double tokensPerByte = double(*prompt) / double(std::max<qint64>(bytes, 1));
    const double room = double(*overflow.limit - answer) * kSafeShare;
    for (int at = leftOut; at < last; ++at) {
        bytes -= rounds.at(at);
        if (double(bytes) * tokensPerByte <= room)
            return at + 1;
    }
    return 0;
}

QList<Remedy> againstOverflow(const Conversation &conversation, const Lane &lane,
                              const Message &reply, const ContextOverflow &overflow)
{
    QList<Remedy> remedies;
    const auto limit = outputLimit(lane);
    const bool knowsRoom = overflow.limit && overflow.prompt;
    const qint64 room = knowsRoom ? *overflow.limit - *overflow.prompt : 0;
    if (limit && room >= kShortestAnswer && room < *limit)
        remedies.append({Remedy::Kind::FewerTokens, room});
    qint64 answer = overflow.answer.value_or(kUsualAnswer);
    if (overflow.limit) // where nobody said how long it may be
        answer = std::min(answer, *overflow.limit / 4);
    answer = limit.value_or(answer);
    const QList<MessageId> path = requestPath(conversation, reply.turn, reply.parent);
    const int rounds =
        roundsToLeaveOut(weightOfRounds(conversation, path), leftOutRounds(lane.parameters),
                         lane.systemPrompt.toUtf8().size(), overflow, answer);
    if (rounds > 0)
        remedies.append({Remedy::Kind::LeaveOutRounds, rounds});
    return remedies;
}

} // namespace

QList<Remedy> remediesFor(const Conversation &conversation, LaneId laneId, MessageId replyId,
                          const Provider &provider, const ModelInfo &model)
{
    const Lane *lane = conversation.lane(laneId);
    const Message *reply = conversation.message(replyId);
    if (!lane || !reply)
        return {};
    const Run *run = conversation.run(reply->run);
    if (isEmptyForLength(*reply))
        return againstEmptiness(*lane, run, provider, model);
    const auto overflow = run && run->error ? contextOverflowOf(*run->error) : std::nullopt;
    return overflow ? againstOverflow(conversation, *lane, *reply, *overflow) : QList<Remedy>();
}

Lane remedied(Lane lane, const Remedy &remedy)
{
    switch (remedy.kind) {
    case Remedy::Kind::MoreTokens:
    case Remedy::Kind::FewerTokens:
        lane.parameters.set(u"max_tokens", remedy.amount);
        break;
    case Remedy::Kind::LessEffort:
        lane.parameters.set(u"reasoning_effort", remedy.effort);
        break;
    case Remedy::Kind::LeaveOutRounds:
        lane.parameters.set(kLeaveOutRounds, remedy.amount);
        break;
    case Remedy::Kind::AnswerNow:
        break;
    }
    return lane;
}

} // namespace app
