// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_wording.h"

#include "ui/tokens/token_text.h"
#include "ui/wording/number_wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct TokenWords
{
    Q_DECLARE_TR_FUNCTIONS(Tokens)
};

constexpr double kSmallest = 0.001;
constexpr double kWithoutDecimals = 0.1; ///< from here on without decimals
constexpr qsizetype kToldAlternatives = 5;

constexpr qsizetype kToldContext = 40; ///< bytes

/// A token and how likely it was; that an answer ends there.
QString toldToken(const app::TokenLogprobs &tokens, qsizetype token)
{
    if (token >= tokens.size())
        return TokenWords::tr("the end");
    //: A token and its probability.
    return TokenWords::tr("%1 (%2)").arg(quotedToken(tokens.bytes(token)),
                                         probabilityText(tokens, token));
}

/// What stands before a token, from a whole character on.
QString contextOf(const app::TokenLogprobs &tokens, qsizetype token)
{
    const qsizetype end = token < tokens.size() ? tokens.begin(token) : tokens.text().size();
    QByteArrayView before =
        QByteArrayView(tokens.text()).first(end).last(std::min(end, kToldContext));
    while (!before.isEmpty() && !before.isValidUtf8())
        before = before.sliced(1);
    return before.isEmpty() ? QString() : u'…' + shownToken(before);
}

} // namespace

QString determinismText(const app::TokenLogprobs &one, const app::TokenLogprobs &other)
{
    const qsizetype same = app::commonTokens(one, other);
    if (same == one.size() && same == other.size())
        return TokenWords::tr("Identical: %n token(s).", nullptr, int(same));
    if (same == 0)
        //: %1 and %2 are tokens.
        return TokenWords::tr(
                   "The answers part at the first token: %1 in this one, %2 in the other.")
            .arg(toldToken(one, 0), toldToken(other, 0));
    //: %1 is the number of a token, %2 the text before it, %3 and %4 are tokens.
    return TokenWords::tr(
               "The answers part at token %1, behind “%2”: %3 in this one, %4 in the other.")
        .arg(QString::number(same + 1), contextOf(one, same), toldToken(one, same),
             toldToken(other, same));
}

QString fingerprintText(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return TokenWords::tr("The server does not tell which version of it answered "
                              "(system_fingerprint).");
    if (one == other)
        return TokenWords::tr("The same version of the server answered: %1.").arg(one);
    return TokenWords::tr("Different versions of the server answered: %1 and %2.").arg(one, other);
}

QString probabilityText(double probability)
{
    const QLocale locale;
    //: A probability.
    const QString percent = TokenWords::tr("%1 %");
    if (probability < kSmallest)
        //: %1 is a probability: less than that.
        return TokenWords::tr("< %1").arg(percent.arg(locale.toString(100 * kSmallest, 'f', 1)));
    const bool isNearlyAll = probability > 0.99 && probability < 0.9995;
    const int decimals = probability < kWithoutDecimals || isNearlyAll ? 1 : 0;
    return percent.arg(locale.toString(100 * probability, 'f', decimals));
}

QString probabilityText(const app::TokenLogprobs &tokens, qsizetype token)
{
    const auto probability = app::tokenProbability(tokens.logprob(token));
    return probability ? probabilityText(*probability) : TokenWords::tr("not known");
}

QString quotedToken(QByteArrayView bytes)
{
    //: A piece of text in quotation marks.
    return TokenWords::tr("“%1”").arg(shownToken(bytes));
}

QString entropyText(double bits)
{
    return TokenWords::tr("at least %1 bits").arg(QLocale().toString(bits, 'f', bits < 10 ? 2 : 1));
}

qsizetype tellingToken(const app::TokenLogprobs &tokens, const app::TokenCell &cell)
{
    qsizetype least = cell.first;
    for (qsizetype token = cell.first + 1; token <= cell.last; ++token) {
        if (tokens.logprob(token) < tokens.logprob(least))
            least = token;
    }
    return least;
}

QString cellText(const app::TokenLogprobs &tokens, const app::TokenCell &cell)
{
    const qsizetype token = tellingToken(tokens, cell);
    const QByteArrayView bytes =
        QByteArrayView(tokens.text())
            .sliced(tokens.begin(cell.first), tokens.end(cell.last) - tokens.begin(cell.first));
    //: %1 is a piece of text, %2 its probability.
    const QString line = TokenWords::tr("%1: %2");
    QStringList lines{line.arg(quotedToken(bytes), probabilityText(tokens, token))};
    const QList<app::TokenOption> options = app::tokenOptions(tokens, token);
    for (const app::TokenOption &option : options) {
        if (!option.isChosen && lines.size() <= kToldAlternatives)
            lines.append(line.arg(quotedToken(option.bytes), probabilityText(option.probability)));
    }
    return lines.join(u'\n');
}

QString tokenSummary(const app::TokenLogprobs &tokens)
{
    QStringList parts{tokensText(tokens.size())};
    if (const auto perplexed = app::perplexity(tokens))
        //: How sure a model was of a text on average; 1: of every token.
        parts.append(TokenWords::tr("perplexity %1").arg(QLocale().toString(*perplexed, 'f', 2)));
    int unsure = 0;
    for (qsizetype token = 0; token < tokens.size(); ++token)
        unsure += app::tokenProbability(tokens.logprob(token)).value_or(1) < 0.5 ? 1 : 0;
    //: Tokens.
    parts.append(TokenWords::tr("%n below 50 %", nullptr, unsure));
    if (tokens.isCut())
        parts.append(TokenWords::tr("only the beginning is kept"));
    return parts.join(u" · "_s);
}

QString levelText(TokenLevel level)
{
    switch (level) {
    case TokenLevel::Sure:
        return TokenWords::tr("95 % and more");
    case TokenLevel::Likely:
        return TokenWords::tr("80 – 95 %");
    case TokenLevel::Open:
        return TokenWords::tr("50 – 80 %");
    case TokenLevel::Unsure:
        return TokenWords::tr("20 – 50 %");
    case TokenLevel::Rare:
        return TokenWords::tr("below 20 %");
    }
    return {};
}

QString noTokensText(const app::Error &error)
{
    if (error.kind == app::ErrorKind::NotFound)
        return TokenWords::tr("Nothing is kept of the tokens of this answer.");
    return TokenWords::tr("The tokens of this answer cannot be read: %1").arg(error.message);
}

} // namespace ui
