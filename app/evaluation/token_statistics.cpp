// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/token_statistics.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double kUnsure = 0.5;
/// Where every token is surer than that.
constexpr qsizetype kFewestUnsure = 5;
constexpr qsizetype kLongestCharacter = 4;

double bitsOf(double probability)
{
    return probability > 0 ? -probability * std::log2(probability) : 0;
}

bool isFollowingByte(char byte)
{
    return (quint8(byte) & 0xC0) == 0x80;
}

/// How many bytes a character has that begins so; 0: none begins so.
qsizetype bytesFrom(char lead)
{
    const auto byte = quint8(lead);
    return byte < 0x80   ? 1
           : byte < 0xC2 ? 0
           : byte < 0xE0 ? 2
           : byte < 0xF0 ? 3
           : byte < 0xF5 ? 4
                         : 0;
}

/// Whether no character of `text` reaches across this place.
bool isBoundary(QByteArrayView text, qsizetype at)
{
    if (at <= 0 || at >= text.size() || !isFollowingByte(text.at(at)))
        return true;
    const qsizetype lowest = std::max<qsizetype>(0, at - kLongestCharacter + 1);
    for (qsizetype lead = at - 1; lead >= lowest; --lead) {
        if (isFollowingByte(text.at(lead)))
            continue;
        const qsizetype end = lead + bytesFrom(text.at(lead));
        if (end <= at || end > text.size())
            return true;
        return !text.sliced(lead, end - lead).isValidUtf8();
    }
    return true;
}

} // namespace

std::optional<double> tokenProbability(float logprob)
{
    if (logprob > 0)
        return {};
    return std::exp(double(logprob));
}

QList<TokenOption> tokenOptions(const TokenLogprobs &tokens, qsizetype token)
{
    const auto chosen = tokenProbability(tokens.logprob(token));
    if (!chosen)
        return {};
    QList<TokenOption> options{{tokens.bytes(token).toByteArray(), *chosen, true}};
    for (qsizetype at = 0; at < tokens.alternativeCount(token); ++at) {
        const TokenLogprobs::Alternative other = tokens.alternative(token, at);
        const auto probability = tokenProbability(other.logprob);
        const bool isThere = std::ranges::any_of(options, [&](const TokenOption &option) {
            return QByteArrayView(option.bytes) == other.bytes;
        });
        if (probability && !isThere)
            options.append({other.bytes.toByteArray(), *probability, false});
    }
    std::ranges::stable_sort(options, std::greater(), &TokenOption::probability);
    return options;
}

double restProbability(const QList<TokenOption> &options)
{
    double named = 0;
    for (const TokenOption &option : options)
        named += option.probability;
    return std::clamp(1 - named, 0.0, 1.0);
}

std::optional<double> tokenEntropy(const TokenLogprobs &tokens, qsizetype token)
{
    // Without the options themselves: an answer has tens of thousands of them.
    const auto chosen = tokenProbability(tokens.logprob(token));
    if (!chosen)
        return {};
    double named = *chosen;
    double bits = bitsOf(*chosen);
    const QByteArrayView bytes = tokens.bytes(token);
    for (qsizetype at = 0; at < tokens.alternativeCount(token); ++at) {
        const TokenLogprobs::Alternative other = tokens.alternative(token, at);
        const auto probability = tokenProbability(other.logprob);
        if (!probability || other.bytes == bytes)
            continue;
        named += *probability;
        bits += bitsOf(*probability);
    }
    return bits + bitsOf(std::clamp(1 - named, 0.0, 1.0));
}

QList<float> tokenEntropies(const TokenLogprobs &tokens)
{
    QList<float> entropies;
    entropies.reserve(tokens.size());
    for (qsizetype token = 0; token < tokens.size(); ++token)
        entropies.append(float(tokenEntropy(tokens, token).value_or(0)));
    return entropies;
}

QList<qsizetype> unsureTokens(const TokenLogprobs &tokens, qsizetype most)
{
    QList<qsizetype> known;
    qsizetype unsure = 0;
    for (qsizetype token = 0; token < tokens.size(); ++token) {
        const auto probability = tokenProbability(tokens.logprob(token));
        if (!probability)
            continue;
        known.append(token);
        unsure += *probability < kUnsure ? 1 : 0;
    }
    const qsizetype wanted = unsure > 0 ? unsure : kFewestUnsure;
    const auto byLogprob = [&](qsizetype token) { return tokens.logprob(token); };
    std::ranges::stable_sort(known, {}, byLogprob);
    known.resize(std::min({known.size(), most, wanted}));
    std::ranges::sort(known);
    return known;
}

qsizetype leastSureToken(const TokenLogprobs &tokens)
{
    qsizetype least = -1;
    for (qsizetype token = 0; token < tokens.size(); ++token) {
        const float logprob = tokens.logprob(token);
        if (logprob <= 0 && (least < 0 || logprob < tokens.logprob(least)))
            least = token;
    }
    return least;
}

std::optional<double> perplexity(const TokenLogprobs &tokens)
{
    double sum = 0;
    qsizetype known = 0;
    for (qsizetype token = 0; token < tokens.size(); ++token) {
        if (tokens.logprob(token) > 0)
            continue;
        sum -= double(tokens.logprob(token));
        ++known;
    }
    if (known == 0)
        return {};
    return std::exp(sum / double(known));
}

std::optional<qsizetype> placeOfAnswer(const TokenLogprobs &tokens, QByteArrayView answer)
{
    // The last place: thoughts that came before may have said the same.
    const qsizetype at = answer.isEmpty() ? -1 : QByteArrayView(tokens.text()).lastIndexOf(answer);
    return at < 0 ? std::nullopt : std::optional(at);
}

QList<TokenCell> tokenCells(const TokenLogprobs &tokens)
{
    QList<TokenCell> cells;
    cells.reserve(tokens.size());
    bool isOpen = false; // the last cell ends inside of a character
    for (qsizetype token = 0; token < tokens.size(); ++token) {
        if (isOpen)
            cells.last().last = token;
        else
            cells.append({token, token});
        isOpen = tokens.bytes(token).isEmpty() || !isBoundary(tokens.text(), tokens.end(token));
    }
    return cells;
}

qsizetype commonTokens(const TokenLogprobs &a, const TokenLogprobs &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same < shorter && a.bytes(same) == b.bytes(same))
        ++same;
    return same;
}

} // namespace app
