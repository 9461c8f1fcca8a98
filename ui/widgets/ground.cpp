// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ground.h"

#include "ui/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>

namespace ui {

Ground::Ground(const Theme &theme, QColor Colours::*colour, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_colour(colour)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Ground::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), m_theme.colours().*m_colour);
}

} // namespace ui
