// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/ratings.h"

#include <QByteArray>

namespace app {

// Ratings for other programs: numbers with a point, names of columns and members in English.

/// A header row and a row for each model, in the order of the ratings.
[[nodiscard]] QByteArray ratingsCsv(const Ratings &ratings);

/// The same as {"tag", "only_blind", "votes", "all_bad", "confidence", "models": […]}; "ahead_of"
/// lists the models of which the votes tell that this one is better. `filter`: of the votes.
[[nodiscard]] QByteArray ratingsJson(const Ratings &ratings, const VoteFilter &filter);

} // namespace app
