// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill_label.h"

#include <QPainter>

namespace ui {

PillLabel::PillLabel(const Theme &theme, QWidget *parent)
    : ThemedLabel(theme, TextRole::Caption, &Colours::accent, parent), m_theme(theme)
{
    setContentsMargins(5, 1, 5, 1);
    hide();
}

void PillLabel::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colours().accentGround);
    painter.drawRoundedRect(rect(), 4, 4);
    ThemedLabel::paintEvent(event);
}

} // namespace ui
