// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of Style look; where they are and how large, and what is drawn when, is in
// style.cpp.
#include "ui/theme/style.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace ui {

namespace {

constexpr int kScrollBarInset = 3;
constexpr int kSliderGroove = 4;
constexpr int kFrameRadius = 2; ///< what is framed has corners of its own

class PainterSaver
{
public:
    explicit PainterSaver(QPainter *painter) : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~PainterSaver() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(PainterSaver)

private:
    QPainter *m_painter;
};

void drawRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &border,
                 const QBrush &ground)
{
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(ground);
    const qreal inset = border.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

QColor blended(const QColor &over, const QColor &under, qreal share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

} // namespace

void Style::drawFrame(const QStyleOption *option, QPainter *painter) const
{
    const PainterSaver saver(painter);
    drawRounded(painter, option->rect, kFrameRadius, m_colours.hairline, Qt::NoBrush);
}

/// A row of a list: the chosen one, and the one under the pointer.
void Style::drawItem(const QStyleOption *option, QPainter *painter) const
{
    const bool selected = option->state & State_Selected;
    const bool hovered = option->state & State_Enabled && option->state & State_MouseOver;
    // A ground that the model gives stays under the pointer, which is no choice.
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush && !selected) {
        painter->fillRect(option->rect, item->backgroundBrush);
        return;
    }
    if (!selected && !hovered)
        return;
    const PainterSaver saver(painter);
    drawRounded(painter, option->rect, metrics::kSmallRadius, {},
                selected ? m_colours.selection : m_colours.hoveredRow);
}

void Style::drawField(const QStyleOption *option, QPainter *painter) const
{
    const PainterSaver saver(painter);
    const bool focused = option->state & State_HasFocus;
    const QColor ground = option->state & State_Enabled ? m_colours.field : m_colours.panel;
    drawRounded(painter, option->rect, metrics::kSmallRadius,
                focused ? m_colours.accent : m_colours.hairline, ground);
}

void Style::drawFocus(const QStyleOption *option, QPainter *painter) const
{
    const PainterSaver saver(painter);
    painter->setPen(QPen(m_colours.accent, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), metrics::kSmallRadius - 1,
                             metrics::kSmallRadius - 1);
}

void Style::drawPushButton(const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    const PainterSaver saver(painter);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool enabled = option->state & State_Enabled;
    const bool down = option->state & (State_Sunken | State_On);
    const bool hovered = enabled && option->state & State_MouseOver;
    if (isAccent(option, widget) && !enabled) {
        drawRounded(painter, option->rect, metrics::kSmallRadius, {}, m_colours.selectedRow);
        return;
    }
    if (isAccent(option, widget)) {
        QColor ground = m_colours.accent;
        if (down || hovered)
            ground = blended(ground, m_colours.text, down ? 0.8 : 0.9);
        drawRounded(painter, option->rect, metrics::kSmallRadius, {}, ground);
        return;
    }
    if (flat && !down && !hovered)
        return;
    const QColor ground = down      ? m_colours.selectedRow
                          : hovered ? m_colours.hoveredRow
                                    : m_colours.field;
    drawRounded(painter, option->rect, metrics::kSmallRadius, flat ? QColor() : m_colours.hairline,
                ground);
}

void Style::drawToolButton(const QStyleOption *option, QPainter *painter) const
{
    const bool down = option->state & (State_Sunken | State_On);
    const bool hovered = option->state & State_Enabled && option->state & State_MouseOver;
    if (!down && !hovered)
        return;
    const PainterSaver saver(painter);
    drawRounded(painter, option->rect, metrics::kSmallRadius, {},
                down ? m_colours.selectedRow : m_colours.hoveredRow);
}

void Style::drawCheckBox(const QStyleOption *option, QPainter *painter) const
{
    const PainterSaver saver(painter);
    const QRectF box = option->rect;
    const bool marked = option->state & (State_On | State_NoChange);
    painter->setOpacity(option->state & State_Enabled ? 1.0 : 0.5);
    drawRounded(painter, box, 4, marked ? m_colours.accent : m_colours.faint,
                marked ? m_colours.accent : m_colours.field);
    painter->setPen(QPen(m_colours.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
    };
    if (option->state & State_NoChange)
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else if (option->state & State_On)
        painter->drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)}));
}

void Style::drawRadioButton(const QStyleOption *option, QPainter *painter) const
{
    const PainterSaver saver(painter);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = option->state & State_On;
    painter->setOpacity(option->state & State_Enabled ? 1.0 : 0.5);
    painter->setPen(QPen(on ? m_colours.accent : m_colours.faint, 1));
    painter->setBrush(on ? m_colours.accent : m_colours.field);
    painter->drawEllipse(box);
    if (!on)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_colours.onAccent);
    painter->drawEllipse(box.center(), box.width() * 0.2, box.height() * 0.2);
}

