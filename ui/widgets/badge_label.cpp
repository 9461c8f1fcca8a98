// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge_label.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int kExtent = 18;
constexpr int kCorner = 5;
constexpr int kLetters = 26;
} // namespace

QString laneLetter(int letter)
{
    QString name;
    for (int left = letter; left >= 0; left = left / kLetters - 1)
        name.prepend(QChar(u'A' + left % kLetters));
    return name;
}

QColor laneColour(const Colours &colours, int letter)
{
    return colours.lanes.at(letter % colours.lanes.size());
}

QColor onLaneColour(const Colours &colours, int letter)
{
    return colours.onLanes.at(letter % colours.onLanes.size());
}

BadgeLabel::BadgeLabel(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLetter(0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BadgeLabel::setLetter(int letter)
{
    m_letter = letter;
    setAccessibleName(laneLetter(letter));
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return {kExtent, kExtent};
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(laneColour(m_theme.colours(), m_letter));
    painter.drawRoundedRect(rect(), kCorner, kCorner);
    QFont font = m_theme.font(TextRole::Caption);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(onLaneColour(m_theme.colours(), m_letter));
    painter.drawText(rect(), Qt::AlignCenter, laneLetter(m_letter));
}

} // namespace ui
