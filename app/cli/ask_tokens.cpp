// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask_tokens.h"

#include "app/evaluation/token_statistics.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kShownAlternatives = 3;
constexpr qsizetype kTokenColumn = 20;

QJsonObject tokenToJson(QByteArrayView bytes, float logprob)
{
    QJsonArray list;
    for (const char byte : bytes)
        list.append(int(quint8(byte)));
    return {
        {u"token"_s, QString::fromUtf8(bytes)},
        {u"bytes"_s, list},
        {u"logprob"_s, logprob > 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(double(logprob))}};
}

/// In quotes, on one line; bytes that are no text as numbers.
QByteArray quotedToken(const QByteArray &bytes)
{
    if (!bytes.isValidUtf8())
        return '<' + bytes.toHex(' ') + '>';
    QByteArray text = bytes;
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    return '"' + text + '"';
}

QByteArray percent(double probability)
{
    return QByteArray::number(100 * probability, 'f', 1).rightJustified(5) + " %";
}

} // namespace

QJsonArray tokensToJson(const TokenLogprobs &tokens)
{
    QJsonArray all;
    for (qsizetype token = 0; token < tokens.size(); ++token) {
        QJsonObject entry = tokenToJson(tokens.bytes(token), tokens.logprob(token));
        QJsonArray alternatives;
        for (qsizetype at = 0; at < tokens.alternativeCount(token); ++at) {
            const TokenLogprobs::Alternative other = tokens.alternative(token, at);
            alternatives.append(tokenToJson(other.bytes, other.logprob));
        }
        entry.insert("top_logprobs"_L1, alternatives);
        all.append(entry);
    }
    return all;
}

QByteArrayList tokenTable(const TokenLogprobs &tokens)
{
    QByteArrayList lines;
    for (qsizetype token = 0; token < tokens.size(); ++token) {
        const auto probability = tokenProbability(tokens.logprob(token));
        QByteArray line = probability ? percent(*probability) : QByteArray("      ?");
        line += "  " + quotedToken(tokens.bytes(token).toByteArray()).leftJustified(kTokenColumn);
        qsizetype shown = 0;
        for (const TokenOption &option : tokenOptions(tokens, token)) {
            if (option.isChosen || shown == kShownAlternatives)
                continue;
            ++shown;
            line += ' ' + quotedToken(option.bytes) + percent(option.probability) + ' ';
        }
        while (line.endsWith(' '))
            line.chop(1);
        lines.append(line);
    }
    return lines;
}

} // namespace app
