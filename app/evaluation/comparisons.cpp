// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/comparisons.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace app {

namespace {
class ComparisonBuilder
{
public:
    void add(const Vote &vote);
    [[nodiscard]] Comparisons take() { return std::move(m_made); }

private:
    int contender(const VoteSide &side);
    void tally(const Vote &vote, const QList<int> &sides);
    void addKind(const QList<int> &key, const std::function<QList<Preference>()> &preferences);

    Comparisons m_made;
    QHash<std::pair<QString, QString>, int> m_contenders;
    QHash<QList<int>, int> m_kinds;
};

int ComparisonBuilder::contender(const VoteSide &side)
{
    const std::pair key{side.providerId, side.model};
    const auto known = m_contenders.constFind(key);
    if (known != m_contenders.cend()) {
        m_made.contenders[*known].providerName = side.providerName;
        return *known;
    }
    const int number = int(m_made.contenders.size());
    m_contenders.insert(key, number);
    m_made.contenders.append({side.providerId, side.providerName, side.model});
    m_made.tallies.append(Tally());
    return number;
}

void ComparisonBuilder::tally(const Vote &vote, const QList<int> &sides)
{
    const int winner = vote.outcome == VoteOutcome::Winner ? sides.at(vote.winner) : -1;
    QList<int> counted;
    for (const int side : sides) {
        if (counted.contains(side))
            continue; // one model in two lanes
        counted.append(side);
        Tally &tally = m_made.tallies[side];
        if (vote.outcome == VoteOutcome::AllBad)
            ++tally.allBad;
        else if (vote.outcome == VoteOutcome::Tie)
            ++tally.ties;
        else if (side == winner)
            ++tally.wins;
        else
            ++tally.losses;
    }
}

void ComparisonBuilder::addKind(const QList<int> &key,
                                const std::function<QList<Preference>()> &preferences)
{
    ++m_made.votes;
    const auto known = m_kinds.constFind(key);
    if (known != m_kinds.cend()) {
        ++m_made.kinds[*known].count;
        return;
    }
    m_kinds.insert(key, int(m_made.kinds.size()));
    m_made.kinds.append({preferences(), 1});
}

QList<Preference> preferencesOfWinner(int winner, const QList<int> &others)
{
    QList<Preference> preferences;
    for (const int other : others)
        preferences.append({winner, other, 1.0});
    return preferences;
}

QList<Preference> preferencesOfTie(const QList<int> &sides)
{
    QList<Preference> preferences;
    for (qsizetype i = 0; i < sides.size(); ++i) {
        for (qsizetype j = i + 1; j < sides.size(); ++j) {
            if (sides.at(i) != sides.at(j)) {
                preferences.append({sides.at(i), sides.at(j), 0.5});
                preferences.append({sides.at(j), sides.at(i), 0.5});
            }
        }
    }
    return preferences;
}

void ComparisonBuilder::add(const Vote &vote)
{
    const bool hasWinner = vote.outcome == VoteOutcome::Winner;
    if (hasWinner && (vote.winner < 0 || vote.winner >= vote.sides.size()))
        return; // damaged
    QList<int> sides;
    for (const VoteSide &side : vote.sides)
        sides.append(contender(side));
    const QSet<int> distinct(sides.begin(), sides.end());
    if (vote.outcome == VoteOutcome::AllBad) {
        ++m_made.allBad;
        return tally(vote, sides);
    }
    if (distinct.size() < 2)
        return;
    tally(vote, sides);
    if (!hasWinner) {
        std::ranges::sort(sides);
        return addKind(QList<int>{-1} + sides, [&] { return preferencesOfTie(sides); });
    }
    const int winner = sides.at(vote.winner);
    sides.removeAll(winner);
    std::ranges::sort(sides);
    addKind(QList<int>{winner} + sides, [&] { return preferencesOfWinner(winner, sides); });
}
} // namespace

bool VoteFilter::takes(const Vote &vote) const
{
    return (tag.isEmpty() || vote.tags.contains(tag)) && (vote.isBlind || !onlyBlind);
}

Comparisons comparisonsOf(const QList<Vote> &votes, const VoteFilter &filter)
{
    ComparisonBuilder builder;
    for (const Vote &vote : votes) {
        if (filter.takes(vote))
            builder.add(vote);
    }
    return builder.take();
}

QStringList tagsOf(const QList<Vote> &votes)
{
    QSet<QString> tags;
    for (const Vote &vote : votes) {
        for (const QString &tag : vote.tags)
            tags.insert(tag);
    }
    QStringList sorted(tags.begin(), tags.end());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

} // namespace app
