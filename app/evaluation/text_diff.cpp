// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/text_diff.h"

#include "app/evaluation/diff_pieces.h"
#include "app/evaluation/diff_tokens.h"
#include "app/evaluation/json_diff.h"

#include <QHash>

#include <algorithm>

namespace app {

namespace {
/// Tokens of one text, with numbers that are equal where the tokens are.
struct Tokens
{
    QList<DiffToken> list;
    QList<int> numbers;

    [[nodiscard]] std::span<const int> part(qsizetype from, qsizetype length) const
    {
        return {numbers.constData() + from, size_t(length)};
    }
    [[nodiscard]] std::span<const int> all() const { return part(0, numbers.size()); }
};

/// From token `first` on, `count` of them.
struct TokenRange
{
    qsizetype first = 0;
    qsizetype count = 0;
};

class TokenNumbers
{
public:
    explicit TokenNumbers(const DiffOptions &options) : m_options(options) { }

    Tokens of(QStringView text, QList<DiffToken> list)
    {
        const auto isBlank = [&](const DiffToken &token) {
            return token.in(text).trimmed().isEmpty();
        };
        if (m_options.ignoreWhiteSpace)
            list.removeIf(isBlank);
        Tokens tokens{std::move(list), {}};
        tokens.numbers.reserve(tokens.list.size());
        for (const DiffToken &token : std::as_const(tokens.list))
            tokens.numbers.append(number(token, token.in(text)));
        return tokens;
    }

private:
    int number(const DiffToken &token, QStringView text)
    {
        QString key = m_options.ignoreWhiteSpace ? text.toString().simplified() : text.toString();
        if (m_options.ignoreCase)
            key = key.toCaseFolded();
        if (token.isLine)
            key.prepend(u'\n'); // a line is no word
        const auto known = m_numbers.constFind(key);
        if (known != m_numbers.cend())
            return *known;
        const int number = int(m_numbers.size());
        m_numbers.insert(key, number);
        return number;
    }

    const DiffOptions &m_options;
    QHash<QString, int> m_numbers;
};

class TextDiffer
{
public:
    TextDiffer(const QString &left, const QString &right, const DiffOptions &options,
               const DiffBudget &budget)
        : m_left(left), m_right(right), m_options(options), m_budget(budget)
    {
    }

    TextDiff run();

private:
    void byLines(const Tokens &leftWords, const Tokens &rightWords);
    void add(const Tokens &left, const Tokens &right, const QList<DiffStretch> &stretches,
             TokenRange leftBase, TokenRange rightBase);
    void addSame(const DiffToken &left, const DiffToken &right);
    void addDifference(const Tokens &left, TokenRange leftRange, const Tokens &right,
                       TokenRange rightRange);
    void addGap(qsizetype leftEnd, qsizetype rightEnd);
    [[nodiscard]] QStringView left(qsizetype from, qsizetype to) const
    {
        return QStringView(m_left).sliced(from, to - from);
    }
    [[nodiscard]] QStringView right(qsizetype from, qsizetype to) const
    {
        return QStringView(m_right).sliced(from, to - from);
    }

