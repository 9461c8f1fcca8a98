// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/judging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kJudged = "judges"_L1;
constexpr auto kFirst = "first"_L1;
constexpr auto kSecond = "second"_L1;

/// As text: 63 bits do not fit into a number of JSON.
qint64 idIn(const QJsonObject &coordinates, QLatin1StringView name)
{
    return coordinates.value(name).toString().toLongLong();
}

int countOf(const QList<JudgedPair> &pairs, auto isCounted)
{
    int count = 0;
    for (const JudgedPair &pair : pairs) {
        count += isCounted(pair.leftFirst.state) ? 1 : 0;
        count += isCounted(pair.rightFirst.state) ? 1 : 0;
    }
    return count;
}

int placeOf(QList<MessageId> &answers, MessageId answer)
{
    if (!answers.contains(answer))
        answers.append(answer);
    return int(answers.indexOf(answer));
}

/// The pair of these two, whichever is the left one.
JudgedPair &pairOf(QList<JudgedPair> &pairs, int first, int second)
{
    const auto known = std::ranges::find_if(pairs, [&](const JudgedPair &pair) {
        return (pair.left == first && pair.right == second)
               || (pair.left == second && pair.right == first);
    });
    if (known != pairs.end())
        return *known;
    pairs.append(JudgedPair{first, second, {}, {}});
    return pairs.last();
}

} // namespace

QJsonObject coordinatesOf(const JudgePlace &place)
{
    return {{kJudged, QString::number(place.judged.value())},
            {kFirst, QString::number(place.first.value())},
            {kSecond, QString::number(place.second.value())}};
}

std::optional<JudgePlace> judgePlace(const QJsonObject &coordinates)
{
    const JudgePlace place{RoundId(idIn(coordinates, kJudged)),
                           MessageId(idIn(coordinates, kFirst)),
                           MessageId(idIn(coordinates, kSecond))};
    return place.judged && place.first && place.second ? std::optional(place) : std::nullopt;
}

int Judging::missing() const
{
    return countOf(pairs, [](JudgeAnswer::State state) {
        return state == JudgeAnswer::State::Failed || state == JudgeAnswer::State::Unreadable;
    });
}

int Judging::open() const
{
    return countOf(pairs,
                   [](JudgeAnswer::State state) { return state == JudgeAnswer::State::Open; });
}

const JudgeRequest *Judging::request(int number, bool isLeftFirst) const
{
    if (number < 0 || number >= pairs.size())
        return nullptr;
    const JudgedPair &pair = pairs.at(number);
    const MessageId first = answers.at(isLeftFirst ? pair.left : pair.right);
    const MessageId second = answers.at(isLeftFirst ? pair.right : pair.left);
    const auto found = std::ranges::find_if(requests, [&](const JudgeRequest &each) {
        return each.place.first == first && each.place.second == second;
    });
    return found == requests.end() ? nullptr : &*found;
}

QList<RoundId> judgingsOf(const Conversation &conversation)
{
    QList<RoundId> judgings;
    for (const MessageId id : conversation.children({})) {
        const RoundId round = conversation.message(id)->round;
        const Round *known = conversation.round(round);
        if (known && known->kind == RoundKind::Judge && !judgings.contains(round))
            judgings.append(round);
    }
    return judgings;
}

QList<JudgeRequest> judgeRequestsOf(const Conversation &conversation, RoundId judging)
{
    QList<JudgeRequest> requests;
    for (const MessageId prompt : conversation.children({})) {
        if (conversation.message(prompt)->round != judging)
            continue;
        const QList<MessageId> replies = conversation.children(prompt);
        const Message *reply =
            replies.isEmpty() ? nullptr : conversation.message(replies.constLast());
        const TurnRecord *turn = reply ? conversation.turn(reply->turn) : nullptr;
        if (const auto place = turn ? judgePlace(turn->coordinates) : std::nullopt)
            requests.append({*place, prompt, reply->id});
    }
    return requests;
}

JudgeAnswer judgeAnswer(const Conversation &conversation, const JudgeRequest &request)
{
    const Message &reply = *conversation.message(request.reply);
    if (reply.state == MessageState::Streaming)
        return {};
    if (reply.state != MessageState::Complete && reply.state != MessageState::CutOff)
        return {JudgeAnswer::State::Failed, {}};
    const auto verdict = readVerdict(textOf(reply.parts));
    return verdict ? JudgeAnswer{JudgeAnswer::State::Read, *verdict}
                   : JudgeAnswer{JudgeAnswer::State::Unreadable, {}};
}

Judging readJudging(const Conversation &conversation, RoundId id)
{
    Judging judging;
    judging.id = id;
    if (const Round *round = conversation.round(id))
        judging.createdMs = round->createdMs;
    judging.requests = judgeRequestsOf(conversation, id);
    for (const JudgeRequest &request : std::as_const(judging.requests)) {
        judging.judged = request.place.judged;
        const int first = placeOf(judging.answers, request.place.first);
        const int second = placeOf(judging.answers, request.place.second);
        JudgedPair &pair = pairOf(judging.pairs, first, second);
        (pair.left == first ? pair.leftFirst : pair.rightFirst) =
            judgeAnswer(conversation, request);
        const Run *run = conversation.run(conversation.message(request.reply)->run);
        if (!run)
            continue;
        judging.model = run->model;
        if (!run->providerName.isEmpty())
            judging.providerName = run->providerName;
    }
    return judging;
}

} // namespace app
