// SPDX-License-Identifier: GPL-3.0-or-later
// The model that throws dice: at the forks of its text it takes a word by chance, and says how
// likely each of them was. These are the numbers that it really throws by.
#include "app/demo/demo_models.h"
#include "app/demo/demo_texts.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A word of the text, or several of which one is taken.
using Fork = QList<DemoOption>;

/// Of a text with forks in brackets: "a[ cat*5| dog*3]".
QList<Fork> forksOf(const QString &text)
{
    QList<Fork> forks;
    const auto addPlain = [&](const QString &plain) {
        for (const QString &token : demoTokens(plain))
            forks.append(Fork{DemoOption{token, 1}});
    };
    qsizetype at = 0;
    for (qsizetype open = text.indexOf(u'['); open >= 0; open = text.indexOf(u'[', at)) {
        const qsizetype close = text.indexOf(u']', open);
        addPlain(text.sliced(at, open - at));
        Fork fork;
        for (const QString &option : text.sliced(open + 1, close - open - 1).split(u'|'))
            fork.append({option.section(u'*', 0, 0), option.section(u'*', 1).toDouble()});
        forks.append(fork);
        at = close + 1;
    }
    addPlain(text.sliced(at));
    return forks;
}

/// As probabilities; a high temperature makes them alike, 0 leaves the likeliest.
Fork weighedFork(Fork fork, double temperature)
{
    const double heat = std::max(temperature, 0.01);
    double sum = 0;
    for (DemoOption &option : fork) {
        option.probability = std::pow(option.probability, 1 / heat);
        sum += option.probability;
    }
    for (DemoOption &option : fork)
        option.probability /= sum;
    std::ranges::stable_sort(fork, std::greater(), &DemoOption::probability);
    return fork;
}

/// The same fork falls the same with the same seed, wherever an answer began.
qsizetype thrownOption(const Fork &fork, quint32 seed, qsizetype place)
{
    constexpr quint32 kSpread = 2654435761U;
    double chance = QRandomGenerator(seed * kSpread + quint32(place)).generateDouble();
    for (qsizetype i = 0; i < fork.size(); ++i) {
        chance -= fork.at(i).probability;
        if (chance < 0)
            return i;
    }
    return 0;
}

/// How much of `given` this fork accounts for; 0: it went another way.
qsizetype sizeTaken(const Fork &fork, QStringView given)
{
    qsizetype longest = 0;
    for (const DemoOption &option : fork) {
        if (given.startsWith(option.text))
            longest = std::max(longest, option.text.size());
    }
    return longest;
}

/// What is left of a word that was given in part; empty: none begins so.
QString restOfWord(const Fork &fork, QStringView given)
{
    for (const DemoOption &option : fork) {
        if (option.text.startsWith(given))
            return option.text.sliced(given.size());
    }
    return {};
}

} // namespace

DemoScript diceAnswer(const DemoRequest &request)
{
    const QList<Fork> forks = forksOf(QString::fromUtf16(demoTexts(request.language).dice));
    DemoScript script;
    QStringView given(request.continued);
    qsizetype place = 0;
    for (; place < forks.size() && !given.isEmpty(); ++place) {
        const qsizetype size = sizeTaken(forks.at(place), given);
        if (size == 0) {
            const QString rest = restOfWord(forks.at(place), given);
            if (!rest.isEmpty()) {
                script.tokens.append(DemoToken{{DemoOption{rest, 1}}, 0});
                ++place;
            }
            break;
        }
        given = given.sliced(size);
    }
    script.text = request.continued;
    for (const DemoToken &token : std::as_const(script.tokens))
        script.text += token.text();
    const quint32 seed = request.seed ? quint32(*request.seed) + quint32(request.choice)
                                      : QRandomGenerator::global()->generate();
    for (; place < forks.size(); ++place) {
        const Fork fork = weighedFork(forks.at(place), request.temperature);
        DemoToken token{fork, thrownOption(fork, seed, place)};
        script.text += token.text();
        script.tokens.append(token);
    }
    return script;
}

} // namespace app
