// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cmark-gfm.h>

#include <memory>

namespace app {

using CmarkDocument = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

/// Parses with all extensions that are used here. Thread-safe.
[[nodiscard]] CmarkDocument cmarkDocument(QByteArrayView text);
/// The block at the very end of a document, inside all containers; null for an empty document. Of a
/// table it is the table.
[[nodiscard]] cmark_node *lastLeaf(cmark_node *document);
[[nodiscard]] bool isContainer(cmark_node *block);

} // namespace app
