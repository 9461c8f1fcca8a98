// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/math_extension.h"

#include "app/markdown/math_span.h"

namespace app {

namespace {

constexpr int kMostLines = 200;

cmark_node *matchSpan(cmark_syntax_extension *extension, cmark_parser *, cmark_node *parent,
                      unsigned char, cmark_inline_parser *subject)
{
    const char *text = cmark_node_get_string_content(parent);
    const int at = cmark_inline_parser_get_offset(subject);
    const std::optional<MathSpan> span = mathSpanAt(text, at);
    if (!span)
        return nullptr;
    cmark_node *node = cmark_node_new(CMARK_NODE_HTML_INLINE);
    cmark_node_set_syntax_extension(node, extension);
    cmark_node_set_literal(node, QByteArray(text + at, span->length).constData());
    cmark_inline_parser_set_offset(subject, at + int(span->length));
    return node;
}

/// The user data of a block that has met its end.
void *closedMark()
{
    static char mark = 0;
    return &mark;
}

cmark_node *openBlock(cmark_syntax_extension *extension, int indented, cmark_parser *parser,
                      cmark_node *parent, unsigned char *input, int size)
{
    const int at = cmark_parser_get_first_nonspace(parser);
    if (indented || at >= size)
        return nullptr;
    const QByteArrayView line(reinterpret_cast<const char *>(input) + at, size - at);
    const MathLine kind = mathLine(line);
    if (kind == MathLine::Text)
        return nullptr;
    cmark_node *block = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, at + 1);
    cmark_node_set_syntax_extension(block, extension);
    if (kind == MathLine::Whole)
        cmark_node_set_user_data(block, closedMark());
    return block;
}

int continuesBlock(cmark_syntax_extension *, cmark_parser *parser, unsigned char *input, int size,
                   cmark_node *block)
{
    const int at = cmark_parser_get_first_nonspace(parser);
    const int lines = cmark_parser_get_line_number(parser) - cmark_node_get_start_line(block);
    if (cmark_node_get_user_data(block) || lines >= kMostLines || at >= size)
        return 0;
    const QByteArrayView line(reinterpret_cast<const char *>(input) + at, size - at);
    if (line.trimmed().isEmpty())
        return 0;
    const char *content = cmark_node_get_string_content(block);
    while (*content == ' ' || *content == '\t')
        ++content;
    if (closesMath(line, *content))
        cmark_node_set_user_data(block, closedMark());
    return 1;
}

} // namespace

cmark_syntax_extension *mathExtension()
{
    static cmark_syntax_extension *const extension = [] {
        cmark_syntax_extension *math = cmark_syntax_extension_new("math");
        cmark_llist *characters = nullptr;
        cmark_mem *memory = cmark_get_default_mem_allocator();
        for (const unsigned char c : {static_cast<unsigned char>('$'), uchar(0xEF)})
            characters =
                cmark_llist_append(memory, characters, reinterpret_cast<void *>(size_t(c)));
        cmark_syntax_extension_set_special_inline_chars(math, characters);
        cmark_syntax_extension_set_match_inline_func(math, matchSpan);
        cmark_syntax_extension_set_open_block_func(math, openBlock);
        cmark_syntax_extension_set_match_block_func(math, continuesBlock);
        return math;
    }();
    return extension;
}

bool isMathSpan(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
           && cmark_node_get_syntax_extension(node) == mathExtension();
}

bool isMathBlock(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK
           && cmark_node_get_syntax_extension(node) == mathExtension();
}

} // namespace app
