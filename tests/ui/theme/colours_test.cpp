// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/diff_colours.h"
#include "ui/theme/token_colours.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace ui;
using namespace Qt::StringLiterals;

namespace {

struct Role
{
    const char *name;
    QColor Colours::*colour;
};

constexpr double kReadable = 4.5;
/// Of the squared distance of two linear colours; below it a short line or a badge is ambiguous.
constexpr double kToldApart = 0.07;

std::array<double, 3> linear(const QColor &colour)
{
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return {channel(colour.redF()), channel(colour.greenF()), channel(colour.blueF())};
}

/// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &colour) {
        const auto [red, green, blue] = linear(colour);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix kAllCones = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
// G. M. Machado et al., "A physiologically-based model for simulation of color vision deficiency",
// IEEE TVCG 15(6), 2009, severity 1.0.
constexpr Matrix kNoRedCones = {{{0.152286, 1.052583, -0.204868},
                                 {0.114503, 0.786281, 0.099216},
                                 {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kNoGreenCones = {{{0.367322, 0.860646, -0.227968},
                                   {0.280085, 0.672501, 0.047413},
                                   {-0.011820, 0.042940, 0.968881}}};

double distance(const QColor &one, const QColor &other, const Matrix &eyes)
{
    const auto a = linear(one);
    const auto b = linear(other);
    double sum = 0;
    for (const auto &row : eyes) {
        double seenA = 0;
        double seenB = 0;
        for (size_t i = 0; i < 3; ++i) {
            seenA += row[i] * a[i];
            seenB += row[i] * b[i];
        }
        const double step = std::cbrt(std::max(seenA, 0.0)) - std::cbrt(std::max(seenB, 0.0));
        sum += step * step;
    }
    return std::sqrt(sum);
}

} // namespace

class ColoursTest : public QObject
{
    Q_OBJECT
private slots:
    void textIsReadable_data() { schemes(); }
    void textIsReadable()
    {
        QFETCH(Scheme, scheme);
        const Role inks[] = {{"text", &Colours::text},    {"secondary", &Colours::secondary},
                             {"faint", &Colours::faint},  {"accent", &Colours::accent},
                             {"good", &Colours::good},    {"warning", &Colours::warning},
                             {"danger", &Colours::danger}};
        const Role grounds[] = {{"window", &Colours::window},
                                {"panel", &Colours::panel},
                                {"transcript", &Colours::transcript},
                                {"field", &Colours::field},
                                {"codeGround", &Colours::codeGround},
                                {"promptGround", &Colours::promptGround},
                                {"selectedRow", &Colours::selectedRow},
                                {"hoveredRow", &Colours::hoveredRow},
                                {"accentGround", &Colours::accentGround},
                                {"dangerGround", &Colours::dangerGround}};
        for (const Role &ink : inks) {
            for (const Role &ground : grounds)
                check(scheme, ink, ground);
        }
        check(scheme, {"onAccent", &Colours::onAccent}, {"accent", &Colours::accent});
        check(scheme, {"onSelection", &Colours::onSelection}, {"selection", &Colours::selection});
        check(scheme, {"text", &Colours::text}, {"hit", &Colours::hit});
        check(scheme, {"onCurrentHit", &Colours::onCurrentHit},
              {"currentHit", &Colours::currentHit});
        check(scheme, {"transcript", &Colours::transcript}, {"text", &Colours::text}); // tool tip
    }

    void textIsReadableOnWhatDiffers_data() { schemes(); }
    void textIsReadableOnWhatDiffers()
    {
        QFETCH(Scheme, scheme);
        const QColor text = coloursOf(scheme).text;
        const DiffColours &grounds = diffColoursOf(scheme);
        QVERIFY(contrast(text, grounds.removed) >= kReadable);
        QVERIFY(contrast(text, grounds.added) >= kReadable);
    }

    void tokensAreReadableAndInOrder_data() { schemes(); }
    void tokensAreReadableAndInOrder()
    {
        QFETCH(Scheme, scheme);
        const TokenColours &colours = tokenColoursOf(scheme);
        QCOMPARE(colours.ground(TokenLevel::Sure), coloursOf(scheme).transcript);
        for (size_t level = 0; level < kTokenLevels; ++level) {
            const QColor &ground = colours.grounds.at(level);
            QVERIFY2(contrast(coloursOf(scheme).text, ground) >= kReadable,
                     qPrintable(ground.name()));
            if (level == 0)
                continue;
            // By lightness alone, whatever cones there are.
            QVERIFY(contrast(ground, colours.grounds.front())
                    > contrast(colours.grounds.at(level - 1), colours.grounds.front()));
        }
        constexpr double kSeen = 3; // a line that tells something
        QVERIFY(contrast(colours.mark, colours.ground(TokenLevel::Unsure)) >= kSeen);
        QVERIFY(contrast(colours.mark, colours.ground(TokenLevel::Rare)) >= kSeen);
        QVERIFY(contrast(colours.mark, coloursOf(scheme).panel) >= kSeen);
    }

    void codeIsReadable_data() { schemes(); }
    void codeIsReadable()
    {
        QFETCH(Scheme, scheme);
        const Role inks[] = {
            {"keyword", &Colours::codeKeyword}, {"type", &Colours::codeType},
            {"string", &Colours::codeString},   {"comment", &Colours::codeComment},
            {"number", &Colours::codeNumber},   {"function", &Colours::codeFunction}};
        for (const Role &ink : inks)
            check(scheme, ink, {"codeGround", &Colours::codeGround});
    }

    void badgesAreReadable_data() { schemes(); }
    void badgesAreReadable()
    {
        QFETCH(Scheme, scheme);
        const Colours &colours = coloursOf(scheme);
        QVERIFY(colours.lanes.size() >= 8);
        for (const QColor &lane : colours.lanes) {
            QVERIFY2(contrast(lane, colours.onLanes.first()) >= kReadable, qPrintable(lane.name()));
            QVERIFY2(contrast(lane, colours.transcript) >= kReadable, qPrintable(lane.name()));
        }
    }

    void lanesAreToldApart_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::addColumn<Matrix>("eyes");
        const std::pair<const char *, Matrix> eyes[] = {{"all cones", kAllCones},
                                                        {"no red cones", kNoRedCones},
                                                        {"no green cones", kNoGreenCones}};
        for (const auto scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
            for (const auto &[name, matrix] : eyes)
                QTest::addRow("scheme %d, %s", int(scheme), name) << scheme << matrix;
        }
    }
    void lanesAreToldApart()
    {
        QFETCH(Scheme, scheme);
        QFETCH(Matrix, eyes);
        const QList<QColor> &lanes = coloursOf(scheme).lanes;
        for (qsizetype i = 0; i < lanes.size(); ++i) {
            for (qsizetype j = i + 1; j < lanes.size(); ++j) {
                const double apart = distance(lanes.at(i), lanes.at(j), eyes);
                QVERIFY2(
                    apart >= kToldApart,
                    qPrintable(
                        u"%1 %2: %3"_s.arg(lanes.at(i).name(), lanes.at(j).name()).arg(apart)));
            }
        }
    }

private:
    static void schemes()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
        QTest::newRow("high contrast") << Scheme::HighContrast;
    }

    static void check(Scheme scheme, const Role &ink, const Role &ground)
    {
        const Colours &colours = coloursOf(scheme);
        const double ratio = contrast(colours.*ink.colour, colours.*ground.colour);
        QVERIFY2(ratio >= kReadable,
                 qPrintable(u"%1 on %2: %3"_s
                                .arg(QLatin1StringView(ink.name), QLatin1StringView(ground.name))
                                .arg(ratio)));
    }
};

QTEST_APPLESS_MAIN(ColoursTest)
#include "colours_test.moc"
