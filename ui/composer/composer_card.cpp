// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer_card.h"

#include <QPainter>

namespace ui {

ComposerCard::ComposerCard(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ComposerCard::setHighlighted(bool highlighted)
{
    if (std::exchange(m_highlighted, highlighted) != highlighted)
        update();
}

void ComposerCard::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.field);
    painter.setPen(QPen(m_highlighted ? colours.accent : colours.hairline, 1));
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, metrics::kLargeRadius, metrics::kLargeRadius);
}

} // namespace ui
