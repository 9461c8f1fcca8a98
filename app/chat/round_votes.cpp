// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/round_votes.h"

#include "app/chat/blind_rounds.h"
#include "app/chat/replay.h"
#include "app/evaluation/vote_making.h"

#include <algorithm>

namespace app {

namespace {

/// The first reply of the lane's last turn in this round. From the end: votes are for new rounds.
const Message *replyIn(const Conversation &conversation, LaneId lane, RoundId round)
{
    const Message *found = nullptr;
    const QList<MessageId> &path = conversation.path(lane);
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const Message *message = conversation.message(*it);
        const bool isReply = message && message->role == Role::Assistant
                             && pairedRound(conversation, *message) == round;
        if (isReply)
            found = message;
        else if (found)
            break;
    }
    return found;
}

VoteSide sideOf(const Conversation &conversation, const RoundAnswer &answer)
{
    const Lane &lane = *conversation.lane(answer.lane);
    const Message &reply = *conversation.message(answer.reply);
    const Run *run = conversation.run(reply.run);
    VoteSide side = voteSide(lane, reply.turn, shownLetter(conversation, lane.id),
                             run ? run->providerName : QString());
    if (run) { // the lane may have another model by now
        side.providerId = run->providerId;
        side.model = run->model;
    }
    return side;
}

} // namespace

RoundId newestRound(const Conversation &conversation)
{
    RoundId newest;
    for (const Lane &lane : conversation.lanes()) {
        const Message *head = conversation.message(lane.head);
        if (head && head->role != Role::User)
            newest = std::max(newest, pairedRound(conversation, *head));
    }
    return newest;
}

QList<RoundAnswer> answersIn(const Conversation &conversation, RoundId round)
{
    QList<RoundAnswer> answers;
    QList<MessageId> seen; // lanes that went on with one answer share it
    for (const ShownLane &lane : shownLanes(conversation)) {
        const Message *reply = replyIn(conversation, lane.lane, round);
        if (!reply || reply->state != MessageState::Complete || seen.contains(reply->id))
            continue;
        seen.append(reply->id);
        answers.append({lane.lane, reply->id});
    }
    return answers;
}

Changes changesToVote(const Conversation &conversation, RoundId round, VoteOutcome outcome,
                      LaneId winner, qint64 nowMs)
{
    const QList<RoundAnswer> answers = answersIn(conversation, round);
    const Vote *given = conversation.vote(round);
    if (answers.size() < 2 || (given && given->isBlind))
        return {};
    const BlindRound *blind = conversation.blindRound(round);
    Vote vote;
    vote.id = VoteId::next();
    vote.round = round;
    vote.conversation = conversation.id();
    vote.outcome = outcome;
    vote.isBlind = blind && blind->revealedMs == 0;
    vote.votedMs = nowMs;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        vote.sides.append(sideOf(conversation, answers.at(i)));
        if (answers.at(i).lane == winner && outcome == VoteOutcome::Winner)
            vote.winner = int(i);
    }
    if (outcome == VoteOutcome::Winner && vote.winner < 0)
        return {};
    Changes changes{PutVote{vote}};
    if (vote.isBlind)
        changes += changesToReveal(conversation, nowMs);
    return changes;
}

} // namespace app
