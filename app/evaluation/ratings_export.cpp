// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/ratings_export.h"

#include "app/evaluation/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {
/// Tenths of a point are more than any number of votes tells.
QString points(double strength)
{
    return QString::number(ratingPoints(strength), 'f', 1);
}

QJsonArray aheadOf(const Ratings &ratings, int one)
{
    QJsonArray others;
    for (int other = 0; other < ratings.ratings.size(); ++other) {
        if (ratings.isAhead(one, other))
            others.append(ratings.ratings.at(other).contender.model);
    }
    return others;
}
} // namespace

QByteArray ratingsCsv(const Ratings &ratings)
{
    QByteArray csv =
        csvRow({u"model"_s, u"provider"_s, u"points"_s, u"low"_s, u"high"_s, u"enough_votes"_s,
                u"group"_s, u"wins"_s, u"ties"_s, u"losses"_s, u"all_bad"_s});
    for (const Rating &rating : ratings.ratings) {
        csv +=
            csvRow({rating.contender.model, rating.contender.providerName, points(rating.strength),
                    points(rating.low), points(rating.high),
                    rating.hasEnoughVotes ? u"yes"_s : u"no"_s, QString::number(rating.group + 1),
                    QString::number(rating.tally.wins), QString::number(rating.tally.ties),
                    QString::number(rating.tally.losses), QString::number(rating.tally.allBad)});
    }
    return csv;
}

QByteArray ratingsJson(const Ratings &ratings, const VoteFilter &filter)
{
    QJsonArray models;
    for (int i = 0; i < ratings.ratings.size(); ++i) {
        const Rating &rating = ratings.ratings.at(i);
        models.append(QJsonObject{{u"model"_s, rating.contender.model},
                                  {u"provider"_s, rating.contender.providerName},
                                  {u"points"_s, ratingPoints(rating.strength)},
                                  {u"low"_s, ratingPoints(rating.low)},
                                  {u"high"_s, ratingPoints(rating.high)},
                                  {u"enough_votes"_s, rating.hasEnoughVotes},
                                  {u"group"_s, rating.group + 1},
                                  {u"wins"_s, rating.tally.wins},
                                  {u"ties"_s, rating.tally.ties},
                                  {u"losses"_s, rating.tally.losses},
                                  {u"all_bad"_s, rating.tally.allBad},
                                  {u"ahead_of"_s, aheadOf(ratings, i)}});
    }
    return QJsonDocument(QJsonObject{{u"tag"_s, filter.tag},
                                     {u"only_blind"_s, filter.onlyBlind},
                                     {u"votes"_s, ratings.votes},
                                     {u"all_bad"_s, ratings.allBad},
                                     {u"confidence"_s, ratings.confidence},
                                     {u"models"_s, models}})
        .toJson();
}

} // namespace app
