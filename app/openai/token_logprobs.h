// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace app {

/// What stands for a logarithm that the server did not give; no probability has one above 0.
inline constexpr float kUnknownLogprob = 1.0F;
/// Servers say −9999 for "none at all", and JSON has no infinity.
inline constexpr float kLowestLogprob = -9999.0F;

namespace token_limits {
inline constexpr qsizetype kTokens = 1024 * 1024; ///< of one answer
inline constexpr qsizetype kBytes = 8 * 1024 * 1024; ///< of one answer, all in all
inline constexpr qsizetype kTokenBytes = 1024; ///< nothing that is longer is one
inline constexpr qsizetype kAlternatives = 20; ///< of one token, as the API has it
inline constexpr int kChoices = 8; ///< of one run; of further ones nothing is kept
} // namespace token_limits

/// How sure a model was of each token of an answer: the tokens one after the other, the natural
/// logarithm of the probability of each, and the alternatives that the server named. Some ten bytes
/// for each of them; copies share. Tokens are bytes: one may hold a part of a character only.
class TokenLogprobs
{
public:
    struct Alternative
    {
        QByteArrayView bytes; ///< valid as long as the value is not changed
        float logprob = kUnknownLogprob;
    };
    /// Whether a server told the bytes of a token, or only a text that may stand for others.
    enum class Spelling { Exact, Guessed };

    [[nodiscard]] bool isEmpty() const { return m_tokens.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_tokens.size(); }
    /// All tokens one after the other: the answer, and what the server counts to it (thoughts, a
    /// token that ends it).
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// Where a token begins and ends in text().
    [[nodiscard]] qsizetype begin(qsizetype token) const;
    [[nodiscard]] qsizetype end(qsizetype token) const { return m_tokens.at(token).end; }
    [[nodiscard]] QByteArrayView bytes(qsizetype token) const;
    [[nodiscard]] float logprob(qsizetype token) const { return m_tokens.at(token).logprob; }
    [[nodiscard]] qsizetype alternativeCount(qsizetype token) const;
    /// As the server ordered them; the token itself is mostly among them.
    [[nodiscard]] Alternative alternative(qsizetype token, qsizetype at) const;
    /// More came than the limits let in; what is there is the beginning.
    [[nodiscard]] bool isCut() const { return m_isCut; }

    /// Nothing where a limit is met: the rest is left out from then on.
    void append(QByteArrayView bytes, float logprob, Spelling spelling = Spelling::Exact);
    /// Those of a text that goes on with this one.
    void append(const TokenLogprobs &more);
    /// Of the token that was appended last.
    void appendAlternative(QByteArrayView bytes, float logprob);
    /// The bytes of guessed tokens, once the answer is known: what stands between their neighbours
    /// belongs to them. Unchanged where the tokens do not spell the answer from its beginning.
    void settle(QByteArrayView answer);

    /// For the store.
    [[nodiscard]] QByteArray packed() const;
    /// Nothing where the bytes are damaged or beyond the limits.
    [[nodiscard]] static std::optional<TokenLogprobs> fromPacked(QByteArrayView packed);

    bool operator==(const TokenLogprobs &) const = default;

private:
    struct Token
    {
        qint32 end = 0; ///< in m_text
        qint32 alternativesEnd = 0; ///< in m_alternatives
        float logprob = kUnknownLogprob;
        Spelling spelling = Spelling::Exact;

        bool operator==(const Token &) const = default;
    };
    struct Entry
    {
        qint32 end = 0; ///< in m_alternativeText
        float logprob = kUnknownLogprob;

        bool operator==(const Entry &) const = default;
    };

    [[nodiscard]] qsizetype alternativesBegin(qsizetype token) const;
    [[nodiscard]] qsizetype weight() const;

    QByteArray m_text;
    QList<Token> m_tokens;
    QByteArray m_alternativeText;
    QList<Entry> m_alternatives;
    bool m_isCut = false;
};

} // namespace app
