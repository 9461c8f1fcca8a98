// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of a line that is not ended yet. Nothing here is a decision: at the line end the
// line is parsed with the tail.
#include "app/markdown/guarded_source.h"
#include "app/markdown/paragraph_cuts.h"
#include "app/markdown/streaming_document.h"

namespace app {

namespace {

constexpr qsizetype kShortLine = 64; ///< not worth a cut inside a word

/// A place in the second half of the line: behind a space, best one where nothing is open, else
/// (some scripts have none) between two characters. -1 if there is none.
qsizetype placeToCut(QByteArrayView line)
{
    constexpr int kTries = 16;
    const qsizetype least = line.size() / 2;
    const qsizetype last = line.lastIndexOf(' ', line.size() - 2);
    qsizetype space = last;
    for (int tries = 0; tries < kTries && space > least; ++tries) {
        if (leavesNothingOpen(line.first(space)))
            return space + 1;
        space = line.lastIndexOf(' ', space - 1);
    }
    if (last > least)
        return last + 1;
    if (line.size() < kShortLine)
        return -1;
    qsizetype at = line.size() - line.size() / 4;
    const auto isInside = [](char c) { return (uchar(c) & 0xC0) == 0x80 || c == '\\'; };
    while (at > least && (isInside(line[at]) || isInside(line[at - 1])))
        --at;
    while (at > least && (uchar(line[at]) & 0xC0) == 0x80)
        --at;
    return at > least ? at : -1;
}

} // namespace

void StreamingDocument::showUnfinishedLine()
{
    const qsizetype size = m_text.size() - m_wholeLines;
    if (size == 0)
        return;
    if (m_leaf == Leaf::Fence)
        return showUnfinishedFenceLine();
    if (size > markdown_limits::kLineBytes)
        m_shown = {}; // it is plain text now
    if (isHeldBack())
        return;
    if (m_shown.end > 0)
        showRestOfLine(m_text.size());
    else if (!showMoreOfPlainLine())
        parseTail(m_text.size());
    m_lineParsed = size;
    settleShownPart();
}

/// Of a line that was shown as plain text already, because it is too long.
bool StreamingDocument::showMoreOfPlainLine()
{
    if (m_lineParsed <= markdown_limits::kLineBytes || !endsInParagraph())
        return false;
    Inlines &inlines = lastLeafBlock().inlines;
    if (inlines.isEmpty() || inlines.constLast().kind != Inline::Kind::Text)
        return false;
    inlines.last().text += shownBytes(QByteArrayView(m_text).sliced(m_wholeLines + m_lineParsed));
    return true;
}

bool StreamingDocument::endsInParagraph()
{
    return !m_blocks.isEmpty() && lastLeafBlock().kind == Block::Kind::Paragraph;
}

/// A long line of anything but a paragraph: what is shown of it stays until it ends.
bool StreamingDocument::isHeldBack()
{
    return m_lineParsed >= 2 * paragraph_pieces::kBytes && !endsInParagraph();
}

void StreamingDocument::showUnfinishedFenceLine()
{
    const QByteArrayView line = QByteArrayView(m_text).sliced(m_wholeLines);
    QList<QByteArray> &lines = m_blocks[m_openBlock].lines;
    lines.resize(m_settled);
    if (!mayCloseFence(line, m_fence))
        lines.append(lineInFence(line, m_fence));
}

/// What stands between the part that is shown already and `end`.
void StreamingDocument::showRestOfLine(qsizetype end)
{
    // Four spaces: in the middle of a line nothing starts another block.
    const QByteArray rest = "    " + m_text.sliced(m_shown.end, end - m_shown.end);
    const ParsedPart part = parseMarkdownPart(rest, 1, m_references.neededBy(rest) + goesOnLine());
    m_bytesParsed += part.bytes;
    Inlines &inlines = lastLeafBlock().inlines;
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
    if (!endsInParagraph() || size - from < 2 * paragraph_pieces::kBytes
        || size - m_wholeLines > markdown_limits::kLineBytes)
        return;
    const qsizetype lineStart = qMax(from, m_wholeLines);
    const qsizetype place = placeToCut(QByteArrayView(m_text).sliced(lineStart));
    if (place < 0)
        return;
    const qsizetype end = lineStart + place;
    if (m_shown.end > 0)
        showRestOfLine(end);
    else
        parseTail(end);
    if (!endsInParagraph())
        return;
    Inlines &inlines = lastLeafBlock().inlines;
    if (m_text[end - 1] == ' ')
        inlines.append(Inline{Inline::Kind::Text, {}, " ", {}, {}});
    m_shown = {end, inlines.size()};
    showRestOfLine(size);
}

} // namespace app
