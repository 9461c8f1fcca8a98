// SPDX-License-Identifier: GPL-3.0-or-later
// What ratings cost: 100,000 votes over 50 models with 1,000 resamplings, in four shapes. Prints
// one JSON object; times in milliseconds, of one thread.
#include "app/evaluation/ratings.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

using namespace app;
using namespace Qt::StringLiterals;

namespace {
constexpr int kModels = 50;
constexpr int kVotes = 100'000;

enum class Shape {
    Pairs, ///< any two models
    Chain, ///< neighbours only: the hardest for what finds the strengths
    Four, ///< four models at a time
    Unbeaten, ///< any two, and one model wins all
};

double cpuMs()
{
    return 1'000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

QList<int> models(Shape shape, std::mt19937 &engine)
{
    const auto any = [&](int below) { return int(engine() % uint(below)); };
    if (shape == Shape::Chain) {
        const int first = any(kModels - 1);
        return {first, first + 1};
    }
    QList<int> chosen;
    while (chosen.size() < (shape == Shape::Four ? 4 : 2)) {
        const int model = any(kModels);
        if (!chosen.contains(model))
            chosen.append(model);
    }
    return chosen;
}

QList<Vote> votes(Shape shape)
{
    std::mt19937 engine(1);
    QList<Vote> list;
    list.reserve(kVotes);
    for (int i = 0; i < kVotes; ++i) {
        Vote vote;
        const QList<int> chosen = models(shape, engine);
        for (const int model : chosen)
            vote.sides.append(
                {.providerId = u"deepinfra"_s, .model = u"maker/model-%1"_s.arg(model)});
        // The better one (a lower number) in two of three cases, and a tie now and then.
        const auto best = std::ranges::min_element(chosen) - chosen.begin();
        const bool better = engine() % 3 != 0 || (shape == Shape::Unbeaten && chosen[best] == 0);
        vote.outcome = engine() % 10 == 0 ? VoteOutcome::Tie : VoteOutcome::Winner;
        vote.winner = int(better ? best : qsizetype(engine() % uint(chosen.size())));
        list.append(vote);
    }
    return list;
}

QJsonObject figures(Shape shape)
{
    const QList<Vote> given = votes(shape);
    QElapsedTimer timer;
    timer.start();
    const double cpuBefore = cpuMs();
    const Comparisons comparisons = comparisonsOf(given);
    const double counted = double(timer.nsecsElapsed()) / 1e6;
    const Ratings ratings = ratingsOf(comparisons, {});
    return {{u"votes"_s, ratings.votes},
            {u"models"_s, ratings.ratings.size()},
            {u"distinct_outcomes"_s, comparisons.kinds.size()},
            {u"resamplings"_s, RatingOptions().resamplings},
            {u"count_ms"_s, counted},
            {u"total_ms"_s, double(timer.nsecsElapsed()) / 1e6},
            {u"cpu_ms"_s, cpuMs() - cpuBefore},
            {u"best"_s, ratings.best(0) < 0 ? QString()
                                            : ratings.ratings.at(ratings.best(0)).contender.model}};
}
} // namespace

int main()
{
    const QJsonObject all{{u"pairs"_s, figures(Shape::Pairs)},
                          {u"chain"_s, figures(Shape::Chain)},
                          {u"four_at_a_time"_s, figures(Shape::Four)},
                          {u"one_unbeaten"_s, figures(Shape::Unbeaten)}};
    std::fputs(QJsonDocument(all).toJson().constData(), stdout);
    return 0;
}
