// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openai/context_overflow.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// More digits are no count of tokens.
constexpr auto kOverflowNumber = "(\\d[\\d,_]{0,14})(?!\\d)"_L1;

/// The first number that one of these patterns finds; "N" stands for it.
template <size_t Count>
std::optional<qint64> firstNumber(const QString &text,
                                  const std::array<QLatin1StringView, Count> &patterns)
{
    for (const QLatin1StringView pattern : patterns) {
        const QRegularExpression expression(QString(pattern).replace(u'N', kOverflowNumber),
                                            QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = expression.match(text);
        if (!match.hasMatch())
            continue;
        bool isNumber = false;
        const qint64 number = match.captured(1).remove(u',').remove(u'_').toLongLong(&isNumber);
        if (isNumber && number > 0)
            return number;
    }
    return {};
}

// "N" is the number, all else a regular expression without that letter.
constexpr std::array kLimitWords{
    "context length (?:is|of)(?: only)? N"_L1,
    "context (?:size|window)[^\\d]{0,12}N"_L1,
    "tokens? > N maximum"_L1,
    "maximum (?:number of )?(?:input )?tokens(?: allowed)?[^\\d]{0,4}N"_L1,
    "limit (?:is|of) N"_L1,
};
constexpr std::array kRequestedWords{
    "requested (?:about )?N tokens"_L1,
    "resulted in N tokens"_L1,
};
constexpr std::array kPromptWords{
    "N in the messages"_L1,         "N (?:tokens )?of text input"_L1,
    "N in the (?:input|prompt)"_L1, "(?:has|contains|with)(?: at least)? N input tokens"_L1,
    "request \\(N tokens\\)"_L1,    "too long: N tokens"_L1,
    "input token count \\(?N"_L1,   "keep the first N tokens"_L1,
};
constexpr std::array kAnswerWords{
    "N in the (?:completion|output)"_L1,
    "N output tokens"_L1,
    "max_(?:completion_)?tokens'? is too large: N"_L1,
};

} // namespace

std::optional<ContextOverflow> contextOverflowOf(const Error &error)
{
    if (error.kind != ErrorKind::ContextOverflow)
        return {};
    const QString &said = error.message; // cut by whoever read it
    ContextOverflow overflow{firstNumber(said, kLimitWords), firstNumber(said, kRequestedWords),
                             firstNumber(said, kPromptWords), firstNumber(said, kAnswerWords)};
    if (!overflow.requested && overflow.prompt && overflow.answer)
        overflow.requested = *overflow.prompt + *overflow.answer;
    else if (overflow.requested && !overflow.prompt && overflow.answer)
        overflow.prompt = std::max<qint64>(*overflow.requested - *overflow.answer, 0);
    else if (overflow.requested && overflow.prompt && !overflow.answer)
        overflow.answer = std::max<qint64>(*overflow.requested - *overflow.prompt, 0);
    return overflow;
}

} // namespace app
