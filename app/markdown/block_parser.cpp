// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block_parser.h"

#include "app/markdown/block_converter.h"
#include "app/markdown/guarded_source.h"
#include "app/markdown/math_extension.h"

#include <QMutex>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>

namespace app {

namespace {

using NodePtr = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using ParserPtr = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;

/// cmark's registry of extensions is global and not thread-safe while it is filled.
const std::array<cmark_syntax_extension *, 5> &extensions()
{
    static const std::array<cmark_syntax_extension *, 5> all = [] {
        cmark_gfm_core_extensions_ensure_registered();
        // Tables last: that extension claims every line below a paragraph.
        return std::array{mathExtension(), cmark_find_syntax_extension("strikethrough"),
                          cmark_find_syntax_extension("autolink"),
                          cmark_find_syntax_extension("tasklist"),
                          cmark_find_syntax_extension("table")};
    }();
    return all;
}

NodePtr parse(QByteArrayView text)
{
    const ParserPtr parser(cmark_parser_new(CMARK_OPT_DEFAULT), &cmark_parser_free);
    for (cmark_syntax_extension *extension : extensions())
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), size_t(text.size()));
    // While inlines are parsed, cmark notes the characters of its extensions in a global table and
    // clears them at the end: another thread would miss its `~~` and `$`.
    static QMutex specialCharacters;
    const QMutexLocker lock(&specialCharacters);
    return NodePtr(cmark_parser_finish(parser.get()), &cmark_node_free);
}

std::optional<Fence> fenceOf(cmark_node *document)
{
    cmark_node *last = cmark_node_last_child(document);
    Fence fence;
    if (!last || cmark_node_get_type(last) != CMARK_NODE_CODE_BLOCK
        || !cmark_node_get_fenced(last, &fence.length, &fence.indent, &fence.character))
        return std::nullopt;
    return fence;
}

/// The start of every line of a text; built only when a paragraph may be long.
class LineIndex
{
public:
    explicit LineIndex(QByteArrayView text) : m_text(text) { }

    [[nodiscard]] QList<QByteArrayView> lines(int first, qsizetype count)
    {
        if (m_lines.isEmpty())
            build();
        return m_lines.mid(first, count);
    }

private:
    void build()
    {
        for (qsizetype start = 0; start < m_text.size();) {
            const qsizetype end = endOfLine(m_text, start);
            const qsizetype next = end < 0 ? m_text.size() : end;
            m_lines.append(m_text.sliced(start, next - start));
            start = next;
        }
    }

    QByteArrayView m_text;
    QList<QByteArrayView> m_lines;
};

/// The first line of a paragraph's text: definitions in front of it are none. `count` is the number
/// of its lines.
int firstTextLine(cmark_node *paragraph, qsizetype count)
{
    if (cmark_node_get_start_line(paragraph) > 0)
        return cmark_node_get_end_line(paragraph) - int(count);
    cmark_node *table = cmark_node_next(paragraph); // see BlockConverter::firstLine()
    return table ? cmark_node_get_start_line(table) - 1 : 0;
}

/// `[label]: …` may turn out to define a link when its title is closed, however many lines later:
/// such a paragraph stays whole.
bool mayDefineLink(const QList<QByteArrayView> &lines)
{
    constexpr qsizetype kLongestLabel = 1100; // CommonMark: 999 characters
    const QByteArrayView last = lines.constLast();
    const char *begin = lines.constFirst().data();
    const qsizetype size = last.data() + last.size() - begin;
    const QByteArrayView start = QByteArrayView(begin, qMin(size, kLongestLabel)).trimmed();
    return start.startsWith('[') && start.indexOf("]:") > 0;
}

/// Of all paragraphs of the top level, by lines of `part`. A piece that goes on with a paragraph
/// starts with one line that is not of the part.
QList<ParagraphCut> cutsOf(cmark_node *document, QByteArrayView part, int prefixLines)
{
    QList<ParagraphCut> cuts;
    if (part.size() < paragraph_pieces::kBytes)
        return cuts;
    LineIndex index(part);
    for (cmark_node *node = cmark_node_first_child(document); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
            continue;
        const QByteArrayView content =
            QByteArrayView(cmark_node_get_string_content(node)).trimmed();
        const qsizetype count = std::count(content.begin(), content.end(), '\n') + 1;
        const int first = firstTextLine(node, count) - prefixLines;
        const int skipped = first < 0 ? -first : 0;
        if (count - skipped < 2)
            continue;
        const auto lines = index.lines(first + skipped, count - skipped);
        if (skipped == 0 && mayDefineLink(lines))
            continue;
        for (const int line : paragraphCuts(lines))
            cuts.append({first + skipped + line, endsInHardBreak(lines[line - 1])});
    }
    return cuts;
}

} // namespace

Blocks parseMarkdown(QByteArrayView text)
{
    return parseMarkdownPart(text, 0).blocks;
}

ParsedPart parseMarkdownPart(QByteArrayView part, int firstLine, QByteArrayView prefix)
{
    if (firstLine > 0 && prefix.isEmpty() && part.startsWith("\xEF\xBB\xBF"))
        prefix = "\n"; // cmark takes a byte order mark away at the start of a text
    const int prefixLines = int(std::count(prefix.begin(), prefix.end(), '\n'));
    const GuardedSource source(prefix, part);
    const NodePtr document = parse(source.text());
    ParsedPart result;
    result.bytes = source.text().size();
    const auto convert = [&](cmark_node *root, const GuardedSource &from,
                             const QList<ParagraphCut> &cuts) {
        BlockConverter converter(from, firstLine - prefixLines, cuts);
        result.blocks = converter.topLevel(root);
        result.lastFence = fenceOf(root);
        if (converter.inlinesBeforeLastPiece() > 0) {
            result.lastPiece = LastPiece{converter.inlinesBeforeLastPiece(), cuts.constLast()};
            result.lastPiece->cut.line += firstLine;
        }
    };
    const QList<ParagraphCut> cuts = cutsOf(document.get(), part, prefixLines);
    if (cuts.isEmpty()) {
        convert(document.get(), source, {});
        return result;
    }
    QList<int> lines;
    for (const ParagraphCut &cut : cuts)
        lines.append(cut.line);
    const GuardedSource parted(prefix, part, lines);
    const NodePtr pieces = parse(parted.text());
    result.bytes += parted.text().size();
    QList<ParagraphCut> inSource = cuts;
    for (ParagraphCut &cut : inSource)
        cut.line += prefixLines;
    convert(pieces.get(), parted, inSource);
    if (result.lastPiece)
        result.lastPiece->cut.line -= prefixLines;
    return result;
}

} // namespace app
