// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFlags>
#include <QList>

namespace app {

enum class InlineStyle : quint8 { Strong = 1, Emphasis = 2, Strikethrough = 4 };
Q_DECLARE_FLAGS(InlineStyles, InlineStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(InlineStyles)

/// A run of text with one look. Nesting is flattened: styles are flags, and every run of a link
/// carries its address.
struct Inline
{
    enum class Kind : quint8 {
        Text,
        Code,
        Math, ///< `text` is LaTeX without its delimiters
        DisplayMath, ///< the same, meant to stand on a line of its own
        Image, ///< `text` describes it; it is never loaded by itself
        SoftBreak, ///< a line end inside a paragraph
        LineBreak,
    };
    Kind kind = Kind::Text;
    InlineStyles styles;
    QByteArray text; ///< UTF-8
    QByteArray link; ///< address of the link it stands in; empty: none
    QByteArray address; ///< of an image

    bool operator==(const Inline &) const = default;
};
using Inlines = QList<Inline>;

/// A block of Markdown with all below it. A value; raw HTML is text (Html), never markup. A block
/// of the top level is told apart by its index, which does not change while text is appended.
struct Block
{
    enum class Kind : quint8 {
        Paragraph,
        Heading,
        Code,
        Math, ///< LaTeX on lines of its own
        Html,
        Rule,
        Quote,
        List,
        Item,
        Table, ///< the first row is its header
        Row,
        Cell,
    };
    enum class Task : quint8 { None, Open, Done };
    enum class Alignment : quint8 { None, Left, Centre, Right };

    Kind kind = Kind::Paragraph;
    Task task = Task::None; ///< Item
    bool ordered = false; ///< List
    bool tight = true; ///< List: no space between its items
    int level = 0; ///< Heading: 1 … 6
    int start = 1; ///< List: number of its first item
    int firstLine = 0; ///< of the source, from 0; a paragraph that a table was cut from has the
                       ///< table's; not set for cells
    QByteArray language; ///< Code: first word after the fence, as written
    Inlines inlines; ///< Paragraph, Heading, Cell
    QList<QByteArray> lines; ///< Code, Math, Html: without line ends
    QList<Block> children; ///< Quote, List, Item, Table, Row
    QList<Alignment> alignments; ///< Table: by column

    bool operator==(const Block &other) const;
};
using Blocks = QList<Block>;

/// The text of a run of inlines as read, breaks as '\n'.
[[nodiscard]] QByteArray textOf(const Inlines &inlines);

} // namespace app
