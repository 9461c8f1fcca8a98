// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/system_prompt_edit.h"

#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr int kFewestLines = 2;
constexpr int kMostLines = 8;
constexpr int kPromptMargin = 6;
} // namespace

SystemPromptEdit::SystemPromptEdit(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent)
{
    setPlaceholderText(tr("System prompt"));
    setAccessibleName(tr("System prompt"));
    setTabChangesFocus(true);
    document()->setDocumentMargin(kPromptMargin);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto restyle = [this, &theme] {
        setFont(theme.font(TextRole::Small));
        fitHeight();
    };
    connect(&theme, &Theme::changed, this, restyle);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!m_showing)
            emit edited();
    });
    restyle();
}

void SystemPromptEdit::showPrompt(const QString &text)
{
    if (text == toPlainText())
        return;
    const QScopedValueRollback showing(m_showing, true);
    setPlainText(text);
}

int SystemPromptEdit::heightOfLines(int lines) const
{
    return int(std::ceil(lines * fontMetrics().lineSpacing() + 2 * document()->documentMargin()))
           + 2 * frameWidth() + metrics::kStep1;
}

QSize SystemPromptEdit::sizeHint() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < kMostLines;
         block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    return {160, heightOfLines(std::clamp(lines, kFewestLines, kMostLines))};
}

void SystemPromptEdit::fitHeight()
{
    setFixedHeight(sizeHint().height());
}

void SystemPromptEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

} // namespace ui
