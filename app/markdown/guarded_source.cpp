// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/guarded_source.h"

#include "app/markdown/math_span.h"

#include <cstring>

namespace app {

namespace {

constexpr QByteArrayView kBreak("\xEF\xB7\x90"); // U+FDD0: keeps two characters apart
constexpr QByteArrayView kPipe("\xEF\xB7\x91"); // U+FDD1: a pipe that is text
constexpr QByteArrayView kStandIn("\xEF\xB7\x92"); // U+FDD2: around the number of a long line
constexpr QByteArrayView kReplacement("\xEF\xBF\xBD"); // U+FFFD

bool g_pipeGuard = true; // see WithoutPipeGuard

bool isOurMark(QByteArrayView text, qsizetype at)
{
    return text.size() - at >= 3 && text[at] == '\xEF' && text[at + 1] == '\xB7'
           && text[at + 2] >= '\x90' && text[at + 2] <= '\x96';
}

struct EscapedBracket
{
    char bracket;
    QByteArrayView mark;
};
constexpr EscapedBracket kEscapedBrackets[] = {{'(', math_marks::kOpenInline},
                                               {')', math_marks::kCloseInline},
                                               {'[', math_marks::kOpenDisplay},
                                               {']', math_marks::kCloseDisplay}};

QByteArrayView markOf(char bracket)
{
    for (const EscapedBracket &escaped : kEscapedBrackets) {
        if (escaped.bracket == bracket)
            return escaped.mark;
    }
    return {};
}

char bracketOf(QByteArrayView mark)
{
    for (const EscapedBracket &escaped : kEscapedBrackets) {
        if (escaped.mark == mark)
            return escaped.bracket;
    }
    return '\0';
}

bool hasEscapedBracket(QByteArrayView line)
{
    for (qsizetype i = line.indexOf('\\'); i >= 0 && i + 1 < line.size();
         i = line.indexOf('\\', i + 2)) {
        if (!markOf(line[i + 1]).isEmpty())
            return true;
    }
    return false;
}

struct Line
{
    QByteArrayView content;
    QByteArrayView end;
};

Line splitEnd(QByteArrayView line)
{
    qsizetype size = line.size();
    while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r'))
        --size;
    return {line.first(size), line.sliced(size)};
}

int unescapedPipes(QByteArrayView line)
{
    int count = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '\\')
            ++i;
        else if (line[i] == '|')
            ++count;
    }
    return count;
}

/// Quote signs and list markers before the text of a line.
int containerMarkers(QByteArrayView line)
{
    const auto isBlank = [&](qsizetype at) {
        return at >= line.size() || line[at] == ' ' || line[at] == '\t';
    };
    int count = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == ' ' || line[i] == '\t')
            continue;
        qsizetype digits = i;
        while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9')
            ++digits;
        const bool bullet = QByteArrayView("-+*").contains(line[i]) && isBlank(i + 1);
        const bool number = digits > i && digits < line.size()
                            && (line[digits] == '.' || line[digits] == ')') && isBlank(digits + 1);
        if (line[i] != '>' && !bullet && !number)
            break;
        if (number)
            i = digits;
        ++count;
    }
    return count;
}

/// Behind the `]` of a `[^label]:` that starts at `at`; -1 where there is none.
qsizetype footnoteLabelEnd(QByteArrayView line, qsizetype at)
{
    if (line.size() - at < 4 || line[at] != '[' || line[at + 1] != '^')
        return -1;
    for (qsizetype i = at + 2; i < line.size(); ++i) {
        if (line[i] == '\\')
            ++i;
        else if (line[i] == '[')
            return -1;
        else if (line[i] == ']')
            return i + 1 < line.size() && line[i + 1] == ':' ? i + 1 : -1;
    }
    return -1;
}

bool needsCopy(QByteArrayView line)
{
    return line.contains('\0') || line.indexOf("[^") >= 0 || line.indexOf("\xEF\xB7") >= 0
           || hasEscapedBracket(line);
}

} // namespace

QByteArray shownBytes(QByteArrayView text)
{
    if (!text.contains('\0') && text.indexOf("\xEF\xB7") < 0)
        return text.toByteArray();
    QByteArray shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isOurMark(text, i))
            i += 2;
        else if (text[i] != '\0') {
            shown += text[i];
            continue;
        }
        shown += kReplacement;
    }
    return shown;
}

WithoutPipeGuard::WithoutPipeGuard()
{
    g_pipeGuard = false;
}

WithoutPipeGuard::~WithoutPipeGuard()
{
    g_pipeGuard = true;
}

qsizetype endOfLine(QByteArrayView text, qsizetype from)
{
    const char *begin = text.data() + from;
    const qsizetype left = text.size() - from;
    const void *lineFeed = left > 0 ? std::memchr(begin, '\n', size_t(left)) : nullptr;
    const qsizetype length =
        lineFeed ? static_cast<const char *>(lineFeed) - begin + 1 : left; // with its LF
    const void *carriageReturn = length > 0 ? std::memchr(begin, '\r', size_t(length)) : nullptr;
    if (!carriageReturn)
        return lineFeed ? from + length : -1;
    const qsizetype at = static_cast<const char *>(carriageReturn) - begin;
    if (at + 1 == left)
        return -1;
    return from + at + (begin[at + 1] == '\n' ? 2 : 1);
}

