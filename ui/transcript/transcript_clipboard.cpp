// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_clipboard.h"

#include "app/markdown/plain_text.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace ui {

std::unique_ptr<QMimeData> clipboardData(const app::Blocks &blocks)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(app::toPlainText(blocks));
    data->setHtml(app::toHtml(blocks));
    data->setData(u"text/markdown"_s, app::toMarkdown(blocks).toUtf8());
    return data;
}

} // namespace ui
