// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/ratings_model.h"

#include "ui/widgets/literal_text.h"
#include "ui/wording/number_wording.h"

namespace ui {

RatingsModel::RatingsModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void RatingsModel::setRatings(const app::Ratings &ratings)
{
    // Another filter is another table: no row stands for what it stood for before.
    beginResetModel();
    m_ratings = ratings;
    endResetModel();
}

int RatingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ratings.ratings.size());
}

int RatingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Column::Count;
}

QVariant RatingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::ToolTipRole)
        return literally(text(index.row(), index.column()));
    const bool isNumber = index.column() >= Points && index.column() <= AllBad;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    return {};
}

QVariant RatingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Points && section <= AllBad ? Qt::AlignTrailing : Qt::AlignLeading)
                   | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Points)
        return tr("1000 is the average of those that were compared; 400 more are odds of 10 to 1");
    if (role == Qt::ToolTipRole && section == AllBad)
        return tr("Votes that no answer was of use. They do not change the points.");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model:
        return tr("Model");
    case Provider:
        return tr("Provider");
    case Points:
        return tr("Points");
    case Interval:
        //: The range in which the points lie with that certainty.
        return tr("%1 % interval").arg(qRound(100 * m_ratings.confidence));
    case Wins:
        return tr("Wins");
    case Ties:
        return tr("Ties");
    case Losses:
        return tr("Losses");
    case AllBad:
        return tr("All bad");
    case Verdict:
        return tr("What the votes tell");
    default:
        return {};
    }
}

QString RatingsModel::text(int row, int column) const
{
    const app::Rating &rating = m_ratings.ratings.at(row);
    const auto points = [](double strength) {
        return QString::number(qRound(app::ratingPoints(strength)));
    };
    switch (column) {
    case Model:
        return rating.contender.model;
    case Provider:
        return rating.contender.providerName;
    case Points:
        return points(rating.strength);
    case Interval:
        return tr("%1 to %2").arg(points(rating.low), points(rating.high));
    case Wins:
        return countText(rating.tally.wins);
    case Ties:
        return countText(rating.tally.ties);
    case Losses:
        return countText(rating.tally.losses);
    case AllBad:
        return countText(rating.tally.allBad);
    case Verdict:
        return verdict(row);
    default:
        return {};
    }
}

QString RatingsModel::verdict(int row) const
{
    const app::Rating &rating = m_ratings.ratings.at(row);
    if (!rating.hasEnoughVotes)
        return tr("Not enough votes to tell");
    int better = 0;
    int worse = 0;
    for (int other = 0; other < m_ratings.ratings.size(); ++other) {
        better += m_ratings.isAhead(row, other) ? 1 : 0;
        worse += m_ratings.isAhead(other, row) ? 1 : 0;
    }
    if (better > 0 && worse > 0)
        //: Of models; %1 and %2 are numbers.
        return tr("Better than %1, worse than %2").arg(better).arg(worse);
    if (better > 0)
        return tr("Better than %n other(s)", nullptr, better);
    if (worse > 0)
        return tr("Worse than %n other(s)", nullptr, worse);
    return tr("Not enough votes to tell");
}

} // namespace ui
