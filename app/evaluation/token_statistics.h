// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/token_logprobs.h"

namespace app {

// How sure a model was, token by token. Everything is computed from what the server gave: the token
// that was chosen and the alternatives that it named.

/// 0 to 1; nothing where the server did not say.
[[nodiscard]] std::optional<double> tokenProbability(float logprob);

/// A token that could have stood there.
struct TokenOption
{
    QByteArray bytes;
    double probability = 0;
    bool isChosen = false;

    bool operator==(const TokenOption &) const = default;
};

/// The chosen token and its alternatives, the likeliest first, each once; empty where the server
/// gave no probability.
[[nodiscard]] QList<TokenOption> tokenOptions(const TokenLogprobs &tokens, qsizetype token);
/// What is left of the probability for all tokens that are not named: 0 to 1.
[[nodiscard]] double restProbability(const QList<TokenOption> &options);

/// Entropy of the choice in bits. What the options leave counts as one more of them, so it is the
/// least that it can be: many rare tokens would make it more. Nothing without a probability.
[[nodiscard]] std::optional<double> tokenEntropy(const TokenLogprobs &tokens, qsizetype token);

/// Of every token, in bits; 0 where nothing is known.
[[nodiscard]] QList<float> tokenEntropies(const TokenLogprobs &tokens);

/// Tokens that were less likely than all others together, in the order of the text; where there is
/// none, the least sure ones. At most `most`, the least sure of them.
[[nodiscard]] QList<qsizetype> unsureTokens(const TokenLogprobs &tokens, qsizetype most);
/// −1 where no token has a probability.
[[nodiscard]] qsizetype leastSureToken(const TokenLogprobs &tokens);

/// Of all tokens whose probability is known: e to the mean of −ln p; 1: each was certain. Nothing
/// where none is known.
[[nodiscard]] std::optional<double> perplexity(const TokenLogprobs &tokens);

/// Where an answer stands among the bytes of its tokens; nothing where they do not spell it.
[[nodiscard]] std::optional<qsizetype> placeOfAnswer(const TokenLogprobs &tokens,
                                                     QByteArrayView answer);

/// Tokens that stand for whole characters only together, and are shown as one.
struct TokenCell
{
    qsizetype first = 0; ///< token
    qsizetype last = 0; ///< the same for nearly all

    bool operator==(const TokenCell &) const = default;
};

/// All tokens, in order. Bytes that never become a character stand alone; a token without bytes
/// belongs to the next one.
[[nodiscard]] QList<TokenCell> tokenCells(const TokenLogprobs &tokens);

/// How many tokens two answers have in common from the beginning on: where they part.
[[nodiscard]] qsizetype commonTokens(const TokenLogprobs &a, const TokenLogprobs &b);

} // namespace app
