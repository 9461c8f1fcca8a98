// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/ratings.h"

#include "app/evaluation/bradley_terry.h"
#include "app/evaluation/spread.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace app {

namespace {
/// SplitMix64 (Steele, Lea, Flood 2014). The distributions of the standard library give other
/// numbers with each library; these figures are to be the same everywhere.
class DrawSource
{
public:
    explicit DrawSource(quint64 seed) : m_state(seed) { }

    /// Below `limit`. Its bias, limit / 2³², is nothing beside the error of a bootstrap.
    quint32 below(quint32 limit) { return quint32((quint64(next()) * limit) >> 32); }

private:
    quint32 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        return quint32((mixed ^ (mixed >> 31)) >> 32);
    }

    quint64 m_state;
};

} // namespace

/// The kinds of votes one behind the other: with four answers to a vote nearly every one is a kind
/// of its own, and each draw walks through all of them.
class FlatKinds
{
public:
    explicit FlatKinds(const QList<Comparisons::Kind> &kinds)
    {
        for (const Comparisons::Kind &kind : kinds) {
            m_preferences.insert(m_preferences.end(), kind.preferences.begin(),
                                 kind.preferences.end());
            m_ends.push_back(m_preferences.size());
        }
    }

    [[nodiscard]] size_t size() const { return m_ends.size(); }
    /// How often each kind occurs.
    void count(const std::vector<quint32> &times, PreferenceCounts &counts) const
    {
        counts.clear();
        size_t at = 0;
        for (size_t kind = 0; kind < m_ends.size(); ++kind) {
            const double weight = times[kind];
            for (; at < m_ends[kind]; ++at) {
                const Preference &preference = m_preferences[at];
                counts.add(preference.better, preference.worse, preference.weight * weight);
            }
        }
    }

private:
    std::vector<Preference> m_preferences;
    std::vector<size_t> m_ends; ///< of each kind
};

/// Makes Ratings; a class for the sake of what one draw shares with the next.
class RatingMaker
{
public:
    RatingMaker(const Comparisons &comparisons, const RatingOptions &options)
        : m_comparisons(comparisons), m_options(options), m_kinds(comparisons.kinds),
          m_size(int(comparisons.contenders.size())), m_counts(m_size)
    {
    }

    Ratings make(const std::function<bool()> &isStale);

private:
    void fitAll();
    void resample(const std::function<bool()> &isStale);
    void draw(DrawSource &source, std::vector<quint32> &times);
    void centre(std::vector<double> &strengths) const;
    [[nodiscard]] QList<int> order() const;

    const Comparisons &m_comparisons;
    const RatingOptions &m_options;
    FlatKinds m_kinds;
    int m_size;
    PreferenceCounts m_counts;
    std::vector<quint32> m_kindOfVote;
    std::vector<int> m_groups;
    std::vector<double> m_strengths; ///< of all votes
    std::vector<std::vector<double>> m_draws; ///< by contender
};

void RatingMaker::fitAll()
{
    std::vector<quint32> times;
    for (const Comparisons::Kind &kind : m_comparisons.kinds) {
        m_kindOfVote.insert(m_kindOfVote.end(), size_t(kind.count), quint32(times.size()));
        times.push_back(quint32(kind.count));
    }
    m_kinds.count(times, m_counts);
    m_groups = groupsOf(m_counts);
    m_strengths = fittedStrengths(m_counts);
    centre(m_strengths);
}

/// The mean of each group becomes 0: intervals are of the distance to it.
void RatingMaker::centre(std::vector<double> &strengths) const
{
    std::vector<double> sums(strengths.size());
    std::vector<int> members(strengths.size());
    for (size_t i = 0; i < strengths.size(); ++i) {
        sums[size_t(m_groups[i])] += strengths[i];
        ++members[size_t(m_groups[i])];
    }
    for (size_t i = 0; i < strengths.size(); ++i)
        strengths[i] -= sums[size_t(m_groups[i])] / members[size_t(m_groups[i])];
}

/// A multinomial draw over the kinds, vote by vote.
void RatingMaker::draw(DrawSource &source, std::vector<quint32> &times)
{
    std::ranges::fill(times, 0U);
    const auto votes = quint32(m_kindOfVote.size());
    for (quint32 i = 0; i < votes; ++i)
        ++times[m_kindOfVote[source.below(votes)]];
}

