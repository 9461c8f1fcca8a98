// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace app {

/// A value that fits a JSON schema: const, enum, default and examples first, then the smallest
/// value of the type. Knows the keywords that function and answer schemas use (properties,
/// required, items, prefixItems, ranges, lengths, formats, allOf, anyOf, oneOf, local $ref).
/// Strings without a rule become `words`, or an example made of the property's name. A `pattern` is
/// not followed. Recursion ends at a depth of 24.
[[nodiscard]] QJsonValue sampleOf(const QJsonObject &schema, const QString &words = {});

} // namespace app
