// SPDX-License-Identifier: GPL-3.0-or-later
// How long the token view of a long answer takes to open: from the bytes of the store to its first
// picture; and what a walk through it costs.
#include "ui/tokens/entropy_strip.h"
#include "ui/tokens/token_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTokens = 16'000;
constexpr int kAlternatives = 5;
constexpr int kRounds = 7;

/// Prose of words of several lengths, with a line break after some forty.
QByteArray packedAnswer()
{
    app::TokenLogprobs tokens;
    const QByteArrayList words{" the",   " model", " wrote", " an", " answer", ",",
                               " which", " is",    " read",  " by", " people", "."};
    for (int i = 0; i < kTokens; ++i) {
        const QByteArray word = words.at(i % words.size()) + (i % 40 == 39 ? "\n" : "");
        const float logprob = -0.01F * float(i % 300);
        tokens.append(word, logprob);
        for (int k = 0; k < kAlternatives; ++k)
            tokens.appendAlternative(k == 0 ? word : words.at((i + k) % words.size()),
                                     logprob - float(k));
    }
    return tokens.packed();
}

struct Opening
{
    double readMs = 0;
    double openMs = 0; ///< from tokens to a picture
    double stepMs = 0; ///< a screen further
    int laidOut = 0;
};

Opening open(const QByteArray &packed, const ui::Theme &theme)
{
    Opening opening;
    QElapsedTimer clock;
    clock.start();
    const auto tokens = app::TokenLogprobs::fromPacked(packed);
    opening.readMs = double(clock.nsecsElapsed()) / 1e6;
    clock.start();
    ui::TokenView view(theme);
    ui::EntropyStrip strip(theme);
    view.resize(600, 480);
    strip.resize(880, 56);
    strip.setEntropies(app::tokenEntropies(*tokens));
    view.setTokens(*tokens, app::tokenCells(*tokens));
    (void)app::unsureTokens(*tokens, 200);
    QImage picture(view.size(), QImage::Format_RGB32);
    view.render(&picture);
    strip.render(&picture);
    opening.openMs = double(clock.nsecsElapsed()) / 1e6;
    opening.laidOut = view.layout().laidOutCount();
    clock.start();
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 480);
    view.render(&picture);
    opening.stepMs = double(clock.nsecsElapsed()) / 1e6;
    return opening;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    ui::Theme theme;
    theme.apply({});
    const QByteArray packed = packedAnswer();
    QList<Opening> openings;
    for (int round = 0; round < kRounds; ++round)
        openings.append(open(packed, theme));
    const auto first = openings.constFirst(); // with cold caches of glyphs
    const auto best = *std::ranges::min_element(openings, {}, &Opening::openMs);
    const QJsonObject report{{u"tokens"_s, kTokens},
                             {u"alternatives"_s, kAlternatives},
                             {u"packed_bytes"_s, packed.size()},
                             {u"read_ms"_s, best.readMs},
                             {u"open_first_ms"_s, first.openMs},
                             {u"open_ms"_s, best.openMs},
                             {u"step_ms"_s, best.stepMs},
                             {u"slices_laid_out"_s, best.laidOut}};
    std::puts(QJsonDocument(report).toJson(QJsonDocument::Compact).constData());
    return 0;
}
