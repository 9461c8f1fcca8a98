// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/vote.h"

namespace sample {

inline app::VoteSide side(const QString &model, const QString &provider = QStringLiteral("p"))
{
    return {.providerId = provider, .providerName = provider.toUpper(), .model = model};
}

/// A vote between these models; a winner below 0 is a tie.
inline app::Vote vote(const QStringList &models, int winner, const QStringList &tags = {})
{
    app::Vote vote{.id = app::VoteId::next()};
    for (const QString &model : models)
        vote.sides.append(side(model));
    vote.outcome = winner < 0 ? app::VoteOutcome::Tie : app::VoteOutcome::Winner;
    vote.winner = winner;
    vote.tags = tags;
    return vote;
}

inline app::Vote allBad(const QStringList &models)
{
    app::Vote bad = vote(models, -1);
    bad.outcome = app::VoteOutcome::AllBad;
    return bad;
}

} // namespace sample
