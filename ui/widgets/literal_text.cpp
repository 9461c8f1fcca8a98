// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/literal_text.h"

#include <QTextDocument>

namespace ui {

QString literally(const QString &text)
{
    // Escaping alone would not do: without a tag in it, "&amp;" is shown as it is written.
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

} // namespace ui
