// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_chip.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {
constexpr int kChipPadding = 8;
constexpr int kChipSign = 12; ///< the tick, or the arrow
} // namespace

FilterChip::FilterChip(const Theme &theme, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FilterChip::setMenu(QMenu *menu)
{
    m_menu = menu;
    connect(this, &QAbstractButton::clicked, menu, [this] {
        // What is chosen in the menu decides whether it is on.
        setChecked(!isChecked());
        m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    });
}

void FilterChip::setOn(bool on)
{
    setChecked(on);
    updateGeometry();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Small));
    const int sign = m_menu || isChecked() ? kChipSign + 3 : 0;
    return {metrics.horizontalAdvance(text()) + 1 + sign + 2 * kChipPadding, metrics.height() + 8};
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QAbstractButton::keyPressEvent(event);
    click();
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = m_theme.colours();
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isChecked() ? colours.accent : colours.hairline);
    painter.setBrush(isChecked()                ? colours.accentGround
                     : underMouse() || isDown() ? colours.hoveredRow
                                                : QColor(Qt::transparent));
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);
    if (hasFocus()) {
        QStyleOption focus;
        focus.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }

    const QColor ink = isChecked() ? colours.accent : colours.secondary;
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(ink);
    QRect room = rect().adjusted(kChipPadding, 0, -kChipPadding, 0);
    if (!m_menu && isChecked()) {
        const QRect tick(room.left(), 0, kChipSign, height());
        m_theme.icon(u"check", ink)
            .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), tick));
        room.setLeft(room.left() + kChipSign + 3);
    }
    if (m_menu) {
        QStyleOption arrow;
        arrow.initFrom(this);
        const QRect place(room.right() - kChipSign + 1, 0, kChipSign, height());
        arrow.rect = QStyle::visualRect(layoutDirection(), rect(), place);
        style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, this);
        room.setRight(place.left() - 3);
    }
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), room),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                         | Qt::AlignVCenter | Qt::TextSingleLine),
                     text());
}

} // namespace ui
