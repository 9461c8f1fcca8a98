// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/exported.h"

namespace app {

/// Takes out of a round all that tells who answered: names, order, ids, times, figures. The answers
/// stand under the letters under which they are shown. Its vote stays.
void hideNames(ExportedRound &round, const BlindRound &blind);

} // namespace app
