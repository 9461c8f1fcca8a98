// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/markdown_source.h"

#include "app/markdown/code_fence.h"

#include <QRegularExpression>
#include <QString>

#include <optional>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int kDeepestFence = 3; ///< columns; more is indented code

int signRun(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return int(end - at);
}

/// The fence that a line opens, outside of one.
std::optional<Fence> openedFence(QByteArrayView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == ' ')
        ++indent;
    if (indent > kDeepestFence || indent == line.size())
        return {};
    const char sign = line[indent];
    const int length = sign == '`' || sign == '~' ? signRun(line, indent) : 0;
    const bool isInline = sign == '`' && line.sliced(indent + length).contains('`');
    if (length < 3 || isInline)
        return {};
    return Fence{sign, length, int(indent)};
}

bool beginsTag(QByteArrayView text, qsizetype at)
{
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    return QByteArrayView("/!?").contains(next) || (next >= 'a' && next <= 'z')
           || (next >= 'A' && next <= 'Z');
}

/// Where a code span that opens at `at` ends; -1: it is none.
qsizetype endOfCodeSpan(QByteArrayView text, qsizetype at)
{
    const int length = signRun(text, at);
    for (qsizetype end = at + length; end < text.size(); ++end) {
        if (text[end] != '`')
            continue;
        const int closing = signRun(text, end);
        if (closing == length)
            return end + closing;
        end += closing - 1;
    }
    return -1;
}

/// Text between two fences or empty lines: code spans do not reach further.
QByteArray containedParagraph(QByteArrayView text)
{
    QByteArray contained;
    contained.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char sign = text[at];
        if (sign == '\\' && at + 1 < text.size()) {
            contained.append(text.data() + at, 2);
            ++at;
        } else if (sign == '`') {
            const qsizetype end = endOfCodeSpan(text, at);
            const qsizetype length = end < 0 ? signRun(text, at) : end - at;
            contained.append(text.data() + at, length);
            at += length - 1;
        } else {
            const bool isImage = sign == '!' && at + 1 < text.size() && text[at + 1] == '[';
            if (isImage || (sign == '<' && beginsTag(text, at)))
                contained += '\\';
            contained += sign;
        }
    }
    return contained;
}

/// Signs that mean something anywhere, and those that do at the start of a line.
QByteArray plainLine(const QString &text)
{
    static constexpr QStringView kSigns = u"\\`*_[]<>|~$&";
    static constexpr QStringView kFirstSigns = u"#+-=";
    static const QRegularExpression number(u"^\\d{1,9}(?=[.)](\\s|$))"_s);
    QString plain;
    const qsizetype digits = number.match(text).capturedLength();
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isFirst = at == 0 && kFirstSigns.contains(text[at]);
        const bool endsNumber = digits > 0 && at == digits;
        if (isFirst || endsNumber || kSigns.contains(text[at]))
            plain += u'\\';
        plain += text[at];
    }
    return plain.toUtf8();
}

class MarkdownContainer
{
public:
    void add(QByteArrayView line)
    {
        if (m_fence) {
            m_result.append(line);
            if (closesFence(line, *m_fence))
                m_fence.reset();
            return;
        }
        m_fence = openedFence(line);
        if (!m_fence)
            m_paragraph.append(line);
        if (m_fence || line.trimmed().isEmpty())
            flush();
        if (m_fence)
            m_result.append(line);
    }

    [[nodiscard]] QByteArray take()
    {
        flush();
        if (m_fence) {
            if (!m_result.endsWith('\n'))
                m_result += '\n';
            m_result += QByteArray(m_fence->length, m_fence->character);
        }
        return std::move(m_result);
    }

private:
    void flush()
    {
        m_result += containedParagraph(m_paragraph);
        m_paragraph.clear();
    }

    QByteArray m_result;
    QByteArray m_paragraph;
    std::optional<Fence> m_fence;
};

} // namespace

QByteArray containedMarkdown(const QByteArray &text)
{
    MarkdownContainer container;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        container.add(QByteArrayView(text).sliced(at, next - at));
        at = next;
    }
    return container.take();
}

QByteArray plainInMarkdown(const QString &text)
{
    return plainLine(text.simplified());
}

QByteArray quotedText(const QByteArray &text)
{
    QByteArrayList quoted;
    for (const QByteArray &bytes : QByteArray(text).replace("\r\n", "\n").split('\n')) {
        const QString line = QString::fromUtf8(bytes);
        qsizetype indent = 0;
        while (indent < line.size() && line[indent].isSpace())
            ++indent;
        // Spaces at the start would make code of it.
        const QByteArray kept = plainLine(line.sliced(indent));
        quoted.append(kept.isEmpty() ? "" : ' ' + QByteArray("&nbsp;").repeated(indent) + kept);
    }
    QByteArray quote;
    for (qsizetype i = 0; i < quoted.size(); ++i) {
        const bool isFollowed = i + 1 < quoted.size() && !quoted[i + 1].isEmpty();
        // Two spaces at the end keep a line apart from the next one.
        quote += '>' + quoted[i] + (isFollowed && !quoted[i].isEmpty() ? "  \n" : "\n");
    }
    return quote;
}

QByteArray fencedText(const QByteArray &text, const QByteArray &language)
{
    QByteArray fence = "```";
    while (text.contains(fence))
        fence += '`';
    return fence + language + '\n' + text + (text.endsWith('\n') ? "" : "\n") + fence + '\n';
}

} // namespace app
