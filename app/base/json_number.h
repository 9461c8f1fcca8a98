// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

#include <cmath>
#include <optional>

namespace app {

/// A finite number; some servers write them as strings ("1e-06").
[[nodiscard]] inline std::optional<double> jsonNumber(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double read = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
    return isNumber && std::isfinite(read) ? std::optional(read) : std::nullopt;
}

} // namespace app
