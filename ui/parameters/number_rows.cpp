// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/number_rows.h"

#include "ui/parameters/number_field.h"
#include "ui/parameters/value_slider.h"
#include "ui/wording/parameter_wording.h"

#include <QApplication>
#include <QTimer>

namespace ui {

NumberRow::NumberRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent)
    : ParameterRow(QString(spec.name), theme, parent), m_spec(spec)
{
    m_field = new NumberField(spec, theme, this);
    setTrailing(m_field);
    setControl(m_field);
    connect(m_field, &NumberField::entered, this, &ParameterRow::edited);
    connect(m_field, &NumberField::reverted, this, [this] { setProblem({}); });
    connect(m_field, &NumberField::refused, this, &NumberRow::refuse);
}

/// What is shown is what is sent: a number that is left goes back to the one before.
void NumberRow::refuse(bool isEdited)
{
    if (isEdited)
        return setProblem(rangeText(m_spec));
    m_field->showValue(value());
    // The click that took the focus away shall meet what it was aimed at, so nothing moves yet.
    QTimer::singleShot(QApplication::doubleClickInterval(), this,
                       [this] { setProblem(rangeText(m_spec)); });
}

void NumberRow::showValue()
{
    m_field->showValue(value());
}

QString NumberRow::valueText(const QJsonValue &value) const
{
    return value.isUndefined() ? m_field->unsetText() : m_field->textOf(value);
}

SliderRow::SliderRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent)
    : NumberRow(spec, theme, parent)
{
    const bool aroundZero = spec.minimum < 0 && spec.maximum > 0;
    ValueSlider::Range range{.minimum = spec.minimum,
                             .maximum = spec.maximum,
                             .minimumExcluded = spec.minimumExcluded,
                             .step = spec.step,
                             .origin = aroundZero ? 0 : spec.minimum};
    bool known = false;
    const double rest = QString(spec.serverDefault).toDouble(&known);
    range.rest = known ? rest : range.origin;
    m_slider = new ValueSlider(range, theme, this);
    m_slider->setAccessibleName(parameterWording(wireName()).name);
    setBody(m_slider, 0);
    connect(m_slider, &ValueSlider::picked, this,
            [this](double picked) { emit edited(QJsonValue(picked)); });
}

void SliderRow::showValue()
{
    NumberRow::showValue();
    m_slider->setAccessibleDescription(valueText(value()));
    if (isSet())
        m_slider->showValue(value().toDouble());
    else
        m_slider->showNotSent();
}

} // namespace ui
