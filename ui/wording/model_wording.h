// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/catalogue/belief.h"

#include <QString>

namespace ui {

/// "yes", "no", "not known".
[[nodiscard]] QString abilityText(app::Ability ability);
/// Where it is known from, as a sentence's end: "from the list of DeepInfra", "learnt on 3 Nov 2026
/// from: “…”", "set by you on 3 Nov 2026".
[[nodiscard]] QString beliefSourceText(const app::Belief &belief, const QString &providerName);
/// Why there is no newer list of models, a sentence.
[[nodiscard]] QString listProblemText(const app::Error &error, const QString &providerName);
/// A day in local time: "3 Nov 2026".
[[nodiscard]] QString dayText(qint64 atMs);
/// A share as percent: "20 %".
[[nodiscard]] QString percentText(double share);
/// What a discount takes off, and until when: "20 % off until 3 Nov 2026, else $1.00 in · $2.00
/// out"; empty where there is none.
[[nodiscard]] QString discountText(const app::ModelInfo &info);
/// What the other tiers cost: "priority +50 % price · flex −20 % price"; empty where that is not
/// known.
[[nodiscard]] QString tierPricesText(const app::Prices &prices);

/// What a tier costs that changes the prices by a factor: "$0.40 in · $1.65 out (+50 % price)".
[[nodiscard]] QString tierPriceText(const app::Prices &prices, double factor);

} // namespace ui
