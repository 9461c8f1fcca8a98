// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/ratings_wording.h"

#include "ui/statistics/ratings_window.h"

using namespace Qt::StringLiterals;

namespace ui {

QString verdictText(const app::Ratings &ratings)
{
    if (ratings.votes == 0)
        return RatingsWindow::tr("There are no votes to rate models by.");
    const int best = ratings.best(0);
    if (best >= 0 && ratings.groups == 1)
        return RatingsWindow::tr("%1 is the best.").arg(ratings.ratings.at(best).contender.model);
    if (best >= 0)
        return RatingsWindow::tr("%1 is the best of those it was compared with.")
            .arg(ratings.ratings.at(best).contender.model);
    if (ratings.canTellAnything())
        return RatingsWindow::tr("Not enough votes to tell which one is the best.");
    return RatingsWindow::tr("Not enough votes to tell.");
}

QString basisText(const app::Ratings &ratings)
{
    QStringList said{RatingsWindow::tr("%n vote(s) that compare models.", nullptr, ratings.votes)};
    if (ratings.allBad > 0)
        said.append(
            RatingsWindow::tr("%n vote(s) that all answers were bad.", nullptr, ratings.allBad));
    if (ratings.groups > 1)
        said.append(RatingsWindow::tr("%n group(s) never met: points are comparable within a group "
                                      "only.",
                                      nullptr, ratings.groups));
    return said.join(u' ');
}

} // namespace ui
