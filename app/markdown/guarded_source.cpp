// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/guarded_source.h"

#include <cstring>

namespace app {

namespace {

constexpr QByteArrayView kBreak("\xEF\xB7\x90"); // U+FDD0: keeps two characters apart
constexpr QByteArrayView kPipe("\xEF\xB7\x91"); // U+FDD1: a pipe that is text
constexpr QByteArrayView kStandIn("\xEF\xB7\x92"); // U+FDD2: around the number of a long line
constexpr QByteArrayView kReplacement("\xEF\xBF\xBD"); // U+FFFD

bool isOurMark(QByteArrayView text, qsizetype at)
{
    return text.size() - at >= 3 && text[at] == '\xEF' && text[at + 1] == '\xB7'
           && text[at + 2] >= '\x90' && text[at + 2] <= '\x92';
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
    return line.contains('\0') || line.indexOf("[^") >= 0 || line.indexOf("\xEF\xB7") >= 0;
}

} // namespace

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
        m_changed.append(prefix);
    }
    qsizetype start = 0;
    while (start < markdown.size()) {
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

void GuardedSource::addLine(QByteArrayView line)
{
    const auto [content, end] = splitEnd(line);
    if (content.size() > markdown_limits::kLineBytes) {
        m_marked = true;
        addStandIn(content);
        m_changed.append(end);
        return;
    }
    const bool manyPipes = content.size() > markdown_limits::kPipesPerLine
                           && unescapedPipes(content) > markdown_limits::kPipesPerLine;
    const bool deep = content.size() > markdown_limits::kNesting
                      && containerMarkers(content) > markdown_limits::kNesting;
    if (manyPipes || deep || needsCopy(content)) {
        m_marked = true;
        if (deep)
            m_changed.append(kBreak);
        copyLine(content, manyPipes);
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

void GuardedSource::copyLine(QByteArrayView line, bool pipesAreText)
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
        } else if (line[i] == '|' && pipesAreText) {
            m_changed.append(kPipe);
        } else {
            m_changed.append(line[i]);
        }
    }
}

QByteArray GuardedSource::restored(const char *fromCmark) const
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
            const qsizetype close = text.indexOf(kStandIn, i + 1);
            bool ok = false;
            const qsizetype number =
                close < 0 ? -1 : text.sliced(i + 1, close - i - 1).toByteArray().toLongLong(&ok);
            if (ok && number >= 0 && number < m_standIns.size()) {
                result += m_standIns[number].toByteArray();
                i = close + 2;
            }
        }
    }
    return result;
}

} // namespace app
