// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/ratings.h"

#include <QString>

namespace ui {

/// What the votes tell, in one sentence.
[[nodiscard]] QString verdictText(const app::Ratings &ratings);

/// On how many votes that rests, and what cannot be compared.
[[nodiscard]] QString basisText(const app::Ratings &ratings);

} // namespace ui
