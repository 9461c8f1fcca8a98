// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/colour_areas.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kAreaSide = 192; ///< longer side of what is looked at
constexpr double kLeastShare = 0.005;
constexpr double kMostOfPicture = 0.9; ///< a rectangle larger than that shows nothing
constexpr int kOfNoColour = -1;

int squareDistance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b);
    const int green = qGreen(a) - qGreen(b);
    const int blue = qBlue(a) - qBlue(b);
    return red * red + green * green + blue * blue;
}

int nearestColour(QRgb pixel, const QList<ImageFacts::Colour> &colours)
{
    constexpr int kFarthest = 70 * 70;
    int nearest = kOfNoColour;
    int least = kFarthest;
    for (int i = 0; i < colours.size(); ++i) {
        const int distance = squareDistance(pixel, colours[i].mean.rgb());
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

/// Pixels by their dominant colour; what was visited belongs to none any more.
class ColourMap
{
public:
    struct Area
    {
        int pixels = 0;
        QRect box;
    };

    ColourMap(const QImage &image, const QList<ImageFacts::Colour> &colours)
        : m_size(image.size()), m_colours(size_t(image.width()) * size_t(image.height()))
    {
        for (int y = 0; y < m_size.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < m_size.width(); ++x)
                at({x, y}) = nearestColour(line[x], colours);
        }
    }

    [[nodiscard]] std::vector<Area> largestAreas(qsizetype colours)
    {
        std::vector<Area> largest{size_t(colours)};
        for (int y = 0; y < m_size.height(); ++y) {
            for (int x = 0; x < m_size.width(); ++x) {
                const int colour = at({x, y});
                if (colour == kOfNoColour)
                    continue;
                const Area area = taken({x, y}, colour);
                if (area.pixels > largest[size_t(colour)].pixels)
                    largest[size_t(colour)] = area;
            }
        }
        return largest;
    }

private:
    int &at(QPoint point)
    {
        return m_colours[size_t(point.y()) * size_t(m_size.width()) + size_t(point.x())];
    }

    Area taken(QPoint start, int colour)
    {
        Area area;
        m_edge = {start};
        at(start) = kOfNoColour;
        while (!m_edge.empty()) {
            const QPoint here = m_edge.back();
            m_edge.pop_back();
            ++area.pixels;
            area.box |= QRect(here, QSize(1, 1));
            for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
                const QPoint next = here + step;
                if (!QRect(QPoint(), m_size).contains(next) || at(next) != colour)
                    continue;
                at(next) = kOfNoColour;
                m_edge.push_back(next);
            }
        }
        return area;
    }

    QSize m_size;
    std::vector<int> m_colours;
    std::vector<QPoint> m_edge;
};

/// From pixels of what was looked at to those of the original.
QRect enlarged(const QRect &box, QSize from, QSize to)
{
    const double x = double(to.width()) / from.width();
    const double y = double(to.height()) / from.height();
    return QRect(QPoint(int(std::lround(box.left() * x)), int(std::lround(box.top() * y))),
                 QPoint(int(std::lround((box.right() + 1) * x)) - 1,
                        int(std::lround((box.bottom() + 1) * y)) - 1));
}

} // namespace

QList<ColourArea> colourAreas(const QImage &image, const ImageFacts &facts)
{
    QImage small = image;
    if (std::max(image.width(), image.height()) > kAreaSide)
        small = image.scaled(kAreaSide, kAreaSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    small = small.convertToFormat(QImage::Format_RGB32);
    QList<ColourArea> areas;
    if (small.isNull())
        return areas;
    const auto largest = ColourMap(small, facts.colours).largestAreas(facts.colours.size());
    const double all = double(small.width()) * small.height();
    for (qsizetype i = 0; i < facts.colours.size(); ++i) {
        const ColourMap::Area &area = largest[size_t(i)];
        const double covered = double(area.box.width()) * area.box.height() / all;
        if (area.pixels < kLeastShare * all || covered > kMostOfPicture)
            continue;
        areas.append({facts.colours[i].mean, area.pixels / all,
                      enlarged(area.box, small.size(), facts.size)});
    }
    return areas;
}

QString describe(const QList<ColourArea> &areas)
{
    if (areas.isEmpty())
        return {};
    QStringList lines;
    for (const ColourArea &area : areas)
        lines.append(
            u"  {\"label\": \"%1 area\", \"bbox\": [%2, %3, %4, %5]}"_s.arg(colourName(area.colour))
                .arg(area.box.left())
                .arg(area.box.top())
                .arg(area.box.right() + 1)
                .arg(area.box.bottom() + 1));
    return u"Its largest areas of one colour, as boxes in pixels of the picture (click on it above "
           "to see them there):\n\n```json\n[\n"_s
           + lines.join(u",\n"_s) + u"\n]\n```\n"_s;
}

} // namespace app
