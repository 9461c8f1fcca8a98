// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <cmath>
#include <limits>
#include <optional>

namespace app {

/// A finite number; some servers write them as strings ("1e-06").
[[nodiscard]] inline std::optional<double> jsonNumber(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double read = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
    return isNumber && std::isfinite(read) ? std::optional(read) : std::nullopt;
}

/// A limit of whole numbers in digits. JSON values hold them up to 2^63 - 1, of which a double
/// makes 2^63.
[[nodiscard]] inline QString wholeLimit(double limit)
{
    constexpr double kBeyond = 9223372036854775808.0;
    const bool isGreatest = limit >= kBeyond;
    return QString::number(isGreatest ? std::numeric_limits<qint64>::max() : qint64(limit));
}

} // namespace app
