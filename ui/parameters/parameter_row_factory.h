// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/openai/parameters.h"

class QWidget;

namespace ui {

class ParameterRow;
class Theme;

/// The row that the table asks for by its ParameterControl, owned by `parent`. A hidden parameter
/// gets one that edits JSON, for the lane where somebody set it all the same.
[[nodiscard]] ParameterRow *makeParameterRow(const app::ParameterSpec &spec, const Theme &theme,
                                             QWidget *parent);

} // namespace ui
