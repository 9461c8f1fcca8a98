// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/block.h"

namespace app {

// Not defaulted in the class: there QList<Block> would need a complete Block.
bool Block::operator==(const Block &other) const = default;

QByteArray textOf(const Inlines &inlines)
{
    QByteArray text;
    for (const Inline &run : inlines) {
        if (run.kind == Inline::Kind::SoftBreak || run.kind == Inline::Kind::LineBreak)
            text += '\n';
        else
            text += run.text;
    }
    return text;
}

} // namespace app
