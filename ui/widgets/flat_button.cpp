// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flat_button.h"

#include <QPainter>
#include <QStyleOptionToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int kIconExtent = 16;
constexpr int kArrowExtent = 12;

/// Icons that point along the line, or show where a part of the window is.
bool hasDirection(const QString &iconName)
{
    return iconName.startsWith("chevron-right"_L1) || iconName.startsWith("chevron-left"_L1)
           || iconName == "sidebar"_L1;
}
} // namespace

FlatButton::FlatButton(const Theme &theme, const QString &iconName, const QString &text,
                       QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_iconName(iconName)
{
    setAutoRaise(true);
    setText(text);
    setIconOnly(text.isEmpty());
    setPopupMode(QToolButton::InstantPopup);
    connect(&theme, &Theme::changed, this, &FlatButton::restyle);
    restyle();
}

void FlatButton::setTone(Tone tone)
{
    m_tone = tone;
    restyle();
}

void FlatButton::setTextRole(TextRole role)
{
    m_textRole = role;
    restyle();
}

void FlatButton::setIconName(const QString &name)
{
    m_iconName = name;
    restyle();
}

void FlatButton::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    if (iconOnly && toolTip().isEmpty())
        setToolTip(text());
    setAccessibleName(text());
    updateGeometry();
}

void FlatButton::setPadding(int pixels)
{
    m_padding = pixels;
    updateGeometry();
    update();
}

void FlatButton::setLeading(bool leading)
{
    m_leading = leading;
    update();
}

void FlatButton::restyle()
{
    setIcon(m_iconName.isEmpty() ? QIcon() : m_theme.icon(m_iconName, colour()));
    setFont(m_theme.font(m_textRole));
    updateGeometry();
    update();
}

QColor FlatButton::colour() const
{
    const Colours &colours = m_theme.colours();
    switch (m_tone) {
    case Tone::Plain:
        return colours.text;
    case Tone::Accent:
        return colours.accent;
    case Tone::Secondary:
        break;
    }
    return colours.secondary;
}

QSize FlatButton::sizeHint() const
{
    const bool hasIcon = !icon().isNull();
    int width = 2 * m_padding + (hasIcon ? kIconExtent : 0);
    if (!m_iconOnly)
        // Advances are rounded down at times, and then the last letters would be elided.
        width += fontMetrics().horizontalAdvance(text()) + 2 + (hasIcon ? metrics::kStep1 + 1 : 0);
    if (menu() && !m_iconOnly)
        width += kArrowExtent;
    return {width, std::max(kIconExtent, fontMetrics().height()) + 2 * (m_padding - 1)};
}

void FlatButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    // Of the auto-raised states only those under the pointer or pressed have a ground.
    style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);
    if (hasFocus() && option.state & QStyle::State_KeyboardFocusChange)
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);

    QRect room = rect().adjusted(m_padding, 0, -m_padding, 0);
    const int wanted = sizeHint().width() - 2 * m_padding;
    if (!m_leading && room.width() > wanted)
        room = QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {wanted, height()}, room);
    const auto take = [&](int width) {
        const QRect part = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter,
                                               {width, room.height()}, room);
        if (layoutDirection() == Qt::LeftToRight)
            room.setLeft(part.right() + 1);
        else
            room.setRight(part.left() - 1);
        return part;
    };
    if (!icon().isNull()) {
        const QRect place = take(kIconExtent);
        const bool mirrored = isRightToLeft() && hasDirection(m_iconName);
        painter.save();
        if (mirrored) {
            painter.translate(2 * QRectF(place).center().x(), 0);
            painter.scale(-1, 1);
        }
        icon().paint(&painter, place, Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        painter.restore();
        take(metrics::kStep1 + 1);
    }
    if (!m_iconOnly) {
        QColor ink = colour();
        if (!isEnabled())
            ink.setAlphaF(0.45F);
        painter.setPen(ink);
        const QRect textRoom = menu() ? take(room.width() - kArrowExtent) : room;
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, textRoom.width());
        painter.drawText(textRoom,
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                             | Qt::AlignVCenter | Qt::TextSingleLine),
                         shown);
    }
    if (menu() && !m_iconOnly) {
        QStyleOption arrow = option;
        arrow.rect = room;
        style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, this);
    }
}

} // namespace ui
