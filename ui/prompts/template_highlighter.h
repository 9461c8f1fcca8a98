// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>

namespace ui {

/// Colours the variables of a prompt, and braces that are none. A line is coloured by itself: a
/// variable never goes on in the next one.
class TemplateHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    TemplateHighlighter(QTextDocument *document, const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
};

} // namespace ui
