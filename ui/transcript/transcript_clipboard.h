// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block.h"
#include "ui/transcript/message_snapshot.h"
#include "ui/transcript/slice.h"

#include <QSet>

#include <memory>

class QMimeData;

namespace ui {

/// A message that is to be copied, or a part of it.
struct Excerpt
{
    MessageSnapshot message;
    QSet<int> unfolded; ///< parts with reasoning that is open: else it is not copied
    SlicePosition from;
    SlicePosition to;
};

/// What goes to the clipboard, in UTF-8.
struct CopiedText
{
    QByteArray text;
    QByteArray html;
    QByteArray markdown;

    bool operator==(const CopiedText &) const = default;
};

[[nodiscard]] CopiedText copiedText(const app::Blocks &blocks);
/// The same of messages that are parsed for it, one after the other; on any thread.
[[nodiscard]] CopiedText copiedText(const QList<Excerpt> &excerpts);

/// As Markdown, HTML and plain text; tables also paste into a spreadsheet.
[[nodiscard]] std::unique_ptr<QMimeData> clipboardData(const CopiedText &text);

} // namespace ui
