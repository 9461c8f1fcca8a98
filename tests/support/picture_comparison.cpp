// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/picture_comparison.h"

#include <QPainter>

#include <array>

namespace tests {

namespace {

constexpr int kBox = 4;
constexpr int kRegion = 64;
constexpr int kMostOff = 14; ///< of a mean, in one channel
constexpr int kMostBoxes = 3; ///< of the 256 of a region

using Mean = std::array<int, 3>;

Mean meanOf(const QImage &picture, const QRect &box)
{
    Mean sum{};
    for (int y = box.top(); y <= box.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = box.left(); x <= box.right(); ++x) {
            sum[0] += qRed(line[x]);
            sum[1] += qGreen(line[x]);
            sum[2] += qBlue(line[x]);
        }
    }
    for (int &channel : sum)
        channel /= box.width() * box.height();
    return sum;
}

bool isOff(const QImage &a, const QImage &b, const QRect &box)
{
    const Mean first = meanOf(a, box);
    const Mean second = meanOf(b, box);
    for (size_t channel = 0; channel < first.size(); ++channel) {
        if (qAbs(first[channel] - second[channel]) > kMostOff)
            return true;
    }
    return false;
}

bool differs(const QImage &a, const QImage &b, const QRect &region)
{
    int off = 0;
    for (int y = region.top(); y <= region.bottom(); y += kBox) {
        for (int x = region.left(); x <= region.right(); x += kBox)
            off += isOff(a, b, QRect(x, y, kBox, kBox) & region);
    }
    return off > kMostBoxes;
}

} // namespace

QList<QRect> differingRegions(const QImage &picture, const QImage &reference)
{
    if (picture.size() != reference.size())
        return {picture.rect()};
    const QImage a = picture.convertToFormat(QImage::Format_RGB32);
    const QImage b = reference.convertToFormat(QImage::Format_RGB32);
    QList<QRect> regions;
    for (int y = 0; y < a.height(); y += kRegion) {
        for (int x = 0; x < a.width(); x += kRegion) {
            const QRect region = QRect(x, y, kRegion, kRegion) & a.rect();
            if (differs(a, b, region))
                regions.append(region);
        }
    }
    return regions;
}

QImage withFrames(QImage picture, const QList<QRect> &regions)
{
    picture.setDevicePixelRatio(1);
    QPainter painter(&picture);
    painter.setPen(QPen(Qt::red, 2));
    painter.drawRects(regions);
    return picture;
}

} // namespace tests
