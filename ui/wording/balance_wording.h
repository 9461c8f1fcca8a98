// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/catalogue/account_balance.h"

#include <QString>

namespace ui {

/// What is left, in a word or two: "$12.34 available", "$3.00 owed".
[[nodiscard]] QString balanceText(const app::AccountBalance &balance);
/// The same with what else the server said, a sentence each: use since the last invoice, limit,
/// that the account is suspended.
[[nodiscard]] QString balanceDetails(const app::AccountBalance &balance);
/// With whose it is and when it was told: "Balance at DeepInfra: $12.34 available (14:02)".
[[nodiscard]] QString balanceLine(const app::AccountBalance &balance, const QString &providerName,
                                  qint64 nowMs);

} // namespace ui
