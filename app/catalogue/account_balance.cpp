// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/catalogue/account_balance.h"

#include "app/base/json_number.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr double kMostBalance = 1e9;
constexpr qsizetype kLongestReason = 80;

std::optional<double> amount(const QJsonValue &value)
{
    const auto usd = jsonNumber(value);
    return usd && std::abs(*usd) <= kMostBalance ? usd : std::nullopt;
}

} // namespace

bool tellsBalance(const Provider &provider)
{
    return provider.dialect == Dialect::DeepInfra;
}

Result<AccountBalance> readAccountBalance(const QByteArray &body, qint64 nowMs)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const auto owed = amount(root.value("stripe_balance"_L1));
    if (!owed)
        return fail(ErrorKind::BadResponse, u"the answer tells no balance"_s);
    AccountBalance balance;
    balance.recentUsd = amount(root.value("recent"_L1));
    balance.availableUsd = 0 - *owed - balance.recentUsd.value_or(0);
    // Negative: there is none.
    if (const auto limit = amount(root.value("limit"_L1)); limit && *limit >= 0)
        balance.limitUsd = limit;
    balance.suspended = root.value("suspended"_L1).toBool();
    balance.suspendReason = root.value("suspend_reason"_L1).toString().left(kLongestReason);
    balance.atMs = nowMs;
    return balance;
}

} // namespace app
