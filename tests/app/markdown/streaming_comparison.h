// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markdown/block_parser.h"
#include "app/markdown/streaming_document.h"

#include <QByteArray>

namespace streaming {

inline QByteArray describe(const app::Inlines &inlines)
{
    QByteArray text;
    for (const app::Inline &run : inlines) {
        text += '<' + QByteArray::number(int(run.kind)) + '.' + QByteArray::number(int(run.styles))
                + ' ' + run.text.left(200) + run.link + run.address + '>';
    }
    return text;
}

inline QByteArray describe(const app::Blocks &blocks, int depth = 0)
{
    QByteArray text;
    for (const app::Block &block : blocks) {
        text += QByteArray(depth * 2, ' ') + QByteArray::number(int(block.kind)) + '@'
                + QByteArray::number(block.firstLine) + (block.tight ? " " : " loose ")
                + (block.ordered ? QByteArray::number(block.start) + ". " : QByteArray())
                + QByteArray::number(int(block.task)) + QByteArray::number(block.level)
                + block.language + ' ' + describe(block.inlines) + '[' + block.lines.join("\\n")
                + "]\n" + describe(block.children, depth + 1);
    }
    return text;
}

/// Empty if what is streamed so far equals `shown` parsed whole; else both, for the message.
inline QByteArray difference(const app::StreamingDocument &document, QByteArrayView shown)
{
    const app::Blocks whole = app::parseMarkdown(shown);
    if (document.blocks() == whole)
        return {};
    return "text:\n" + shown.toByteArray() + "\nstreamed:\n" + describe(document.blocks())
           + "\nwhole:\n" + describe(whole);
}

enum class Compare {
    AtLineEnds,
    AtTheEnd, ///< for texts that use references before they are defined
};

/// Appends in pieces of `chunk` bytes, cut at line ends too; compares there and after finish().
/// `compared` counts the comparisons. Settles inside quotes and items as soon as their text is
/// longer than `longPart`.
inline QByteArray firstDifference(const QByteArray &text, qsizetype chunk, Compare when,
                                  qint64 *compared = nullptr,
                                  qsizetype longPart = app::StreamingDocument::kLongPart)
{
    app::StreamingDocument document(longPart);
    qsizetype lineStart = 0;
    while (lineStart < text.size()) {
        const qsizetype lineFeed = text.indexOf('\n', lineStart);
        const qsizetype end = lineFeed < 0 ? text.size() : lineFeed + 1;
        for (qsizetype at = lineStart; at < end; at += chunk)
            document.append(QByteArrayView(text).sliced(at, qMin(chunk, end - at)));
        lineStart = end;
        if (lineFeed < 0 || when == Compare::AtTheEnd)
            continue;
        if (compared)
            ++*compared;
        const QByteArray found = difference(document, QByteArrayView(text).first(end));
        if (!found.isEmpty())
            return found;
    }
    document.finish();
    if (compared)
        ++*compared;
    return difference(document, text);
}

} // namespace streaming
