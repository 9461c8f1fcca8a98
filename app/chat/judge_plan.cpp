// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/judge_plan.h"

#include "app/chat/judging.h"
#include "app/chat/replay.h"
#include "app/chat/round_planner.h"
#include "app/chat/spending.h"
#include "app/evaluation/judge_prompt.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kParameters = "parameters"_L1; ///< of the judge, among the coordinates

/// What a turn says from its first reply on: continuations meet without a separator.
QString answerText(const Conversation &conversation, const RoundAnswer &answer)
{
    const MessageId end = endOfTurn(conversation, answer.lane, answer.reply);
    const QList<MessageId> path = pathTo(conversation, end);
    QByteArray text;
    for (qsizetype at = path.indexOf(answer.reply); at >= 0 && at < path.size(); ++at) {
        const Message &message = *conversation.message(path.at(at));
        if (message.role == Role::Assistant)
            text += (text.isEmpty() || message.continues ? "" : "\n\n") + textOf(message.parts);
    }
    return QString::fromUtf8(text);
}

/// Of the answers that were given before only what both have seen: lanes with histories of their
/// own share the user's words alone.
QList<JudgeQuestion::Said> saidBefore(const Conversation &conversation, MessageId prompt,
                                      bool isShared)
{
    QList<JudgeQuestion::Said> before;
    for (const MessageId id : pathTo(conversation, conversation.message(prompt)->parent)) {
        const Message &message = *conversation.message(id);
        const QString text = QString::fromUtf8(textOf(message.parts));
        const bool isTold =
            message.role == Role::User || (message.role == Role::Assistant && isShared);
        if (isTold && !text.isEmpty())
            before.append({message.role == Role::User, text});
    }
    return before;
}

Parts picturesOf(const Message &prompt)
{
    Parts images = prompt.parts;
    images.removeIf([](const Part &part) { return !std::holds_alternative<ImagePart>(part); });
    return images;
}

/// One request, ready to be stored.
struct Asked
{
    JudgePlace place;
    Parts parts;
};

Asked askedOf(const Conversation &conversation, const JudgeOrder &order, const RoundAnswer &first,
              const RoundAnswer &second)
{
    const Message &firstReply = *conversation.message(first.reply);
    const Message &prompt = *conversation.message(firstReply.parent);
    const bool isShared = firstReply.parent == conversation.message(second.reply)->parent;
    Parts parts = picturesOf(prompt);
    JudgeQuestion question;
    question.rubric = order.rubric;
    question.before = saidBefore(conversation, prompt.id, isShared);
    question.prompt = QString::fromUtf8(textOf(prompt.parts));
    question.images = int(parts.size());
    question.showsImages = order.sendsImages;
    question.first = answerText(conversation, first);
    question.second = answerText(conversation, second);
    if (!order.sendsImages)
        parts.clear();
    parts.append(TextPart{judgePrompt(question).toUtf8()});
    return {{order.round, first.reply, second.reply}, parts};
}

QList<Asked> requestsOf(const Conversation &conversation, const JudgeOrder &order)
{
    QList<Asked> requests;
    for (qsizetype left = 0; left < order.answers.size(); ++left) {
        for (qsizetype right = left + 1; right < order.answers.size(); ++right) {
            const RoundAnswer &one = order.answers.at(left);
            const RoundAnswer &other = order.answers.at(right);
            requests.append(askedOf(conversation, order, one, other));
            requests.append(askedOf(conversation, order, other, one));
        }
    }
    return requests;
}

/// Nobody's column: it has no id.
Lane judgeLane(const QString &providerId, const QString &model, const ParameterSet &parameters)
{
    Lane judge;
    judge.providerId = providerId;
    judge.model = model;
    judge.parameters = parameters;
    return judge;
}

Omission refusedBy(const Conversation &conversation, const Run &run, const Lane &judge,
                   MessageId prompt)
{
    if (!run.error || run.error->kind != ErrorKind::Unsupported)
        return {};
    const bool hasImages = !picturesOf(*conversation.message(prompt)).isEmpty();
    return omissionFor(*run.error, {judge.parameters.names(), hasImages});
}

} // namespace

RoundPlan planJudging(const Conversation &conversation, const JudgeOrder &order, qint64 nowMs)
{
    const QList<Asked> requests = requestsOf(conversation, order);
    if (requests.isEmpty())
        return {};
    const Lane judge = judgeLane(order.providerId, order.model, order.parameters);
    RoundPlanner planner(nowMs);
    const RoundId round = planner.addRound(RoundKind::Judge);
    for (const Asked &asked : requests) {
        QJsonObject coordinates = coordinatesOf(asked.place);
        if (!order.parameters.isEmpty())
            coordinates.insert(kParameters, order.parameters.toJson());
        const MessageId prompt = planner.addPrompt(asked.parts, {}, round);
        planner.addReply(judge, planner.addTurn({}, round, coordinates), round, prompt);
    }
    return planner.take();
}

RoundPlan planJudgingAgain(const Conversation &conversation, RoundId judging, qint64 nowMs)
{
    RoundPlanner planner(nowMs);
    for (const JudgeRequest &request : judgeRequestsOf(conversation, judging)) {
        const JudgeAnswer::State state = judgeAnswer(conversation, request).state;
        if (state == JudgeAnswer::State::Open || state == JudgeAnswer::State::Read)
            continue;
        const Message &reply = *conversation.message(request.reply);
        const Run *run = conversation.run(reply.run);
        if (!run)
            continue;
        QJsonObject coordinates = conversation.turn(reply.turn)->coordinates;
        Lane judge = judgeLane(run->providerId, run->model,
                               ParameterSet::fromJson(coordinates.value(kParameters).toObject()));
        const Omission refused = refusedBy(conversation, *run, judge, request.prompt);
        for (const QString &name : refused.parameters)
            judge.parameters.unset(name); // and not the next time either
        coordinates.insert(kParameters, judge.parameters.toJson());
        const TurnId turn = planner.addTurn({}, judging, coordinates);
        planner.addReply(judge, turn, judging, request.prompt, false, refused);
    }
    return planner.take();
}

std::optional<double> judgingCost(const Conversation &conversation, const JudgeOrder &order,
                                  const ModelInfo &model, const Provider &provider)
{
    double sum = 0;
    for (const Asked &asked : requestsOf(conversation, order)) {
        const RequestSize size{textOf(asked.parts).size(), int(asked.parts.size()) - 1};
        const auto cost = estimateCost(size, order.parameters.toJson(), model, provider);
        if (!cost)
            return {};
        sum += *cost;
    }
    return sum;
}

} // namespace app
