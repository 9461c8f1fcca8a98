// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block_parser.h"

#include "app/markdown/guarded_source.h"

#include <QHash>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace app {

namespace {

using NodePtr = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using ParserPtr = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using IteratorPtr = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

/// cmark's registry of extensions is global and not thread-safe while it is filled.
const std::array<cmark_syntax_extension *, 4> &extensions()
{
    static const std::array<cmark_syntax_extension *, 4> all = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return std::array{
            cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
            cmark_find_syntax_extension("autolink"), cmark_find_syntax_extension("tasklist")};
    }();
    return all;
}

NodePtr parse(QByteArrayView text)
{
    const ParserPtr parser(cmark_parser_new(CMARK_OPT_DEFAULT), &cmark_parser_free);
    for (cmark_syntax_extension *extension : extensions())
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), size_t(text.size()));
    return NodePtr(cmark_parser_finish(parser.get()), &cmark_node_free);
}

bool isBreakTag(QByteArrayView html)
{
    return html == "<br>" || html == "<br/>" || html == "<br />";
}

/// Turns the nodes of cmark into blocks.
class Converter
{
public:
    Converter(const GuardedSource &source, int lineOffset)
        : m_source(source), m_lineOffset(lineOffset)
    {
    }

    [[nodiscard]] Blocks children(cmark_node *parent, int depth) const
    {
        Blocks blocks;
        for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
            blocks.append(block(node, depth));
        return blocks;
    }

private:
    [[nodiscard]] Block block(cmark_node *node, int depth) const;
    void fillList(Block &block, cmark_node *node) const;
    void fillTable(Block &block, cmark_node *node) const;
    [[nodiscard]] int firstLine(cmark_node *node) const;
    [[nodiscard]] Inlines inlines(cmark_node *parent) const;
    [[nodiscard]] Inlines flatText(cmark_node *parent) const;
    [[nodiscard]] QByteArray imageText(cmark_node *image) const;
    [[nodiscard]] QList<QByteArray> lines(const char *literal) const;

    const GuardedSource &m_source;
    int m_lineOffset;
};

Block::Kind kindOf(cmark_node *node)
{
    static const QHash<std::string_view, Block::Kind> kinds{
        {"paragraph", Block::Kind::Paragraph}, {"heading", Block::Kind::Heading},
        {"code_block", Block::Kind::Code},     {"html_block", Block::Kind::Html},
        {"thematic_break", Block::Kind::Rule}, {"block_quote", Block::Kind::Quote},
        {"list", Block::Kind::List},           {"item", Block::Kind::Item},
        {"tasklist", Block::Kind::Item},       {"table", Block::Kind::Table},
        {"table_header", Block::Kind::Row},    {"table_row", Block::Kind::Row},
        {"table_cell", Block::Kind::Cell},
    };
    return kinds.value(cmark_node_get_type_string(node), Block::Kind::Paragraph);
}

QByteArray firstWord(const QByteArray &text)
{
    const qsizetype space = text.indexOf(' ');
    return space < 0 ? text : text.first(space);
}

Block Converter::block(cmark_node *node, int depth) const
{
    Block block;
    block.kind = kindOf(node);
    if (block.kind != Block::Kind::Cell)
        block.firstLine = firstLine(node);
    switch (block.kind) {
    case Block::Kind::Heading:
        block.level = cmark_node_get_heading_level(node);
        block.inlines = inlines(node);
        break;
    case Block::Kind::Paragraph:
    case Block::Kind::Cell:
        block.inlines = inlines(node);
        break;
    case Block::Kind::Code:
        block.language = firstWord(m_source.restored(cmark_node_get_fence_info(node)));
        block.lines = lines(cmark_node_get_literal(node));
        break;
    case Block::Kind::Html:
        block.lines = lines(cmark_node_get_literal(node));
        break;
    case Block::Kind::Rule:
        break;
    case Block::Kind::List:
        fillList(block, node);
        break;
    case Block::Kind::Table:
        fillTable(block, node);
        break;
    case Block::Kind::Item:
        if (std::string_view(cmark_node_get_type_string(node)) == "tasklist") {
            block.task = cmark_gfm_extensions_get_tasklist_item_checked(node) ? Block::Task::Done
                                                                              : Block::Task::Open;
        }
        break;
    case Block::Kind::Quote:
    case Block::Kind::Row:
        break;
    }
    const bool holdsBlocks = block.kind >= Block::Kind::Quote && block.kind != Block::Kind::Cell;
    if (holdsBlocks && depth < markdown_limits::kNesting) {
        block.children = children(node, depth + 1);
    } else if (holdsBlocks) {
        block.kind = Block::Kind::Paragraph;
        block.inlines = flatText(node);
    }
    return block;
}

void Converter::fillList(Block &block, cmark_node *node) const
{
    block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    block.start = block.ordered ? cmark_node_get_list_start(node) : 1;
    block.tight = cmark_node_get_list_tight(node) != 0;
}

