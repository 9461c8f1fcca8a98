// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/math_span.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace app {

namespace {

constexpr qsizetype kMarkBytes = 3;
constexpr qsizetype kLongestInline = 1000; ///< of `$…$`; a longer one is no formula

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNumeral(char c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool startsWith(const char *text, QByteArrayView mark)
{
    return std::strncmp(text, mark.data(), size_t(mark.size())) == 0;
}

/// More than three count as three: a long run must not be counted at each of its characters.
qsizetype dollarsAt(const char *text)
{
    qsizetype count = 0;
    while (count < 3 && text[count] == '$')
        ++count;
    return count;
}

qsizetype longestWord(QByteArrayView text)
{
    qsizetype longest = 0;
    qsizetype here = 0;
    for (const char c : text) {
        here = isLetter(c) ? here + 1 : 0;
        longest = qMax(longest, here);
    }
    return longest;
}

bool hasAnyOf(QByteArrayView text, QByteArrayView characters)
{
    return std::any_of(text.begin(), text.end(), [&](char c) { return characters.contains(c); });
}

/// Words and amounts rather than a formula.
bool readsAsText(QByteArrayView content)
{
    if (hasAnyOf(content, "\\^_={}"))
        return false;
    if (isNumeral(content[0]) || content[0] == '.')
        return hasAnyOf(content, " \t\n") && longestWord(content) > 1;
    return longestWord(content) > 2 && hasAnyOf(content, " \t\n") && !hasAnyOf(content, "<>+*/|(");
}

/// `$("#a")+$("#b")`, `${HOME}/${USER}`: formulas have no quotes, nor a # without a backslash.
bool readsAsProgram(QByteArrayView content, char next)
{
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (content[i] == '\\')
            ++i;
        else if (content[i] == '"' || content[i] == '#')
            return true;
    }
    return content[0] == '{' && next == '{';
}

bool canFollowInline(char last, char next)
{
    if (isNumeral(next) || next == '$')
        return false;
    // `$n$th` is mathematics, `$HOME/$USER` is not.
    return !isLetter(next) || isLetter(last) || isNumeral(last)
           || QByteArrayView(")}]'").contains(last);
}

std::optional<MathSpan> singleDollar(const char *text, qsizetype at)
{
    const char before = at > 0 ? text[at - 1] : '\0';
    if (isLetter(before) || isNumeral(before) || before == '$' || isSpace(text[at + 1]))
        return std::nullopt;
    for (qsizetype i = at + 1; text[i] != '\0' && i - at <= kLongestInline; ++i) {
        if (text[i] == '`')
            return std::nullopt;
        if (text[i] == '\\' && text[i + 1] != '\0') {
            ++i;
        } else if (text[i] == '$') {
            const QByteArrayView content(text + at + 1, i - at - 1);
            if (content.isEmpty() || isSpace(content.back())
                || !canFollowInline(content.back(), text[i + 1]) || readsAsText(content)
                || readsAsProgram(content, text[i + 1]))
                return std::nullopt;
            return MathSpan{i + 1 - at, 1, false};
        }
    }
    return std::nullopt;
}

bool isWordsInSpaces(QByteArrayView content)
{
    return isSpace(content.front()) && isSpace(content.back())
           && !hasAnyOf(content, "\\^_={}<>+*/|()0123456789") && longestWord(content) > 1;
}

std::optional<MathSpan> doubleDollar(const char *text, qsizetype at)
{
    if (at > 0 && text[at - 1] == '$')
        return std::nullopt;
    for (qsizetype i = at + 2; text[i] != '\0'; ++i) {
        if (text[i] == '\\' && text[i + 1] != '\0') {
            ++i;
        } else if (text[i] == '$') {
            const qsizetype count = dollarsAt(text + i);
            const QByteArrayView content(text + at + 2, i - at - 2);
            if (count == 2 && !content.trimmed().isEmpty() && !isWordsInSpaces(content))
                return MathSpan{i + 2 - at, 2, true};
            if (count > 1)
                return std::nullopt;
        }
    }
    return std::nullopt;
}

/// Brackets that were only escaped: `\[1\]`, `\(optional\)`.
bool isEscapedText(QByteArrayView content, bool display)
{
    if (hasAnyOf(content, "\\^_={}<>+*/|"))
        return false;
    return display ? !hasAnyOf(content, "\n-!()") : longestWord(content) > 3;
}

std::optional<MathSpan> betweenMarks(const char *text, qsizetype at, bool display)
{
    const QByteArrayView close = display ? math_marks::kCloseDisplay : math_marks::kCloseInline;
    for (qsizetype i = at + kMarkBytes; text[i] != '\0'; ++i) {
        if (text[i] != '\xEF')
            continue;
        if (startsWith(text + i, close)) {
            const QByteArrayView content(text + at + kMarkBytes, i - at - kMarkBytes);
            if (content.trimmed().isEmpty() || isEscapedText(content.trimmed(), display))
                return std::nullopt;
            return MathSpan{i + kMarkBytes - at, kMarkBytes, display};
        }
        if (startsWith(text + i, math_marks::kOpenInline)
            || startsWith(text + i, math_marks::kOpenDisplay))
            return std::nullopt;
    }
    return std::nullopt;
}

QByteArrayView withoutStop(QByteArrayView line)
{
    line = line.trimmed();
    return !line.isEmpty() && QByteArrayView(".,;").contains(line.back())
               ? line.chopped(1).trimmed()
               : line;
}

} // namespace

