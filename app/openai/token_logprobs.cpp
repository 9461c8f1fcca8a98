// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/token_logprobs.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace app {

namespace {

constexpr quint8 kPackedVersion = 1;
/// Between two tokens whose bytes are known; more is no part of a character.
constexpr qsizetype kLongestGuess = 64;

float saneLogprob(float logprob)
{
    if (std::isnan(logprob) || logprob > 0)
        return kUnknownLogprob;
    return std::max(logprob, kLowestLogprob);
}

/// Rounding leaves the surest tokens a little above zero.
float roundedLogprob(float logprob)
{
    constexpr float kRounding = 1e-3F;
    return logprob > 0 && logprob < kRounding ? 0 : saneLogprob(logprob);
}

void packNumber(QByteArray &into, quint32 number)
{
    for (; number > 0x7f; number >>= 7)
        into.append(char(number | 0x80));
    into.append(char(number));
}

void packEntry(QByteArray &into, QByteArrayView bytes, float logprob)
{
    packNumber(into, quint32(bytes.size()));
    into.append(bytes);
    std::array<char, sizeof(float)> raw{};
    qToLittleEndian(logprob, raw.data());
    into.append(raw.data(), qsizetype(raw.size()));
}

/// Reads what is packed; after a fault everything is empty and isWhole() says so.
class PackedTokens
{
public:
    explicit PackedTokens(QByteArrayView bytes) : m_rest(bytes) { }

    quint32 number()
    {
        quint32 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const QByteArrayView byte = take(1);
            if (byte.isEmpty())
                return 0;
            value |= quint32(quint8(byte.front()) & 0x7f) << shift;
            if (quint8(byte.front()) < 0x80)
                return value;
        }
        m_isWhole = false;
        return 0;
    }

    QByteArrayView take(qsizetype count)
    {
        if (!m_isWhole || count > m_rest.size()) {
            m_isWhole = false;
            return {};
        }
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }

    float logprob()
    {
        const QByteArrayView raw = take(sizeof(float));
        return raw.isEmpty() ? kUnknownLogprob : saneLogprob(qFromLittleEndian<float>(raw.data()));
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_isWhole = true;
};

} // namespace

qsizetype TokenLogprobs::begin(qsizetype token) const
{
    return token > 0 ? m_tokens.at(token - 1).end : 0;
}

QByteArrayView TokenLogprobs::bytes(qsizetype token) const
{
    return QByteArrayView(m_text).sliced(begin(token), end(token) - begin(token));
}

qsizetype TokenLogprobs::alternativesBegin(qsizetype token) const
{
    return token > 0 ? m_tokens.at(token - 1).alternativesEnd : 0;
}

qsizetype TokenLogprobs::alternativeCount(qsizetype token) const
{
    return m_tokens.at(token).alternativesEnd - alternativesBegin(token);
}

TokenLogprobs::Alternative TokenLogprobs::alternative(qsizetype token, qsizetype at) const
{
    const qsizetype entry = alternativesBegin(token) + at;
    const qsizetype from = entry > 0 ? m_alternatives.at(entry - 1).end : 0;
    const Entry &found = m_alternatives.at(entry);
    return {QByteArrayView(m_alternativeText).sliced(from, found.end - from), found.logprob};
}

qsizetype TokenLogprobs::weight() const
{
    return m_text.size() + m_alternativeText.size() + m_tokens.size() * qsizetype(sizeof(Token))
           + m_alternatives.size() * qsizetype(sizeof(Entry));
}

void TokenLogprobs::append(QByteArrayView bytes, float logprob, Spelling spelling)
{
    m_isCut = m_isCut || bytes.size() > token_limits::kTokenBytes
              || m_tokens.size() >= token_limits::kTokens || weight() >= token_limits::kBytes;
    if (m_isCut)
        return;
    m_text.append(bytes);
    m_tokens.append(
        {qint32(m_text.size()), qint32(m_alternatives.size()), roundedLogprob(logprob), spelling});
}

