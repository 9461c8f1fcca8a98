// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/parameter_row_factory.h"

#include "ui/parameters/chips_row.h"
#include "ui/parameters/json_rows.h"
#include "ui/parameters/number_rows.h"
#include "ui/parameters/segments_row.h"

namespace ui {

ParameterRow *makeParameterRow(const app::ParameterSpec &spec, const Theme &theme, QWidget *parent)
{
    const QString name(spec.name);
    switch (spec.control) {
    case app::ParameterControl::Slider:
        return new SliderRow(spec, theme, parent);
    case app::ParameterControl::Number:
        return new NumberRow(spec, theme, parent);
    case app::ParameterControl::Chips:
        return new ChipsRow(spec, theme, parent);
    case app::ParameterControl::Segments:
    case app::ParameterControl::Toggle:
        return new SegmentsRow(spec, theme, parent);
    case app::ParameterControl::Format:
        return new FormatRow(name, theme, parent);
    case app::ParameterControl::Tools:
        return new JsonRow(name, JsonRow::Kind::Tools, theme, parent);
    case app::ParameterControl::Json:
    case app::ParameterControl::Hidden:
        break;
    }
    const bool isObject = spec.type == app::ParameterType::Object;
    return new JsonRow(name, isObject ? JsonRow::Kind::Object : JsonRow::Kind::Any, theme, parent);
}

} // namespace ui