GuardedSource::GuardedSource(QByteArrayView prefix, QByteArrayView markdown)
{
    if (!prefix.isEmpty()) {
        m_marked = true;
        m_changed.reserve(prefix.size() + markdown.size());
        addPrefix(prefix);
    }
    for (qsizetype start = 0; start < markdown.size();) {
        const qsizetype end = endOfLine(markdown, start);
        const qsizetype next = end < 0 ? markdown.size() : end;
        const qsizetype pending = m_changed.size();
        const bool wasMarked = m_marked;
        addLine(markdown.sliced(start, next - start));
        if (!wasMarked && m_marked) // the first line that differs: what was before it goes in front
            m_changed.insert(pending, markdown.first(start));
        start = next;
    }
    m_text = m_marked ? QByteArrayView(m_changed) : markdown;
}

/// Its definitions must have the same marks as the text that uses them.
void GuardedSource::addPrefix(QByteArrayView prefix)
{
    for (qsizetype start = 0; start < prefix.size();) {
        const qsizetype end = endOfLine(prefix, start);
        const qsizetype next = end < 0 ? prefix.size() : end;
        const auto [content, lineEnd] = splitEnd(prefix.sliced(start, next - start));
        if (content.endsWith(kGoesOn))
            m_changed.append(content); // behind what continues its containers
        else
            copyLine(content, {});
        m_changed.append(lineEnd);
        start = next;
    }
}

void GuardedSource::addLine(QByteArrayView line)
{
    const auto [content, end] = splitEnd(line);
    if (content.size() > markdown_limits::kLineBytes) {
        m_marked = true;
        addStandIn(content);
        m_changed.append(end);
        return;
    }
    const bool manyPipes = g_pipeGuard && content.size() > markdown_limits::kPipesPerLine
                           && unescapedPipes(content) > markdown_limits::kPipesPerLine;
    const bool deep = content.size() > markdown_limits::kNesting
                      && containerMarkers(content) > markdown_limits::kNesting;
    const bool manyAtSigns =
        content.size() > markdown_limits::kAtSignsPerLine
        && std::count(content.begin(), content.end(), '@') > markdown_limits::kAtSignsPerLine;
    if (manyPipes || manyAtSigns || deep || needsCopy(content)) {
        m_marked = true;
        if (deep)
            m_changed.append(kBreak);
        copyLine(content, {manyPipes, manyAtSigns});
        m_changed.append(end);
    } else if (m_marked) {
        m_changed.append(line);
    }
}

void GuardedSource::addStandIn(QByteArrayView line)
{
    m_changed.append(kStandIn);
    m_changed.append(QByteArray::number(m_standIns.size()));
    m_changed.append(kStandIn);
    m_standIns.append(line);
}

void GuardedSource::copyLine(QByteArrayView line, TooMany tooMany)
{
    qsizetype labelEnd = -1;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i == labelEnd)
            m_changed.append(kBreak);
        if (labelEnd < i)
            labelEnd = footnoteLabelEnd(line, i);
        if (line[i] == '\0') {
            m_changed.append(kReplacement);
        } else if (isOurMark(line, i)) {
            m_changed.append(kReplacement);
            i += 2;
        } else if (line[i] == '|' && tooMany.pipes) {
            m_changed.append(kPipe);
        } else if (line[i] == '@' && tooMany.atSigns) {
            m_changed.append('@');
            m_changed.append(kBreak);
        } else if (line[i] == '\\' && i + 1 < line.size()) {
            const QByteArrayView mark = markOf(line[i + 1]);
            if (!mark.isEmpty()) {
                m_changed.append(mark);
            } else {
                m_changed.append(line[i]);
                if (line[i + 1] != '\\')
                    continue;
                m_changed.append('\\');
            }
            ++i;
        } else {
            m_changed.append(line[i]);
        }
    }
}

QByteArray GuardedSource::restored(const char *fromCmark, From from) const
{
    const QByteArrayView text(fromCmark ? fromCmark : "");
    if (!m_marked || text.indexOf("\xEF\xB7") < 0)
        return text.toByteArray();
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isOurMark(text, i)) {
            result += text[i];
            continue;
        }
        const QByteArrayView mark = text.sliced(i, 3);
        i += 2;
        if (mark == kPipe) {
            result += '|';
        } else if (mark == kStandIn) {
            i = restoreStandIn(text, i, result);
        } else if (const char bracket = bracketOf(mark)) {
            if (from == From::Verbatim)
                result += '\\';
            result += bracket;
        }
    }
    return result;
}

/// `at` is the end of the mark in front of its number. Gives the end of the one behind it.
qsizetype GuardedSource::restoreStandIn(QByteArrayView text, qsizetype at, QByteArray &result) const
{
    const qsizetype close = text.indexOf(kStandIn, at + 1);
    bool ok = false;
    const qsizetype number =
        close < 0 ? -1 : text.sliced(at + 1, close - at - 1).toByteArray().toLongLong(&ok);
    if (!ok || number < 0 || number >= m_standIns.size())
        return at;
    result += shownBytes(m_standIns[number]);
    return close + 2;
}

} // namespace app