void RatingMaker::resample(const std::function<bool()> &isStale)
{
    m_draws.assign(size_t(m_size), {});
    std::vector<quint32> times(m_kinds.size());
    DrawSource source(m_options.seed);
    for (int round = 0; round < m_options.resamplings; ++round) {
        if (isStale && isStale())
            return;
        draw(source, times);
        m_kinds.count(times, m_counts);
        std::vector<double> strengths = fittedStrengths(m_counts, m_strengths);
        centre(strengths);
        for (size_t i = 0; i < strengths.size(); ++i)
            m_draws[i].push_back(strengths[i]);
    }
}

QList<int> RatingMaker::order() const
{
    QList<int> order(m_size);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [this](int a, int b) {
        const auto key = [this](int i) {
            return std::pair(m_groups[size_t(i)], -m_strengths[size_t(i)]);
        };
        return key(a) < key(b);
    });
    return order;
}

Ratings RatingMaker::make(const std::function<bool()> &isStale)
{
    Ratings made;
    made.votes = m_comparisons.votes;
    made.allBad = m_comparisons.allBad;
    made.confidence = m_options.confidence;
    fitAll();
    resample(isStale);
    const QList<int> order = this->order();
    const auto size = size_t(m_size);
    made.m_stronger.assign(size * size, 0.0);
    for (size_t row = 0; row < size; ++row) {
        const auto one = size_t(order.at(qsizetype(row)));
        for (size_t column = 0; column < size; ++column) {
            const auto other = size_t(order.at(qsizetype(column)));
            const size_t draws = m_draws[one].size();
            size_t stronger = 0;
            for (size_t i = 0; i < draws; ++i)
                stronger += m_draws[one][i] > m_draws[other][i] ? 1 : 0;
            if (draws > 0)
                made.m_stronger[row * size + column] = double(stronger) / double(draws);
        }
    }
    for (const int i : order) {
        std::vector<double> &draws = m_draws[size_t(i)];
        std::ranges::sort(draws);
        const double tail = (1 - m_options.confidence) / 2;
        const Tally &tally = m_comparisons.tallies.at(i);
        made.ratings.append({.contender = m_comparisons.contenders.at(i),
                             .tally = tally,
                             .strength = m_strengths[size_t(i)],
                             .low = quantileOf(draws, tail),
                             .high = quantileOf(draws, 1 - tail),
                             .group = m_groups[size_t(i)],
                             .hasEnoughVotes = tally.comparisons() >= kFewestVotes});
        made.groups = std::max(made.groups, m_groups[size_t(i)] + 1);
    }
    return made;
}

bool Ratings::isAhead(int one, int other) const
{
    const Rating &first = ratings.at(one);
    const Rating &second = ratings.at(other);
    const auto cell = size_t(one) * size_t(ratings.size()) + size_t(other);
    return one != other && first.group == second.group && first.hasEnoughVotes
           && second.hasEnoughVotes && m_stronger[cell] >= (1 + confidence) / 2;
}

int Ratings::best(int group) const
{
    for (int candidate = 0; candidate < ratings.size(); ++candidate) {
        const Rating &rating = ratings.at(candidate);
        if (rating.group != group || !rating.hasEnoughVotes)
            continue;
        int others = 0;
        bool aheadOfAll = true;
        for (int other = 0; other < ratings.size(); ++other) {
            const bool counts = other != candidate && ratings.at(other).group == group
                                && ratings.at(other).hasEnoughVotes;
            others += counts ? 1 : 0;
            aheadOfAll &= !counts || isAhead(candidate, other);
        }
        if (others > 0 && aheadOfAll)
            return candidate;
    }
    return -1;
}

bool Ratings::canTellAnything() const
{
    for (int one = 0; one < ratings.size(); ++one) {
        for (int other = 0; other < ratings.size(); ++other) {
            if (isAhead(one, other))
                return true;
        }
    }
    return false;
}

Ratings ratingsOf(const Comparisons &comparisons, const RatingOptions &options,
                  const std::function<bool()> &isStale)
{
    return RatingMaker(comparisons, options).make(isStale);
}

QFuture<Ratings> rate(QList<Vote> votes, RatingOptions options)
{
    return QtConcurrent::run(
        [votes = std::move(votes), options = std::move(options)](QPromise<Ratings> &promise) {
            Ratings made = ratingsOf(comparisonsOf(votes, options.votes), options,
                                     [&promise] { return promise.isCanceled(); });
            if (!promise.isCanceled())
                promise.addResult(std::move(made));
        });
}

double ratingPoints(double strength)
{
    constexpr double kAverage = 1'000;
    constexpr double kPointsPerTenfoldOdds = 400;
    return kAverage + strength * kPointsPerTenfoldOdds / std::numbers::ln10;
}

} // namespace app
