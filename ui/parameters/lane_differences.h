// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/records.h"

#include <QStringList>

namespace ui {

/// What other lanes have in the place of something of this one. Empty where they all have the same.
struct LaneDifference
{
    QStringList letters; ///< of the lanes that have something else
    QStringList lines; ///< "B: no system prompt", one for each of them

    bool operator==(const LaneDifference &) const = default;
};

[[nodiscard]] LaneDifference promptDifference(const QList<app::Lane> &lanes, app::LaneId lane);
[[nodiscard]] LaneDifference toolsDifference(const QList<app::Lane> &lanes, app::LaneId lane);

} // namespace ui
