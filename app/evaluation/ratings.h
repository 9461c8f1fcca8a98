// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/comparisons.h"

#include <QFuture>

#include <functional>
#include <vector>

namespace app {

/// A model is rated from this many votes on that compare it with others. Below, intervals by
/// resampling are too narrow: ten votes are what it takes to see one win in ten.
inline constexpr int kFewestVotes = 10;

struct RatingOptions
{
    VoteFilter votes = {};
    int resamplings = 1'000;
    double confidence = 0.95;
    quint64 seed = 1; ///< the same votes and the same seed give the same figures everywhere
};

struct Rating
{
    Contender contender;
    Tally tally;
    double strength = 0; ///< natural logarithm of the odds against the average of its group
    double low = 0; ///< of the interval
    double high = 0;
    int group = 0; ///< only strengths of one group can be compared; the largest is 0
    bool hasEnoughVotes = false; ///< kFewestVotes

    bool operator==(const Rating &) const = default;
};

/// What the votes say about the models.
class Ratings
{
public:
    QList<Rating> ratings; ///< group by group, the strongest first
    int votes = 0; ///< that compare something
    int allBad = 0;
    int groups = 0;
    double confidence = 0.95;

    /// The votes tell that `one` is better than `other` (places in `ratings`): they are of one
    /// group, both have enough votes, and `one` was the stronger one in at least (1 + confidence)/2
    /// of the resamplings. Otherwise there are not enough votes to tell.
    [[nodiscard]] bool isAhead(int one, int other) const;
    /// Ahead of every other one of that group that has enough votes, of which there is one at
    /// least; −1: not enough votes to tell.
    [[nodiscard]] int best(int group) const;
    /// Ahead of one other at least, or the other way round.
    [[nodiscard]] bool canTellAnything() const;

private:
    friend class RatingMaker;
    std::vector<double> m_stronger; ///< n × n: in which share of the resamplings
};

/// Bradley–Terry strengths with bootstrap intervals: the votes are drawn again, with replacement,
/// `resamplings` times, and the strengths fitted to each draw. `isStale` is asked now and then;
/// when it says so, what is given back is incomplete. Takes up to a second: see rate().
[[nodiscard]] Ratings ratingsOf(const Comparisons &comparisons, const RatingOptions &options,
                                const std::function<bool()> &isStale = {});

/// The same on a thread of the pool. Cancel the future of what is not wanted any more: it ends
/// without a result.
[[nodiscard]] QFuture<Ratings> rate(QList<Vote> votes, RatingOptions options);

/// The scale of chess, for people: 1000 is the average, 400 more are odds of 10 to 1.
[[nodiscard]] double ratingPoints(double strength);

} // namespace app
