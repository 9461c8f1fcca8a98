// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/image_facts.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kMeasuredSide = 192; ///< shares and places do not need more pixels
constexpr qsizetype kMostColours = 5;
constexpr int kNearColour = 70; ///< distance below which two shades are one colour
constexpr int kSharpChange = 28; ///< of 255, between neighbours
constexpr double kClear = 0.5; ///< share above which a row or column names the place

int fieldOf(int x, int y, const QSize &size)
{
    return std::min(y * 3 / size.height(), 2) * 3 + std::min(x * 3 / size.width(), 2);
}

/// Pixels of nearly one colour.
struct Shade
{
    qint64 count = 0;
    qint64 red = 0;
    qint64 green = 0;
    qint64 blue = 0;
    std::array<qint64, 9> fields{};

    void add(QRgb pixel, int field)
    {
        ++count;
        red += qRed(pixel);
        green += qGreen(pixel);
        blue += qBlue(pixel);
        ++fields[size_t(field)];
    }
    void add(const Shade &other)
    {
        count += other.count;
        red += other.red;
        green += other.green;
        blue += other.blue;
        for (size_t i = 0; i < fields.size(); ++i)
            fields[i] += other.fields[i];
    }
    [[nodiscard]] QColor mean() const
    {
        return QColor(int(red / count), int(green / count), int(blue / count));
    }
};

double distance(const QColor &a, const QColor &b)
{
    // The eye sees green best and blue least.
    return std::sqrt(0.9 * std::pow(a.red() - b.red(), 2) + 1.5 * std::pow(a.green() - b.green(), 2)
                     + 0.6 * std::pow(a.blue() - b.blue(), 2));
}

QList<ImageFacts::Colour> dominantColours(const QImage &image)
{
    QHash<QRgb, Shade> shades;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            shades[line[x] & 0xE0E0E0].add(line[x], fieldOf(x, y, image.size()));
    }
    QList<Shade> sorted = shades.values();
    const auto order = [](const Shade &shade) {
        return std::tuple(-shade.count, shade.mean().rgb());
    };
    std::sort(sorted.begin(), sorted.end(),
              [&order](const Shade &a, const Shade &b) { return order(a) < order(b); });

    QList<Shade> merged;
    for (const Shade &shade : std::as_const(sorted)) {
        const auto near = [&shade](const Shade &other) {
            return distance(shade.mean(), other.mean()) < kNearColour;
        };
        const auto place = std::find_if(merged.begin(), merged.end(), near);
        if (place != merged.end())
            place->add(shade);
        else
            merged.append(shade);
    }
    std::stable_sort(merged.begin(), merged.end(),
                     [](const Shade &a, const Shade &b) { return a.count > b.count; });
    QList<ImageFacts::Colour> colours;
    const double all = double(image.width()) * image.height();
    for (const Shade &shade : merged.first(std::min(merged.size(), kMostColours))) {
        ImageFacts::Colour colour{shade.mean(), double(shade.count) / all, {}};
        for (size_t i = 0; i < colour.fields.size(); ++i)
            colour.fields[i] = double(shade.fields[i]) / double(shade.count);
        colours.append(colour);
    }
    return colours;
}

void measureBrightness(const QImage &image, ImageFacts &facts)
{
    std::array<qint64, 9> pixels{};
    std::array<qint64, 9> edges{};
    Grid light{};
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        const auto *above = reinterpret_cast<const QRgb *>(image.constScanLine(std::max(y - 1, 0)));
        for (int x = 0; x < image.width(); ++x) {
            const auto field = size_t(fieldOf(x, y, image.size()));
            const int grey = qGray(line[x]);
            const int change = std::max(std::abs(grey - qGray(line[std::max(x - 1, 0)])),
                                        std::abs(grey - qGray(above[x])));
            ++pixels[field];
            light[field] += grey / 255.0;
            edges[field] += change > kSharpChange ? 1 : 0;
        }
    }
    const double all = double(image.width()) * image.height();
    facts.brightness = std::accumulate(light.begin(), light.end(), 0.0) / all;
    facts.edges = double(std::accumulate(edges.begin(), edges.end(), qint64(0))) / all;
    for (size_t i = 0; i < pixels.size(); ++i) {
        const double count = std::max<double>(1, double(pixels[i]));
        facts.brightnessOfFields[i] = light[i] / count;
        facts.edgesOfFields[i] = double(edges[i]) / count;
    }
}

QString fieldName(qsizetype field)
{
    static const std::array<QString, 9> names{
        u"top left"_s, u"top"_s,         u"top right"_s, u"left"_s,         u"centre"_s,
        u"right"_s,    u"bottom left"_s, u"bottom"_s,    u"bottom right"_s,
    };
    return names.at(size_t(field));
}

// The third of the picture that holds most of it, along one direction; 1 is the middle.
std::optional<int> clearThird(const Grid &grid, int step, int stride)
{
    for (int third = 0; third < 3; ++third) {
        double sum = 0;
        for (int i = 0; i < 3; ++i)
            sum += grid[size_t(third) * size_t(step) + size_t(i) * size_t(stride)];
        if (sum > kClear)
            return third;
    }
    return std::nullopt;
}

