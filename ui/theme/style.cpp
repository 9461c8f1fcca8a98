// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>

namespace ui {

namespace {

constexpr int kScrollBarExtent = 12;
constexpr int kScrollBarInset = 3;
constexpr int kShortestScrollHandle = 28;
constexpr int kIndicatorSize = 16;
constexpr int kSliderHandle = 14;
constexpr int kSliderGroove = 4;
constexpr int kSpinButtonWidth = 18;
constexpr int kFieldPadding = 6;
constexpr int kTextInset = 4; ///< of chosen texts and numbers, beyond Fusion's own

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

bool isAccentButton(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return (button && button->features.testFlag(QStyleOptionButton::DefaultButton))
           || (widget && widget->property("accent").toBool());
}

QColor blended(const QColor &over, const QColor &under, qreal share)
{
    const auto mix = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Only the handle is painted: what lies behind the bar shows around it.
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        return; // the panel draws its own edge
    case PE_Frame: {
        const PainterSaver saver(painter);
        drawRounded(painter, option->rect, 2, m_colours.hairline, Qt::NoBrush);
        return;
    }
    case PE_FrameFocusRect:
        return drawFocus(option, painter);
    case PE_PanelButtonCommand:
        return drawPushButton(option, painter, widget);
    case PE_PanelButtonTool:
        return drawToolButton(option, painter);
    case PE_IndicatorCheckBox:
        return drawCheckBox(option, painter);
    case PE_IndicatorRadioButton:
        return drawRadioButton(option, painter);
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        return drawChevron(element, option, painter);
    case PE_PanelTipLabel: {
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
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
    if (isAccentButton(option, widget) && !enabled) {
        drawRounded(painter, option->rect, metrics::kSmallRadius, {}, m_colours.selectedRow);
        return;
    }
    if (isAccentButton(option, widget)) {
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

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        drawPushButton(option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && isAccentButton(option, widget) && option->state & State_Enabled) {
            QStyleOptionButton onAccent = *button;
            onAccent.palette.setColor(QPalette::ButtonText, m_colours.onAccent);
            QProxyStyle::drawControl(element, &onAccent, painter, widget);
            return;
        }
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, m_colours.hairline);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        return drawScrollBar(option, painter, widget);
    case CC_ComboBox:
        return drawComboBox(option, painter, widget);
    case CC_SpinBox:
        return drawSpinBox(option, painter, widget);
    case CC_Slider:
        return drawSlider(option, painter, widget);
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
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
    painter->drawEllipse(middle, kSliderHandle / 2.0 - 1, kSliderHandle / 2.0 - 1);
    if (option->state & State_HasFocus)
        drawFocus(option, painter);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? rect.width() : rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int handle =
            range > 0 ? std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)),
                                   std::min(kShortestScrollHandle, length), length)
                      : length;
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - handle, bar->upsideDown);
        // The whole length is groove: there are no arrow buttons.
        const auto along = [&](int from, int size) {
            return horizontal ? QRect(rect.x() + from, rect.y(), size, rect.height())
                              : QRect(rect.x(), rect.y() + from, rect.width(), size);
        };
        switch (subControl) {
        case SC_ScrollBarSlider:
            return along(start, handle);
        case SC_ScrollBarGroove:
            return rect;
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + handle, length - start - handle);
        default:
            return {};
        }
    }
    if (control == CC_SpinBox && (subControl == SC_SpinBoxUp || subControl == SC_SpinBoxDown)) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return {};
        const int half = rect.height() / 2;
        const QRect buttons(rect.right() - kSpinButtonWidth, rect.y() + 1, kSpinButtonWidth,
                            rect.height() - 2);
        const QRect up(buttons.x(), buttons.y() + 2, buttons.width(), half - 3);
        const QRect down(buttons.x(), rect.y() + half, buttons.width(), half - 3);
        return visualRect(option->direction, rect, subControl == SC_SpinBoxUp ? up : down);
    }
    const QRect inner = QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool isText = (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
                        || (control == CC_ComboBox && subControl == SC_ComboBoxEditField);
    if (!isText)
        return inner;
    const bool leftToRight = option->direction == Qt::LeftToRight;
    return inner.adjusted(leftToRight ? kTextInset : 0, 0, leftToRight ? 0 : -kTextInset, 0);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const int padding = frame && frame->lineWidth > 0 ? kFieldPadding : 0;
    return rect.adjusted(padding, 0, -padding, 0);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        size.rheight() = std::max(size.height(), contents.height() + 12);
        size.rwidth() += metrics::kStep2;
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        size.rheight() = std::max(size.height(), option->fontMetrics.height() + 14);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            size.rheight() = std::max(size.height(), option->fontMetrics.height() + 10);
        break;
    default:
        break;
    }
    return size;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return kShortestScrollHandle;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicatorSize;
    case PM_SliderThickness:
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return kSliderHandle;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return metrics::kStep1;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration: // an animation wakes an idle program
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Slider_AbsoluteSetButtons:
        return hint == SH_Slider_AbsoluteSetButtons ? int(Qt::LeftButton) : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace ui
