// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/schema/schema_verdict.h"

#include <QJsonValue>

#include <optional>

namespace app {

/// What in a schema keeps it from being checked, found before anything is checked by it: references
/// to other documents, keywords of later drafts that valijson passes over in silence, patterns that
/// are none. Nothing where there is no such thing. Follows references within the schema.
[[nodiscard]] std::optional<SchemaVerdict> obstacleIn(const QJsonValue &schema);

/// The value at a JSON pointer; undefined where there is none.
[[nodiscard]] QJsonValue valueAt(const QJsonValue &root, const QString &pointer);

} // namespace app
