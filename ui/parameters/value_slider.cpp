// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/value_slider.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {
constexpr double kHandleRadius = 6.5;
constexpr double kGrooveHeight = 4;
constexpr int kHeight = 17;
} // namespace

ValueSlider::ValueSlider(const Range &range, const Theme &theme, QWidget *parent)
    : QSlider(Qt::Horizontal, parent), m_range(range), m_theme(theme)
{
    // Positions are whole multiples of the step; numbers between them can be typed.
    constexpr double kTolerance = 1e-9;
    const double least = range.minimum / range.step;
    const int first = range.minimumExcluded ? int(std::floor(least + kTolerance)) + 1
                                            : int(std::ceil(least - kTolerance));
    const int last = int(std::floor(range.maximum / range.step + kTolerance));
    const QScopedValueRollback showing(m_showing, true);
    setRange(first, last);
    setSingleStep(1);
    setPageStep(std::max(1, (last - first) / 20));
    setValue(indexOf(range.rest));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractSlider::valueChanged, this, [this](int index) {
        if (!m_showing)
            emit picked(valueOf(index));
    });
}

int ValueSlider::indexOf(double value) const
{
    return std::clamp(int(std::lround(value / m_range.step)), minimum(), maximum());
}

double ValueSlider::valueOf(int index) const
{
    // Rounded, so that 0.1 + 0.2 is not sent as 0.30000000000000004.
    constexpr double kPrecision = 1e6;
    return std::round(index * m_range.step * kPrecision) / kPrecision;
}

void ValueSlider::showValue(double value)
{
    const QScopedValueRollback showing(m_showing, true);
    m_sent = true;
    setValue(indexOf(value));
    update();
}

void ValueSlider::showNotSent()
{
    const QScopedValueRollback showing(m_showing, true);
    m_sent = false;
    setValue(indexOf(m_range.rest));
    update();
}

QSize ValueSlider::sizeHint() const
{
    return {160, kHeight};
}

QSize ValueSlider::minimumSizeHint() const
{
    return {60, kHeight};
}

double ValueSlider::xOf(double value) const
{
    const double share = (value - m_range.minimum) / (m_range.maximum - m_range.minimum);
    const double length = width() - 2 * kHandleRadius - 1;
    const double x = kHandleRadius + 0.5 + std::clamp(share, 0.0, 1.0) * length;
    return isRightToLeft() ? width() - x : x;
}

void ValueSlider::paintEvent(QPaintEvent *)
{
    const Colours &colours = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = height() / 2.0;
    const QRectF groove(0, middle - kGrooveHeight / 2, width(), kGrooveHeight);
    painter.setBrush(colours.hairline);
    painter.drawRoundedRect(groove, kGrooveHeight / 2, kGrooveHeight / 2);

    const double handle = xOf(valueOf(value()));
    if (m_sent) {
        const bool fromEnd = m_range.origin <= m_range.minimum;
        const double start = fromEnd ? (isRightToLeft() ? width() : 0) : xOf(m_range.origin);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(
            QRectF(std::min(start, handle), groove.top(), std::abs(handle - start), kGrooveHeight),
            kGrooveHeight / 2, kGrooveHeight / 2);
    }
    if (hasFocus()) {
        painter.setBrush(colours.accentGround);
        painter.drawEllipse(QPointF(handle, middle), kHandleRadius + 2.5, kHandleRadius + 2.5);
    }
    painter.setPen(QPen(m_sent || hasFocus() ? colours.accent : colours.faint, 1.4));
    painter.setBrush(m_sent ? colours.field : colours.panel);
    painter.drawEllipse(QPointF(handle, middle), kHandleRadius - 0.5, kHandleRadius - 0.5);
}

void ValueSlider::pickAt(double x)
{
    const double length = width() - 2 * kHandleRadius - 1;
    const double fromStart = (isRightToLeft() ? width() - x : x) - kHandleRadius - 0.5;
    const double share = length > 0 ? std::clamp(fromStart / length, 0.0, 1.0) : 0;
    const int index = indexOf(m_range.minimum + share * (m_range.maximum - m_range.minimum));
    if (m_sent && index == value())
        return;
    {
        const QScopedValueRollback showing(m_showing, true);
        setValue(index);
    }
    emit picked(valueOf(index));
}

void ValueSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    pickAt(event->position().x());
}

void ValueSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        pickAt(event->position().x());
}

void ValueSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void ValueSlider::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace ui
