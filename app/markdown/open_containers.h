// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"

#include <cmark-gfm.h>

namespace app {

/// A quote, list or list item around the last block of a text.
struct OpenContainer
{
    Block::Kind kind = Block::Kind::Quote;
    int line = 0; ///< of the text, from 0: the one that opened it
    QByteArray opening; ///< Quote, Item: that line up to what it holds
    QByteArray continuation; ///< likewise: how further lines in it start
};

/// Outermost first. What cannot be told from the text alone ends the list.
[[nodiscard]] QList<OpenContainer> openContainers(cmark_node *document, QByteArrayView text);

/// Lines that open the containers again for text that stands in them. Each that opens no more of
/// them holds an empty heading, so that what follows starts anew.
[[nodiscard]] QByteArray openingOf(const QList<OpenContainer> &containers);
/// Whether openingOf() puts such a heading into this one.
[[nodiscard]] bool holdsHeading(const QList<OpenContainer> &containers, qsizetype index);
/// How a line starts that stands in all of them.
[[nodiscard]] QByteArray continuationOf(const QList<OpenContainer> &containers);

} // namespace app
