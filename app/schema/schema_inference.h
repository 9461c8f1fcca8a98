// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace app {

/// A schema (draft 7) that all samples fit and little else: their types, the members that each of
/// them has as required ones and no others, what is in all items of an array as one. Dates and
/// times are noticed. Strict enough for servers that take only closed objects. An empty one without
/// samples.
[[nodiscard]] QJsonObject inferSchema(const QList<QJsonValue> &samples);

} // namespace app
