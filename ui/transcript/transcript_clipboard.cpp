// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_clipboard.h"

#include "app/markdown/html_writer.h"
#include "app/markdown/plain_text.h"
#include "ui/transcript/message_content.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace ui {

CopiedText copiedText(const app::Blocks &blocks)
{
    return {app::toPlainText(blocks).toUtf8(), app::toHtml(blocks).toUtf8(),
            app::toMarkdown(blocks).toUtf8()};
}

CopiedText copiedText(const QList<Excerpt> &excerpts)
{
    CopiedText all;
    for (const Excerpt &excerpt : excerpts) {
        const SnapshotSource source(excerpt.message);
        MessageContent content(source, excerpt.message.shown);
        content.update(excerpt.unfolded);
        const app::Blocks blocks = content.blocksBetween(excerpt.from, excerpt.to);
        if (blocks.isEmpty())
            continue;
        const CopiedText one = copiedText(blocks);
        all.text += (all.text.isEmpty() ? QByteArray() : "\n\n") + one.text;
        all.html += one.html;
        all.markdown += (all.markdown.isEmpty() ? QByteArray() : "\n\n") + one.markdown;
    }
    return all;
}

std::unique_ptr<QMimeData> clipboardData(const CopiedText &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(u"text/plain"_s, text.text);
    // Without a word about it some programs take UTF-8 for Latin 1.
    data->setData(u"text/html"_s,
                  "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">"
                      + text.html);
    data->setData(u"text/markdown"_s, text.markdown);
    return data;
}

} // namespace ui