void Style::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    const QRect &rect = option->rect;
    painter->fillRect(rect, m_colours.panel);
    painter->setPen(m_colours.hairline);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (option->direction == Qt::LeftToRight)
        painter->drawLine(rect.topRight(), rect.bottomRight());
    else
        painter->drawLine(rect.topLeft(), rect.bottomLeft());
}

/// In the room that the label leaves to a button that opens a menu.
void Style::drawMenuMark(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button || !(button->features & QStyleOptionButton::HasMenu))
        return;
    const int width = pixelMetric(PM_MenuButtonIndicator, option, widget);
    QRect room = option->rect;
    room.setLeft(room.right() - width - metrics::kStep1);
    QStyleOption arrow = *option;
    arrow.rect = visualRect(option->direction, option->rect, room);
    drawChevron(PE_IndicatorArrowDown, &arrow, painter);
}

void Style::drawChevron(PrimitiveElement element, const QStyleOption *option,
                        QPainter *painter) const
{
    const PainterSaver saver(painter);
    const qreal reach = std::min({3.5, option->rect.width() / 2.0, option->rect.height() / 2.0});
    painter->translate(QRectF(option->rect).center());
    switch (element) {
    case PE_IndicatorArrowUp:
        painter->rotate(180);
        break;
    case PE_IndicatorArrowLeft:
        painter->rotate(90);
        break;
    case PE_IndicatorArrowRight:
        painter->rotate(-90);
        break;
    default:
        break;
    }
    QColor colour = m_colours.secondary;
    colour.setAlphaF(option->state & State_Enabled ? 1.0F : 0.45F);
    painter->setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF({{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}}));
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter,
                          const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const PainterSaver saver(painter);
    const bool horizontal = bar->orientation == Qt::Horizontal;
    QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    handle.adjust(horizontal ? 1 : kScrollBarInset, horizontal ? kScrollBarInset : 1,
                  horizontal ? -1 : -kScrollBarInset, horizontal ? -kScrollBarInset : -1);
    const bool active = option->state & (State_MouseOver | State_Sunken);
    const QColor colour = blended(m_colours.secondary, m_colours.panel, active ? 0.65 : 0.35);
    const qreal radius = std::min(handle.width(), handle.height()) / 2;
    drawRounded(painter, handle, radius, {}, colour);
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                         const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    if (combo->frame) {
        drawField(option, painter);
    } else if (option->state & State_MouseOver) {
        const PainterSaver saver(painter);
        drawRounded(painter, option->rect, metrics::kSmallRadius, {}, m_colours.hoveredRow);
    }
    QStyleOption arrow = *option;
    arrow.rect = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(PE_IndicatorArrowDown, &arrow, painter);
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    if (spin->frame)
        drawField(option, painter);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (const auto part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        QStyleOption arrow = *option;
        arrow.rect = subControlRect(CC_SpinBox, option, part, widget);
        const auto step = part == SC_SpinBoxUp ? QAbstractSpinBox::StepUpEnabled
                                               : QAbstractSpinBox::StepDownEnabled;
        arrow.state.setFlag(State_Enabled,
                            option->state & State_Enabled && spin->stepEnabled.testFlag(step));
        drawChevron(part == SC_SpinBoxUp ? PE_IndicatorArrowUp : PE_IndicatorArrowDown, &arrow,
                    painter);
    }
}

void Style::drawSlider(const QStyleOptionComplex *option, QPainter *painter,
                       const QWidget *widget) const
{
    const PainterSaver saver(painter);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    const QRectF handle = subControlRect(CC_Slider, option, SC_SliderHandle, widget);
    const QPointF middle = handle.center();
    QRectF groove = option->rect;
    QRectF filled = groove;
    if (slider && slider->orientation == Qt::Vertical) {
        groove = {middle.x() - kSliderGroove / 2.0, groove.y(), kSliderGroove, groove.height()};
        filled = groove;
        filled.setTop(middle.y());
    } else {
        groove = {groove.x(), middle.y() - kSliderGroove / 2.0, groove.width(), kSliderGroove};
        filled = groove;
        filled.setRight(middle.x());
    }
    drawRounded(painter, groove, kSliderGroove / 2.0, {}, m_colours.hairline);
    drawRounded(painter, filled, kSliderGroove / 2.0, {}, m_colours.accent);
    painter->setPen(QPen(m_colours.accent, 1.5));
    painter->setBrush(m_colours.field);
    painter->drawEllipse(middle, handle.width() / 2 - 1, handle.width() / 2 - 1);
    if (option->state & State_HasFocus)
        drawFocus(option, painter);
}

} // namespace ui
