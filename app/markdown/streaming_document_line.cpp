// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of a line that is not ended yet. Nothing here is a decision: at the line end the
// line is parsed with the tail.
#include "app/markdown/guarded_source.h"
#include "app/markdown/paragraph_cuts.h"
#include "app/markdown/streaming_document.h"

namespace app {

namespace {

/// A space in the second half of the line, best one where nothing is open; -1 if there is none.
qsizetype placeToCut(QByteArrayView line)
{
    constexpr int kTries = 16;
    const qsizetype least = line.size() / 2;
    const qsizetype last = line.lastIndexOf(' ', line.size() - 2);
    qsizetype space = last;
    for (int tries = 0; tries < kTries && space > least; ++tries) {
        if (leavesNothingOpen(line.first(space)))
            return space;
        space = line.lastIndexOf(' ', space - 1);
    }
    return last > least ? last : -1;
}

} // namespace

void StreamingDocument::showUnfinishedLine()
{
    if (m_wholeLines == m_text.size())
        return;
    if (m_open == Open::Fence)
        return showUnfinishedFenceLine();
    if (m_text.size() - m_wholeLines > markdown_limits::kLineBytes)
        m_shown = {}; // it is plain text now
    if (m_shown.end > 0)
        showRestOfLine(m_text.size());
    else
        parseTail(m_text.size());
    settleShownPart();
}

void StreamingDocument::showUnfinishedFenceLine()
{
    const QByteArrayView line = QByteArrayView(m_text).sliced(m_wholeLines);
    QList<QByteArray> &lines = m_blocks[m_openBlock].lines;
    lines.resize(m_settledChildren);
    if (!mayCloseFence(line, m_fence))
        lines.append(lineInFence(line, m_fence));
}

/// What stands between the part that is shown already and `end`.
void StreamingDocument::showRestOfLine(qsizetype end)
{
    const QByteArrayView rest = QByteArrayView(m_text).sliced(m_shown.end, end - m_shown.end);
    const ParsedPart part = parseMarkdownPart(rest, 1, m_references.neededBy(rest) + goesOnLine());
    m_bytesParsed += part.bytes;
    Inlines &inlines = m_blocks.last().inlines;
    inlines.resize(m_shown.inlines);
    if (!part.blocks.isEmpty())
        inlines += part.blocks.constFirst().inlines;
}

/// When what is parsed of an unfinished line of a paragraph has become long: all but its end is
/// shown as it is until the line ends.
void StreamingDocument::settleShownPart()
{
    const qsizetype from = m_shown.end > 0 ? m_shown.end : m_tail;
    const qsizetype size = m_text.size();
    const auto inParagraph = [this] {
        return !m_blocks.isEmpty() && m_blocks.constLast().kind == Block::Kind::Paragraph;
    };
    if (!inParagraph() || size - from < 2 * paragraph_pieces::kBytes
        || size - m_wholeLines > markdown_limits::kLineBytes)
        return;
    const qsizetype lineStart = qMax(from, m_wholeLines);
    const qsizetype space = placeToCut(QByteArrayView(m_text).sliced(lineStart));
    if (space < 0)
        return;
    const qsizetype end = lineStart + space;
    if (m_shown.end > 0)
        showRestOfLine(end);
    else
        parseTail(end);
    if (!inParagraph())
        return;
    Inlines &inlines = m_blocks.last().inlines;
    inlines.append(Inline{Inline::Kind::Text, {}, " ", {}, {}});
    m_shown = {end + 1, inlines.size()};
    showRestOfLine(size);
}

} // namespace app
