// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/cmark_document.h"

#include "app/markdown/math_extension.h"

#include <QMutex>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <array>

namespace app {

namespace {

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

} // namespace

CmarkDocument cmarkDocument(QByteArrayView text)
{
    const ParserPtr parser(cmark_parser_new(CMARK_OPT_DEFAULT), &cmark_parser_free);
    for (cmark_syntax_extension *extension : extensions())
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), size_t(text.size()));
    // While inlines are parsed, cmark notes the characters of its extensions in a global table and
    // clears them at the end: another thread would miss its `~~` and `$`.
    static QMutex specialCharacters;
    const QMutexLocker lock(&specialCharacters);
    return CmarkDocument(cmark_parser_finish(parser.get()), &cmark_node_free);
}

bool isContainer(cmark_node *block)
{
    const cmark_node_type type = cmark_node_get_type(block);
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
}

cmark_node *lastLeaf(cmark_node *document)
{
    cmark_node *node = cmark_node_last_child(document);
    while (node && isContainer(node) && cmark_node_last_child(node))
        node = cmark_node_last_child(node);
    return node;
}

} // namespace app
