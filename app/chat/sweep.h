// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/openai/parameters.h"

namespace app {

/// One parameter and the values it takes in turn.
struct SweepAxis
{
    QString name; ///< of the table of parameters
    QList<QJsonValue> values; ///< each once, in order

    bool operator==(const SweepAxis &) const = default;
};

/// Reads "name=a:b:step" (numbers from a to b, both included where the steps meet b; b may lie
/// below a) or "name=v1,v2,…", a value with a comma in double quotes. InvalidRequest says what is
/// wrong with it: a name that is not in the table or is no single value, a value out of range, a
/// step of zero, more than 1,000 values.
[[nodiscard]] Result<SweepAxis> parseSweepAxis(const QString &text);

/// The coordinates of all cells: every value of every axis with all others, the last axis the
/// quickest. Without axes one cell without coordinates. InvalidRequest: an axis twice, or more than
/// 10,000 cells.
[[nodiscard]] Result<QList<QJsonObject>> sweepGrid(const QList<SweepAxis> &axes);

/// The parameters of one cell.
[[nodiscard]] ParameterSet withCoordinates(ParameterSet parameters, const QJsonObject &coordinates);

} // namespace app
