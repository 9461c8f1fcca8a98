// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTextLayout>

namespace ui {

/// A stretch of a line, from left to right.
struct Extent
{
    qreal left = 0;
    qreal right = 0;
};

/// Whether a text has letters that are written from right to left.
[[nodiscard]] bool hasRightToLeft(QStringView text);

/// Where the characters [from, to) of a line stand, relative to the layout. They stand side by
/// side, but where both directions meet: there what follows in the text may stand before it.
[[nodiscard]] QList<Extent> extentsOf(const QTextLine &line, int from, int to, bool bothDirections);

} // namespace ui
