// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_queries.h"

#include <QString>

namespace ui {

/// "$1.24 in the last 30 days". `days` 0: in all.
[[nodiscard]] QString costsHeadline(const app::CostRow &total, int days);
/// What the sum rests on, and what is not in it; several sentences.
[[nodiscard]] QString costsBasis(const app::CostRow &total, qint64 veiled);
/// What is to be said of one row: what is computed, what is not known.
[[nodiscard]] QString costNote(const app::CostRow &row);
/// A day as the locale writes it.
[[nodiscard]] QString dayText(const QString &isoDay);
[[nodiscard]] QString conversationText(const app::CostRow &row);

} // namespace ui
