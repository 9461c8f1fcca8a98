// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/paragraph_pieces.h"

#include "app/markdown/cmark_document.h"
#include "app/markdown/inline_converter.h"
#include "app/markdown/reference_definitions.h"

#include <cmark-gfm-extension_api.h>

namespace app {

namespace {

/// The lines of a paragraph's text, with their ends.
QList<QByteArrayView> linesOf(cmark_node *paragraph)
{
    const QByteArrayView text(cmark_node_get_string_content(paragraph));
    QList<QByteArrayView> lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = endOfLine(text, start);
        const qsizetype next = end < 0 ? text.size() : end;
        lines.append(text.sliced(start, next - start));
        start = next;
    }
    return lines;
}

/// Definitions in front of the text are none of its lines.
int firstTextLine(cmark_node *paragraph, qsizetype count)
{
    if (cmark_node_get_start_line(paragraph) > 0)
        return cmark_node_get_end_line(paragraph) - int(count);
    cmark_node *table = cmark_node_next(paragraph); // see BlockConverter::firstLine()
    return table ? cmark_node_get_start_line(table) - 1 : 0;
}

bool isGoesOnLine(QByteArrayView line)
{
    return line.startsWith(GuardedSource::kGoesOn)
           && line.sliced(GuardedSource::kGoesOn.size()).trimmed().isEmpty();
}

/// A paragraph of its own. With four spaces in front a line starts no other block.
void appendPiece(QByteArray &markdown, const QList<QByteArrayView> &lines)
{
    markdown += GuardedSource::kGoesOn;
    markdown += '\n';
    for (const QByteArrayView line : lines) {
        markdown += "    ";
        markdown += line;
    }
    markdown += "\n\n";
}

} // namespace

ParagraphPieces::ParagraphPieces(cmark_node *document, const GuardedSource &source)
    : m_source(source)
{
    if (source.text().size() < paragraph_pieces::kBytes)
        return;
    find(document);
    if (!m_cuts.isEmpty())
        parse();
}

const ParagraphPieces::Paragraph *ParagraphPieces::of(cmark_node *paragraph) const
{
    const auto found = m_paragraphs.constFind(paragraph);
    return found == m_paragraphs.cend() ? nullptr : &*found;
}

void ParagraphPieces::find(cmark_node *parent)
{
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
        if (isContainer(node))
            find(node);
        const bool isParagraph = cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH;
        const QByteArrayView text(isParagraph ? cmark_node_get_string_content(node) : "");
        if (text.size() < paragraph_pieces::kBytes)
            continue;
        Cut cut{node, 0, {0}, linesOf(node)};
        cut.firstLine = firstTextLine(node, cut.lines.size());
        const int start = cmark_node_get_start_line(node);
        const bool isBehindDefinition = start > 0 && start - 1 < cut.firstLine;
        if (!cut.lines.isEmpty() && isGoesOnLine(cut.lines.constFirst())) {
            cut.lines.removeFirst();
            ++cut.firstLine;
        }
        if (mayBecomeDefinition(text, isBehindDefinition))
            continue;
        cut.starts += paragraphCuts(cut.lines);
        if (cut.starts.size() > 1)
            m_cuts.append(cut);
    }
}

/// All pieces at once, in front of the text: its definitions hold for them too.
void ParagraphPieces::parse()
{
    QByteArray markdown;
    for (const Cut &cut : m_cuts) {
        for (qsizetype i = 0; i < cut.starts.size(); ++i) {
            const qsizetype end = i + 1 < cut.starts.size() ? cut.starts[i + 1] : cut.lines.size();
            appendPiece(markdown, cut.lines.sliced(cut.starts[i], end - cut.starts[i]));
        }
    }
    if (markdown.contains('['))
        markdown += m_source.text();
    m_bytes = markdown.size();
    const CmarkDocument document = cmarkDocument(markdown);
    cmark_node *node = cmark_node_first_child(document.get());
    for (const Cut &cut : m_cuts) {
        QList<Inlines> pieces;
        for (; pieces.size() < cut.starts.size() && node; node = cmark_node_next(node))
            pieces.append(inlinesOf(node, m_source));
        join(cut, pieces);
    }
}

void ParagraphPieces::join(const Cut &cut, const QList<Inlines> &pieces)
{
    Paragraph whole;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i > 0) {
            const bool hard = endsInHardBreak(cut.lines[cut.starts[i] - 1]);
            whole.inlinesBeforeLast = whole.inlines.size();
            whole.lastCut = {cut.firstLine + cut.starts[i], hard};
            whole.inlines.append(
                Inline{hard ? Inline::Kind::LineBreak : Inline::Kind::SoftBreak, {}, {}, {}, {}});
        }
        whole.inlines += pieces[i];
    }
    m_paragraphs.insert(cut.paragraph, whole);
}

} // namespace app
