// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/symbolic_icon.h"

#include <QAbstractItemView>
#include <QIcon>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace ui {

namespace {

constexpr int kScrollBarExtent = 12;
constexpr int kShortestScrollHandle = 28;
constexpr int kIndicatorSize = 16;
constexpr int kSliderHandle = 14;
constexpr int kSpinButtonWidth = 18;
constexpr int kFieldPadding = 6;
constexpr int kFieldMargins = 14; ///< above and below the text together
constexpr int kTextInset = 4; ///< of chosen texts and numbers, beyond Fusion's own

/// Texts of several lines, and lists, in a frame of their own.
bool isFramedField(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    return area && area->frameShape() == QFrame::StyledPanel
           && (qobject_cast<const QPlainTextEdit *>(area) || qobject_cast<const QTextEdit *>(area)
               || qobject_cast<const QAbstractItemView *>(area));
}

} // namespace

bool Style::isAccent(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return (button && button->features.testFlag(QStyleOptionButton::DefaultButton))
           || (widget && widget->property("accent").toBool());
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option,
                          const QWidget *widget) const
{
    // Besides its look: Fusion's own is a PNG, for which Qt loads every plugin for images, and the
    // first field that can be cleared is there at the start.
    if (icon == SP_LineEditClearButton)
        return QIcon(new SymbolicIconEngine(QStringLiteral(":/icons/close.svg"), QColor()));
    return QProxyStyle::standardIcon(icon, option, widget);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Only the handle is painted: what lies behind the bar shows around it.
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    // The frame is the field, with its round corners: what lies on it must not paint over them.
    if (isFramedField(widget))
        static_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(false);
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
    case PE_Frame:
        if (isFramedField(widget))
            return drawField(option, painter);
        return drawFrame(option, painter);
    case PE_PanelItemViewItem:
        return drawItem(option, painter);
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
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        drawPushButton(option, painter, widget);
        drawMenuMark(option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && isAccent(option, widget) && option->state & State_Enabled) {
            QStyleOptionButton onAccent = *button;
            onAccent.palette.setColor(QPalette::ButtonText, m_colours.onAccent);
            QProxyStyle::drawControl(element, &onAccent, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        drawHeader(option, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_colours.panel);
        return;
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
    case CT_SpinBox: // one height for all of them: they stand in one form
        size.setHeight(option->fontMetrics.height() + kFieldMargins);
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
    case PM_HeaderMargin:
        return kFieldPadding;
    case PM_FocusFrameHMargin: // of the text in rows of lists and tables
        return qobject_cast<const QAbstractItemView *>(widget)
                   ? kFieldPadding
                   : QProxyStyle::pixelMetric(metric, option, widget);
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
