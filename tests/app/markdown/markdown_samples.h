// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace samples {

/// One text with every construct, as models write them.
inline QByteArray tour()
{
    return R"(# Parsing an event stream

Keep the bytes that are *not yet* a whole line, and only ever decode **whole** lines:

```cpp
void Parser::feed(QByteArrayView bytes)
{
    m_buffer += bytes;
    while (auto line = takeLine())   // CR, LF or CRLF
        handle(*line);
}
```

## What this gets right

- a chunk may end inside a line, or inside a character;
- an event ends at an **empty line**, not at a chunk;
  - even a nested one
    ```
    with code in it
    ```
- comments such as `: ping` keep the connection alive.

1. first
2. second

   with a second paragraph
3. third

- [x] done
- [ ] open

> Quoted, with a list:
>
> - one
> - two

The endings
| ending | seen from | share |
|:-------|:---------:|------:|
| `\n\n` | most servers | 90 % |
| `\r\n\r\n` | some proxies | 10 % |

***

<details>raw <b>HTML</b></details>

~~gone~~ and https://example.org/path and [a link](https://example.org "title").
Two spaces  
break a line, ![a picture](https://example.org/p.png) does not load.

[^1]: A footnote stays where it is.

Setext
======
)";
}

/// Documents made of pieces that change the meaning of what stands before them. The same seed gives
/// the same documents.
inline QByteArray random(QRandomGenerator &random, bool references)
{
    static const QList<QByteArray> pieces{
        "a",           "word ",       "\n",    "\n",    "\n",
        "\n\n",        "- ",          "* ",    "1. ",   "2) ",
        "  ",          "    ",        "\t",    "> ",    "# ",
        "```",         "```\n",       "~~~",   "`",     "**",
        "*",           "_",           "~~",    "|",     "|---|",
        "| a | b |\n", "|---|---|\n", "---",   "===",   "***\n",
        "<b>",         "<div>\n",     "<!-- ", "-->",   "[x] ",
        "[a](b)",      "![i](j)",     "\\",    "&amp;", "https://e.org ",
        "é",           "世界",        "🙂",  "  \n",  "+ ",
        "- - ",        "[^n]: ",      "\r\n",  "   - ", "$",
        "$x_1$",       "$$",          "$$\n",  "\\(",   "\\)",
        "\\[\n",       "\\[",         "\\]",   "$5 ",
    };
    static const QList<QByteArray> withReferences{"[r]", "\n\n[r]: /u\n\n", "[R][r]", "[s]: <v>\n"};
    QByteArray text;
    const int count = random.bounded(1, 40);
    for (int i = 0; i < count; ++i) {
        if (references && random.bounded(5) == 0)
            text += withReferences[random.bounded(withReferences.size())];
        else
            text += pieces[random.bounded(pieces.size())];
    }
    return text;
}

/// A text put into as many quotes and list items, some lines without what continues them.
inline QByteArray inContainers(QRandomGenerator &random, QByteArray text, int depth)
{
    static const QList<std::pair<QByteArray, QByteArray>> containers{
        {"> ", "> "},     {">", ">"},         {"- ", "  "},     {"* ", "  "},     {"-   ", "    "},
        {"1. ", "   "},   {"12) ", "    "},   {" - ", "   "},   {"- [ ] ", "  "}, {"+\n  ", "  "},
        {"- > ", "  > "}, {"> 1. ", ">    "}, {"- - ", "    "}, {"-\t", "\t"},
    };
    for (; depth > 0; --depth) {
        const auto &[first, other] = containers[random.bounded(containers.size())];
        QList<QByteArray> lines = text.split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0 && random.bounded(20) == 0)
                lines[i] = random.bounded(2) == 0 ? lines[i] : first + lines[i];
            else if (!lines[i].isEmpty() || i == 0)
                lines[i].prepend(i == 0 ? first : other);
        }
        text = lines.join('\n');
    }
    return text;
}

/// A paragraph of up to 12 KB in many lines, with what may stand above and below it; some pieces
/// look like the start of another block.
inline QByteArray longParagraph(QRandomGenerator &random)
{
    static const QList<QByteArray> pieces{
        "some words, ",
        "more of them ",
        "*emphasis* ",
        "**strong** ",
        "`code` ",
        "a_b_c ",
        "*",
        "`",
        "**",
        "[",
        "](u) ",
        "[a](b) ",
        "$x$ ",
        "$",
        "\\(",
        "\\) ",
        "<b>",
        "<b ",
        "~~x~~ ",
        "2. ",
        "    ",
        "\t",
        "[r]: /u ",
        "[x] ",
        "|",
        "===",
        "é ",
        "世界",
        "\\",
        "&amp; ",
    };
    static const QList<QByteArray> lineEnds{
        "\n",    "\n",     "\n", "\n", "  \n", "\\\n", "\r\n", "\n|---|\n", "\n| - | - |\n",
        "\n2. ", "\n<x>\n"};
    static const QList<QByteArray> around{
        "",
        "",
        "text\n\n",
        "[r]: /v\n",
        "# head\n",
        "- item\n\n",
        "\n===\n",
        "\n---\n",
        "\n- a\n",
        "\n| a |\n|---|\n| b |\n| c |\n\n",
        "\n```\ncode\n```\n",
        "\n\n[r] and\n",
    };
    QByteArray text = around[random.bounded(around.size())];
    const bool plain = random.bounded(2) == 0;
    const int lines = random.bounded(20, 140);
    for (int i = 0; i < lines; ++i) {
        text += QByteArray("line ") + QByteArray::number(i) + ' ';
        for (int words = random.bounded(1, 9); words > 0; --words)
            text += pieces[random.bounded(plain ? 6 : pieces.size())];
        text += lineEnds[random.bounded(plain ? 5 : lineEnds.size())];
    }
    for (int i = 0; i < 3; ++i)
        text += around[random.bounded(around.size())] + "more *text*\n";
    return text;
}

} // namespace samples
