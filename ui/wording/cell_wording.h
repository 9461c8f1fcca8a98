// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evaluation/round_cells.h"

#include <QString>

namespace ui {

/// What a sweep varies: "Temperature", "Model", "Prompt".
[[nodiscard]] QString dimensionText(const QString &dimension);
/// Where a cell stands along these dimensions: "Temperature 0.4 · Top p 0.8", "Qwen3-32B",
/// "Prompt 2", "Answer 3". Plain text.
[[nodiscard]] QString coordinatesText(const QStringList &dimensions,
                                      const QJsonObject &coordinates);
/// The same for the whole of them.
[[nodiscard]] QString coordinatesText(const app::RoundGrid &grid, const QJsonObject &coordinates);
/// "Temperature × Top p", "Model × Prompt", "10 repeats".
[[nodiscard]] QString gridTitle(const app::RoundGrid &grid);
/// The beginning of a text on one line.
[[nodiscard]] QString beginningOf(const QByteArray &text, qsizetype characters);
/// "12 answers".
[[nodiscard]] QString answersText(qsizetype count);

} // namespace ui
