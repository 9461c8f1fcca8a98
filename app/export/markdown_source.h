// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app {

/// Markdown of a model as a part of a larger document. Its words stay as they are, but for what
/// would reach beyond them: outside of code a `<` that begins raw HTML becomes text, an image
/// becomes a link (a viewer would load it), and a fence that was left open is closed.
[[nodiscard]] QByteArray containedMarkdown(const QByteArray &text);

/// Plain text behind quote signs; nothing in it is Markdown.
[[nodiscard]] QByteArray quotedText(const QByteArray &text);
/// In a fence that is longer than any in it.
[[nodiscard]] QByteArray fencedText(const QByteArray &text, const QByteArray &language = {});
/// A text on one line in which no sign means anything: names, titles, cells of a table.
[[nodiscard]] QByteArray plainInMarkdown(const QString &text);

} // namespace app
