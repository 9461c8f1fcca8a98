// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/reference_definitions.h"

#include "app/markdown/block_parser.h"

namespace app {

namespace {

constexpr qsizetype kLongestLabel = 999; // CommonMark: at most 999 characters

/// Calls back for every `[…]` that could be a label, with what follows it.
template <typename Found>
void forEachLabel(QByteArrayView text, Found found)
{
    qsizetype open = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '[') {
            open = i;
        } else if (text[i] == ']' && open >= 0) {
            const QByteArrayView label = text.sliced(open + 1, i - open - 1);
            if (!label.isEmpty() && label.size() <= kLongestLabel && label[0] != '^')
                found(label, text.sliced(i + 1));
            open = -1;
        }
    }
}

QString normalised(QByteArrayView label)
{
    return QString::fromUtf8(label).simplified().toCaseFolded();
}

/// Of the first of these characters that no backslash escapes; -1 without one.
qsizetype firstUnescaped(QByteArrayView text, qsizetype from, QByteArrayView wanted)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (wanted.contains(text[i]))
            return i;
    }
    return -1;
}

qsizetype behindSpace(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && QByteArrayView(" \t\r\n").contains(text[from]))
        ++from;
    return from;
}

/// A title that starts there and does not end, as far as the text goes.
bool opensTitle(QByteArrayView text, qsizetype at)
{
    if (at >= text.size() || !QByteArrayView("\"'(").contains(text[at]))
        return false;
    const QByteArrayView end = text[at] == '"' ? "\"" : text[at] == '(' ? ")" : "'";
    return firstUnescaped(text, at + 1, end) < 0;
}

QByteArray escapedAddress(const QByteArray &address)
{
    QByteArray escaped;
    for (const char c : address) {
        if (c == '<' || c == '>' || c == '\\' || c == '&')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

} // namespace

void ReferenceDefinitions::collect(QByteArrayView part, QByteArrayView prefix)
{
    if (part.indexOf("]:") < 0)
        return;
    QList<QByteArray> labels;
    forEachLabel(part, [&](QByteArrayView label, QByteArrayView behind) {
        if (behind.startsWith(':') && !m_addresses.contains(normalised(label)))
            labels.append(label.toByteArray());
    });
    // cmark does not tell its definitions: ask it what a link with that label leads to.
    QByteArray question = part.toByteArray();
    for (const QByteArray &label : labels)
        question += "\n\n[" + QByteArray(label).replace('\n', ' ') + "]\n";
    const Blocks blocks = parseMarkdownPart(question, 0, prefix).blocks;
    if (blocks.size() < labels.size())
        return;
    const qsizetype first = blocks.size() - labels.size();
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const Inlines &inlines = blocks[first + i].inlines;
        if (!inlines.isEmpty() && !inlines[0].link.isEmpty())
            m_addresses.insert(normalised(labels[i]), inlines[0].link);
    }
}

bool mayBecomeDefinition(QByteArrayView paragraph, bool behindOne)
{
    if (behindOne && opensTitle(paragraph, 0))
        return true;
    if (!paragraph.startsWith('['))
        return false;
    const qsizetype label = firstUnescaped(paragraph, 1, "[]");
    if (label < 0)
        return paragraph.size() <= kLongestLabel;
    if (paragraph[label] == '[' || label + 1 >= paragraph.size() || paragraph[label + 1] != ':')
        return false;
    qsizetype at = behindSpace(paragraph, label + 2);
    if (at == paragraph.size())
        return true;
    while (at < paragraph.size() && uchar(paragraph[at]) > ' ')
        ++at;
    at = behindSpace(paragraph, at);
    return at == paragraph.size() || opensTitle(paragraph, at);
}

QByteArray ReferenceDefinitions::neededBy(QByteArrayView part) const
{
    QByteArray markdown;
    if (m_addresses.isEmpty())
        return markdown;
    forEachLabel(part, [&](QByteArrayView label, QByteArrayView) {
        const auto known = m_addresses.constFind(normalised(label));
        if (known == m_addresses.cend())
            return;
        markdown +=
            '[' + label.toByteArray().replace('\n', ' ') + "]: <" + escapedAddress(*known) + ">\n";
    });
    if (!markdown.isEmpty())
        markdown += '\n';
    return markdown;
}

} // namespace app