QString placeName(const Grid &grid)
{
    const auto row = clearThird(grid, 3, 1);
    const auto column = clearThird(grid, 1, 3);
    if (!row && !column)
        return u"everywhere"_s;
    if (row == 1 && !column)
        return u"a band across the middle"_s;
    if (column == 1 && !row)
        return u"a column down the middle"_s;
    return fieldName(row.value_or(1) * 3 + column.value_or(1));
}

QString percent(double share)
{
    const int rounded = int(std::lround(share * 100));
    return rounded == 0 ? u"under 1 %"_s : u"%1 %"_s.arg(rounded);
}

QString aspect(const QSize &size)
{
    const int divisor = std::gcd(size.width(), size.height());
    const QSize ratio(size.width() / divisor, size.height() / divisor);
    if (std::max(ratio.width(), ratio.height()) <= 32)
        return u"%1 : %2"_s.arg(ratio.width()).arg(ratio.height());
    return u"%1 : 1"_s.arg(double(size.width()) / size.height(), 0, 'f', 2);
}

QString shape(const QSize &size)
{
    if (size.width() == size.height())
        return u"a square"_s;
    return size.width() > size.height() ? u"wider than high"_s : u"higher than wide"_s;
}

QString lightness(double brightness)
{
    if (brightness < 0.25)
        return u"dark"_s;
    if (brightness < 0.45)
        return u"rather dark"_s;
    return brightness < 0.6   ? u"of medium brightness"_s
           : brightness < 0.8 ? u"bright"_s
                              : u"very bright"_s;
}

QString detail(const ImageFacts &facts)
{
    const QString edges = percent(facts.edges);
    if (facts.edges < 0.002)
        return u"There are no edges to speak of: flat areas or soft gradients only."_s;
    const auto busiest = std::max_element(facts.edgesOfFields.begin(), facts.edgesOfFields.end())
                         - facts.edgesOfFields.begin();
    const QString amount = facts.edges < 0.05   ? u"large flat areas with few lines"_s
                           : facts.edges < 0.18 ? u"some detail between flat areas"_s
                                                : u"full of detail"_s;
    return u"Edges make up %1 of it: %2. Most of them are in the field **%3**."_s.arg(
        edges, amount, fieldName(busiest));
}

} // namespace

QString colourName(const QColor &colour)
{
    const int value = colour.value();
    if (value < 40)
        return u"black"_s;
    if (colour.hsvSaturation() < 30) {
        if (value > 235)
            return u"white"_s;
        return value > 165 ? u"light grey"_s : value < 95 ? u"dark grey"_s : u"grey"_s;
    }
    constexpr std::array<std::pair<int, QLatin1StringView>, 11> hues{{
        {15, "red"_L1},
        {42, "orange"_L1},
        {68, "yellow"_L1},
        {95, "lime"_L1},
        {160, "green"_L1},
        {190, "cyan"_L1},
        {215, "sky blue"_L1},
        {255, "blue"_L1},
        {290, "purple"_L1},
        {335, "pink"_L1},
        {360, "red"_L1},
    }};
    const auto hue = std::find_if(hues.begin(), hues.end(), [&colour](const auto &entry) {
        return colour.hsvHue() < entry.first;
    });
    const QString name = hue == hues.end() ? u"red"_s : QString(hue->second);
    if (value < 150 && (name == "orange"_L1 || name == "red"_L1) && colour.hsvHue() > 8)
        return u"brown"_s;
    if (value < 110)
        return u"dark "_s + name;
    return colour.hsvSaturation() < 100 && value > 190 ? u"pale "_s + name : name;
}

ImageFacts measured(const QImage &image, const QSize &size)
{
    ImageFacts facts;
    facts.size = size;
    QImage small = image;
    if (std::max(image.width(), image.height()) > kMeasuredSide)
        small = image.scaled(kMeasuredSide, kMeasuredSide, Qt::KeepAspectRatio,
                             Qt::SmoothTransformation);
    small = small.convertToFormat(QImage::Format_RGB32);
    if (small.isNull())
        return facts;
    facts.colours = dominantColours(small);
    measureBrightness(small, facts);
    return facts;
}

QString describe(const ImageFacts &facts)
{
    QString text = u"It has **%1 × %2 pixels** and is %3, with an aspect of %4.\n\n"
                   u"| colour | share | where |\n|---|---|---|\n"_s.arg(facts.size.width())
                       .arg(facts.size.height())
                       .arg(shape(facts.size), aspect(facts.size));
    for (const ImageFacts::Colour &colour : facts.colours)
        text += u"| %1 `%2` | %3 | %4 |\n"_s.arg(colourName(colour.mean), colour.mean.name(),
                                                 percent(colour.share), placeName(colour.fields));
    text +=
        u"\nAltogether it is %1 (%2). Field by field:\n\n| left | centre | right |\n|---|---|---|\n"_s
            .arg(lightness(facts.brightness), percent(facts.brightness));
    for (size_t row = 0; row < 3; ++row) {
        const Grid &fields = facts.brightnessOfFields;
        text += u"| %1 | %2 | %3 |\n"_s.arg(percent(fields[row * 3]), percent(fields[row * 3 + 1]),
                                            percent(fields[row * 3 + 2]));
    }
    return text + u'\n' + detail(facts) + u'\n';
}

} // namespace app