    const QString &m_left;
    const QString &m_right;
    const DiffOptions &m_options;
    DiffBudget m_budget;
    DiffPieces m_pieces;
    // Up to where the texts are in the pieces. What lies between that and the next token is a gap.
    qsizetype m_leftAt = 0;
    qsizetype m_rightAt = 0;
};

/// The tokens that lie between two places of the text.
TokenRange rangeIn(const Tokens &tokens, qsizetype start, qsizetype end)
{
    const auto first = std::ranges::lower_bound(tokens.list, start, {}, &DiffToken::start);
    const auto last = std::ranges::lower_bound(tokens.list, end, {}, &DiffToken::start);
    return {first - tokens.list.begin(), last - first};
}

bool hasWordIn(QStringView text)
{
    return std::ranges::any_of(text, [](QChar sign) {
        // Halves of pairs: letters of rarer scripts, emoji
        return sign.isLetterOrNumber() || sign.isSurrogate();
    });
}

/// Signs alone that happen to be the same, between two differences on one line, are noise: they
/// become part of one difference.
QList<DiffStretch> withoutLoneSigns(const QList<DiffStretch> &stretches, const Tokens &left,
                                    QStringView text)
{
    QList<DiffStretch> kept;
    bool joins = false;
    for (qsizetype i = 0; i < stretches.size(); ++i) {
        const DiffStretch &stretch = stretches.at(i);
        bool isNoise = false;
        if (stretch.isSame && i > 0 && i + 1 < stretches.size()) {
            const qsizetype start = left.list.at(stretch.left).start;
            const qsizetype next = stretch.left + stretch.leftLength;
            const qsizetype end = next < left.list.size() ? left.list.at(next).start : text.size();
            const QStringView same = text.sliced(start, end - start);
            isNoise =
                !left.list.at(stretch.left).isLine && !hasWordIn(same) && !same.contains(u'\n');
        }
        if (isNoise || joins) {
            kept.last().leftLength += stretch.leftLength;
            kept.last().rightLength += stretch.rightLength;
        } else {
            kept.append(stretch);
        }
        joins = isNoise;
    }
    return kept;
}

TextDiff TextDiffer::run()
{
    TokenNumbers numbers(m_options);
    const bool wantsWords = m_options.unit == DiffUnit::Words;
    const auto words = [&](const QString &text) {
        return wantsWords ? numbers.of(text, wordTokens(text)) : Tokens();
    };
    const Tokens leftWords = words(m_left);
    const Tokens rightWords = words(m_right);
    if (wantsWords && fitsBudget(leftWords.all(), rightWords.all(), m_budget)) {
        const auto stretches = diffSequences(leftWords.all(), rightWords.all(), m_budget);
        add(leftWords, rightWords, withoutLoneSigns(stretches, leftWords, m_left),
            {0, leftWords.list.size()}, {0, rightWords.list.size()});
    } else {
        byLines(leftWords, rightWords);
    }
    addGap(m_left.size(), m_right.size());
    TextDiff diff;
    m_pieces.moveInto(diff);
    diff.unit = m_options.unit;
    diff.isCoarse = m_budget.wasTooSmall;
    diff.cells = m_budget.cellsSpent;
    return diff;
}

/// Lines first, and words where lines differ, as far as the budget goes.
void TextDiffer::byLines(const Tokens &leftWords, const Tokens &rightWords)
{
    TokenNumbers numbers(m_options);
    const Tokens leftLines = numbers.of(m_left, lineTokens(m_left));
    const Tokens rightLines = numbers.of(m_right, lineTokens(m_right));
    const QList<DiffStretch> stretches = diffSequences(leftLines.all(), rightLines.all(), m_budget);
    for (const DiffStretch &stretch : stretches) {
        const TokenRange leftRange{stretch.left, stretch.leftLength};
        const TokenRange rightRange{stretch.right, stretch.rightLength};
        const bool isReplaced = !stretch.isSame && leftRange.count > 0 && rightRange.count > 0;
        if (!isReplaced || m_options.unit == DiffUnit::Lines) {
            add(leftLines, rightLines, {{stretch.isSame, 0, leftRange.count, 0, rightRange.count}},
                leftRange, rightRange);
            continue;
        }
        const auto wordsOf = [](const Tokens &words, const Tokens &lines, TokenRange range) {
            return rangeIn(words, lines.list.at(range.first).start,
                           lines.list.at(range.first + range.count - 1).end);
        };
        const TokenRange leftPart = wordsOf(leftWords, leftLines, leftRange);
        const TokenRange rightPart = wordsOf(rightWords, rightLines, rightRange);
        const auto left = leftWords.part(leftPart.first, leftPart.count);
        const auto right = rightWords.part(rightPart.first, rightPart.count);
        if (fitsBudget(left, right, m_budget)) {
            add(leftWords, rightWords, diffSequences(left, right, m_budget), leftPart, rightPart);
        } else {
            m_budget.wasTooSmall = true;
            addDifference(leftLines, leftRange, rightLines, rightRange);
        }
    }
}

/// The stretches count from the beginning of the ranges.
void TextDiffer::add(const Tokens &left, const Tokens &right, const QList<DiffStretch> &stretches,
                     TokenRange leftBase, TokenRange rightBase)
{
    for (const DiffStretch &stretch : stretches) {
        const qsizetype leftFirst = leftBase.first + stretch.left;
        const qsizetype rightFirst = rightBase.first + stretch.right;
        if (!stretch.isSame) {
            addDifference(left, {leftFirst, stretch.leftLength}, right,
                          {rightFirst, stretch.rightLength});
            continue;
        }
        for (qsizetype i = 0; i < stretch.leftLength; ++i)
            addSame(left.list.at(leftFirst + i), right.list.at(rightFirst + i));
    }
}

void TextDiffer::addSame(const DiffToken &leftToken, const DiffToken &rightToken)
{
    addGap(leftToken.start, rightToken.start);
    m_pieces.addSame(leftToken.in(m_left), rightToken.in(m_right));
    m_leftAt = leftToken.end;
    m_rightAt = rightToken.end;
}

void TextDiffer::addDifference(const Tokens &leftTokens, TokenRange leftRange,
                               const Tokens &rightTokens, TokenRange rightRange)
{
    const auto endOf = [](const Tokens &tokens, TokenRange range) {
        return tokens.list.at(range.first + range.count - 1).end;
    };
    if (leftRange.count > 0 && rightRange.count > 0)
        addGap(leftTokens.list.at(leftRange.first).start,
               rightTokens.list.at(rightRange.first).start);
    if (leftRange.count > 0) {
        const qsizetype end = endOf(leftTokens, leftRange);
        m_pieces.addRemoved(left(m_leftAt, end));
        m_leftAt = end;
    }
    if (rightRange.count > 0) {
        const qsizetype end = endOf(rightTokens, rightRange);
        m_pieces.addAdded(right(m_rightAt, end));
        m_rightAt = end;
    }
}

/// White space before the next tokens.
void TextDiffer::addGap(qsizetype leftEnd, qsizetype rightEnd)
{
    const QStringView leftGap = left(m_leftAt, leftEnd);
    const QStringView rightGap = right(m_rightAt, rightEnd);
    m_leftAt = leftEnd;
    m_rightAt = rightEnd;
    if (m_options.ignoreWhiteSpace || leftGap == rightGap)
        return m_pieces.addSame(leftGap, rightGap);
    const auto [leftRest, rightRest] = std::ranges::mismatch(leftGap, rightGap);
    const qsizetype common = leftRest - leftGap.begin();
    m_pieces.addSame(leftGap.first(common), rightGap.first(common));
    m_pieces.addRemoved(leftGap.sliced(common));
    m_pieces.addAdded(rightGap.sliced(common));
}
} // namespace

TextDiff diffTexts(const QString &left, const QString &right, const DiffOptions &options,
                   const DiffBudget &budget)
{
    if (options.unit == DiffUnit::Values) {
        if (const auto byValue = diffJson(left, right, options))
            return *byValue;
        DiffOptions words = options;
        words.unit = DiffUnit::Words;
        return diffTexts(left, right, words, budget);
    }
    return TextDiffer(left, right, options, budget).run();
}

} // namespace app
