// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/settings/provider.h"

#include <QByteArray>

namespace app {

/// What is left in an account, in US dollars.
struct AccountBalance
{
    double availableUsd = 0; ///< what was used and not invoiced yet is taken off; negative: owed
    std::optional<double> recentUsd; ///< used since the last invoice
    std::optional<double> limitUsd; ///< of spending until the next invoice
    bool suspended = false;
    QString suspendReason; ///< a word of the server; plain text
    qint64 atMs = 0; ///< when the server said so

    bool operator==(const AccountBalance &) const = default;
};

/// Whether the provider can be asked: DeepInfra alone.
[[nodiscard]] bool tellsBalance(const Provider &provider);

/// Reads DeepInfra's `GET /payment/checklist` (https://api.deepinfra.com/openapi.json): amounts are
/// dollars, and `stripe_balance` is negative where money is there. Of the answer, which has the
/// postal address too, nothing else is kept. BadResponse where it tells no balance. Pure.
[[nodiscard]] Result<AccountBalance> readAccountBalance(const QByteArray &body, qint64 nowMs);

} // namespace app