std::optional<MathSpan> mathSpanAt(const char *text, qsizetype at)
{
    if (text[at] == '$') {
        const qsizetype count = dollarsAt(text + at);
        return count == 1   ? singleDollar(text, at)
               : count == 2 ? doubleDollar(text, at)
                            : std::nullopt;
    }
    if (startsWith(text + at, math_marks::kOpenInline))
        return betweenMarks(text, at, false);
    if (startsWith(text + at, math_marks::kOpenDisplay))
        return betweenMarks(text, at, true);
    return std::nullopt;
}

MathLine mathLine(QByteArrayView line)
{
    const bool dollars = line.startsWith("$$") && !line.startsWith("$$$");
    if (!dollars && !line.startsWith(math_marks::kOpenDisplay))
        return MathLine::Text;
    const QByteArray copy = line.toByteArray(); // mathSpanAt() needs the NUL
    if (const auto span = mathSpanAt(copy.constData(), 0))
        return withoutStop(line.sliced(span->length)).isEmpty() ? MathLine::Whole : MathLine::Text;
    const QByteArrayView rest = line.sliced(dollars ? 2 : kMarkBytes).trimmed();
    const bool closesHere =
        dollars ? rest.contains('$') : rest.indexOf(math_marks::kCloseDisplay) >= 0;
    // Text behind the delimiter must look like a formula: "\[optional, see below" is none.
    const bool isFormula = rest.isEmpty() || hasAnyOf(rest, "\\^_={}+");
    const bool opens = !closesHere && (isFormula || (dollars && longestWord(rest) < 3));
    return opens ? MathLine::Opens : MathLine::Text;
}

bool closesMath(QByteArrayView line, char opening)
{
    const QByteArrayView rest = withoutStop(line);
    return opening == '$' ? rest.endsWith("$$") : rest.endsWith(math_marks::kCloseDisplay);
}

QByteArray mathBlockSource(QByteArrayView text)
{
    text = text.trimmed();
    const bool dollars = text.startsWith("$$");
    const QByteArrayView close(dollars ? "$$" : "\\]");
    text = text.sliced(qMin<qsizetype>(2, text.size()));
    const QByteArrayView body = withoutStop(text);
    if (!body.endsWith(close))
        return text.trimmed().toByteArray();
    const QByteArrayView stop = text.trimmed().sliced(body.size());
    return body.chopped(2).trimmed().toByteArray() + stop.trimmed().toByteArray();
}

} // namespace app
