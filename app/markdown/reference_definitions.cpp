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
