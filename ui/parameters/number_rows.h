// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/parameters.h"
#include "ui/parameters/parameter_row.h"

namespace ui {

class NumberField;
class ValueSlider;

/// A number that is typed.
class NumberRow : public ParameterRow
{
    Q_OBJECT
public:
    NumberRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent = nullptr);

protected:
    void showValue() override;
    [[nodiscard]] QString valueText(const QJsonValue &value) const override;
    [[nodiscard]] const app::ParameterSpec &spec() const { return m_spec; }

private:
    void refuse(bool isEdited);

    const app::ParameterSpec &m_spec;
    NumberField *m_field = nullptr;
};

/// The same with a slider below it.
class SliderRow final : public NumberRow
{
    Q_OBJECT
public:
    SliderRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent = nullptr);

protected:
    void showValue() override;

private:
    ValueSlider *m_slider = nullptr;
};

} // namespace ui