void Converter::fillTable(Block &block, cmark_node *node) const
{
    const int columns = cmark_gfm_extensions_get_table_columns(node);
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (int i = 0; i < columns; ++i) {
        const char alignment = char(alignments ? alignments[i] : 0);
        block.alignments.append(alignment == 'l'   ? Block::Alignment::Left
                                : alignment == 'c' ? Block::Alignment::Centre
                                : alignment == 'r' ? Block::Alignment::Right
                                                   : Block::Alignment::None);
    }
}

/// cmark-gfm 0.29.0.gfm.6 gives a paragraph that a table was cut from the line 0, and the table the
/// paragraph's: the two count as one unit.
int Converter::firstLine(cmark_node *node) const
{
    int line = cmark_node_get_start_line(node);
    if (line == 0 && cmark_node_next(node))
        line = cmark_node_get_start_line(cmark_node_next(node));
    return line - 1 + m_lineOffset;
}

Inlines Converter::inlines(cmark_node *parent) const
{
    struct Open
    {
        InlineStyles styles;
        QByteArray link;
    };
    Inlines runs;
    QList<Open> open{Open{}};
    const bool inCell = kindOf(parent) == Block::Kind::Cell;
    const auto add = [&](Inline::Kind kind, QByteArray text) {
        const Open &now = open.constLast();
        const bool joins = kind == Inline::Kind::Text && !runs.isEmpty()
                           && runs.constLast().kind == kind && runs.constLast().styles == now.styles
                           && runs.constLast().link == now.link;
        if (joins)
            runs.last().text += text;
        else
            runs.append(Inline{kind, now.styles, std::move(text), now.link, {}});
    };
    const auto enter = [&](cmark_node *node) {
        Open next = open.constLast();
        const std::string_view type = cmark_node_get_type_string(node);
        if (type == "strong")
            next.styles |= InlineStyle::Strong;
        else if (type == "emph")
            next.styles |= InlineStyle::Emphasis;
        else if (type == "strikethrough")
            next.styles |= InlineStyle::Strikethrough;
        else if (type == "link")
            next.link = m_source.restored(cmark_node_get_url(node));
        open.append(next);
    };

    const IteratorPtr iterator(cmark_iter_new(parent), &cmark_iter_free);
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        const bool entering = cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_ENTER;
        const cmark_node_type type = cmark_node_get_type(node);
        if (node == parent)
            continue;
        if (type == CMARK_NODE_TEXT) {
            add(Inline::Kind::Text, m_source.restored(cmark_node_get_literal(node)));
        } else if (type == CMARK_NODE_CODE) {
            add(Inline::Kind::Code, m_source.restored(cmark_node_get_literal(node)));
        } else if (type == CMARK_NODE_HTML_INLINE) {
            const QByteArray html = m_source.restored(cmark_node_get_literal(node));
            if (inCell && isBreakTag(html))
                add(Inline::Kind::LineBreak, {});
            else
                add(Inline::Kind::Text, html);
        } else if (type == CMARK_NODE_SOFTBREAK) {
            add(Inline::Kind::SoftBreak, {});
        } else if (type == CMARK_NODE_LINEBREAK) {
            add(Inline::Kind::LineBreak, {});
        } else if (type == CMARK_NODE_IMAGE && entering) {
            add(Inline::Kind::Image, imageText(node));
            runs.last().address = m_source.restored(cmark_node_get_url(node));
            cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
        } else if (type != CMARK_NODE_IMAGE && entering) {
            enter(node);
        } else if (type != CMARK_NODE_IMAGE) {
            open.removeLast();
        }
    }
    return runs;
}

/// All the text below a node that lies too deep to be shown as what it is.
Inlines Converter::flatText(cmark_node *parent) const
{
    QByteArray text;
    const IteratorPtr iterator(cmark_iter_new(parent), &cmark_iter_free);
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        if (cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_ENTER) {
            if (const char *literal = cmark_node_get_literal(node))
                text += m_source.restored(literal);
        }
    }
    return text.isEmpty() ? Inlines{} : Inlines{Inline{Inline::Kind::Text, {}, text, {}, {}}};
}

QByteArray Converter::imageText(cmark_node *image) const
{
    QByteArray text;
    const Inlines runs = flatText(image);
    for (const Inline &run : runs)
        text += run.text;
    return text;
}

QList<QByteArray> Converter::lines(const char *literal) const
{
    QByteArray text = m_source.restored(literal);
    if (text.isEmpty())
        return {};
    if (text.contains('\r'))
        text.replace("\r\n", "\n").replace('\r', '\n');
    QList<QByteArray> result = text.split('\n');
    if (result.constLast().isEmpty())
        result.removeLast();
    return result;
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

} // namespace

Blocks parseMarkdown(QByteArrayView text)
{
    return parseMarkdownPart(text, 0).blocks;
}

ParsedPart parseMarkdownPart(QByteArrayView part, int firstLine, QByteArrayView prefix)
{
    const GuardedSource source(prefix, part);
    const NodePtr document = parse(source.text());
    const int prefixLines = int(std::count(prefix.begin(), prefix.end(), '\n'));
    return {Converter(source, firstLine - prefixLines).children(document.get(), 0),
            fenceOf(document.get()), source.text().size()};
}

} // namespace app
