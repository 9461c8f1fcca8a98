// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>

namespace tests {

/// Where a picture is not its reference, by regions of 64 × 64 pixels. Tolerant of a differently
/// smoothed edge: what is compared are the means of boxes of 4 × 4 pixels, and a region may hold a
/// few that differ. Pictures of different sizes differ everywhere.
[[nodiscard]] QList<QRect> differingRegions(const QImage &picture, const QImage &reference);

/// The same picture with these regions framed, for looking at.
[[nodiscard]] QImage withFrames(QImage picture, const QList<QRect> &regions);

} // namespace tests
