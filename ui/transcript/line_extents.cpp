// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/line_extents.h"

#include <QGlyphRun>
#include <QRawFont>

namespace ui {

namespace {
constexpr qreal kTouching = 1.5;
} // namespace

bool hasRightToLeft(QStringView text)
{
    constexpr char16_t kFirst = 0x0590; // Hebrew
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= kFirst
               && (c.direction() == QChar::DirR || c.direction() == QChar::DirAL);
    });
}

QList<Extent> extentsOf(const QTextLine &line, int from, int to, bool bothDirections)
{
    const qreal first = line.cursorToX(from);
    const qreal last = line.cursorToX(to);
    const QList<QGlyphRun> runs =
        bothDirections ? line.glyphRuns(from, to - from) : QList<QGlyphRun>();
    if (runs.isEmpty())
        return {{qMin(first, last), qMax(first, last)}};
    QList<Extent> extents;
    for (const QGlyphRun &run : runs) {
        const QList<QPointF> positions = run.positions();
        const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
        Extent extent{positions.constFirst().x(), positions.constFirst().x()};
        for (qsizetype i = 0; i < qMin(positions.size(), advances.size()); ++i) {
            extent.left = qMin(extent.left, positions[i].x());
            extent.right = qMax(extent.right, positions[i].x() + advances[i].x());
        }
        extents.append(extent);
    }
    std::sort(extents.begin(), extents.end(),
              [](const Extent &a, const Extent &b) { return a.left < b.left; });
    QList<Extent> joined;
    for (const Extent &extent : std::as_const(extents)) { // runs of two looks may touch
        if (!joined.isEmpty() && extent.left <= joined.constLast().right + kTouching)
            joined.last().right = qMax(joined.constLast().right, extent.right);
        else
            joined.append(extent);
    }
    return joined;
}

} // namespace ui
