// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/themed_label.h"

namespace ui {

ThemedLabel::ThemedLabel(const Theme &theme, TextRole role, QColor Colours::*colour,
                         QWidget *parent)
    : ElidedLabel(parent), m_theme(theme), m_role(role), m_colour(colour)
{
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &ThemedLabel::restyle);
    restyle();
}

void ThemedLabel::setColour(QColor Colours::*colour)
{
    if (m_colour == colour)
        return;
    m_colour = colour;
    restyle();
}

void ThemedLabel::setStruckThrough(bool struck)
{
    if (m_struck == struck)
        return;
    m_struck = struck;
    restyle();
}

void ThemedLabel::restyle()
{
    QFont roleFont = m_theme.font(m_role);
    roleFont.setStrikeOut(m_struck);
    setFont(roleFont);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme.colours().*m_colour);
    setPalette(colours);
}

} // namespace ui
