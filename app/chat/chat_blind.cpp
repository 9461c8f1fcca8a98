// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds without names, and votes.
#include "app/chat/blind_rounds.h"
#include "app/chat/chat_private.h"
#include "app/chat/round_votes.h"

#include <algorithm>
#include <utility>

namespace app {

/// Veiled by the same commit that the round is written with.
void Chat::Private::veil(RoundPlan &plan)
{
    const Changes changes = changesToVeil(*conversation, plan, *dependencies.random);
    if (changes.isEmpty())
        return;
    plan.changes += changes;
    if (conversation->summary().blindMode == BlindMode::Together)
        heldBack = std::get<PutBlindRound>(changes.first()).round.round;
}

/// After the last of its turns.
void Chat::Private::endHolding()
{
    const bool isWritten = std::ranges::any_of(turns, [this](const auto &each) {
        const TurnRecord *turn = conversation->turn(each.second->plan().turn);
        return turn && turn->round == heldBack;
    });
    if (!isWritten && std::exchange(heldBack, {}))
        emit q.heldBackChanged();
}

void Chat::setBlindMode(BlindMode mode)
{
    ConversationSummary summary = d->conversation->summary();
    if (std::exchange(summary.blindMode, mode) != mode)
        d->change({PutConversation{summary}});
}

RoundId Chat::heldBackRound() const
{
    return d->heldBack;
}

void Chat::showNames()
{
    const Changes changes = changesToReveal(*d->conversation, d->now());
    if (changes.isEmpty())
        return;
    const bool wasHeld = std::exchange(d->heldBack, {}).isValid();
    d->writer.commit(changes);
    if (wasHeld)
        emit heldBackChanged();
}

void Chat::vote(RoundId round, VoteOutcome outcome, LaneId winner)
{
    const Changes changes = changesToVote(*d->conversation, round, outcome, winner, d->now());
    if (!changes.isEmpty())
        d->writer.commit(changes);
}

} // namespace app
