// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/vote.h"

namespace app {

/// What gets a rating: a model at a provider. The same model elsewhere may run in another
/// precision, so it is another contender.
struct Contender
{
    QString providerId;
    QString providerName; ///< as it was called last
    QString model;

    bool operator==(const Contender &) const = default;
};

/// How the votes went for one contender. Each vote counts once for it.
struct Tally
{
    int wins = 0;
    int ties = 0;
    int losses = 0;
    int allBad = 0;

    /// Those that say something about its strength.
    [[nodiscard]] int comparisons() const { return wins + ties + losses; }
    bool operator==(const Tally &) const = default;
};

/// `better` was preferred to `worse`; a tie is half of that in each direction.
struct Preference
{
    int better = 0;
    int worse = 0;
    double weight = 1;

    bool operator==(const Preference &) const = default;
};

/// Votes boiled down to numbers. A vote among k answers is the pairs of the winner with each other
/// one, a tie all pairs; answers of the same contender are not compared. "All bad" is counted and
/// compares nothing: it says that no answer was of use, not that they were equally good, and as a
/// tie it would pull models together that differ wherever one of them is of use.
struct Comparisons
{
    /// Votes that say the same. What is resampled is votes, not pairs: those of one vote belong
    /// together.
    struct Kind
    {
        QList<Preference> preferences;
        int count = 0;
    };
    QList<Contender> contenders; ///< in the order of their first vote
    QList<Tally> tallies; ///< of each contender
    QList<Kind> kinds;
    int votes = 0; ///< in `kinds`
    int allBad = 0;
};

/// Which votes count.
struct VoteFilter
{
    QString tag; ///< that their conversation had; empty: any
    bool onlyBlind = false; ///< given before names showed

    [[nodiscard]] bool takes(const Vote &vote) const;
};

[[nodiscard]] Comparisons comparisonsOf(const QList<Vote> &votes, const VoteFilter &filter = {});

/// Every tag of the votes, in alphabetical order.
[[nodiscard]] QStringList tagsOf(const QList<Vote> &votes);

} // namespace app