void TokenLogprobs::append(const TokenLogprobs &more)
{
    for (qsizetype token = 0; token < more.size() && !m_isCut; ++token) {
        append(more.bytes(token), more.logprob(token), more.m_tokens.at(token).spelling);
        for (qsizetype at = 0; at < more.alternativeCount(token); ++at)
            appendAlternative(more.alternative(token, at).bytes,
                              more.alternative(token, at).logprob);
    }
    m_isCut = m_isCut || more.m_isCut;
}

void TokenLogprobs::appendAlternative(QByteArrayView bytes, float logprob)
{
    if (m_isCut || m_tokens.isEmpty() || bytes.size() > token_limits::kTokenBytes
        || alternativeCount(m_tokens.size() - 1) >= token_limits::kAlternatives)
        return;
    m_alternativeText.append(bytes);
    m_alternatives.append({qint32(m_alternativeText.size()), roundedLogprob(logprob)});
    m_tokens.last().alternativesEnd = qint32(m_alternatives.size());
}

void TokenLogprobs::settle(QByteArrayView answer)
{
    const auto isGuessed = [](const Token &token) { return token.spelling == Spelling::Guessed; };
    if (std::ranges::none_of(m_tokens, isGuessed))
        return;
    QByteArray text;
    QList<Token> tokens = m_tokens;
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        qsizetype next = at;
        while (next < tokens.size() && isGuessed(tokens.at(next)))
            tokens[next++].end = qint32(text.size());
        const bool isLast = next == tokens.size();
        const QByteArrayView known = isLast ? QByteArrayView() : bytes(next);
        const QByteArrayView rest = answer.sliced(std::min(text.size(), answer.size()));
        // The last one of them completes the character.
        qsizetype gap = 0;
        if (next > at) {
            const qsizetype near = std::min(rest.size(), kLongestGuess + known.size());
            gap = isLast ? rest.size() : rest.first(near).indexOf(known);
            if (gap < 0 || gap > kLongestGuess)
                return;
            text.append(rest.first(gap));
            tokens[next - 1].end = qint32(text.size());
        }
        if (isLast)
            break;
        // Behind the answer there may be a token that ends it.
        if (text.size() < answer.size() && !rest.sliced(gap).startsWith(known))
            return;
        text.append(known);
        tokens[next].end = qint32(text.size());
        at = next;
    }
    for (Token &token : tokens)
        token.spelling = Spelling::Exact;
    m_text = text;
    m_tokens = tokens;
}

QByteArray TokenLogprobs::packed() const
{
    QByteArray into;
    into.reserve(weight() / 2);
    into.append(char(kPackedVersion));
    into.append(char(m_isCut));
    packNumber(into, quint32(m_tokens.size()));
    for (qsizetype token = 0; token < m_tokens.size(); ++token) {
        packEntry(into, bytes(token), logprob(token));
        const qsizetype alternatives = alternativeCount(token);
        packNumber(into, quint32(alternatives));
        for (qsizetype at = 0; at < alternatives; ++at)
            packEntry(into, alternative(token, at).bytes, alternative(token, at).logprob);
    }
    return into;
}

std::optional<TokenLogprobs> TokenLogprobs::fromPacked(QByteArrayView packed)
{
    PackedTokens reader(packed);
    const QByteArrayView head = reader.take(2);
    if (head.isEmpty() || quint8(head.front()) != kPackedVersion)
        return {};
    TokenLogprobs tokens;
    const quint32 count = reader.number();
    for (quint32 token = 0; token < count && reader.isWhole() && !tokens.m_isCut; ++token) {
        const QByteArrayView bytes = reader.take(reader.number());
        tokens.append(bytes, reader.logprob());
        const quint32 alternatives = reader.number();
        for (quint32 at = 0; at < alternatives && reader.isWhole(); ++at) {
            const QByteArrayView alternative = reader.take(reader.number());
            tokens.appendAlternative(alternative, reader.logprob());
        }
    }
    if (!reader.isWhole() || !reader.atEnd() || tokens.m_isCut)
        return {};
    tokens.m_isCut = head.back() != 0;
    return tokens;
}

} // namespace app
