// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompts/template_highlighter.h"

#include "app/library/prompt_template.h"

namespace ui {

namespace {
constexpr int kBraces = 2;
} // namespace

TemplateHighlighter::TemplateHighlighter(QTextDocument *document, const Theme &theme)
    : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void TemplateHighlighter::highlightBlock(const QString &text)
{
    const app::PromptTemplate line(text);
    for (const app::PromptTemplate::Place &place : line.places())
        setFormat(int(place.position), int(place.length), m_theme.colours().accent);
    for (const app::PromptTemplate::Problem &problem : line.problems())
        setFormat(int(problem.position), kBraces, m_theme.colours().danger);
}

} // namespace ui
