// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/inline_converter.h"

#include "app/markdown/math_extension.h"
#include "app/markdown/math_span.h"

#include <memory>
#include <string_view>

namespace app {

namespace {

using IteratorPtr = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

IteratorPtr iterate(cmark_node *node)
{
    return {cmark_iter_new(node), &cmark_iter_free};
}

bool isBreakTag(QByteArrayView html)
{
    return html == "<br>" || html == "<br/>" || html == "<br />";
}

bool isCell(cmark_node *node)
{
    return std::string_view(cmark_node_get_type_string(node)) == "table_cell";
}

class InlineConverter
{
public:
    InlineConverter(cmark_node *parent, const GuardedSource &source)
        : m_parent(parent), m_source(source), m_inCell(isCell(parent))
    {
    }

    [[nodiscard]] Inlines convert();

private:
    struct Open
    {
        InlineStyles styles;
        QByteArray link;
    };

    void add(Inline::Kind kind, QByteArray text);
    void addHtml(cmark_node *node);
    void addMath(const char *span);
    void addImage(cmark_node *node);
    bool addLeaf(cmark_node *node);
    void enter(cmark_node *node);
    [[nodiscard]] QByteArray verbatim(const char *text) const
    {
        return m_source.restored(text, GuardedSource::From::Verbatim);
    }

    cmark_node *m_parent;
    const GuardedSource &m_source;
    bool m_inCell;
    Inlines m_runs;
    QList<Open> m_open{Open{}};
};

void InlineConverter::add(Inline::Kind kind, QByteArray text)
{
    if (kind == Inline::Kind::Text && text.isEmpty())
        return; // cmark leaves one behind an address
    const Open &now = m_open.constLast();
    const bool joins = kind == Inline::Kind::Text && !m_runs.isEmpty()
                       && m_runs.constLast().kind == kind && m_runs.constLast().styles == now.styles
                       && m_runs.constLast().link == now.link;
    if (joins)
        m_runs.last().text += text;
    else
        m_runs.append(Inline{kind, now.styles, std::move(text), now.link, {}});
}

void InlineConverter::addHtml(cmark_node *node)
{
    const QByteArray html = verbatim(cmark_node_get_literal(node));
    if (m_inCell && isBreakTag(html))
        add(Inline::Kind::LineBreak, {});
    else
        add(Inline::Kind::Text, html);
}

void InlineConverter::addMath(const char *text)
{
    const std::optional<MathSpan> span = mathSpanAt(text, 0);
    if (!span)
        return;
    const QByteArray content(text + span->delimiter, span->length - 2 * span->delimiter);
    add(span->display ? Inline::Kind::DisplayMath : Inline::Kind::Math,
        verbatim(content.constData()).trimmed());
}

void InlineConverter::addImage(cmark_node *node)
{
    QByteArray text;
    const Inlines runs = flatTextOf(node, m_source);
    for (const Inline &run : runs)
        text += run.text;
    add(Inline::Kind::Image, text);
    m_runs.last().address = m_source.restored(cmark_node_get_url(node));
}

bool InlineConverter::addLeaf(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        add(Inline::Kind::Text, m_source.restored(cmark_node_get_literal(node)));
        return true;
    case CMARK_NODE_CODE:
        add(Inline::Kind::Code, verbatim(cmark_node_get_literal(node)));
        return true;
    case CMARK_NODE_HTML_INLINE:
        if (isMathSpan(node))
            addMath(cmark_node_get_literal(node));
        else
            addHtml(node);
        return true;
    case CMARK_NODE_SOFTBREAK:
        add(Inline::Kind::SoftBreak, {});
        return true;
    case CMARK_NODE_LINEBREAK:
        add(Inline::Kind::LineBreak, {});
        return true;
    default:
        return false;
    }
}

void InlineConverter::enter(cmark_node *node)
{
    Open next = m_open.constLast();
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "strong")
        next.styles |= InlineStyle::Strong;
    else if (type == "emph")
        next.styles |= InlineStyle::Emphasis;
    else if (type == "strikethrough")
        next.styles |= InlineStyle::Strikethrough;
    else if (type == "link")
        next.link = m_source.restored(cmark_node_get_url(node));
    m_open.append(next);
}

Inlines InlineConverter::convert()
{
    cmark_node *first = cmark_node_first_child(m_parent);
    cmark_node *const mark = first && goesOn(m_parent) ? first : nullptr;
    cmark_node *const breakBehindMark = mark ? cmark_node_next(mark) : nullptr;
    const IteratorPtr iterator = iterate(m_parent);
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        const bool entering = cmark_iter_get_event_type(iterator.get()) == CMARK_EVENT_ENTER;
        const cmark_node_type type = cmark_node_get_type(node);
        if (node == m_parent || node == mark || node == breakBehindMark || addLeaf(node))
            continue;
        if (type == CMARK_NODE_IMAGE) {
            if (entering) {
                addImage(node);
                cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
            }
        } else if (entering) {
            enter(node);
        } else {
            m_open.removeLast();
        }
    }
    return m_runs;
}

} // namespace

Inlines inlinesOf(cmark_node *parent, const GuardedSource &source)
{
    return InlineConverter(parent, source).convert();
}

Inlines flatTextOf(cmark_node *parent, const GuardedSource &source)
{
    QByteArray text;
    const IteratorPtr iterator = iterate(parent);
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        if (cmark_iter_get_event_type(iterator.get()) != CMARK_EVENT_ENTER)
            continue;
        const auto from = cmark_node_get_type(node) == CMARK_NODE_TEXT
                              ? GuardedSource::From::Text
                              : GuardedSource::From::Verbatim;
        if (const char *literal = cmark_node_get_literal(node))
            text += source.restored(literal, from);
    }
    return text.isEmpty() ? Inlines{} : Inlines{Inline{Inline::Kind::Text, {}, text, {}, {}}};
}

bool goesOn(cmark_node *paragraph)
{
    cmark_node *first = cmark_node_first_child(paragraph);
    const char *literal =
        first && cmark_node_get_type(first) == CMARK_NODE_TEXT ? cmark_node_get_literal(first) : "";
    return literal && QByteArrayView(literal) == GuardedSource::kGoesOn;
}

} // namespace app
